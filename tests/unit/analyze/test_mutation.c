#include "analyze/mutation.h"
#include "base/str.h"
#include "support/pvtest.h"

static pv_grammar *load(const char *path, pv_mutants *mutants) {
  pv_load_watch watch = {.rules = pv_mutants_make, .context = mutants};
  pv_grammar *grammar = pv_grammar_load_watched(&path, 1, NULL, NULL, &watch);
  if (!grammar) fail_msg("%s does not load", path);
  return grammar;
}

static void kills_what_an_example_notices(void **state) {
  (void)state;
  pv_mutants mutants = {.rule = PV_STR("WEAK-SUPPLY")};
  pv_grammar *grammar = load("tests/cli/files/weak.xml", &mutants);
  bool killed[64] = {false};
  assert_true(mutants.items.count <= 64);
  assert_true(pv_mutation_run(grammar, &mutants, 1, killed));
  for (size_t i = 0; i < mutants.items.count; i++) {
    pv_str what = mutants.items.items[i].what;
    if (pv_str_equal(what, PV_STR("drop unless 1"))) assert_true(killed[i]);
    if (pv_str_equal(what, PV_STR("drop unless 2"))) assert_false(killed[i]);
    if (pv_str_equal(what, PV_STR("drop slot 1 (place)"))) assert_true(killed[i]);
  }
  pv_grammar_free(grammar);
}

static void answers_the_same_with_any_number_of_threads(void **state) {
  (void)state;
  pv_mutants mutants = {0};
  pv_grammar *grammar = load("tests/cli/files/weak.xml", &mutants);
  bool one[64] = {false}, many[64] = {false};
  assert_true(mutants.items.count <= 64);
  assert_true(pv_mutation_run(grammar, &mutants, 1, one));
  assert_true(pv_mutation_run(grammar, &mutants, 4, many));
  assert_memory_equal(one, many, sizeof one);
  pv_grammar_free(grammar);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(kills_what_an_example_notices),
      cmocka_unit_test(answers_the_same_with_any_number_of_threads),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
