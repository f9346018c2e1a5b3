#include "base/str.h"
#include "support/pvtest.h"
#include "support/values.h"
#include "value/value.h"

static void reads_dates(void **state) {
  (void)state;
  pv_check_values("March 2, 2026", "date:2026-03-02");
  pv_check_values("March 2,2026", "date:2026-03-02");
  pv_check_values("Sept. 2nd 2026", "date:2026-09-02");
  pv_check_values("December 31st, 2025", "date:2025-12-31");
  pv_check_values("2 March 2026", "date:2026-03-02");
  pv_check_values("the 2nd day of March, 2026", "date:2026-03-02");
  pv_check_values("the first day of March 2026", "date:2026-03-01");
  pv_check_values("the twenty-first (21st) day of May, 2026", "date:2026-05-21");
  pv_check_values("18-Jun-2026", "date:2026-06-18");
  pv_check_values("2026-03-02", "date:2026-03-02");
  pv_check_values("3/2/2026 and 12/31/99", "date:2026-03-02, date:1999-12-31");
  pv_check_values("25/2/2026", "date:2026-02-25");
  pv_check_values("02.03.2026", "date:2026-03-02");
  pv_check_values("the first day of March, two thousand twenty-six", "date:2026-03-01");
  pv_check_values("March 2, nineteen hundred ninety-nine", "date:1999-03-02");
  pv_check_values("this 19t h day of March, 2026 or March 1s t, 2026",
                  "date:2026-03-19, date:2026-03-01");
  pv_check_values("the 1 st day of May 2026", "date:2026-05-01");
  pv_check_values("this 20th day of Friday, March 2026", "date:2026-03-20");
  pv_check_values("the 20 March day of 2026", "date:2026-03-20");
}

static void reads_dates_that_are_less_precise(void **state) {
  (void)state;
  pv_check_values("March 2026 or March, 2026", "date:2026-03, date:2026-03");
  pv_check_values("March ____, 2026", "date:2026-03");
  pv_check_values("through 2032 or until the end of 2033", "date:2032, date:2033");
  pv_check_values("the 2032 model", "number:2032");
}

static void knows_the_last_day(void **state) {
  (void)state;
  static const struct {
    pv_value date;
    const char *last;
  } rows[] = {
      {{.year = 2032, .precision = PV_DATE_YEAR}, "2032-12-31"},
      {{.year = 2024, .month = 2, .precision = PV_DATE_MONTH}, "2024-02-29"},
      {{.year = 2026, .month = 6, .precision = PV_DATE_MONTH}, "2026-06-30"},
      {{.year = 2026, .month = 3, .day = 2, .precision = PV_DATE_DAY}, "2026-03-02"},
  };
  pv_arena *arena = pv_arena_new(0);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_string_equal(pv_date_print_last(arena, &rows[i].date).data, rows[i].last);
  pv_arena_free(arena);
}

static void counts_a_period_from_a_day(void **state) {
  (void)state;
  static const struct {
    int16_t year;
    uint8_t month, day;
    int64_t count;
    const char *unit, *after; // NULL: farther away than dates go
  } rows[] = {
      {2026, 3, 2, 5, "Y", "2031-03-02"},  {2024, 2, 29, 1, "Y", "2025-02-28"},
      {2026, 1, 31, 1, "M", "2026-02-28"}, {2026, 11, 15, 3, "M", "2027-02-15"},
      {2026, 3, 2, 2, "Q", "2026-09-02"},  {2026, 12, 30, 3, "D", "2027-01-02"},
      {2026, 2, 27, 1, "W", "2026-03-06"}, {2026, 3, 2, 0, "D", "2026-03-02"},
      {2199, 3, 2, 1, "Y", NULL},          {2026, 3, 2, 1, "H", NULL},
  };
  pv_arena *arena = pv_arena_new(0);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    pv_value from = {.kind = PV_VALUE_DATE,
                     .year = rows[i].year,
                     .month = rows[i].month,
                     .day = rows[i].day,
                     .precision = PV_DATE_DAY};
    pv_value period = {
        .kind = PV_VALUE_PERIOD, .number = {rows[i].count, 0}, .unit = pv_str_from(rows[i].unit)};
    pv_value after;
    bool is_known = pv_date_after(&from, &period, &after);
    assert_int_equal(is_known, rows[i].after != NULL);
    if (is_known) assert_string_equal(pv_date_print(arena, &after).data, rows[i].after);
  }
  pv_arena_free(arena);
}

static void leaves_other_words_alone(void **state) {
  (void)state;
  pv_check_values("Licensee may 2 times", "number:2");
  pv_check_values("they march 30 days", "period:P30D");
  pv_check_values("February 30, 2026", "number:30, number:2026");
  pv_check_values("13/13/2026", "number:13, number:13, number:2026");
  pv_check_values("30.02.2026", "");
  pv_check_values("May 5 of each year", "number:5, frequency:P1Y");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_dates),
      cmocka_unit_test(reads_dates_that_are_less_precise),
      cmocka_unit_test(knows_the_last_day),
      cmocka_unit_test(counts_a_period_from_a_day),
      cmocka_unit_test(leaves_other_words_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
