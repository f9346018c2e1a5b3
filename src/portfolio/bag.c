#include "portfolio/bag.h"

#include "base/buffer.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vector.h"
#include "term/stage.h"

typedef PV_VECTOR(pv_str) strings;

static bool is_alnum(unsigned char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

// The bytes of the mark at `pos`, 0 where a word goes on. Characters of other scripts are words;
// U+00A0, and what UTF-8 writes with E2 80 (dashes, quotation marks), are not.
static size_t mark_size(pv_str text, size_t pos) {
  unsigned char c = (unsigned char)text.data[pos];
  if (c < 0x80) return is_alnum(c) ? 0 : 1;
  bool is_general = c == 0xE2 && pos + 2 < text.size && (unsigned char)text.data[pos + 1] == 0x80;
  if (is_general) return 3;
  bool is_blank = c == 0xC2 && pos + 1 < text.size && (unsigned char)text.data[pos + 1] == 0xA0;
  return is_blank ? 2 : 0;
}

static pv_str next_word(pv_str text, size_t *pos) {
  size_t mark;
  while (*pos < text.size && (mark = mark_size(text, *pos))) *pos += mark;
  size_t start = *pos;
  while (*pos < text.size && !mark_size(text, *pos)) (*pos)++;
  return (pv_str){text.data + start, *pos - start};
}

// The endings in which the two spellings of English differ.
static size_t fold_spelling(char *word, size_t size) {
  static const struct {
    const char *from;
    const char *to;
  } endings[] = {{"our", "or"},          {"ence", "ense"},     {"ntre", "nter"},   {"ise", "ize"},
                 {"isation", "ization"}, {"ised", "ized"},     {"ising", "izing"}, {"lyse", "lyze"},
                 {"ogue", "og"},         {"ourable", "orable"}};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    size_t from = strlen(endings[i].from), to = strlen(endings[i].to);
    if (size <= from + 1 || memcmp(word + size - from, endings[i].from, from) != 0) continue;
    memcpy(word + size - from, endings[i].to, to);
    return size - from + to;
  }
  return size;
}

static pv_str fold(pv_arena *arena, pv_str word) {
  char stem[PV_STEM_SIZE];
  size_t size = fold_spelling(stem, pv_term_stem(word, stem, sizeof stem));
  return pv_str_copy(arena, (pv_str){stem, size});
}

static uint16_t traits_of(const pv_vocabulary *vocabulary, pv_str word) {
  char folded[PV_STEM_SIZE];
  if (word.size > sizeof folded) return 0;
  for (size_t i = 0; i < word.size; i++) {
    char c = word.data[i];
    folded[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
  }
  uint32_t id = pv_vocabulary_find(vocabulary, (pv_str){folded, word.size});
  return pv_vocabulary_traits(vocabulary)[id];
}

static bool is_filler(const pv_vocabulary *vocabulary, pv_str word) {
  uint16_t traits = traits_of(vocabulary, word);
  return word.size < 2 || (traits & (PV_TRAIT_FUNCTION | PV_TRAIT_OPENER) && word.size < 6);
}

pv_bag pv_bag_read(pv_arena *arena, const pv_vocabulary *vocabulary, pv_str text) {
  strings found = {0};
  for (size_t pos = 0; pos < text.size && found.count < PV_MOST_WORDS;) {
    pv_str word = next_word(text, &pos);
    if (is_filler(vocabulary, word)) continue;
    pv_str folded = fold(arena, word);
    if (!pv_bag_has((pv_bag){found.items, found.count}, folded)) PV_PUSH(arena, &found, folded);
  }
  return (pv_bag){found.items, found.count};
}

// Words that companies have in their names, but that tell them apart.
static bool tells_apart(pv_str word) {
  static const char *const words[] = {"association", "bank", "partnership", "trust"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (pv_str_equal_ignoring_case(word, pv_str_from(words[i]))) return true;
  return false;
}

static bool is_corporate(const pv_vocabulary *vocabulary, pv_str word) {
  return traits_of(vocabulary, word) & PV_TRAIT_CORPORATE && !tells_apart(word);
}

// Single letters with full stops behind them are one word: "L.L.C."
static pv_str next_name_word(pv_str text, size_t *pos) {
  pv_str word = next_word(text, pos);
  if (word.size != 1) return word;
  size_t start = (size_t)(word.data - text.data);
  while (*pos < text.size && text.data[*pos] == '.') {
    (*pos)++;
    size_t next = *pos;
    if (next == text.size || mark_size(text, next) || next_word(text, &next).size != 1) break;
    *pos = next;
  }
  return (pv_str){text.data + start, *pos - start};
}

// In the form of a bag, "L.L.C." as "llc".
static pv_str fold_name_word(pv_arena *arena, pv_str word) {
  pv_buffer letters = {.arena = arena};
  for (size_t i = 0; i < word.size; i++)
    if (word.data[i] != '.') pv_buffer_add_char(&letters, word.data[i]);
  return fold(arena, pv_buffer_str(&letters));
}

pv_str pv_name_key(pv_arena *arena, const pv_vocabulary *vocabulary, pv_str name) {
  strings words = {0};
  for (size_t pos = 0; pos < name.size;) {
    pv_str word = next_name_word(name, &pos);
    if (word.size) PV_PUSH(arena, &words, word);
  }
  size_t first = 0, count = words.count;
  if (count > 1 && pv_str_equal_ignoring_case(words.items[0], PV_STR("the"))) first = 1;
  while (count > first && is_corporate(vocabulary, words.items[count - 1])) count--;
  pv_buffer key = {.arena = arena};
  for (size_t i = first; i < count; i++) {
    if (pv_str_equal_ignoring_case(words.items[i], PV_STR("and"))) continue;
    if (key.size) pv_buffer_add_char(&key, ' ');
    pv_buffer_add(&key, fold_name_word(arena, words.items[i]));
  }
  return pv_buffer_str(&key);
}

bool pv_name_has(pv_str key, pv_str word) {
  for (size_t pos = 0, end; pos < key.size; pos = end + 1) {
    for (end = pos; end < key.size && key.data[end] != ' ';) end++;
    if (pv_str_equal((pv_str){key.data + pos, end - pos}, word)) return true;
  }
  return false;
}

bool pv_bag_has(pv_bag words, pv_str word) {
  for (size_t i = 0; i < words.count; i++)
    if (pv_str_equal(words.items[i], word)) return true;
  return false;
}

size_t pv_bag_shared(pv_bag some, pv_bag all) {
  size_t shared = 0;
  for (size_t i = 0; i < some.count; i++) shared += pv_bag_has(all, some.items[i]);
  return shared;
}

bool pv_bag_within(pv_bag some, pv_bag all) {
  return some.count && pv_bag_shared(some, all) == some.count;
}

bool pv_bag_has_run(pv_bag all, pv_bag some) {
  for (size_t i = 0; some.count && i + some.count <= all.count; i++) {
    size_t k = 0;
    while (k < some.count && pv_str_equal(all.items[i + k], some.items[k])) k++;
    if (k == some.count) return true;
  }
  return false;
}

bool pv_bag_equal(pv_bag a, pv_bag b) { return a.count == b.count && pv_bag_within(a, b); }

pv_str pv_line_of(pv_arena *arena, pv_str text, size_t size) {
  pv_buffer out = {.arena = arena};
  bool after_blank = false;
  size_t end_of_word = 0;
  text = pv_str_trim(text);
  for (size_t i = 0; i < text.size; i++) {
    bool blank = (unsigned char)text.data[i] <= ' ';
    if (blank && !after_blank) end_of_word = out.size;
    if (!blank && after_blank) pv_buffer_add_char(&out, ' ');
    if (!blank) pv_buffer_add_char(&out, text.data[i]);
    after_blank = blank;
    if (out.size > size) break;
  }
  if (out.size <= size) return pv_buffer_str(&out);
  if (!end_of_word) // one word that is too long: cut where a character starts
    for (end_of_word = size; end_of_word && pv_utf8_continues(out.data[end_of_word]);)
      end_of_word--;
  return pv_str_printf(arena, "%.*s …", (int)end_of_word, out.data);
}

pv_str pv_phrase_of(pv_arena *arena, const pv_vocabulary *vocabulary, pv_str text, size_t size) {
  for (size_t pos = 0; pos < text.size;) {
    pv_str word = next_word(text, &pos);
    if (!word.size) break;
    if (is_filler(vocabulary, word)) continue;
    size_t start = (size_t)(word.data - text.data);
    return pv_line_of(arena, (pv_str){word.data, text.size - start}, size);
  }
  return pv_line_of(arena, text, size);
}
