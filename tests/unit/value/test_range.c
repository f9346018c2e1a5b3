#include "support/pvtest.h"
#include "support/values.h"

static void shares_a_unit_over_a_range(void **state) {
  (void)state;
  pv_check_values("10-15%", "percent:0.1, percent:0.15");
  pv_check_values("5 to 10 percent", "percent:0.05, percent:0.1");
  pv_check_values("five to ten percent (10%)", "percent:0.05, percent:0.1");
  pv_check_values("between 5 and 10 percent", "percent:0.05, percent:0.1");
  pv_check_values("five (5) to ten (10) percent", "percent:0.05, percent:0.1");
  pv_check_values("25 to 50 basis points", "percent:0.0025, percent:0.005");
  pv_check_values("30 to 60 business days", "period:P30D business, period:P60D business");
  pv_check_values("[***]-[***]%", "redacted:percent, redacted:percent");
}

static void shares_a_currency_and_a_magnitude(void **state) {
  (void)state;
  pv_check_values("$10-15 million", "money:10000000 USD?, money:15000000 USD?");
  pv_check_values("$10 to $15 million", "money:10000000 USD?, money:15000000 USD?");
  pv_check_values("10 to 15 million euros", "money:10000000 EUR, money:15000000 EUR");
  pv_check_values("$500,000 to $2 million", "money:500000 USD?, money:2000000 USD?");
}

static void keeps_what_is_no_range(void **state) {
  (void)state;
  pv_check_values("10 - 20 units", "number:10, number:20");
  pv_check_values("5 and 10 percent", "number:5, percent:0.1");
  pv_check_values("5% to 10 persons", "percent:0.05, number:10");
  pv_check_values("$10 to 15 persons", "money:10 USD?, number:15");
}

static void reads_shares_of_a_whole(void **state) {
  (void)state;
  pv_check_values("50-50, 50/50 and 50:50", "percent:0.5, percent:0.5, percent:0.5, percent:0.5, "
                                            "percent:0.5, percent:0.5");
  pv_check_values("fifty-fifty", "percent:0.5, percent:0.5");
  pv_check_values("fifty/fifty (50%/50%)", "percent:0.5, percent:0.5, percent:0.5, percent:0.5");
  pv_check_values("a 60/40 split", "percent:0.6, percent:0.4");
  pv_check_values("60% to one and 40% to the other", "percent:0.6, percent:0.4");
  pv_check_values("rows 40-60, 30/60, 50/50/50", "number:40, number:60, number:30, number:60, "
                                                 "number:50, number:50, number:50");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shares_a_unit_over_a_range),
      cmocka_unit_test(shares_a_currency_and_a_magnitude),
      cmocka_unit_test(keeps_what_is_no_range),
      cmocka_unit_test(reads_shares_of_a_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
