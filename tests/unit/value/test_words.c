#include "support/pvtest.h"
#include "support/values.h"

static void reads_words(void **state) {
  (void)state;
  pv_check_values("twenty-five crates", "number:25");
  pv_check_values("twenty five crates", "number:25");
  pv_check_values("one hundred twenty-five thousand units", "number:125000");
  pv_check_values("one hundred and twenty units", "number:120");
  pv_check_values("one million, two hundred thousand units", "number:1200000");
  pv_check_values("a hundred units", "number:100");
  pv_check_values("twelve hundred units", "number:1200");
}

static void reads_fractions_and_decimals(void **state) {
  (void)state;
  pv_check_values("two and one-half shares", "number:2.5");
  pv_check_values("two and a half shares", "number:2.5");
  pv_check_values("one half of it", "number:0.5");
  pv_check_values("two-thirds of it", "number:0.666666666666");
  pv_check_values("half (1/2) of it", "number:0.5");
  pv_check_values("half of it, half a year", "");
  pv_check_values("two point five shares", "number:2.5");
  pv_check_values("four and one-half million shares", "number:4500000");
}

static void keeps_neighbours_apart(void **state) {
  (void)state;
  pv_check_values("between one hundred and two hundred", "number:100, number:200");
  pv_check_values("one thousand and two thousand", "number:1000, number:2000");
  pv_check_values("five six", "number:5, number:6");
}

static void leaves_pronouns_and_ordinals_alone(void **state) {
  (void)state;
  pv_check_values("one of the parties, one or more, any one party, no one", "");
  pv_check_values("a third party in the second half and first place", "");
  pv_check_values("at this point five boxes", "number:0.5"); // "point five" is read as a decimal
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_words),
      cmocka_unit_test(reads_fractions_and_decimals),
      cmocka_unit_test(keeps_neighbours_apart),
      cmocka_unit_test(leaves_pronouns_and_ordinals_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
