// measure.c - an amount with what it counts: numbers, percentages, money and periods.
//
// Words and figures may stand side by side, the unit with either or behind both: "two (2) years",
// "five percent (5%)", "ten thousand ($10,000) dollars", "five (5%) percent". They are one value.
#include "base/str.h"
#include "value/decimal.h"
#include "value/reader.h"

// An amount with the unit that stands with it (kind PV_VALUE_NUMBER: none).
typedef struct {
  pv_amount amount;
  pv_unit unit;
  uint32_t end;
} part;

// A row a kind of unit, with the traits of the words that it starts with.
static const struct {
  uint32_t starts;
  bool (*read)(const pv_value_reader *reader, uint32_t at, pv_unit *unit);
} units[] = {{PV_TRAIT_UNIT, pv_percent_unit},
             {PV_TRAIT_UNIT | PV_TRAIT_CURRENCY, pv_money_unit},
             {PV_TRAIT_UNIT | PV_TRAIT_PERIOD, pv_period_unit}};

static bool read_unit(const pv_value_reader *reader, uint32_t at, pv_unit *unit) {
  uint32_t word = pv_reader_after_hyphen(reader, at);
  uint32_t traits = pv_reader_traits(reader, word);
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    if ((traits & units[i].starts) && units[i].read(reader, at, unit)) return true;
  *unit = (pv_unit){.kind = PV_VALUE_NUMBER, .end = at};
  return false;
}

// "of one percent" behind "one half", and "a percent" behind "half".
static void multiply_fraction(const pv_value_reader *reader, part *half) {
  pv_amount whole;
  pv_unit unit;
  if (half->amount.redacted || half->amount.number.scale == 0) return;
  uint32_t one = half->end + pv_reader_is(reader, half->end, PV_STR("of"));
  if (pv_reader_is(reader, one, PV_STR("a")) && pv_percent_unit(reader, one + 1, &unit)) {
    half->unit = unit;
    half->end = unit.end;
    return;
  }
  if (!pv_reader_is(reader, half->end, PV_STR("of")) ||
      !pv_amount_read(reader, half->end + 1, &whole) || whole.redacted)
    return;
  if (!pv_percent_unit(reader, whole.end, &unit)) return;
  if (!pv_decimal_multiply(half->amount.number, whole.number, &half->amount.number)) return;
  half->unit = unit;
  half->end = unit.end;
}

// "and fifty cents" behind dollars.
static void add_cents(const pv_value_reader *reader, part *dollars) {
  pv_amount cents;
  pv_unit unit;
  if (dollars->amount.redacted || !pv_reader_is(reader, dollars->end, PV_STR("and")) ||
      !pv_amount_read(reader, dollars->end + 1, &cents) || cents.redacted)
    return;
  if (!pv_money_unit(reader, cents.end, &unit) || unit.exponent != -2) return;
  if (pv_decimal_add(dollars->amount.number, pv_decimal_shift(cents.number, -2),
                     &dollars->amount.number))
    dollars->end = unit.end;
}

// "the ____ day of March": no period.
static bool is_day_of_month(const pv_value_reader *reader, const pv_unit *unit) {
  uint32_t month = unit->end + 1;
  return unit->kind == PV_VALUE_PERIOD && pv_reader_is(reader, unit->end, PV_STR("of")) &&
         (pv_reader_traits(reader, month) & PV_TRAIT_MONTH);
}

static bool read_part(const pv_value_reader *reader, uint32_t at, part *read) {
  pv_unit prefix;
  bool is_glued = pv_money_glued(reader, at, &prefix, &read->amount);
  bool has_prefix = is_glued || pv_money_prefix(reader, at, &prefix);
  if (!is_glued && !pv_amount_read(reader, has_prefix ? prefix.end : at, &read->amount))
    return false;
  read->end = read->amount.end;
  pv_unit behind;
  bool has_unit = read_unit(reader, read->end, &behind) && !is_day_of_month(reader, &behind);
  read->unit = has_prefix ? prefix : (pv_unit){.kind = PV_VALUE_NUMBER};
  if (has_unit && (!has_prefix || behind.kind == PV_VALUE_MONEY)) {
    bool keeps_prefix = has_prefix && behind.assumed;
    if (!keeps_prefix) read->unit = behind;
    read->end = behind.end;
    if (behind.kind == PV_VALUE_MONEY && behind.exponent == 0) add_cents(reader, read);
  }
  if (!has_prefix && !has_unit) multiply_fraction(reader, read);
  return true;
}

// "$4,950.00 U.S.": the country behind an amount of dollars.
static void read_country_behind(const pv_value_reader *reader, part *dollars) {
  bool is_us = pv_reader_is(reader, dollars->end, PV_STR("u.s.")) ||
               pv_reader_is(reader, dollars->end, PV_STR("us"));
  if (dollars->unit.kind != PV_VALUE_MONEY || !dollars->unit.assumed || !is_us) return;
  dollars->unit.assumed = false;
  dollars->end++;
}

static bool read_parenthesis(const pv_value_reader *reader, uint32_t at, part *inside,
                             uint32_t *end) {
  if (pv_reader_mark(reader, at) != '(' || !read_part(reader, at + 1, inside)) return false;
  read_country_behind(reader, inside);
  if (pv_reader_mark(reader, inside->end) != ')') return false;
  *end = inside->end + 1;
  return true;
}

static bool is_pair(const part *outside, const part *inside) {
  pv_value_kind a = outside->unit.kind, b = inside->unit.kind;
  if (a != b && a != PV_VALUE_NUMBER && b != PV_VALUE_NUMBER) return false;
  if (outside->amount.redacted || inside->amount.redacted) return true;
  return outside->amount.in_words != inside->amount.in_words;
}

static pv_decimal scaled(const part *of, const pv_unit *shared) {
  int exponent = of->unit.kind == PV_VALUE_NUMBER ? shared->exponent : of->unit.exponent;
  return pv_decimal_shift(of->amount.number, exponent);
}

// "Six (6,000,000) Million": the magnitude may count for the figures or not.
static void apply_magnitude(const pv_value_reader *reader, part *words, part *figures,
                            uint32_t *end) {
  int exponent = pv_magnitude_read(reader, *end, end);
  if (!exponent) return;
  pv_decimal power = pv_decimal_shift((pv_decimal){1, 0}, exponent);
  bool is_same = pv_decimal_equal(words->amount.number, figures->amount.number);
  if (!pv_decimal_multiply(words->amount.number, power, &words->amount.number)) return;
  if (is_same) figures->amount.number = words->amount.number;
}

// The word before the number looks like a part of it that is misspelt: "thrity-five".
static bool follows_misspelling(const pv_value_reader *reader, uint32_t first) {
  static const char *const endings[] = {"ty", "teen", "dred", "sand"};
  if (first == 0) return false;
  if (pv_reader_mark(reader, first - 1) == '-') return true;
  pv_str word = pv_reader_bytes(reader, first - 1);
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (pv_str_ends_with(word, pv_str_from(endings[i]))) return true;
  return false;
}

// "Year One (1998)": a name and a year, not the same number twice.
static bool names_year(const pv_value_reader *reader, uint32_t first, const pv_value *value) {
  bool is_year = value->figures.scale == 0 && value->figures.mantissa >= 1900 &&
                 value->figures.mantissa < 2100;
  return is_year && first > 0 && value->kind == PV_VALUE_NUMBER &&
         reader->tokens[first - 1].letters == PV_CASE_CAPITAL;
}

static bool disagrees(const pv_value_reader *reader, uint32_t first, const part *words,
                      const part *figures, const pv_value *value) {
  if (pv_decimal_equal(value->number, value->figures)) return false;
  if (pv_decimal_equal(value->number, figures->amount.number)) return false; // percent (.05)
  if (words->amount.is_fraction || figures->amount.is_fraction) return false;
  return !follows_misspelling(reader, first) && !names_year(reader, first, value);
}

static void fill_pair(const pv_value_reader *reader, const part *outside, const part *inside,
                      const pv_unit *unit, pv_value *value) {
  const part *words = outside->amount.in_words ? outside : inside;
  const part *figures = outside->amount.in_words ? inside : outside;
  if (outside->amount.redacted || inside->amount.redacted) {
    words = figures = outside->amount.redacted ? inside : outside;
    if (words->amount.redacted) value->kind = PV_VALUE_REDACTED;
  }
  value->number = scaled(words, unit);
  value->figures = scaled(figures, unit);
  bool is_share = words->unit.kind == PV_VALUE_NUMBER &&
                  pv_decimal_equal(words->amount.number, value->figures); // half (50%)
  if (is_share) value->number = value->figures;
  if (words != figures) value->differs = disagrees(reader, value->first, words, figures, value);
}

// "one of the parties", "any one": a pronoun.
static bool is_pronoun(const pv_value_reader *reader, const part *one) {
  static const pv_word_row before[] = {
      {"any", 0, 0}, {"each", 0, 0}, {"every", 0, 0}, {"no", 0, 0}, {"the", 0, 0}};
  static const pv_word_row behind[] = {
      {"and", 0, 0}, {"another", 0, 0}, {"of", 0, 0}, {"or", 0, 0}};
  if (!one->amount.in_words || one->unit.kind != PV_VALUE_NUMBER) return false;
  if (!pv_decimal_equal(one->amount.number, (pv_decimal){1, 0})) return false;
  return pv_reader_row(reader, one->end, behind, sizeof behind / sizeof *behind) ||
         (one->end >= 2 &&
          pv_reader_row(reader, one->end - 2, before, sizeof before / sizeof *before));
}

// Where a number of two tokens starts whose last one is at `at`: ".5" behind a mark, "C$".
static uint32_t start_of(const pv_value_reader *reader, uint32_t at) {
  if (at <= reader->floor || !pv_reader_joined(reader, at)) return at;
  uint8_t before = at >= 2 ? reader->tokens[at - 2].kind : PV_TOKEN_PUNCT;
  bool is_point = pv_reader_mark(reader, at - 1) == '.' && at - 1 > reader->floor &&
                  (before == PV_TOKEN_PUNCT || before == PV_TOKEN_SYMBOL);
  pv_unit prefix;
  bool is_country =
      reader->tokens[at - 1].kind == PV_TOKEN_WORD && pv_money_prefix(reader, at - 1, &prefix);
  return is_point || is_country ? at - 1 : at;
}

// The digits at `at` are the end of what is no number: "1,00,000".
static bool goes_on_number(const pv_value_reader *reader, uint32_t at) {
  return pv_reader_joined(reader, at) && pv_reader_mark(reader, at - 1) == ',' &&
         pv_reader_joined(reader, at - 1);
}

bool pv_measure_alone(const pv_value_reader *reader, uint32_t at, pv_value *value, pv_unit *shared,
                      int *exponent) {
  part outside, inside;
  if (!read_part(reader, at, &outside)) return false;
  *exponent = outside.amount.exponent;
  pv_unit unit = outside.unit;
  uint32_t end = outside.end;
  bool has_pair = read_parenthesis(reader, end, &inside, &end) && is_pair(&outside, &inside);
  if (!has_pair) end = outside.end;
  if (!has_pair && is_pronoun(reader, &outside)) return false;
  if (has_pair && unit.kind == PV_VALUE_NUMBER) {
    if (outside.amount.in_words) apply_magnitude(reader, &outside, &inside, &end);
    pv_unit behind;
    bool fits = read_unit(reader, end, &behind) && !is_day_of_month(reader, &behind) &&
                (inside.unit.kind == PV_VALUE_NUMBER || inside.unit.kind == behind.kind);
    if (fits) end = behind.end;
    unit = fits && (inside.unit.kind == PV_VALUE_NUMBER || !behind.assumed) ? behind : inside.unit;
  } else if (has_pair && unit.assumed && inside.unit.code.size) {
    unit.code = inside.unit.code;
    unit.assumed = inside.unit.assumed;
  }
  *value = (pv_value){.kind = unit.kind,
                      .first = at,
                      .end = end,
                      .unit = unit.code,
                      .assumed = unit.assumed,
                      .business = unit.business};
  if (has_pair) {
    fill_pair(reader, &outside, &inside, &unit, value);
  } else {
    value->number = value->figures = scaled(&outside, &unit);
    if (outside.amount.redacted) value->kind = PV_VALUE_REDACTED;
  }
  if (value->kind == PV_VALUE_REDACTED) value->hidden = unit.kind;
  *shared = unit;
  return true;
}

bool pv_measure_read(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  pv_unit unit;
  int exponent;
  at = start_of(reader, at);
  if (goes_on_number(reader, at) || !pv_measure_alone(reader, at, value, &unit, &exponent))
    return false;
  pv_range_complete(reader, value, exponent);
  if (value->kind == PV_VALUE_PERIOD) pv_period_as_frequency(reader, value);
  return true;
}
