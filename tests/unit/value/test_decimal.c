#include "base/str.h"
#include "support/pvtest.h"
#include "value/decimal.h"

static void check_print(pv_decimal number, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  assert_string_equal(pv_decimal_print(arena, number).data, expected);
  pv_arena_free(arena);
}

static void prints_without_zeros_at_the_end(void **state) {
  (void)state;
  check_print((pv_decimal){25, 2}, "0.25");
  check_print((pv_decimal){2500, 4}, "0.25");
  check_print((pv_decimal){1000, 0}, "1000");
  check_print((pv_decimal){5, 3}, "0.005");
  check_print((pv_decimal){1250, 2}, "12.5");
  check_print((pv_decimal){0, 3}, "0");
  check_print((pv_decimal){-25, 1}, "-2.5");
}

static void parses_groups_of_three(void **state) {
  (void)state;
  pv_decimal number;
  assert_true(pv_decimal_parse(PV_STR("1,000.50"), &number));
  check_print(number, "1000.5");
  assert_true(pv_decimal_parse(PV_STR(".5"), &number));
  check_print(number, "0.5");
  const char *const others[] = {
      "1,00", "1.2.3", "", ",", ".", "1,0000", "1.", "12a", "9999999999999999999"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    assert_false(pv_decimal_parse(pv_str_from(others[i]), &number));
}

static void says_when_a_result_does_not_fit(void **state) {
  (void)state;
  pv_decimal number, large = {999999999999999999, 0};
  assert_false(pv_decimal_add(large, (pv_decimal){1, 0}, &number));
  assert_false(pv_decimal_multiply(large, (pv_decimal){11, 0}, &number));
  assert_true(pv_decimal_add((pv_decimal){25, 1}, (pv_decimal){5, 2}, &number));
  check_print(number, "2.55");
  assert_true(pv_decimal_multiply((pv_decimal){5, 1}, (pv_decimal){1, 2}, &number));
  check_print(number, "0.005");
}

static void compares_and_shifts(void **state) {
  (void)state;
  assert_true(pv_decimal_equal((pv_decimal){500, 1}, (pv_decimal){50, 0}));
  assert_false(pv_decimal_equal((pv_decimal){5, 1}, (pv_decimal){5, 0}));
  check_print(pv_decimal_shift((pv_decimal){5, 0}, -2), "0.05");
  check_print(pv_decimal_shift((pv_decimal){25, 1}, 6), "2500000");
  check_print(pv_decimal_fraction(1, 3), "0.333333333333");
  assert_true(pv_decimal_compare((pv_decimal){5, 1}, (pv_decimal){51, 2}) < 0);
  assert_true(pv_decimal_compare((pv_decimal){2, 0}, (pv_decimal){15, 1}) > 0);
  assert_true(pv_decimal_compare((pv_decimal){-5, 1}, (pv_decimal){-4, 1}) < 0);
  assert_int_equal(pv_decimal_compare((pv_decimal){50, 1}, (pv_decimal){5, 0}), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(prints_without_zeros_at_the_end),
      cmocka_unit_test(parses_groups_of_three),
      cmocka_unit_test(says_when_a_result_does_not_fit),
      cmocka_unit_test(compares_and_shifts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
