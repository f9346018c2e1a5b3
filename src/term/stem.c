// stem.c - words of terms, as far as plural and case do not matter.
#include "base/str.h"
#include "term/stage.h"

static bool ends_in(const char *word, size_t size, const char *ending) {
  size_t n = strlen(ending);
  return size > n && memcmp(word + size - n, ending, n) == 0;
}

// The size of the word without its plural ending; "ies" becomes "y" in place.
static size_t cut_plural(char *word, size_t size) {
  if (size < 4 || word[size - 1] != 's') return size;
  if (ends_in(word, size, "ies") && size > 4) {
    word[size - 3] = 'y';
    return size - 2;
  }
  static const char *const hissing[] = {"sses", "xes", "zes", "ches", "shes"};
  for (size_t i = 0; i < sizeof hissing / sizeof *hissing; i++)
    if (ends_in(word, size, hissing[i])) return size - 2;
  bool is_singular = word[size - 2] == 's' || word[size - 2] == 'u' || word[size - 2] == 'i';
  return is_singular ? size : size - 1;
}

// "APIs"
static bool is_plural_of_acronym(pv_str word) {
  if (word.size < 3 || word.data[word.size - 1] != 's') return false;
  for (size_t i = 0; i + 1 < word.size; i++)
    if (word.data[i] < 'A' || word.data[i] > 'Z') return false;
  return true;
}

size_t pv_term_stem(pv_str word, char *out, size_t size) {
  size_t count = word.size < size ? word.size : size;
  for (size_t i = 0; i < count; i++) {
    char c = word.data[i];
    out[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
  }
  if (word.size > size) return count;
  return is_plural_of_acronym(word) ? count - 1 : cut_plural(out, count);
}

// Blanks and marks between words.
static bool is_between(char c) {
  switch (c) {
  case ' ':
  case '\t':
  case '\r':
  case '\n':
  case ',':
  case '.':
  case '\'':
  case '"':
  case '(':
  case ')':
  case '-':
  case '/':
  case '&': return true;
  default: return false;
  }
}

// Cuts the next word off `text`, past blanks and marks; empty at its end.
static pv_str next_word(pv_str *text) {
  size_t start = 0;
  while (start < text->size && is_between(text->data[start])) start++;
  size_t end = start;
  while (end < text->size && !is_between(text->data[end])) end++;
  pv_str word = {text->data + start, end - start};
  *text = (pv_str){text->data + end, text->size - end};
  return word;
}

// The first byte of the first word, folded; 0 where there is none.
static char first_byte(pv_str text) {
  size_t at = 0;
  while (at < text.size && is_between(text.data[at])) at++;
  if (at == text.size) return 0;
  char c = text.data[at];
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool is_possessive(pv_str word) { return word.size == 1 && (word.data[0] | 0x20) == 's'; }

// Most names are told apart by their first letters.
bool pv_term_same(pv_str a, pv_str b) {
  char left_byte = first_byte(a), right_byte = first_byte(b);
  if (left_byte && right_byte && left_byte != right_byte) return false;
  for (;;) {
    pv_str left = next_word(&a), right = next_word(&b);
    if (left.size && !right.size && is_possessive(left)) left = next_word(&a);
    if (right.size && !left.size && is_possessive(right)) right = next_word(&b);
    if (!left.size || !right.size) return left.size == right.size;
    char stems[2][PV_STEM_SIZE];
    size_t sizes[2] = {pv_term_stem(left, stems[0], PV_STEM_SIZE),
                       pv_term_stem(right, stems[1], PV_STEM_SIZE)};
    if (sizes[0] != sizes[1] || memcmp(stems[0], stems[1], sizes[0]) != 0) return false;
  }
}

uint32_t pv_term_hash(pv_str name) {
  uint32_t hash = 2166136261u;
  for (pv_str word = next_word(&name); word.size; word = next_word(&name)) {
    if (is_possessive(word)) continue;
    char stem[PV_STEM_SIZE];
    size_t size = pv_term_stem(word, stem, PV_STEM_SIZE);
    for (size_t i = 0; i < size; i++) hash = (hash ^ (unsigned char)stem[i]) * 16777619u;
    hash = (hash ^ hash >> 15) * 16777619u;
  }
  return hash;
}
