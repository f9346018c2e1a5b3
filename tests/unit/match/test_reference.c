// The machine and the reference matcher agree on random programs and tokens. PV_PAIRS in the
// environment says how many pairs are tried.
#include <stdlib.h>

#include "support/pvtest.h"
#include "support/random_match.h"

enum { PAIRS = 30000 };

static uint32_t pair_count(void) {
  const char *wanted = getenv("PV_PAIRS");
  return wanted ? (uint32_t)strtoul(wanted, NULL, 10) : PAIRS;
}

static void agrees_with_the_reference_on_random_programs(void **state) {
  (void)state;
  const uint32_t pairs = pair_count();
  size_t compared = 0, found = 0;
  for (uint32_t seed = 1; seed <= pairs; seed++) {
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
  assert_true(compared > pairs / 10 * 9);
  assert_true(found > pairs / 4);
  assert_true(compared - found > pairs / 20);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(agrees_with_the_reference_on_random_programs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
