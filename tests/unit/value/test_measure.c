#include "support/pvtest.h"
#include "support/values.h"

static void joins_words_and_figures(void **state) {
  (void)state;
  pv_check_values("twelve (12) crates", "number:12");
  pv_check_values("12 (twelve) crates", "number:12");
  pv_check_values("five percent (5%) and five (5%) percent", "percent:0.05, percent:0.05");
  pv_check_values("ten (10)% and ten (10%)", "percent:0.1, percent:0.1");
  pv_check_values("fifty percent (50.0%)", "percent:0.5");
  pv_check_values("thirty (30) day notice", "period:P30D");
  pv_check_values("ten thousand ($10,000) dollars", "money:10000 USD?");
  pv_check_values("one-third (1/3) of it", "number:0.333333333333");
  pv_check_values("five percent (.05)", "percent:0.05");
  pv_check_values("half (50%) of it", "percent:0.5");
  pv_check_value_span("within thirty (30) business days of it", "thirty (30) business days");
}

static void says_when_they_differ(void **state) {
  (void)state;
  pv_check_values("twenty (25) days", "period:P20D!25");
  pv_check_values("twenty (25) crates", "number:20!25");
  pv_check_values("twenty-percent (25%)", "percent:0.2!0.25");
  pv_check_values("thirty percent (3016)", "percent:0.3!30.16");
  pv_check_values("$80 (eighty cents)", "money:0.8!80 USD?");
}

static void compares_only_what_is_said_twice(void **state) {
  (void)state;
  pv_check_values("higher of (1) zero and (2) the cost", "number:1, number:0, number:2");
  pv_check_values("point five percent (.5%)", "percent:0.005");
  pv_check_values("one half of one percent (0.5%)", "percent:0.005");
  pv_check_values("one-thousandth of one percent (0.001%)", "percent:0.00001");
  pv_check_values("Year One (1998)", "number:1");
  pv_check_values("Six (6,000,000) Million units", "number:6000000");
  pv_check_values("Two (2) Million Dollars", "money:2000000 USD?");
  pv_check_values("thrity-five (35) days", "period:P5D");
  pv_check_values("ninty five (95) units", "number:5");
  pv_check_values("RMB20,000 (RMB TWENTY THOUSAND)", "money:20000 CNY");
}

static void knows_what_is_redacted(void **state) {
  (void)state;
  pv_check_values("[***]% of $[***] in [***] days", "redacted:percent, redacted:money?, "
                                                    "redacted:period");
  pv_check_values("[***] percent ([***]%)", "redacted:percent");
  pv_check_values("[***] percent (5%)", "percent:0.05");
  pv_check_values("____ (__) years", "redacted:period");
  pv_check_values("the ____ day of March, 2026", "redacted:number, date:2026-03");
  pv_check_values("see [***] there", "redacted:number");
  pv_check_values("XX% of $XXX, **%, [TBD]%, [ ]%, [REDACTED] years",
                  "redacted:percent, redacted:money?, redacted:percent, redacted:percent, "
                  "redacted:percent, redacted:period");
  pv_check_values("size XX, 2**3", "number:2, number:3");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(joins_words_and_figures),
      cmocka_unit_test(says_when_they_differ),
      cmocka_unit_test(compares_only_what_is_said_twice),
      cmocka_unit_test(knows_what_is_redacted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
