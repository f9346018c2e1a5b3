#include "support/pvtest.h"
#include "support/values.h"

static void reads_percentages_as_fractions(void **state) {
  (void)state;
  pv_check_values("5% or 12.5 % or 5 percent", "percent:0.05, percent:0.125, percent:0.05");
  pv_check_values("five per cent (5%) or one per centum", "percent:0.05, percent:0.01");
  pv_check_values("50 basis points, 2 percentage points", "percent:0.005, percent:0.02");
  pv_check_values("one and one-half percent (1 1/2%)", "percent:0.015");
  pv_check_values("one-quarter of 1%", "percent:0.0025");
  pv_check_values("half of one percent, half a percent", "percent:0.005, percent:0.005");
  pv_check_values("three quarters of one percent", "percent:0.0075");
  pv_check_values("one-tenth of a percent", "percent:0.001");
  pv_check_values("fifty basis points (0.50%), 25 bps", "percent:0.005, percent:0.0025");
  pv_check_values("33 1/3% or one hundred percent (100%)", "percent:0.33333333333333, percent:1");
  pv_check_values("3\u00bd% and twelve and 50/100 percent", "percent:0.035, percent:0.125");
}

static void leaves_other_signs_alone(void **state) {
  (void)state;
  pv_check_values("a percent, %5, percentage", "number:5");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_percentages_as_fractions),
      cmocka_unit_test(leaves_other_signs_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
