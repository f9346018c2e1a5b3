// use.c - where the document uses its terms, and names its parties.
//
// All names are token ranges of the document, in a table by the stems of their words. A token is
// looked up only if it starts with a capital, and if a name starts with a word of its first letters
// and its length. For each first word the table knows how many words the names have that start with
// it, so that a use is found by a few hashes, however many names there are.
#include "base/str.h"
#include "term/stage.h"

enum {
  STARTS = 1024,
  LONGEST_NAME = 31, // tokens: a bit each
  MOST_ALIKE = 32,   // names in one bucket; more are left out
};

typedef struct {
  pv_token_range words; // where the name stands for the first time
  uint32_t type;        // PV_TYPE_PARTY, PV_TYPE_TERM
  const void *value;
  pv_term_definition *definition; // to count its uses; NULL for a party that is no term
  uint32_t hash;                  // of the stems of all words
  uint32_t next;                  // in the bucket; 0: none
} name;

typedef struct {
  const pv_value_reader *reader;
  name *names; // from 1 on
  uint32_t count;
  uint32_t *buckets; // by the hash of all words
  uint32_t *counts;  // by the hash of the first word: a bit for each number of words
  uint32_t mask;
  uint64_t lengths[STARTS]; // by the first two letters: a bit for each length of a stem
  bool has_lower;           // a name starts in lower case: we, you
} name_table;

static const uint32_t hash_start = 2166136261u;

static uint32_t hash_on(uint32_t hash, const char *stem, size_t size) {
  for (size_t i = 0; i < size; i++) hash = (hash ^ (unsigned char)stem[i]) * 16777619u;
  return (hash ^ hash >> 15) * 16777619u;
}

// The hash of what came before and the token.
static uint32_t hash_token(const pv_value_reader *reader, uint32_t hash, uint32_t at) {
  char stem[PV_STEM_SIZE];
  return hash_on(hash, stem, pv_term_stem(pv_reader_bytes(reader, at), stem, PV_STEM_SIZE));
}

// The first two letters of a word, whatever their case.
static uint32_t start_of(pv_str word) {
  uint32_t first = (unsigned char)word.data[0] | 0x20u;
  uint32_t second = word.size > 1 ? (unsigned char)word.data[1] | 0x20u : 0;
  return (first * 33 + second) % STARTS;
}

static bool same_token(const pv_value_reader *reader, uint32_t a, uint32_t b) {
  pv_str left = pv_reader_bytes(reader, a), right = pv_reader_bytes(reader, b);
  if (pv_str_equal(left, right)) return true;
  if (left.size > right.size + 2 || right.size > left.size + 2) return false;
  if (reader->tokens[a].kind != PV_TOKEN_WORD) return pv_str_equal(left, right);
  char stems[2][PV_STEM_SIZE];
  size_t sizes[2] = {pv_term_stem(left, stems[0], PV_STEM_SIZE),
                     pv_term_stem(right, stems[1], PV_STEM_SIZE)};
  return sizes[0] == sizes[1] && memcmp(stems[0], stems[1], sizes[0]) == 0;
}

static uint32_t length_of(pv_token_range range) { return range.end - range.first; }

// A full stop at the end of a name need not be there: "Inc" for "Inc.".
static pv_token_range without_stop(const pv_value_reader *reader, pv_token_range words) {
  if (length_of(words) > 1 && pv_reader_mark(reader, words.end - 1) == '.') words.end--;
  return words;
}

// The tokens of a span, by binary search.
static pv_token_range tokens_of(const pv_value_reader *reader, pv_span span) {
  uint32_t low = 0, high = reader->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (reader->tokens[middle].start < span.start)
      low = middle + 1;
    else
      high = middle;
  }
  uint32_t end = low;
  while (end < reader->count && reader->tokens[end].end <= span.end) end++;
  return (pv_token_range){low, end};
}

static bool stands_at(const pv_value_reader *reader, pv_token_range words, uint32_t at) {
  if (at + length_of(words) > reader->count) return false;
  for (uint32_t i = 0; i < length_of(words); i++)
    if (!same_token(reader, words.first + i, at + i)) return false;
  return true;
}

// The same name with the same meaning: a second definition in the same sub-document adds nothing.
static bool is_double(const name_table *table, const name *a, const name *b) {
  if (a->hash != b->hash || a->type != b->type) return false;
  if (a->type == PV_TYPE_TERM && a->definition->section != b->definition->section) return false;
  return length_of(a->words) == length_of(b->words) &&
         stands_at(table->reader, a->words, b->words.first);
}

static void add_name(name_table *table, name added) {
  const pv_value_reader *reader = table->reader;
  added.words = without_stop(reader, added.words);
  uint32_t count = length_of(added.words), first = added.words.first;
  if (added.words.first >= added.words.end || count > LONGEST_NAME) return;
  char stem[PV_STEM_SIZE];
  size_t size = pv_term_stem(pv_reader_bytes(reader, first), stem, PV_STEM_SIZE);
  added.hash = hash_start;
  for (uint32_t i = 0; i < count; i++) added.hash = hash_token(reader, added.hash, first + i);
  uint32_t *link = &table->buckets[added.hash & table->mask];
  for (uint32_t steps = 0; *link; link = &table->names[*link].next) {
    name *other = &table->names[*link];
    if (++steps == MOST_ALIKE || is_double(table, other, &added)) return;
    bool is_alias = other->type == PV_TYPE_PARTY && other->hash == added.hash;
    if (is_alias && !other->definition) other->definition = added.definition;
  }
  table->counts[hash_on(hash_start, stem, size) & table->mask] |= UINT32_C(1) << count;
  table->lengths[start_of((pv_str){stem, size})] |= UINT64_C(1) << size;
  table->has_lower |= reader->tokens[first].letters == PV_CASE_LOWER;
  table->names[++table->count] = added;
  *link = table->count;
}

static pv_span span_of(const pv_value_reader *reader, pv_str bytes) {
  uint32_t start = (uint32_t)(bytes.data - reader->text->bytes.data);
  return (pv_span){start, start + (uint32_t)bytes.size};
}

// A party without an alias may be called by its name without what says that it is a company.
static pv_token_range short_name(const pv_value_reader *reader, pv_token_range words) {
  uint32_t end = words.end;
  while (end > words.first + 1 && ((pv_reader_traits(reader, end - 1) & PV_TRAIT_CORPORATE) ||
                                   reader->tokens[end - 1].kind == PV_TOKEN_PUNCT))
    end--;
  return (pv_token_range){words.first, end};
}

static void add_party(name_table *table, const pv_term_party *party) {
  name added = {
      .words = tokens_of(table->reader, party->span), .type = PV_TYPE_PARTY, .value = party};
  add_name(table, added);
  added.words = tokens_of(table->reader, party->legal);
  if (party->alias_count == 0) added.words = short_name(table->reader, added.words);
  add_name(table, added);
  for (size_t i = 0; i < party->alias_count; i++) {
    added.words = tokens_of(table->reader, span_of(table->reader, party->aliases[i]));
    add_name(table, added);
  }
}

static name_table make_table(const pv_value_reader *reader, const pv_terms *terms,
                             pv_term_definition *definitions) {
  size_t count = terms->definition_count;
  for (size_t i = 0; i < terms->party_count; i++) count += 2 + terms->parties[i].alias_count;
  uint32_t slots = 16;
  while (slots < 2 * count) slots *= 2;
  name_table table = {.reader = reader,
                      .names = PV_NEW_ARRAY(reader->arena, name, count + 1),
                      .buckets = PV_NEW_ARRAY(reader->arena, uint32_t, slots),
                      .counts = PV_NEW_ARRAY(reader->arena, uint32_t, slots),
                      .mask = slots - 1};
  for (size_t i = 0; i < terms->party_count; i++) add_party(&table, &terms->parties[i]);
  for (size_t i = 0; i < terms->definition_count; i++)
    add_name(&table, (name){.words = tokens_of(reader, definitions[i].span),
                            .type = PV_TYPE_TERM,
                            .value = &definitions[i],
                            .definition = &definitions[i]});
  return table;
}

// May a name start with this word, as far as its first letter and its length say? A plural is up to
// two letters longer.
static bool is_likely(const name_table *table, pv_str word) {
  uint64_t lengths = table->lengths[start_of(word)];
  if (word.size >= PV_STEM_SIZE) return lengths != 0;
  return (lengths << 2 >> word.size & 7) != 0;
}

// The name of these words, a party before a term, and of several definitions the one of the
// sub-document; NULL if none.
static const name *find_words(const name_table *table, pv_token_range words, uint32_t hash,
                              uint32_t document) {
  const pv_value_reader *reader = table->reader;
  bool is_lower = reader->tokens[words.first].letters == PV_CASE_LOWER;
  const name *found = NULL;
  for (uint32_t i = table->buckets[hash & table->mask]; i; i = table->names[i].next) {
    const name *candidate = &table->names[i];
    if (candidate->hash != hash || length_of(candidate->words) != length_of(words)) continue;
    if (is_lower && reader->tokens[candidate->words.first].letters != PV_CASE_LOWER) continue;
    if (!stands_at(reader, candidate->words, words.first)) continue;
    if (candidate->type == PV_TYPE_PARTY) return candidate;
    if (!found || candidate->definition->section == document) found = candidate;
  }
  return found;
}

// The longest name at `at`, or NULL.
static const name *find(const name_table *table, uint32_t at, uint32_t document) {
  uint32_t hashes[LONGEST_NAME + 1];
  hashes[1] = hash_token(table->reader, hash_start, at);
  uint32_t counts = table->counts[hashes[1] & table->mask];
  if (counts == 0) return NULL;
  uint32_t longest = 1;
  for (; longest < LONGEST_NAME && counts >> (longest + 1) && at + longest < table->reader->count;
       longest++)
    hashes[longest + 1] = hash_token(table->reader, hashes[longest], at + longest);
  for (uint32_t count = longest; count > 0; count--) {
    if (!(counts >> count & 1)) continue;
    const name *found =
        find_words(table, (pv_token_range){at, at + count}, hashes[count], document);
    if (found) return found;
  }
  return NULL;
}

// The exhibit of each token, as the tokens go by.
typedef struct {
  const pv_sections *sections;
  uint32_t next;
  uint32_t document;
} document_cursor;

static void move_to(document_cursor *cursor, uint32_t at) {
  const pv_section *items = cursor->sections->items;
  for (; cursor->next < cursor->sections->count && items[cursor->next].first <= at; cursor->next++)
    if (items[cursor->next].kind == PV_SECTION_EXHIBIT) cursor->document = cursor->next;
  if (cursor->document && items[cursor->document].end <= at) cursor->document = 0;
}

pv_annotations pv_terms_annotate(const pv_value_reader *reader, pv_terms *terms,
                                 pv_term_definition *definitions, pv_annotations annotations) {
  PV_VECTOR(pv_annotation) uses = {0};
  name_table table = make_table(reader, terms, definitions);
  document_cursor cursor = {.sections = &reader->text->sections};
  if (table.count == 0) return annotations;
  const uint8_t least = table.has_lower ? PV_CASE_LOWER : PV_CASE_CAPITAL;
  for (uint32_t at = 0; at < reader->count; at++) {
    if (reader->tokens[at].letters < least) continue;
    if (!is_likely(&table, pv_reader_bytes(reader, at))) continue;
    move_to(&cursor, at);
    const name *found = find(&table, at, cursor.document);
    if (!found) continue;
    uint32_t end = at + length_of(found->words);
    bool is_definition =
        found->definition && found->definition->span.start == reader->tokens[at].start;
    if (found->definition && !is_definition) found->definition->uses++;
    if (!is_definition || found->type == PV_TYPE_PARTY)
      PV_PUSH(
          reader->arena, &uses,
          ((pv_annotation){.first = at, .end = end, .type = found->type, .value = found->value}));
    at = end - 1;
  }
  return pv_annotations_add(reader->arena, annotations, uses.items, uses.count);
}
