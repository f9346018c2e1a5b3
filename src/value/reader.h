// reader.h - what the readers of values share: looking at tokens, amounts and units.
#ifndef PV_VALUE_READER_H
#define PV_VALUE_READER_H

#include "base/str.h"
#include "value/value.h"

typedef struct {
  pv_arena *arena;
  const pv_text *text;
  const pv_token *tokens;
  uint32_t count;
  uint32_t floor;       // behind the last value: a value that looks back does not start before it
  const pv_value *last; // the value before, or NULL
  const uint16_t *traits;
} pv_value_reader;

pv_value_reader pv_value_reader_make(pv_arena *arena, const pv_text *text);

// The longest word that a table of this stage holds, and one byte.
enum { PV_READER_WORD = 24 };

// A row of a table of words, sorted by word for pv_reader_row.
typedef struct {
  const char *word;
  int32_t number;
  const char *code;
} pv_word_row;

// The traits of a token's word; none behind the last one.
static inline uint32_t pv_reader_traits(const pv_value_reader *reader, uint32_t at) {
  return at < reader->count ? reader->traits[reader->tokens[at].word] : 0;
}

// The bytes of a token; empty behind the last one.
static inline pv_str pv_reader_bytes(const pv_value_reader *reader, uint32_t at) {
  if (at >= reader->count) return (pv_str){"", 0};
  return pv_str_slice(reader->text->bytes, pv_token_span(&reader->tokens[at]));
}

// May the token be a word that starts with `first`, in lower case, and has `size` bytes?
static inline bool pv_reader_may_be(const pv_value_reader *reader, uint32_t at, char first,
                                    size_t size) {
  if (at >= reader->count) return false;
  const pv_token *t = &reader->tokens[at];
  if (t->flags & PV_TOKEN_FOLDS) return true;
  return t->end - t->start == size && (reader->text->bytes.data[t->start] | 0x20) == first;
}

// pv_reader_is for a word that is not empty and that the token may be.
bool pv_reader_is_same(const pv_value_reader *reader, uint32_t at, pv_str word);

// Is the token this word, given in lower case? Most are told apart by their first byte.
static inline bool pv_reader_is(const pv_value_reader *reader, uint32_t at, pv_str word) {
  return pv_reader_may_be(reader, at, word.data[0], word.size) &&
         pv_reader_is_same(reader, at, word);
}

// pv_reader_mark for a mark that is not of ASCII.
char pv_reader_folded_mark(const pv_value_reader *reader, uint32_t at);

// The mark or symbol of ASCII that the token is (typographic ones folded), or 0.
static inline char pv_reader_mark(const pv_value_reader *reader, uint32_t at) {
  if (at >= reader->count) return 0;
  const pv_token *t = &reader->tokens[at];
  if (t->kind != PV_TOKEN_PUNCT && t->kind != PV_TOKEN_SYMBOL) return 0;
  if (t->flags & PV_TOKEN_FOLDS) return pv_reader_folded_mark(reader, at);
  return t->end - t->start == 1 ? reader->text->bytes.data[t->start] : 0;
}

// The row of `word`, of any case, or NULL.
const pv_word_row *pv_word_row_find(pv_str word, const pv_word_row *rows, size_t count);

// The row of the token's folded word, or NULL; no row has a word without letters.
const pv_word_row *pv_reader_row(const pv_value_reader *reader, uint32_t at,
                                 const pv_word_row *rows, size_t count);

// Is there no white space before the token?
bool pv_reader_joined(const pv_value_reader *reader, uint32_t at);

// Past a hyphen at `at`, if there is one.
uint32_t pv_reader_after_hyphen(const pv_value_reader *reader, uint32_t at);

// The one-to-four-digit number that the token is ("2", "02", "2026", with `ordinal` "2nd" too), or
// -1.
int pv_reader_small_number(const pv_value_reader *reader, uint32_t at, bool ordinal);

// "first", "twenty-first": the number, or -1; `end` is set behind it.
int pv_ordinal_read(const pv_value_reader *reader, uint32_t at, uint32_t *end);

// Past "(2nd)" at `at`, which says an ordinal in words again.
uint32_t pv_ordinal_repeated(const pv_value_reader *reader, uint32_t at);

// A bare number, in words or figures, without its unit.
typedef struct {
  uint32_t end; // behind its last token
  pv_decimal number;
  bool in_words;
  bool is_fraction; // one-third: not exact, so it is not compared
  bool redacted;
  int exponent; // of the magnitude behind it, as in "2.5 million"; it is in the number
} pv_amount;

// "1,000.50", ".5", "2 1/2", "2.5 million"; "one hundred twenty-five thousand"; "[***]".
bool pv_amount_read(const pv_value_reader *reader, uint32_t at, pv_amount *amount);
bool pv_figures_read(const pv_value_reader *reader, uint32_t at, pv_amount *amount);
bool pv_words_read(const pv_value_reader *reader, uint32_t at, pv_amount *amount);

// "million": the exponent of ten, or 0. `end` is set behind it.
int pv_magnitude_read(const pv_value_reader *reader, uint32_t at, uint32_t *end);

// What stands behind (or, for money, before) an amount and says what it counts.
typedef struct {
  pv_value_kind kind; // PV_VALUE_NUMBER: no unit
  uint32_t end;
  int exponent; // the number is times 10 to this: -2 for a percentage, for cents
  pv_str code;  // of a value's `unit`
  bool assumed;
  bool business;
} pv_unit;

// One function a kind of unit: true and fills `unit` where one stands at `at`.
bool pv_percent_unit(const pv_value_reader *reader, uint32_t at, pv_unit *unit);
bool pv_money_unit(const pv_value_reader *reader, uint32_t at, pv_unit *unit);
bool pv_period_unit(const pv_value_reader *reader, uint32_t at, pv_unit *unit);

// "$", "US$", "USD": a currency before its amount.
bool pv_money_prefix(const pv_value_reader *reader, uint32_t at, pv_unit *unit);

// "EUR500", "RMB20,000": a currency and its amount without white space are one word.
bool pv_money_glued(const pv_value_reader *reader, uint32_t at, pv_unit *unit, pv_amount *amount);

// An amount with its unit, without regard to what stands around it: `unit` is the unit, `exponent`
// that of its magnitude.
bool pv_measure_alone(const pv_value_reader *reader, uint32_t at, pv_value *value, pv_unit *unit,
                      int *exponent);

// Gives `value`, whose magnitude has `exponent`, what it has in common with the amount behind or
// before it.
void pv_range_complete(const pv_value_reader *reader, pv_value *value, int exponent);

// Makes a period behind "every" or "each" a frequency.
void pv_period_as_frequency(const pv_value_reader *reader, pv_value *period);

// The readers of values: true and fills `value` where one starts at `at` (a date or a frequency may
// start earlier, but not before the floor).
bool pv_measure_read(const pv_value_reader *reader, uint32_t at, pv_value *value);
bool pv_anniversary_read(const pv_value_reader *reader, uint32_t at, pv_value *value);
bool pv_date_read(const pv_value_reader *reader, uint32_t at, pv_value *value);
bool pv_frequency_read(const pv_value_reader *reader, uint32_t at, pv_value *value);
bool pv_place_read(const pv_value_reader *reader, uint32_t at, pv_value *value);

#endif
