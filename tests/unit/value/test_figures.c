#include "support/pvtest.h"
#include "support/values.h"

static void reads_figures(void **state) {
  (void)state;
  pv_check_values("sell 1,000.50 units of 12", "number:1000.5, number:12");
  pv_check_values("2.5 million units", "number:2500000");
  pv_check_values("35 mm of film, 35 MM units", "number:35, number:35000000");
  pv_check_values("2 1/2 and 2-1/2 and 2\u00bd cups", "number:2.5, number:2.5, number:2.5");
  pv_check_values("a .5 share", "number:0.5");
  pv_check_values("no numbers: 2.1.3, 10-K", "number:10");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(reads_figures)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
