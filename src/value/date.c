// date.c - calendar dates, as precise as the text has them.
#include <string.h>

#include "base/str.h"
#include "value/reader.h"

enum { FIRST_YEAR = 1800, LAST_YEAR = 2199 };

// 1..12, or 0. Lower-case "may" and "march" are verbs; "mar" and "sept" are no words.
static int read_month(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {
      {"apr", 4, 0},      {"april", 4, 0},     {"aug", 8, 0},       {"august", 8, 0},
      {"dec", 12, 0},     {"december", 12, 0}, {"feb", 2, 0},       {"february", 2, 0},
      {"jan", 1, 0},      {"january", 1, 0},   {"jul", 7, 0},       {"july", 7, 0},
      {"jun", 6, 0},      {"june", 6, 0},      {"mar", 3, 0},       {"march", 3, 0},
      {"may", 5, 0},      {"nov", 11, 0},      {"november", 11, 0}, {"oct", 10, 0},
      {"october", 10, 0}, {"sep", 9, 0},       {"sept", 9, 0},      {"september", 9, 0}};
  if (!(pv_reader_traits(reader, at) & PV_TRAIT_MONTH)) return 0;
  if (reader->tokens[at].letters == PV_CASE_LOWER) return 0;
  const pv_word_row *row = pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows);
  return row ? row->number : 0;
}

// "2026" at `at`, or -1.
static int read_year(const pv_value_reader *reader, uint32_t at) {
  int year = pv_reader_bytes(reader, at).size == 4 ? pv_reader_small_number(reader, at, false) : -1;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : -1;
}

// "2026", or "two thousand twenty-six" behind a month, at `at`: the year, or -1; `end` is set
// behind it.
static int read_any_year(const pv_value_reader *reader, uint32_t at, uint32_t *end) {
  *end = at + 1;
  int year = read_year(reader, at);
  bool starts =
      pv_reader_is(reader, at, PV_STR("two")) || pv_reader_is(reader, at, PV_STR("nineteen"));
  pv_amount words;
  if (year > 0 || !starts || !pv_words_read(reader, at, &words) || words.number.scale) return year;
  *end = words.end;
  int64_t number = words.number.mantissa;
  return number >= FIRST_YEAR && number <= LAST_YEAR ? (int)number : -1;
}

static int days_of(int month, int year) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return days[month - 1] + (is_leap && month == 2);
}

static bool is_day_of(int day, int month, int year) {
  return month >= 1 && month <= 12 && day >= 1 && day <= days_of(month, year);
}

static bool fill(pv_value *value, uint32_t first, uint32_t end, int year, int month, int day) {
  if (day && !is_day_of(day, month, year)) return false;
  *value = (pv_value){.kind = PV_VALUE_DATE,
                      .first = first,
                      .end = end,
                      .year = (int16_t)year,
                      .month = (uint8_t)month,
                      .day = (uint8_t)day,
                      .precision = day     ? PV_DATE_DAY
                                   : month ? PV_DATE_MONTH
                                           : PV_DATE_YEAR};
  return true;
}

// Is the token one of these endings, "st nd rd th"?
static bool is_ending(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"nd", 0, 0}, {"rd", 0, 0}, {"st", 0, 0}, {"th", 0, 0}};
  return pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows) != NULL;
}

// The day of "19t h", whose ending a raised letter has torn in two, or -1.
static int read_torn_day(const pv_value_reader *reader, uint32_t at) {
  pv_str day = pv_reader_bytes(reader, at), rest = pv_reader_bytes(reader, at + 1);
  if (day.size < 2 || day.size > 3 || rest.size != 1) return -1;
  char ending[3] = {day.data[day.size - 1], rest.data[0], '\0'};
  if (!strstr("st nd rd th", ending)) return -1;
  int number = 0;
  for (size_t i = 0; i + 1 < day.size; i++) {
    if (day.data[i] < '0' || day.data[i] > '9') return -1;
    number = 10 * number + (day.data[i] - '0');
  }
  return number;
}

// "2", "02", "2nd", "2 nd", "2n d": the day, or -1; `end` is set behind it.
static int read_day(const pv_value_reader *reader, uint32_t at, uint32_t *end) {
  int day = pv_reader_small_number(reader, at, true);
  if (day >= 0) {
    *end = is_ending(reader, at + 1) ? at + 2 : at + 1;
    return day;
  }
  day = read_torn_day(reader, at);
  if (day >= 0) *end = at + 2;
  return day;
}

static uint32_t after_comma(const pv_value_reader *reader, uint32_t at) {
  bool is_filler = pv_reader_mark(reader, at) == ',' || pv_reader_is(reader, at, PV_STR("of"));
  return is_filler ? at + 1 : at;
}

// March 2, 2026; March 2nd 2026; Sept. 2, 2026; March, 2026; March ___, 2026.
static bool read_month_first(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  int month = read_month(reader, at);
  if (!month) return false;
  uint32_t next = at + 1;
  if (pv_reader_mark(reader, next) == '.') next++;
  uint32_t behind_day;
  int day = read_day(reader, next, &behind_day);
  if (day >= 1 && day <= 31) {
    int year = read_any_year(reader, after_comma(reader, behind_day), &next);
    return year > 0 && fill(value, at, next, year, month, day);
  }
  if (next < reader->count && reader->tokens[next].kind == PV_TOKEN_REDACTION) next++;
  int year = read_any_year(reader, after_comma(reader, next), &next);
  return year > 0 && fill(value, at, next, year, month, 0);
}

int pv_ordinal_read(const pv_value_reader *reader, uint32_t at, uint32_t *end) {
  static const pv_word_row rows[] = {
      {"eighteenth", 18, 0}, {"eighth", 8, 0},      {"eleventh", 11, 0},   {"fifteenth", 15, 0},
      {"fifth", 5, 0},       {"first", 1, 0},       {"fourteenth", 14, 0}, {"fourth", 4, 0},
      {"nineteenth", 19, 0}, {"ninth", 9, 0},       {"second", 2, 0},      {"seventeenth", 17, 0},
      {"seventh", 7, 0},     {"sixteenth", 16, 0},  {"sixth", 6, 0},       {"tenth", 10, 0},
      {"third", 3, 0},       {"thirteenth", 13, 0}, {"thirtieth", 30, 0},  {"twelfth", 12, 0},
      {"twentieth", 20, 0}};
  int tens = pv_reader_is(reader, at, PV_STR("twenty"))   ? 20
             : pv_reader_is(reader, at, PV_STR("thirty")) ? 30
                                                          : 0;
  uint32_t last = tens ? pv_reader_after_hyphen(reader, at + 1) : at;
  const pv_word_row *row = pv_reader_row(reader, last, rows, sizeof rows / sizeof *rows);
  if (!row || (tens && row->number > 9)) return -1;
  *end = last + 1;
  return tens + row->number;
}

uint32_t pv_ordinal_repeated(const pv_value_reader *reader, uint32_t at) {
  bool is_day = pv_reader_mark(reader, at) == '(' &&
                pv_reader_small_number(reader, at + 1, true) > 0 &&
                pv_reader_mark(reader, at + 2) == ')';
  return is_day ? at + 3 : at;
}

// Past "Friday," in "20th day of Friday, March 2026".
static uint32_t after_weekday(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"friday", 0, 0},   {"monday", 0, 0},   {"saturday", 0, 0},
                                     {"sunday", 0, 0},   {"thursday", 0, 0}, {"tuesday", 0, 0},
                                     {"wednesday", 0, 0}};
  if (!pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows)) return at;
  return after_comma(reader, at + 1);
}

// 2 March 2026; 2nd day of March, 2026; the second day of March 2026; 2 March day of 2026.
static bool read_day_first(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  uint32_t next = at + 1;
  if (next >= reader->count) return false;
  char mark = pv_reader_mark(reader, next);
  bool goes_on = reader->tokens[next].kind == PV_TOKEN_WORD || mark == '-' || mark == '(';
  if (!goes_on) return false;
  int day = read_day(reader, at, &next);
  if (day < 0) day = pv_ordinal_read(reader, at, &next);
  if (day < 1 || day > 31) return false;
  next = pv_ordinal_repeated(reader, next);
  if (pv_reader_is(reader, next, PV_STR("day"))) next++;
  if (pv_reader_is(reader, next, PV_STR("of"))) next++;
  next = pv_reader_after_hyphen(reader, after_weekday(reader, next));
  int month = read_month(reader, next);
  if (!month) return false;
  next++;
  if (pv_reader_is(reader, next, PV_STR("day"))) next++;
  if (pv_reader_mark(reader, next) == '.') next++;
  next = pv_reader_after_hyphen(reader, after_comma(reader, next));
  int year = read_any_year(reader, next, &next);
  return year > 0 && fill(value, at, next, year, month, day);
}

// Three numbers with the same mark between them, and no white space.
static bool read_triple(const pv_value_reader *reader, uint32_t at, int numbers[3], char *mark) {
  *mark = pv_reader_mark(reader, at + 1);
  if ((*mark != '/' && *mark != '-') || pv_reader_mark(reader, at + 3) != *mark) return false;
  for (uint32_t i = 1; i < 5; i++)
    if (!pv_reader_joined(reader, at + i)) return false;
  for (uint32_t i = 0; i < 3; i++) {
    numbers[i] = pv_reader_small_number(reader, at + 2 * i, false);
    if (numbers[i] < 0) return false;
  }
  return true;
}

// 2026-03-02; 3/2/2026 and 3/2/26, month first unless that cannot be.
static bool read_numeric(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  int numbers[3];
  char mark;
  if (!read_triple(reader, at, numbers, &mark)) return false;
  if (read_year(reader, at) > 0)
    return numbers[1] >= 1 && numbers[1] <= 12 && numbers[2] >= 1 &&
           fill(value, at, at + 5, numbers[0], numbers[1], numbers[2]);
  size_t digits = pv_reader_bytes(reader, at + 4).size;
  int year = read_year(reader, at + 4);
  if (year < 0 && digits == 2 && mark == '/') year = numbers[2] + (numbers[2] < 50 ? 2000 : 1900);
  if (year < 0 || numbers[0] < 1 || numbers[1] < 1) return false;
  bool day_first = numbers[0] > 12;
  return fill(value, at, at + 5, year, numbers[day_first], numbers[!day_first]);
}

// "02.03.2026", which is one token: the day comes first.
static bool read_dotted(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  pv_str bytes = pv_reader_bytes(reader, at);
  int numbers[3] = {0};
  size_t part = 0, digits = 0;
  for (size_t i = 0; i < bytes.size; i++) {
    char c = bytes.data[i];
    bool is_digit = c >= '0' && c <= '9';
    if (!is_digit && (c != '.' || ++part == 3 || digits == 0)) return false;
    digits = is_digit ? digits + 1 : 0;
    if (digits > 4) return false;
    if (is_digit) numbers[part] = numbers[part] * 10 + (c - '0');
  }
  bool is_year = part == 2 && digits == 4 && numbers[2] >= FIRST_YEAR && numbers[2] <= LAST_YEAR;
  return is_year && numbers[0] && fill(value, at, at + 1, numbers[2], numbers[1], numbers[0]);
}

// "through 2032", "until the end of 2032": a bare year, where only a date can stand.
static bool read_year_only(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  static const pv_word_row rows[] = {{"through", 0, 0}, {"till", 0, 0}, {"until", 0, 0}};
  int year = read_year(reader, at);
  if (year < 0 || at == 0) return false;
  bool is_end = at >= 2 && pv_reader_is(reader, at - 1, PV_STR("of")) &&
                pv_reader_is(reader, at - 2, PV_STR("end"));
  if (!is_end && !pv_reader_row(reader, at - 1, rows, sizeof rows / sizeof *rows)) return false;
  return fill(value, at, at + 1, year, 0, 0);
}

bool pv_date_read(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  static bool (*const forms[])(const pv_value_reader *, uint32_t, pv_value *) = {
      read_month_first, read_day_first, read_numeric, read_dotted, read_year_only};
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
    if (forms[i](reader, at, value)) return true;
  return false;
}

pv_str pv_date_print_last(pv_arena *arena, const pv_value *date) {
  pv_value last = *date;
  last.precision = PV_DATE_DAY;
  if (date->precision == PV_DATE_YEAR) last.month = 12;
  if (date->precision != PV_DATE_DAY)
    for (last.day = 31; !is_day_of(last.day, last.month, last.year);) last.day--;
  return pv_date_print(arena, &last);
}

static void add_days(int *year, int *month, int *day, int64_t count) {
  for (*day += (int)count; *day > days_of(*month, *year);) {
    *day -= days_of(*month, *year);
    if (++*month > 12) {
      *month = 1;
      ++*year;
    }
  }
}

bool pv_date_after(const pv_value *date, const pv_value *period, pv_value *out) {
  static const struct {
    char unit;
    int months;
    int days;
  } units[] = {{'D', 0, 1}, {'M', 1, 0}, {'Q', 3, 0}, {'W', 0, 7}, {'Y', 12, 0}};
  enum { MOST = 200 * 366 }; // of any unit: no date is farther away
  int64_t count = period->number.mantissa;
  if (period->number.scale || count < 0 || count > MOST || !period->unit.size) return false;
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    if (period->unit.data[0] != units[i].unit) continue;
    int64_t months = date->month - 1 + count * units[i].months;
    if (date->year + months / 12 > LAST_YEAR) return false;
    int year = date->year + (int)(months / 12), month = (int)(months % 12) + 1, day = date->day;
    if (day > days_of(month, year)) day = days_of(month, year);
    add_days(&year, &month, &day, count * units[i].days);
    return year <= LAST_YEAR && fill(out, date->first, date->end, year, month, day);
  }
  return false;
}

pv_str pv_date_print(pv_arena *arena, const pv_value *date) {
  switch (date->precision) {
  case PV_DATE_DAY:
    return pv_str_printf(arena, "%04d-%02u-%02u", date->year, date->month, date->day);
  case PV_DATE_MONTH: return pv_str_printf(arena, "%04d-%02u", date->year, date->month);
  case PV_DATE_YEAR: break;
  }
  return pv_str_printf(arena, "%04d", date->year);
}
