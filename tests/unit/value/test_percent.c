#include "support/pvtest.h"
#include "support/values.h"

static void reads_percentages_as_fractions(void **state) {
  (void)state;
  pv_check_values("5% or 12.5 % or 5 percent", "percent:0.05, percent:0.125, percent:0.05");
  pv_check_values("five per cent (5%) or one per centum", "percent:0.05, percent:0.01");
  pv_check_values("50 basis points, 2 percentage points", "percent:0.005, percent:0.02");
  pv_check_values("one and one-half percent (1 1/2%)", "percent:0.015");
  pv_check_values("one-quarter of 1%", "percent:0.0025");
  pv_check_values("10-15%", "number:10, percent:0.15");
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
