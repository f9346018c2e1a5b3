#include "grammar/lexicon.h"

#include "base/error.h"

enum { MAX_VARIANTS = 27 };

// The spellings of one part of an entry.
typedef struct {
  pv_spelling items[PV_MAX_SPELLINGS];
  size_t count;
} part;

typedef struct {
  part parts[PV_MAX_ENTRY];
  size_t count;
} parts;

static void add_variant(pv_loader *loader, pv_lexicon *lexicon, const parts *p,
                        const size_t *choice, pv_str written) {
  PV_VECTOR(uint32_t) items = {0};
  for (size_t i = 0; i < p->count; i++) {
    const pv_spelling *s = &p->parts[i].items[choice[i]];
    for (size_t k = 0; k < s->count; k++) PV_PUSH(loader->scratch, &items, s->items[k]);
  }
  if (items.count == 0) return;
  if (items.count > 1 && !lexicon->phrase.size) lexicon->phrase = written;
  pv_entry entry = {items.items, (uint32_t)items.count};
  PV_PUSH(loader->scratch, &lexicon->entries, entry);
}

// Every combination of the spellings of the parts.
static void add_entry(pv_loader *loader, pv_lexicon *lexicon, const parts *p, pv_str written) {
  size_t choice[PV_MAX_ENTRY] = {0};
  for (size_t made = 0; made < MAX_VARIANTS; made++) {
    add_variant(loader, lexicon, p, choice, written);
    size_t i = 0;
    while (i < p->count && ++choice[i] == p->parts[i].count) choice[i++] = 0;
    if (i == p->count) return;
  }
}

static bool is_function_word(pv_loader *loader, pv_str word) {
  pv_literal literal = pv_literal_read(loader, word);
  const uint16_t *traits = pv_vocabulary_traits(loader->grammar->vocabulary);
  return literal.count == 1 && (traits[literal.items[0].id] & PV_TRAIT_FUNCTION) != 0;
}

// In an entry of several words those like "of" and "the" keep their form.
static void fix_function_words(pv_loader *loader, parts *p, const pv_str *words) {
  for (size_t i = 0; p->count > 1 && i < p->count; i++)
    if (words[i].size && is_function_word(loader, words[i]))
      p->parts[i].count = pv_literal_spellings(loader, words[i], PV_FOLD_CASE, p->parts[i].items);
}

static void add_quoted(pv_loader *loader, parts *p, pv_str text, pv_fold fold) {
  pv_literal literal = pv_literal_read(loader, text);
  for (size_t i = 0; i < literal.count && p->count < PV_MAX_ENTRY; i++) {
    uint32_t *item = PV_NEW(loader->scratch, uint32_t);
    *item = pv_literal_predicate(loader, literal.items[i], fold);
    p->parts[p->count++] = (part){.items = {{item, 1}}, .count = 1};
  }
}

static pv_fold fold_of(const pv_element *element) {
  pv_str fold = pv_element_attribute(element, "fold");
  if (pv_str_equal(fold, PV_STR("stem"))) return PV_FOLD_STEM;
  if (pv_str_equal(fold, PV_STR("exact"))) return PV_FOLD_EXACT;
  return PV_FOLD_CASE;
}

// The entries of another lexicon join this one. What extends a lexicon comes behind it in the
// files, so it may name none.
static bool include(pv_parser *p, pv_lexicon *lexicon) {
  if (pv_element_is(p->expression->place.element, "extend")) {
    pv_parser_fail(p, p->sign.at, "what extends a lexicon is words, not another lexicon");
    return false;
  }
  const pv_lexicon *other = pv_parser_lexicon(p, p->sign.text, p->sign.at);
  if (!other) return false;
  for (size_t i = 0; i < other->entries.count; i++)
    PV_PUSH(p->loader->scratch, &lexicon->entries, other->entries.items[i]);
  if (!lexicon->phrase.size) lexicon->phrase = other->phrase;
  pv_parser_next(p);
  return true;
}

// One part: a word, ~family, 'quoted' or "Exact" piece. False where there is none.
static bool read_part(pv_parser *p, parts *entry, pv_str *words, pv_fold fold) {
  pv_sign s = p->sign;
  pv_arena *scratch = p->loader->scratch;
  switch (s.kind) {
  case PV_SIGN_WORD:
  case PV_SIGN_FAMILY:
    fold = s.kind == PV_SIGN_FAMILY ? PV_FOLD_STEM : fold;
    words[entry->count] = s.kind == PV_SIGN_WORD ? s.text : PV_STR("");
    part *last = &entry->parts[entry->count++];
    last->count = pv_literal_spellings(p->loader, s.text, fold, last->items);
    break;
  case PV_SIGN_LITERAL:
    add_quoted(p->loader, entry, pv_literal_unquote(scratch, s.text, '\''), PV_FOLD_CASE);
    break;
  case PV_SIGN_EXACT:
    add_quoted(p->loader, entry, pv_literal_unquote(scratch, s.text, '"'), PV_FOLD_EXACT);
    break;
  default: return false;
  }
  pv_parser_next(p);
  return true;
}

static bool read_entry(pv_parser *p, pv_lexicon *lexicon, pv_fold fold) {
  if (p->sign.kind == PV_SIGN_LEXICON) return include(p, lexicon);
  parts entry = {0};
  pv_str words[PV_MAX_ENTRY] = {{0}};
  size_t start = p->sign.at, end = start;
  while (entry.count < PV_MAX_ENTRY && read_part(p, &entry, words, fold))
    end = p->sign.kind == PV_SIGN_END ? p->lexer.text.size : p->sign.at;
  if (entry.count == PV_MAX_ENTRY) {
    pv_parser_fail(p, start, "an entry of a lexicon may have %d words at most", PV_MAX_ENTRY - 1);
    return false;
  }
  if (entry.count == 0) {
    pv_parser_fail(p, p->sign.at, "an entry of a lexicon is words, quoted text or a %%lexicon");
    return false;
  }
  if (fold == PV_FOLD_STEM) fix_function_words(p->loader, &entry, words);
  pv_str written = {p->lexer.text.data + start, end - start};
  add_entry(p->loader, lexicon, &entry, pv_str_trim(written));
  return true;
}

static bool read_entries(pv_parser *p, pv_lexicon *lexicon, pv_fold fold) {
  pv_parser_next(p);
  while (p->sign.kind != PV_SIGN_END) {
    if (!read_entry(p, lexicon, fold)) return false;
    if (p->sign.kind == PV_SIGN_END) break;
    if (p->sign.kind != PV_SIGN_BAR) {
      pv_parser_fail(p, p->sign.at, "entries of a lexicon are words, with | between them");
      return false;
    }
    pv_parser_next(p);
  }
  return true;
}

// One line of a list: words as they stand.
static void add_line(pv_loader *loader, pv_lexicon *lexicon, pv_str line, pv_fold fold) {
  parts entry = {0};
  pv_str words[PV_MAX_ENTRY] = {{0}};
  pv_str written = line;
  while (line.size && entry.count < PV_MAX_ENTRY) {
    size_t size = 0;
    while (size < line.size && line.data[size] != ' ' && line.data[size] != '\t') size++;
    words[entry.count] = (pv_str){line.data, size};
    part *last = &entry.parts[entry.count];
    last->count = pv_literal_spellings(loader, words[entry.count++], fold, last->items);
    line = pv_str_trim((pv_str){line.data + size, line.size - size});
  }
  if (fold == PV_FOLD_STEM) fix_function_words(loader, &entry, words);
  add_entry(loader, lexicon, &entry, written);
}

// The file beside the grammar: an entry a line, # starts a remark.
static bool read_list(pv_loader *loader, const pv_module *module, const pv_element *element,
                      pv_fold fold, pv_lexicon *lexicon) {
  pv_str href = pv_element_attribute(element, "href");
  if (!href.size) return true;
  pv_str path = pv_loader_path(loader, module->source->file, href);
  pv_error err = {0};
  pv_str bytes;
  if (!path.size)
    return pv_loader_fail_attribute(loader, module, element, "href",
                                    "a list has to be in the folder of the grammar or below");
  if (!pv_source_read(loader->scratch, path.data, &bytes, &err))
    return pv_loader_fail_attribute(loader, module, element, "href", "%s: " PV_STR_FMT, err.message,
                                    PV_STR_ARG(path));
  pv_sha256_add(&loader->sha, bytes);
  while (bytes.size) {
    const char *end = memchr(bytes.data, '\n', bytes.size);
    size_t size = end ? (size_t)(end - bytes.data) : bytes.size;
    pv_str line = pv_str_trim((pv_str){bytes.data, size});
    bytes = (pv_str){bytes.data + size, bytes.size - size};
    if (bytes.size) bytes.data++, bytes.size--;
    if (line.size && line.data[0] != '#') add_line(loader, lexicon, line, fold);
  }
  return true;
}

// The entries that stand in `element` and in the file that it names.
static bool read_element(pv_loader *loader, const pv_module *module, const pv_element *element,
                         pv_fold fold, pv_lexicon *lexicon) {
  pv_expression expression = {.place = {loader, module, element, element->text},
                              .phase = PV_PHASE_COUNT};
  pv_parser p = {.expression = &expression, .loader = loader, .lexer = {.text = element->text}};
  return read_entries(&p, lexicon, fold) && read_list(loader, module, element, fold, lexicon);
}

// An extension folds as the lexicon does unless it says otherwise.
static bool extend(pv_loader *loader, const pv_extension *extension, pv_fold fold,
                   pv_lexicon *lexicon) {
  bool has_phrase = lexicon->phrase.size > 0;
  size_t count = lexicon->entries.count;
  if (pv_element_has(extension->element, "fold")) fold = fold_of(extension->element);
  if (!read_element(loader, extension->module, extension->element, fold, lexicon)) return false;
  if (!has_phrase && lexicon->phrase.size) lexicon->phrase_from = extension->module;
  if (lexicon->entries.count > count) return true;
  return pv_loader_fail_attribute(loader, extension->module, extension->element, "lexicon",
                                  "this adds no entries");
}

const pv_lexicon *pv_lexicon_read(pv_loader *loader, const pv_module *module,
                                  const pv_element *element) {
  pv_lexicon *lexicon = PV_NEW(loader->scratch, pv_lexicon);
  pv_str id = pv_element_attribute(element, "id");
  if (!read_element(loader, module, element, fold_of(element), lexicon)) return NULL;
  if (lexicon->entries.count == 0) {
    (void)pv_loader_fail_attribute(loader, module, element, "id", "this lexicon has no entries");
    return NULL;
  }
  for (size_t i = 0; i < loader->extensions.count; i++) {
    const pv_extension *extension = &loader->extensions.items[i];
    if (extension->target == module && pv_str_equal(extension->lexicon, id) &&
        !extend(loader, extension, fold_of(element), lexicon))
      return NULL;
  }
  lexicon->node = pv_lexicon_tree(loader, lexicon);
  return lexicon;
}
