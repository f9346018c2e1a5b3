#include "support/pvtest.h"
#include "support/values.h"

static void reads_periods(void **state) {
  (void)state;
  pv_check_values("two (2) years", "period:P2Y");
  pv_check_values("30 days' notice", "period:P30D");
  pv_check_values("a twelve-month period", "period:P12M");
  pv_check_values("thirty (30) business days", "period:P30D business");
  pv_check_values("ten (10) consecutive Business Days", "period:P10D business");
  pv_check_values("two (2) calendar quarters", "period:P6M");
  pv_check_values("one (1) day(s)", "period:P1D");
  pv_check_values("two (2) successive one-year terms", "number:2, period:P1Y");
  pv_check_values("six continuous months, 90 calendar days", "period:P6M, period:P90D");
  pv_check_values("one and a half years", "period:P1.5Y");
  pv_check_values("thirty days (30 days)", "period:P30D");
  pv_check_values("for a year", "period:P1Y");
  pv_check_value_span("within 30 day(s) of it", "30 day(s)");
}

static void reads_how_often(void **state) {
  (void)state;
  pv_check_values("monthly, quarterly, annually", "frequency:P1M, frequency:P3M, frequency:P1Y");
  pv_check_values("each calendar quarter", "frequency:P3M");
  pv_check_values("per annum or per month", "frequency:P1Y, frequency:P1M");
  pv_check_values("every six (6) months", "frequency:P6M");
  pv_check_values("semi-annually, bi-weekly", "frequency:P6M, frequency:P2W");
  pv_check_values("twice a year, once a year", "frequency:P6M, frequency:P1Y");
  pv_check_values("four times per year", "number:4, frequency:P3M");
  pv_check_values("each Contract Year, each License Year", "frequency:P1Y, frequency:P1Y");
  pv_check_values("every other month, every second day", "frequency:P2M");
  pv_check_values("$5,000 a month", "money:5000 USD?, frequency:P1M");
  pv_check_value_span("within each calendar quarter of it", "each calendar quarter");
}

static void reads_anniversaries(void **state) {
  (void)state;
  pv_check_values("the third anniversary of it", "period:P3Y");
  pv_check_values("the 10th anniversary, the twenty-first anniversary", "period:P10Y, period:P21Y");
  pv_check_value_span("until the fifth (5th) anniversary of it", "fifth (5th) anniversary");
  pv_check_values("each anniversary, the third party", "");
}

static void leaves_bare_units_alone(void **state) {
  (void)state;
  pv_check_values("the year, a month later, any day", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_periods),
      cmocka_unit_test(reads_how_often),
      cmocka_unit_test(reads_anniversaries),
      cmocka_unit_test(leaves_bare_units_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
