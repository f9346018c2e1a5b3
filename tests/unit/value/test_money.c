#include "support/pvtest.h"
#include "support/values.h"

static void reads_currencies_before_amounts(void **state) {
  (void)state;
  pv_check_values("$1,000 and $ .50", "money:1000 USD?, money:0.5 USD?");
  pv_check_values("US$5, U.S. $5, USD 5, US $5",
                  "money:5 USD, money:5 USD, money:5 USD, money:5 USD");
  pv_check_values("C$5, CAD 5, A$5, HK$5", "money:5 CAD, money:5 CAD, money:5 AUD, money:5 HKD");
  pv_check_values("\u20ac5, \u00a35, EUR 5", "money:5 EUR, money:5 GBP, money:5 EUR");
  pv_check_values("\u00a55, RMB 5, RMB \u00a55", "money:5 JPY?, money:5 CNY, money:5 CNY");
  pv_check_values("$2.5 million or $2.5M", "money:2500000 USD?, money:2500000 USD?");
  pv_check_values("$5 USD", "money:5 USD");
  pv_check_values("EUR500, RMB20,000", "money:500 EUR, money:20000 CNY");
  pv_check_values("\u20b9500, \u20a9500, \u00a35m",
                  "money:500 INR, money:500 KRW, money:5000000 GBP");
  pv_check_values("$1.5MM, $500k, INR 5 crore",
                  "money:1500000 USD?, money:500000 USD?, money:50000000 INR");
}

static void reads_currencies_behind_amounts(void **state) {
  (void)state;
  pv_check_values("ten thousand dollars ($10,000)", "money:10000 USD?");
  pv_check_values("ten thousand United States Dollars (US$10,000)", "money:10000 USD");
  pv_check_values("Five Thousand Dollars (U.S. $5,000)", "money:5000 USD");
  pv_check_values("ten and no/100 dollars ($10.00)", "money:10 USD?");
  pv_check_values("four dollars and forty-one cents ($4.41)", "money:4.41 USD?");
  pv_check_values("fifty cents ($.50)", "money:0.5 USD?");
  pv_check_values("5 euros, 5 pounds sterling, 5 yen", "money:5 EUR, money:5 GBP, money:5 JPY");
  pv_check_values("5 pounds of sugar", "number:5");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_currencies_before_amounts),
      cmocka_unit_test(reads_currencies_behind_amounts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
