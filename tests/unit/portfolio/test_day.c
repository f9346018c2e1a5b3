#include "base/str.h"
#include "portfolio/day.h"
#include "support/pvtest.h"

static void check_print(pv_day day, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  assert_non_null(arena);
  assert_string_equal(pv_str_copy(arena, pv_day_print(arena, day)).data, expected);
  pv_arena_free(arena);
}

static void counts_days(void **state) {
  (void)state;
  assert_int_equal(pv_day_first(PV_STR("1970-01-01")), 0);
  assert_int_equal(pv_day_first(PV_STR("2000-03-01")), 11017);
  assert_int_equal(pv_day_first(PV_STR("1969-12-31")), -1);
  check_print(pv_day_first(PV_STR("2026-03-02")), "2 March 2026");
  check_print(pv_day_first(PV_STR("1899-12-31")), "31 December 1899");
}

static void ends_of_months_and_years(void **state) {
  (void)state;
  check_print(pv_day_last(PV_STR("2032")), "31 December 2032");
  check_print(pv_day_last(PV_STR("2028-02")), "29 February 2028");
  check_print(pv_day_first(PV_STR("2028-02")), "1 February 2028");
}

static void what_is_no_date_is_none(void **state) {
  (void)state;
  static const char *const texts[] = {"", "20", "2026-13", "2026-02-30", "2026-3-2", "March"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    assert_int_equal(pv_day_first(pv_str_from(texts[i])), PV_NO_DAY);
    assert_int_equal(pv_day_last(pv_str_from(texts[i])), PV_NO_DAY);
  }
}

static void check_after(const char *start, const char *period, const char *expected) {
  check_print(pv_day_after(pv_day_first(pv_str_from(start)), pv_str_from(period)), expected);
}

static void periods_end_the_day_before(void **state) {
  (void)state;
  check_after("2026-02-27", "P8Y", "26 February 2034");
  check_after("2026-01-31", "P1M", "27 February 2026");
  check_after("2026-01-01", "P30D", "30 January 2026");
  check_after("2026-01-01", "P2W", "14 January 2026");
  assert_int_equal(pv_day_after(0, PV_STR("P99999Y")), PV_LAST_DAY);
  assert_int_equal(pv_day_after(0, PV_STR("PT5H")), PV_NO_DAY);
  assert_int_equal(pv_day_after(0, PV_STR("perpetual")), PV_NO_DAY);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_days),
      cmocka_unit_test(ends_of_months_and_years),
      cmocka_unit_test(what_is_no_date_is_none),
      cmocka_unit_test(periods_end_the_day_before),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
