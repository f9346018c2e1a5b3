// The machine and the reference matcher agree on random programs and tokens.
#include "support/pvtest.h"
#include "support/random_match.h"

enum { PAIRS = 30000 };

static void agrees_with_the_reference_on_random_programs(void **state) {
  (void)state;
  size_t compared = 0, found = 0;
  for (uint32_t seed = 1; seed <= PAIRS; seed++) {
    uint8_t bytes[PV_RANDOM_MATCH_BYTES];
    uint64_t random = seed * UINT64_C(0x9E3779B97F4A7C15);
    for (size_t i = 0; i < sizeof bytes; i++) {
      random ^= random << 13;
      random ^= random >> 7;
      random ^= random << 17;
      bytes[i] = (uint8_t)(random >> 32);
    }
    pv_random_match match;
    pv_random_match_read(&match, bytes, sizeof bytes);
    const char *trouble = pv_random_match_compare(&match);
    if (trouble)
      fail_msg("seed %u, %s on \"%s\": %s", seed, match.expression, match.words, trouble);
    compared += match.is_compared;
    found += match.is_found;
  }
  // Else the pairs say little.
  assert_true(compared > PAIRS * 9 / 10);
  assert_true(found > PAIRS / 4);
  assert_true(compared - found > PAIRS / 20);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(agrees_with_the_reference_on_random_programs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
