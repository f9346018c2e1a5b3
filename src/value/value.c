#include "value/value.h"

#include "base/vector.h"
#include "value/reader.h"

const char *pv_value_kind_name(pv_value_kind kind) {
  static const char *const names[PV_VALUE_KIND_COUNT] = {
      [PV_VALUE_NUMBER] = "number", [PV_VALUE_PERCENT] = "percent",
      [PV_VALUE_MONEY] = "money",   [PV_VALUE_DATE] = "date",
      [PV_VALUE_PERIOD] = "period", [PV_VALUE_FREQUENCY] = "frequency",
      [PV_VALUE_PLACE] = "place",   [PV_VALUE_REDACTED] = "redacted",
  };
  return names[kind];
}

// What a token may start, beside the traits of its word.
enum { DIGITS = 1 << 16, REDACTION = 1 << 17, SYMBOL = 1 << 18, MIXED = 1 << 19 };

// A row a reader: the tokens it wants to see.
static const struct {
  uint32_t starts;
  bool (*read)(const pv_value_reader *reader, uint32_t at, pv_value *value);
} readers[] = {
    {DIGITS | MIXED | PV_TRAIT_MONTH | PV_TRAIT_NUMBER, pv_date_read},
    {DIGITS | PV_TRAIT_NUMBER, pv_anniversary_read},
    {DIGITS | MIXED | REDACTION | SYMBOL | PV_TRAIT_NUMBER | PV_TRAIT_CURRENCY | PV_TRAIT_PLACE,
     pv_measure_read},
    {PV_TRAIT_PERIOD, pv_frequency_read},
    {PV_TRAIT_PLACE, pv_place_read},
};

enum {
  TRAITS = PV_TRAIT_MONTH | PV_TRAIT_NUMBER | PV_TRAIT_CURRENCY | PV_TRAIT_PERIOD | PV_TRAIT_PLACE
};

// Of symbols, only currencies and blanks ("____") start a value.
static bool may_start(const pv_value_reader *reader, uint32_t at) {
  char mark = pv_reader_mark(reader, at);
  return mark == '$' || mark == '_' || reader->tokens[at].flags & PV_TOKEN_FOLDS;
}

// The longest value that starts at `at`, the first of equals.
static bool read_longest(const pv_value_reader *reader, uint32_t at, uint32_t starts,
                         pv_value *longest) {
  bool found = false;
  pv_value value;
  for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
    if (!(starts & readers[i].starts) || !readers[i].read(reader, at, &value)) continue;
    if (found && value.end <= longest->end) continue;
    *longest = value;
    found = true;
  }
  return found;
}

pv_values pv_values_read(pv_arena *arena, const pv_text *text) {
  static const uint32_t kinds[] = {[PV_TOKEN_WORD] = 0,
                                   [PV_TOKEN_NUMBER] = DIGITS,
                                   [PV_TOKEN_PUNCT] = 0,
                                   [PV_TOKEN_SYMBOL] = SYMBOL,
                                   [PV_TOKEN_REDACTION] = REDACTION};
  enum { TOKENS_PER_VALUE = 32 }; // a low guess
  PV_VECTOR(pv_value) values = {.capacity = text->tokens.count / TOKENS_PER_VALUE + 1};
  values.items = PV_NEW_UNSET(arena, pv_value, values.capacity);
  pv_value_reader reader = pv_value_reader_make(arena, text);
  for (size_t i = 0; i < text->tokens.marked_count; i++) {
    uint32_t at = text->tokens.marked[i];
    if (at < reader.floor) continue;
    const pv_token *token = &reader.tokens[at];
    uint32_t starts = kinds[token->kind] | (reader.traits[token->word] & TRAITS);
    if (token->kind == PV_TOKEN_SYMBOL && !may_start(&reader, at)) continue;
    if (token->word == PV_SHAPE_MIXED) starts |= MIXED; // EUR500, 2½
    pv_value value;
    if (!starts || !read_longest(&reader, at, starts, &value)) continue;
    PV_PUSH(arena, &values, value);
    reader.floor = value.end;
    reader.last = &values.items[values.count - 1];
  }
  return (pv_values){values.items, values.count};
}
