#include "support/pvtest.h"
#include "support/values.h"
#include "value/value.h"

static void keeps_the_longer_of_two(void **state) {
  (void)state;
  pv_check_values("five percent (5%) by May 5, 2026", "percent:0.05, date:2026-05-05");
  pv_check_values("US$5 in the US", "money:5 USD, place:US");
  pv_check_values("every six months in Korea", "frequency:P6M, place:KR");
}

static void survives_texts_that_end_in_a_value(void **state) {
  (void)state;
  static const char *const ends[][2] = {
      {"", ""},
      {"$", ""},
      {"(", ""},
      {"hundred", ""},
      {"each", ""},
      {"March", ""},
      {"March 2,", "number:2"},
      {"twenty-", "number:20"},
      {"one half of", "number:0.5"},
      {"one (", "number:1"},
      {"5 (5", "number:5, number:5"},
      {"5 per", "number:5"},
      {"5 basis", "number:5"},
      {"1/", "number:1"},
      {"3/2/", "number:3, number:2"},
      {"US", "place:US"},
  };
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) pv_check_values(ends[i][0], ends[i][1]);
}

static void names_the_kinds(void **state) {
  (void)state;
  assert_string_equal(pv_value_kind_name(PV_VALUE_NUMBER), "number");
  assert_string_equal(pv_value_kind_name(PV_VALUE_REDACTED), "redacted");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_the_longer_of_two),
      cmocka_unit_test(survives_texts_that_end_in_a_value),
      cmocka_unit_test(names_the_kinds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
