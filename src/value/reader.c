#include "value/reader.h"

#include <string.h>

pv_value_reader pv_value_reader_make(pv_arena *arena, const pv_text *text) {
  return (pv_value_reader){.arena = arena,
                           .text = text,
                           .tokens = text->tokens.items,
                           .count = (uint32_t)text->tokens.count,
                           .traits = pv_vocabulary_traits(text->vocabulary)};
}

// The folded bytes of the token, in `out` if they had to be folded.
static pv_str folded(const pv_value_reader *reader, uint32_t at, char out[PV_READER_WORD]) {
  pv_str word = pv_reader_bytes(reader, at);
  if (at >= reader->count || !(reader->tokens[at].flags & PV_TOKEN_FOLDS)) return word;
  size_t size = pv_token_fold(reader->text->bytes, &reader->tokens[at], out, PV_READER_WORD);
  return (pv_str){out, size};
}

bool pv_reader_is_same(const pv_value_reader *reader, uint32_t at, pv_str word) {
  char out[PV_READER_WORD];
  return pv_str_equal_ignoring_case(folded(reader, at, out), word);
}

char pv_reader_folded_mark(const pv_value_reader *reader, uint32_t at) {
  char out[PV_READER_WORD];
  pv_str mark = folded(reader, at, out);
  return mark.size == 1 ? mark.data[0] : 0;
}

// How `key` stands to `word`; most differ in their first byte.
static int compare_words(const char *key, const char *word) {
  int first = (unsigned char)*key - (unsigned char)*word;
  return first ? first : strcmp(key, word);
}

const pv_word_row *pv_word_row_find(pv_str word, const pv_word_row *rows, size_t count) {
  char key[PV_READER_WORD];
  if (word.size == 0 || word.size >= sizeof key) return NULL;
  for (size_t i = 0; i < word.size; i++) {
    char c = word.data[i];
    key[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
  }
  key[word.size] = '\0';
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    int order = compare_words(key, rows[middle].word);
    if (order == 0) return &rows[middle];
    if (order > 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

const pv_word_row *pv_reader_row(const pv_value_reader *reader, uint32_t at,
                                 const pv_word_row *rows, size_t count) {
  char out[PV_READER_WORD];
  if (at >= reader->count || reader->tokens[at].kind != PV_TOKEN_WORD) return NULL;
  pv_str word = folded(reader, at, out);
  if (word.size == 0) return NULL;
  char first = (char)(word.data[0] | 0x20);
  if (first < rows[0].word[0] || first > rows[count - 1].word[0]) return NULL;
  return pv_word_row_find(word, rows, count);
}

bool pv_reader_joined(const pv_value_reader *reader, uint32_t at) {
  return at < reader->count && at > 0 && reader->tokens[at].start == reader->tokens[at - 1].end;
}

uint32_t pv_reader_after_hyphen(const pv_value_reader *reader, uint32_t at) {
  return pv_reader_mark(reader, at) == '-' ? at + 1 : at;
}

static bool is_ordinal_ending(pv_str text) {
  static const char *const endings[] = {"st", "nd", "rd", "th"};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (pv_str_equal_ignoring_case(text, pv_str_from(endings[i]))) return true;
  return false;
}

int pv_reader_small_number(const pv_value_reader *reader, uint32_t at, bool ordinal) {
  pv_str text = pv_reader_bytes(reader, at);
  int number = 0;
  size_t digits = 0;
  for (; digits < text.size && text.data[digits] >= '0' && text.data[digits] <= '9'; digits++) {
    if (digits == 4) return -1;
    number = number * 10 + (text.data[digits] - '0');
  }
  if (digits == 0) return -1;
  if (digits == text.size) return number;
  pv_str ending = {text.data + digits, text.size - digits};
  return ordinal && is_ordinal_ending(ending) ? number : -1;
}
