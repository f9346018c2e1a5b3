// words.c - numbers in words: "one hundred twenty-five thousand", "two and one-half".
#include "base/str.h"
#include "value/decimal.h"
#include "value/reader.h"

// The number so far is `total` + `current`: "two million three hundred" is 2000000 + 300.
typedef struct {
  int64_t total;
  int64_t current;
  int exponent; // of the last thousand or million: the next one is smaller
  uint32_t end;
  bool started;
} words;

static int read_small(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {
      {"eight", 8, 0},      {"eighteen", 18, 0}, {"eighty", 80, 0},   {"eleven", 11, 0},
      {"fifteen", 15, 0},   {"fifty", 50, 0},    {"five", 5, 0},      {"forty", 40, 0},
      {"four", 4, 0},       {"fourteen", 14, 0}, {"fourty", 40, 0},   {"nine", 9, 0},
      {"nineteen", 19, 0},  {"ninety", 90, 0},   {"one", 1, 0},       {"seven", 7, 0},
      {"seventeen", 17, 0}, {"seventy", 70, 0},  {"six", 6, 0},       {"sixteen", 16, 0},
      {"sixty", 60, 0},     {"ten", 10, 0},      {"thirteen", 13, 0}, {"thirty", 30, 0},
      {"three", 3, 0},      {"twelve", 12, 0},   {"twenty", 20, 0},   {"two", 2, 0},
      {"zero", 0, 0}};
  if (!(pv_reader_traits(reader, at) & PV_TRAIT_NUMBER)) return -1;
  const pv_word_row *row = pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows);
  return row ? row->number : -1;
}

// May a number below a hundred follow here? "twenty" + "five" yes, "five" + "twenty" no.
static bool fits(const words *so_far, int small) {
  if (!so_far->started) return true;
  if (small == 0 || (so_far->current == 0 && so_far->total == 0)) return false;
  if (small >= 10) return so_far->current % 100 == 0;
  return so_far->current % 10 == 0 && so_far->current % 100 != 10;
}

static int64_t power_of_ten(int exponent) {
  int64_t power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

static bool take_magnitude(words *so_far, int exponent) {
  if (exponent == 2) {
    if (so_far->current <= 0 || so_far->current >= 100) return false;
    so_far->current *= 100;
    return true;
  }
  if (so_far->current <= 0 || exponent >= so_far->exponent) return false;
  so_far->total += so_far->current * power_of_ten(exponent);
  so_far->current = 0;
  so_far->exponent = exponent;
  return true;
}

// Adds the word at `at` to the number.
static bool take(const pv_value_reader *reader, words *so_far, uint32_t at) {
  int small = read_small(reader, at);
  uint32_t end = at + 1;
  if (small >= 0) {
    if (!fits(so_far, small)) return false;
    so_far->current += small;
  } else {
    int exponent = pv_magnitude_read(reader, at, &end);
    if (!exponent) return false;
    bool is_single = !so_far->started && at > 0 && pv_reader_is(reader, at - 1, PV_STR("a"));
    if (is_single) so_far->current = 1;
    if (!take_magnitude(so_far, exponent)) return false;
  }
  so_far->started = true;
  so_far->end = end;
  return true;
}

// "and" behind a hundred, a comma behind a thousand: more of the number may follow.
static bool is_link(const pv_value_reader *reader, const words *so_far, uint32_t at) {
  if (pv_reader_mark(reader, at) == ',') return so_far->current == 0 && so_far->total > 0;
  return so_far->current % 100 == 0 && so_far->current + so_far->total > 0 &&
         pv_reader_is(reader, at, PV_STR("and"));
}

// A whole number. "between one hundred and two hundred" are two: what follows a link is given back
// where it turns out to be a number of its own.
static bool read_whole(const pv_value_reader *reader, uint32_t at, words *number) {
  words so_far = {.exponent = 15};
  if (!take(reader, &so_far, at)) return false;
  words before_link = so_far;
  bool linked = false;
  for (;;) {
    uint32_t next = pv_reader_after_hyphen(reader, so_far.end);
    bool is_linked = next == so_far.end && is_link(reader, &so_far, next);
    words saved = so_far;
    if (!take(reader, &so_far, is_linked ? next + 1 : next)) break;
    if (!is_linked) continue;
    before_link = saved;
    linked = true;
  }
  uint32_t ignored;
  bool goes_on =
      read_small(reader, so_far.end) >= 0 || pv_magnitude_read(reader, so_far.end, &ignored) > 0;
  *number = linked && goes_on ? before_link : so_far;
  return true;
}

// "half", "thirds" at `at`: 2, 3. A quarter without a hyphen before it is a part of a year, and a
// third party is none of a party.
static int read_denominator(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {
      {"eighth", 8, 0},       {"eighths", 8, 0},       {"fifth", 5, 0},
      {"fifths", 5, 0},       {"fourth", 4, 0},        {"fourths", 4, 0},
      {"half", 2, 0},         {"halves", 2, 0},        {"hundredth", 100, 0},
      {"hundredths", 100, 0}, {"quarter", 4, 0},       {"quarters", 4, 0},
      {"sixth", 6, 0},        {"sixths", 6, 0},        {"sixteenth", 16, 0},
      {"tenth", 10, 0},       {"tenths", 10, 0},       {"third", 3, 0},
      {"thirds", 3, 0},       {"thousandth", 1000, 0}, {"thousandths", 1000, 0}};
  const pv_word_row *row = pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows);
  if (!row) return 0;
  bool has_hyphen = pv_reader_mark(reader, at - 1) == '-';
  if (row->number == 2 || has_hyphen) return row->number;
  if (row->number == 4 && row->word[0] == 'q')
    return pv_reader_is(reader, at + 1, PV_STR("of")) && pv_reader_is(reader, at + 2, PV_STR("one"))
               ? 4
               : 0;
  return pv_reader_is(reader, at + 1, PV_STR("of")) || pv_reader_mark(reader, at + 1) == '('
             ? row->number
             : 0;
}

// "of one percent", "a percent" at `at`.
static bool is_of_percent(const pv_value_reader *reader, uint32_t at) {
  pv_unit unit;
  if (pv_reader_is(reader, at, PV_STR("a"))) return pv_percent_unit(reader, at + 1, &unit);
  if (!pv_reader_is(reader, at, PV_STR("of"))) return false;
  bool is_one = pv_reader_is(reader, at + 1, PV_STR("one")) ||
                pv_reader_is(reader, at + 1, PV_STR("1")) ||
                pv_reader_is(reader, at + 1, PV_STR("a"));
  return is_one && pv_percent_unit(reader, at + 2, &unit);
}

// "half (1/2)", "half of one percent": half alone is a number only with what it is half of.
static bool read_half(const pv_value_reader *reader, uint32_t at, pv_amount *amount) {
  if (!pv_reader_is(reader, at, PV_STR("half"))) return false;
  if (pv_reader_mark(reader, at + 1) != '(' && !is_of_percent(reader, at + 1)) return false;
  *amount = (pv_amount){.end = at + 1, .number = {5, 1}, .in_words = true};
  return true;
}

// "one-half", "three fourths", and behind "and" also "a half".
static bool read_fraction(const pv_value_reader *reader, uint32_t at, pv_amount *fraction) {
  words numerator = {.current = 1, .end = at + 1};
  if (!pv_reader_is(reader, at, PV_STR("a")) && !read_whole(reader, at, &numerator)) return false;
  uint32_t next = pv_reader_after_hyphen(reader, numerator.end);
  int denominator = read_denominator(reader, next);
  int64_t top = numerator.current + numerator.total;
  if (!denominator || top == 0 || top >= denominator) return false;
  *fraction = (pv_amount){.end = next + 1,
                          .number = pv_decimal_fraction(top, denominator),
                          .in_words = true,
                          .is_fraction = denominator % 3 == 0};
  return true;
}

// "and no/100", "and 50/100" behind the words of an amount of money.
static bool read_hundredths(const pv_value_reader *reader, uint32_t at, pv_amount *fraction) {
  if (pv_reader_mark(reader, at + 1) != '/' || pv_reader_small_number(reader, at + 2, false) != 100)
    return false;
  int cents = pv_reader_small_number(reader, at, false);
  if (cents < 0 && !pv_reader_is(reader, at, PV_STR("no")) &&
      !pv_reader_is(reader, at, PV_STR("xx")))
    return false;
  *fraction = (pv_amount){.end = at + 3, .number = {cents < 0 ? 0 : cents, 2}};
  return true;
}

// "point five" behind (or instead of) a whole number.
static bool read_decimals(const pv_value_reader *reader, uint32_t at, pv_amount *amount) {
  if (!pv_reader_is(reader, at, PV_STR("point"))) return false;
  pv_decimal number = amount->number;
  uint32_t next = at + 1;
  for (; number.scale < 6; next++) {
    int digit = read_small(reader, next);
    if (digit < 0 || digit > 9 || number.mantissa > INT64_MAX / 100) break;
    number = (pv_decimal){number.mantissa * 10 + digit, (uint8_t)(number.scale + 1)};
  }
  if (next == at + 1) return false;
  amount->number = number;
  amount->end = next;
  return true;
}

bool pv_words_read(const pv_value_reader *reader, uint32_t at, pv_amount *amount) {
  *amount = (pv_amount){.in_words = true};
  if (read_decimals(reader, at, amount)) return true;
  if (read_fraction(reader, at, amount) || read_half(reader, at, amount)) return true;
  words whole;
  if (!read_whole(reader, at, &whole)) return false;
  amount->number = (pv_decimal){whole.total + whole.current, 0};
  amount->end = whole.end;
  amount->exponent = whole.current == 0 && whole.total > 0 ? whole.exponent : 0;
  if (read_decimals(reader, whole.end, amount)) {
    int exponent = pv_magnitude_read(reader, amount->end, &amount->end);
    amount->number = pv_decimal_shift(amount->number, exponent);
    return true;
  }
  pv_amount fraction;
  if (pv_reader_is(reader, whole.end, PV_STR("and")) &&
      (read_fraction(reader, whole.end + 1, &fraction) ||
       read_hundredths(reader, whole.end + 1, &fraction)) &&
      pv_decimal_add(amount->number, fraction.number, &amount->number)) {
    amount->end = fraction.end;
    amount->is_fraction = fraction.is_fraction;
    int exponent = pv_magnitude_read(reader, amount->end, &amount->end);
    amount->number = pv_decimal_shift(amount->number, exponent);
  }
  return true;
}

// Past a redaction, or past marks that are too few to be one: "(__)".
static uint32_t after_blank(const pv_value_reader *reader, uint32_t at) {
  if (reader->tokens[at].kind == PV_TOKEN_REDACTION) return at + 1;
  while (pv_reader_mark(reader, at) == '_') at++;
  return at;
}

bool pv_amount_read(const pv_value_reader *reader, uint32_t at, pv_amount *amount) {
  if (at >= reader->count) return false;
  uint32_t blank = after_blank(reader, at);
  if (blank > at) {
    *amount = (pv_amount){.end = blank, .redacted = true};
    pv_magnitude_read(reader, blank, &amount->end);
    return true;
  }
  if (reader->tokens[at].kind == PV_TOKEN_WORD && pv_words_read(reader, at, amount)) return true;
  return pv_figures_read(reader, at, amount);
}
