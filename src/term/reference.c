// reference.c - references to sections and exhibits, and what they point at.
#include "base/str.h"
#include "term/section_index.h"

typedef PV_VECTOR(pv_term_reference) references;

typedef struct {
  const pv_value_reader *reader;
  pv_section_index index;
  references found;
} finder;

// A number as it is cited, at a token.
typedef struct {
  uint32_t end;
  pv_section_path parts;
  bool is_relative; // it starts with a parenthesis: (b)
} citation;

// "(a)(ii)" without white space before: behind the last one.
static uint32_t read_parens(const pv_value_reader *reader, uint32_t at, bool joined,
                            pv_section_path *parts) {
  while (pv_reader_mark(reader, at) == '(' && (!joined || pv_reader_joined(reader, at)) &&
         pv_reader_mark(reader, at + 2) == ')' && pv_reader_bytes(reader, at + 1).size <= 4) {
    pv_section_path_add(parts, pv_reader_bytes(reader, at + 1));
    at += 3;
    joined = true;
  }
  return at;
}

static bool is_digits(pv_str bytes) {
  return bytes.size && bytes.data[0] >= '0' && bytes.data[0] <= '9';
}

// "9.4", "IV", "A", "409A", "(b)".
static bool read_citation(const pv_value_reader *reader, uint32_t at, citation *read) {
  *read = (citation){.end = at};
  if (at >= reader->count) return false;
  pv_str bytes = pv_reader_bytes(reader, at);
  const pv_token *token = &reader->tokens[at];
  bool is_upper = token->kind == PV_TOKEN_WORD && token->letters != PV_CASE_LOWER;
  bool is_roman = is_upper && (pv_reader_traits(reader, at) & PV_TRAIT_ROMAN);
  if (is_digits(bytes) && (token->kind == PV_TOKEN_NUMBER || token->kind == PV_TOKEN_WORD)) {
    pv_section_path_split(&read->parts, bytes);
    read->end = read_parens(reader, at + 1, true, &read->parts);
  } else if (is_roman || (is_upper && bytes.size == 1)) {
    pv_section_path_add(&read->parts, bytes);
    if (is_roman) pv_section_path_make_arabic(&read->parts);
    read->end = read_parens(reader, at + 1, true, &read->parts);
  } else {
    read->is_relative = true;
    read->end = read_parens(reader, at, false, &read->parts);
  }
  return read->end > at && read->parts.count > 0;
}

// "B", "1", "A-1", "10.2" behind Exhibit: the token behind it, or `at`.
static uint32_t after_exhibit_number(const pv_value_reader *reader, uint32_t at) {
  if (at >= reader->count) return at;
  pv_str bytes = pv_reader_bytes(reader, at);
  const pv_token *token = &reader->tokens[at];
  bool is_roman = token->kind == PV_TOKEN_WORD && token->letters != PV_CASE_LOWER &&
                  (pv_reader_traits(reader, at) & PV_TRAIT_ROMAN);
  bool is_letter = token->kind == PV_TOKEN_WORD && token->letters != PV_CASE_LOWER &&
                   (bytes.size == 1 || (bytes.size == 2 && bytes.data[1] <= '9'));
  if (token->kind != PV_TOKEN_NUMBER && !is_roman && !is_letter) return at;
  bool has_part = pv_reader_mark(reader, at + 1) == '-' && pv_reader_joined(reader, at + 1) &&
                  pv_reader_joined(reader, at + 2) && pv_reader_bytes(reader, at + 2).size <= 2;
  return has_part ? at + 3 : at + 1;
}

// Acts, codes and other agreements, by the last word of their name.
static bool is_instrument(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {
      {"act", 0, 0},         {"acts", 0, 0},  {"agreement", 0, 0}, {"agreements", 0, 0},
      {"bylaws", 0, 0},      {"cfr", 0, 0},   {"code", 0, 0},      {"contract", 0, 0},
      {"indenture", 0, 0},   {"law", 0, 0},   {"laws", 0, 0},      {"lease", 0, 0},
      {"license", 0, 0},     {"order", 0, 0}, {"plan", 0, 0},      {"regulation", 0, 0},
      {"regulations", 0, 0}, {"rules", 0, 0}, {"statute", 0, 0},   {"statutes", 0, 0}};
  return pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows) != NULL;
}

// "of the CCAA": a statute that is known by its letters.
static bool is_acronym(const pv_value_reader *reader, uint32_t at) {
  size_t size = pv_reader_bytes(reader, at).size;
  return at < reader->count && reader->tokens[at].letters == PV_CASE_UPPER && size >= 3 &&
         size <= 5 && !is_instrument(reader, at);
}

// "of the Securities Act", "of such agreement", "thereof": behind the number, at `at`.
static bool is_of_other(const pv_value_reader *reader, uint32_t at) {
  enum { LONGEST_NAME = 14 };
  if (pv_reader_is(reader, at, PV_STR("thereof")) || pv_reader_is(reader, at, PV_STR("thereto")))
    return true;
  if (!pv_reader_is(reader, at, PV_STR("of")) && !pv_reader_is(reader, at, PV_STR("under")) &&
      !pv_reader_is(reader, at, PV_STR("to")))
    return false;
  bool is_such =
      pv_reader_is(reader, at + 1, PV_STR("such")) || pv_reader_is(reader, at + 1, PV_STR("that"));
  bool is_the =
      pv_reader_is(reader, at + 1, PV_STR("the")) || pv_reader_is(reader, at + 1, PV_STR("its"));
  uint32_t first = at + (is_such || is_the ? 2 : 1);
  pv_token_range name = pv_name_read(reader, first, first + LONGEST_NAME, true);
  if (is_such) return is_instrument(reader, first) || name.end > name.first;
  if (is_the && is_acronym(reader, first)) return true;
  bool is_this =
      name.end == name.first + 1 && pv_reader_is(reader, name.first, PV_STR("agreement"));
  for (uint32_t word = name.first; word < name.end; word++)
    if (is_instrument(reader, word)) return !is_this;
  return false;
}

// "Code Section 409A", "17 C.F.R. § 240", "Rule 144": before the label at `at`.
static bool is_behind_other(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {
      {"act", 0, 0},    {"c.f.r", 0, 0}, {"c.f.r.", 0, 0}, {"cfr", 0, 0},    {"code", 0, 0},
      {"irc", 0, 0},    {"treas", 0, 0}, {"u.c.c", 0, 0},  {"u.c.c.", 0, 0}, {"u.s.c", 0, 0},
      {"u.s.c.", 0, 0}, {"ucc", 0, 0},   {"usc", 0, 0}};
  while (at > 0 && pv_reader_is(reader, at - 1, PV_STR("§"))) at--;
  if (at == 0) return false;
  uint32_t before = pv_reader_mark(reader, at - 1) == '.' && at > 1 ? at - 2 : at - 1;
  return pv_reader_row(reader, before, rows, sizeof rows / sizeof *rows) != NULL;
}

// Where the reference stands: the section around it, and where its numbers are looked up.
typedef struct {
  uint32_t section;
  uint32_t document;
} place;

// "of Section 3.1" or "of Exhibit B" behind the number: what the number is counted from.
static uint64_t base_of(const finder *in, uint32_t at, place where, bool *is_relative) {
  const pv_value_reader *reader = in->reader;
  uint64_t own = pv_section_index_start(where.document);
  if (!pv_reader_is(reader, at, PV_STR("of")) && !pv_reader_is(reader, at, PV_STR("to")))
    return own;
  uint32_t traits = pv_reader_traits(reader, at + 1);
  citation outer;
  if ((traits & PV_TRAIT_SECTION) && read_citation(reader, at + 2, &outer) && !outer.is_relative) {
    uint32_t section = pv_section_index_find(&in->index, own, &outer.parts);
    if (section == PV_NO_SECTION) return own;
    *is_relative = false;
    return in->index.hashes[section];
  }
  if (traits & PV_TRAIT_EXHIBIT) {
    uint32_t end = after_exhibit_number(reader, at + 2);
    pv_str number = pv_term_bytes(reader, (pv_token_range){at + 2, end});
    uint32_t exhibit =
        pv_section_index_find_exhibit(&in->index, pv_reader_bytes(reader, at + 1), number);
    if (exhibit != PV_NO_SECTION) return pv_section_index_start(exhibit);
  }
  return own;
}

// "4A" is item A of section 4 where no section has that number.
static bool split_letter(const citation *cited, pv_section_path *parts) {
  const pv_path_part *first = &cited->parts.items[0];
  if (first->size < 2 || first->text[0] < '0' || first->text[0] > '9') return false;
  char last = first->text[first->size - 1];
  if (last < 'a' || last > 'z') return false;
  *parts = (pv_section_path){0};
  pv_section_path_add(parts, (pv_str){first->text, first->size - 1});
  pv_section_path_add(parts, (pv_str){first->text + first->size - 1, 1});
  for (size_t i = 1; i < cited->parts.count; i++)
    pv_section_path_add(parts, (pv_str){cited->parts.items[i].text, cited->parts.items[i].size});
  return true;
}

static uint32_t target_of(const finder *in, const citation *cited, place where) {
  bool is_relative = cited->is_relative;
  uint64_t base = base_of(in, cited->end, where, &is_relative);
  if (is_relative) return pv_section_index_find_near(&in->index, where.section, &cited->parts);
  uint32_t target = pv_section_index_find(&in->index, base, &cited->parts);
  const uint32_t documents[] = {where.document, in->index.main, 0};
  for (size_t i = 0; i < sizeof documents / sizeof *documents && target == PV_NO_SECTION; i++)
    target = pv_section_index_find(&in->index, pv_section_index_start(documents[i]), &cited->parts);
  pv_section_path parts;
  if (target == PV_NO_SECTION && split_letter(cited, &parts))
    target = pv_section_index_find(&in->index, pv_section_index_start(where.document), &parts);
  return target;
}

// Is what stands before the token "to", "through" or a dash?
static bool is_behind_range(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row links[] = {{"through", 0, 0}, {"to", 0, 0}};
  return at && (pv_reader_mark(reader, at - 1) == '-' ||
                pv_reader_row(reader, at - 1, links, sizeof links / sizeof *links));
}

// Past ", ", "and", "or", "through" or a dash between two numbers of a list.
static uint32_t after_link(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row links[] = {{"and", 0, 0}, {"or", 0, 0}, {"through", 0, 0}, {"to", 0, 0}};
  uint32_t next = pv_reader_mark(reader, at) == ',' ? at + 1 : at;
  if (pv_reader_mark(reader, at) == '-' && pv_reader_joined(reader, at + 1)) return at + 1;
  if (pv_reader_row(reader, next, links, sizeof links / sizeof *links)) next++;
  return next;
}

// "Section 13 or Section 14 of the Exchange Act": the first reference of such a chain, whose last
// one is number `first` and has its label at `label`.
static size_t start_of_chain(const finder *in, size_t first, uint32_t label) {
  while (first > 0) {
    const pv_term_reference *before = &in->found.items[first - 1];
    if (before->exhibit || before->external || after_link(in->reader, before->end) != label ||
        before->end == label)
      break;
    label = before->first;
    first--;
  }
  return first;
}

// "Section 365(n)", which the document does not have: of a code that is known by it.
static bool is_statutory(const pv_term_reference *reference) {
  size_t digits = 0;
  while (digits < reference->number.size && is_digits((pv_str){reference->number.data + digits, 1}))
    digits++;
  return reference->target == PV_NO_SECTION && digits >= 3;
}

// "Sections 2.1, 2.2 and 2.3": a reference a number. Returns the token behind the last one.
static uint32_t read_sections(finder *in, uint32_t label, place where) {
  const pv_value_reader *reader = in->reader;
  pv_str bytes = pv_reader_bytes(reader, label);
  bool is_plural = bytes.size && (bytes.data[bytes.size - 1] | 0x20) == 's';
  bool is_external = is_behind_other(reader, label);
  size_t first = in->found.count;
  uint32_t at = label + 1, end = label + 1;
  for (citation cited; read_citation(reader, at, &cited); at = after_link(reader, end)) {
    bool is_first = end == label + 1;
    if (!is_first && at == end) break;
    if (!is_first && !is_plural && cited.parts.count < 2) break;
    if (!is_first && cited.is_relative) break;
    end = cited.end;
    pv_term_reference reference = {.first = is_first ? label : at,
                                   .end = end,
                                   .label = bytes,
                                   .number = pv_term_bytes(reader, (pv_token_range){at, end}),
                                   .ends_range = !is_first && is_behind_range(reader, at),
                                   .target = target_of(in, &cited, where)};
    PV_PUSH(reader->arena, &in->found, reference);
  }
  is_external |= is_of_other(reader, end);
  if (is_external) first = start_of_chain(in, first, label);
  for (size_t i = first; i < in->found.count; i++) {
    pv_term_reference *reference = &in->found.items[i];
    reference->external |= is_external || is_statutory(reference);
    if (reference->external) reference->target = PV_NO_SECTION;
  }
  return end;
}

static uint32_t read_exhibit(finder *in, uint32_t label) {
  const pv_value_reader *reader = in->reader;
  uint32_t end = after_exhibit_number(reader, label + 1);
  if (end == label + 1 || reader->tokens[label].letters == PV_CASE_LOWER) return label + 1;
  pv_str bytes = pv_reader_bytes(reader, label);
  pv_str number = pv_term_bytes(reader, (pv_token_range){label + 1, end});
  bool is_external = is_of_other(reader, end);
  PV_PUSH(reader->arena, &in->found,
          ((pv_term_reference){
              .first = label,
              .end = end,
              .exhibit = true,
              .label = bytes,
              .number = number,
              .external = is_external,
              .target = is_external ? PV_NO_SECTION
                                    : pv_section_index_find_exhibit(&in->index, bytes, number)}));
  return end;
}

void pv_terms_read_references(const pv_value_reader *reader, pv_terms *terms) {
  const pv_text *text = reader->text;
  if (text->sections.count == 0) return;
  finder in = {.reader = reader, .index = pv_section_index_make(reader)};
  for (size_t i = 0; i < text->sentences.count; i++) {
    const pv_sentence *sentence = &text->sentences.items[i];
    if (sentence->flags & (PV_SENTENCE_CONTENTS | PV_SENTENCE_HEADING)) continue;
    place where = {sentence->section, pv_term_document_of(text, sentence->section)};
    for (uint32_t at = sentence->first; at < sentence->end;) {
      uint32_t traits = reader->traits[reader->tokens[at].word];
      if (traits & PV_TRAIT_SECTION)
        at = read_sections(&in, at, where);
      else if (traits & PV_TRAIT_EXHIBIT)
        at = read_exhibit(&in, at);
      else
        at++;
    }
  }
  terms->references = in.found.items;
  terms->reference_count = in.found.count;
}
