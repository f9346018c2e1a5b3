#include "analyze/example.h"
#include "base/str.h"
#include "support/pvtest.h"

// Runs example `number` of the only rule of the grammar at `path`.
static void check(const char *path, size_t number, pv_verdict verdict, const char *problem) {
  pv_error err = {0};
  pv_grammar *grammar = pv_grammar_load(path, &err);
  if (!grammar) fail_msg("%s", err.message);
  pv_arena *arena = pv_arena_new(0);
  pv_matcher *matcher = pv_matcher_new(grammar);
  const pv_rule *rule = &grammar->rules[0];
  assert_true(number < rule->example_count);
  pv_example_result result = pv_example_run(matcher, arena, grammar, rule, &rule->examples[number]);
  assert_int_equal(result.verdict, verdict);
  assert_string_equal(pv_str_copy(arena, result.problem).data, problem);
  pv_matcher_free(matcher);
  pv_arena_free(arena);
  pv_grammar_free(grammar);
}

static void passes_examples_that_do_as_they_say(void **state) {
  (void)state;
  check("tests/cli/files/tiny.xml", 0, PV_VERDICT_PASSED, "");
  check("tests/cli/files/tiny.xml", 1, PV_VERDICT_PASSED, "");
  check("tests/cli/files/tiny.xml", 2, PV_VERDICT_TODO, "did not fire");
}

static void says_what_is_not_as_an_example_says(void **state) {
  (void)state;
  check("tests/cli/files/failing.xml", 0, PV_VERDICT_FAILED,
        "subject is \"the Goods\", not \"the\"");
  check("tests/cli/files/failing.xml", 1, PV_VERDICT_FAILED,
        "fired on \"appoints the trader as its exclusive distributor\"");
}

static void notices_a_todo_that_works(void **state) {
  (void)state;
  check("tests/cli/files/failing.xml", 2, PV_VERDICT_DONE, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(passes_examples_that_do_as_they_say),
      cmocka_unit_test(says_what_is_not_as_an_example_says),
      cmocka_unit_test(notices_a_todo_that_works),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
