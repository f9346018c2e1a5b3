#include "analyze/coverage.h"
#include "base/str.h"
#include "support/pvtest.h"

static void tells_what_no_example_needs(void **state) {
  (void)state;
  static const struct {
    const char *what;
    bool is_covered;
  } expected[] = {{"match 1", true},
                  {"match 2", false},
                  {"match 3", false},
                  {"match 1: alternative shall", true},
                  {"match 1: alternative will", false},
                  {"unless 1", true},
                  {"unless 2", false},
                  {"slot 1 (place)", true},
                  {"field level: value part", false},
                  {"field level: default full", true},
                  {"boost 1", false}};
  pv_ways ways = {0};
  pv_load_watch watch = {.rules = pv_ways_make, .context = &ways};
  const char *path = "tests/cli/files/weak.xml";
  pv_grammar *grammar = pv_grammar_load_watched(&path, 1, NULL, NULL, &watch);
  assert_non_null(grammar);
  pv_arena *arena = pv_arena_new(0);
  pv_coverage coverage;
  assert_true(pv_coverage_find(arena, grammar, &grammar->rules[0], &ways, &coverage));
  assert_int_equal(coverage.count, sizeof expected / sizeof *expected);
  for (size_t i = 0; i < coverage.count; i++) {
    assert_string_equal(pv_str_copy(arena, coverage.items[i].what).data, expected[i].what);
    if (coverage.items[i].is_covered != expected[i].is_covered)
      fail_msg("%s: covered is %d", expected[i].what, coverage.items[i].is_covered);
  }
  pv_arena_free(arena);
  pv_grammar_free(grammar);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(tells_what_no_example_needs)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
