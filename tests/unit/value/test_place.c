#include "support/pvtest.h"
#include "support/values.h"

static void reads_the_world(void **state) {
  (void)state;
  pv_check_values("worldwide, world-wide, World Wide",
                  "place:worldwide, place:worldwide, place:worldwide");
  pv_check_values("throughout the entire world", "place:worldwide");
  pv_check_values("anywhere in the universe", "place:worldwide");
  pv_check_values("all countries of the world", "place:worldwide");
  pv_check_values("World Wide Web, the rest of the world, World Bank", "");
  pv_check_value_span("throughout the world", "throughout the world");
}

static void reads_countries(void **state) {
  (void)state;
  pv_check_values("the United States of America and Canada", "place:US, place:CA");
  pv_check_values("U.S., US, USA, U.K., UK", "place:US, place:US, place:US, place:GB, place:GB");
  pv_check_values("Korea, Great Britain, GERMANY", "place:KR, place:GB, place:DE");
  pv_check_values("the People's Republic of China", "place:CN");
  pv_check_values("New Zealand, New Mexico", "place:NZ, place:");
  pv_check_values("turkey and china for us", "");
  pv_check_values("Bank of America", "");
  pv_check_value_span("in the United Arab Emirates.", "United Arab Emirates");
}

static void reads_regions_without_a_code(void **state) {
  (void)state;
  pv_check_values("Europe, North America, the Asia-Pacific", "place:, place:, place:");
  pv_check_values("the State of Delaware", "place:");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_the_world),
      cmocka_unit_test(reads_countries),
      cmocka_unit_test(reads_regions_without_a_code),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
