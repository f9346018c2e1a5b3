// period.c - units of time behind an amount ("business days", "-month"), and how often something
// happens ("monthly", "each calendar quarter", "per annum").
#include "base/str.h"
#include "value/decimal.h"
#include "value/reader.h"

// Days, weeks, months, quarters, years, with the ISO 8601 period of one as `code`.
static const pv_word_row *find_unit(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {
      {"annum", 'Y', "P1Y"},    {"day", 'D', "P1D"},    {"days", 'D', "P1D"},
      {"month", 'M', "P1M"},    {"months", 'M', "P1M"}, {"quarter", 'Q', "P3M"},
      {"quarters", 'Q', "P3M"}, {"week", 'W', "P1W"},   {"weeks", 'W', "P1W"},
      {"year", 'Y', "P1Y"},     {"years", 'Y', "P1Y"}};
  return pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows);
}

// Words that may stand between an amount and its unit: 1 where they make days business days.
static const pv_word_row *find_kind(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {
      {"additional", 0, 0}, {"banking", 1, 0},     {"business", 1, 0},   {"calendar", 0, 0},
      {"complete", 0, 0},   {"consecutive", 0, 0}, {"continuous", 0, 0}, {"contract", 0, 0},
      {"fiscal", 0, 0},     {"full", 0, 0},        {"further", 0, 0},    {"license", 0, 0},
      {"more", 0, 0},       {"other", 0, 0},       {"royalty", 0, 0},    {"sales", 0, 0},
      {"succeeding", 0, 0}, {"successive", 0, 0},  {"trading", 1, 0},    {"whole", 0, 0},
      {"working", 1, 0}};
  return pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows);
}

pv_str pv_unit_of_time(pv_arena *arena, const pv_text *text, uint32_t first, uint32_t end) {
  pv_value_reader reader = pv_value_reader_make(arena, text);
  while (end-- > first) {
    const pv_word_row *row = find_unit(&reader, end);
    if (row) return pv_str_from(row->code);
  }
  return PV_STR("");
}

enum { MOST_KINDS = 3 };

// "(s)" without white space, as in "day(s)".
static uint32_t after_plural(const pv_value_reader *reader, uint32_t at) {
  bool is_plural = pv_reader_mark(reader, at) == '(' && pv_reader_joined(reader, at) &&
                   pv_reader_is(reader, at + 1, PV_STR("s")) &&
                   pv_reader_mark(reader, at + 2) == ')';
  return is_plural ? at + 3 : at;
}

static pv_str unit_letter(int32_t letter) {
  static const char letters[] = "DWMQY";
  return (pv_str){strchr(letters, (char)letter), 1};
}

bool pv_period_unit(const pv_value_reader *reader, uint32_t at, pv_unit *unit) {
  *unit = (pv_unit){.kind = PV_VALUE_PERIOD};
  at = pv_reader_after_hyphen(reader, at);
  for (int i = 0; i < MOST_KINDS; i++) {
    const pv_word_row *kind = find_kind(reader, at);
    if (!kind) break;
    unit->business |= kind->number == 1;
    at = pv_reader_after_hyphen(reader, at + 1);
  }
  const pv_word_row *row = find_unit(reader, at);
  if (!row) return false;
  unit->end = after_plural(reader, at + 1);
  unit->code = unit_letter(row->number);
  return true;
}

static bool is_each(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"each", 0, 0}, {"every", 0, 0}, {"per", 0, 0}};
  return pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows) != NULL;
}

// "monthly", "semi-annually": one word, or a prefix, a hyphen and a word.
static bool read_adverb(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  static const pv_word_row rows[] = {
      {"annual", 0, "P1Y"},       {"annually", 0, "P1Y"},  {"biannually", 0, "P6M"},
      {"bimonthly", 0, "P2M"},    {"biweekly", 0, "P2W"},  {"daily", 0, "P1D"},
      {"monthly", 0, "P1M"},      {"quarterly", 0, "P3M"}, {"semiannual", 0, "P6M"},
      {"semiannually", 0, "P6M"}, {"weekly", 0, "P1W"},    {"yearly", 0, "P1Y"}};
  static const struct {
    pv_str prefix;
    const char *one;
    const char *with;
  } prefixes[] = {{{"semi", 4}, "P1Y", "P6M"}, {{"half", 4}, "P1Y", "P6M"},
                  {{"bi", 2}, "P1Y", "P6M"},   {{"bi", 2}, "P1W", "P2W"},
                  {{"bi", 2}, "P1M", "P2M"},   {{"semi", 4}, "P1M", "P15D"}};
  const pv_word_row *row = pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows);
  if (!row) return false;
  *value = (pv_value){
      .kind = PV_VALUE_FREQUENCY, .first = at, .end = at + 1, .unit = pv_str_from(row->code)};
  if (at < reader->floor + 2 || pv_reader_mark(reader, at - 1) != '-') return true;
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
    if (!pv_reader_is(reader, at - 2, prefixes[i].prefix) ||
        !pv_str_equal(value->unit, pv_str_from(prefixes[i].one)))
      continue;
    value->first = at - 2;
    value->unit = pv_str_from(prefixes[i].with);
    break;
  }
  return true;
}

// "once a year", "$5,000 a month": `at` is the article; what stands before it tells a rate from
// "a year" as a time.
static bool is_rate_article(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"once", 0, 0}, {"times", 0, 0}, {"twice", 0, 0}};
  if (!pv_reader_is(reader, at, PV_STR("a")) || at == 0) return false;
  return at == reader->floor || pv_reader_row(reader, at - 1, rows, sizeof rows / sizeof *rows);
}

// "a year" behind a word that wants a time: a period of one.
static bool read_article_period(const pv_value_reader *reader, uint32_t at, int32_t unit,
                                pv_value *value) {
  static const pv_word_row rows[] = {{"for", 0, 0}, {"of", 0, 0}, {"than", 0, 0}, {"within", 0, 0}};
  if (at < reader->floor + 2 || !pv_reader_is(reader, at - 1, PV_STR("a")) ||
      !pv_reader_row(reader, at - 2, rows, sizeof rows / sizeof *rows))
    return false;
  *value = (pv_value){.kind = PV_VALUE_PERIOD,
                      .first = at - 1,
                      .end = at + 1,
                      .number = {1, 0},
                      .unit = unit_letter(unit)};
  return true;
}

// "each calendar quarter", "per annum", "twice a year": `at` is the unit.
// "three times" before "per year": how many months lie between them, or 0.
static int months_between(const pv_value_reader *reader, uint32_t times) {
  if (times < reader->floor || !pv_reader_is(reader, times, PV_STR("times"))) return 0;
  const pv_value *last = reader->last;
  if (!last || last->kind != PV_VALUE_NUMBER || last->end != times || last->number.scale) return 0;
  int64_t count = last->number.mantissa;
  return count > 0 && count <= 12 && 12 % count == 0 ? (int)(12 / count) : 0;
}

// "twice", "four times" before the article of "per year"; "other" behind that of "every other
// month".
static void apply_count(const pv_value_reader *reader, uint32_t article, char unit,
                        pv_value *value) {
  if (pv_reader_is(reader, article + 1, PV_STR("other"))) {
    value->unit =
        pv_str_printf(reader->arena, "P%d%c", unit == 'Q' ? 6 : 2, unit == 'Q' ? 'M' : unit);
    return;
  }
  if (unit != 'Y' || article == reader->floor) return;
  int months = months_between(reader, article - 1);
  if (pv_reader_is(reader, article - 1, PV_STR("twice"))) months = 6;
  if (!months) return;
  value->first = article - 1;
  value->unit = pv_str_printf(reader->arena, "P%dM", months);
}

bool pv_frequency_read(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  if (read_adverb(reader, at, value)) return true;
  const pv_word_row *unit = find_unit(reader, at);
  if (!unit) return false;
  if (read_article_period(reader, at, unit->number, value)) return true;
  uint32_t article = at;
  for (int i = 0; i < MOST_KINDS && article > reader->floor + 1; i++)
    if (find_kind(reader, article - 1)) article--;
  if (article == reader->floor) return false;
  article--;
  if (!is_each(reader, article) && !is_rate_article(reader, article)) return false;
  *value = (pv_value){
      .kind = PV_VALUE_FREQUENCY, .first = article, .end = at + 1, .unit = pv_str_from(unit->code)};
  apply_count(reader, article, (char)unit->number, value);
  return true;
}

// "every six months": a period behind such a word says how often.
void pv_period_as_frequency(const pv_value_reader *reader, pv_value *period) {
  if (period->first <= reader->floor || !is_each(reader, period->first - 1)) return;
  period->kind = PV_VALUE_FREQUENCY;
  period->first--;
  period->unit = pv_period_print(reader->arena, period);
}

pv_str pv_period_print(pv_arena *arena, const pv_value *period) {
  if (period->unit.size != 1) return period->unit;
  bool is_quarter = period->unit.data[0] == 'Q';
  pv_decimal count = period->number;
  if (is_quarter && !pv_decimal_multiply(count, (pv_decimal){3, 0}, &count)) is_quarter = false;
  pv_str number = pv_decimal_print(arena, count);
  return pv_str_printf(arena, "P" PV_STR_FMT "%c", PV_STR_ARG(number),
                       is_quarter ? 'M' : period->unit.data[0]);
}
