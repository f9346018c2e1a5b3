#include "base/str.h"
#include "grammar/variant.h"
#include "support/pvtest.h"

static pv_grammar *load(const char *path, void (*make)(void *, pv_loader *), void *made) {
  pv_load_watch watch = {.rules = make, .context = made};
  pv_grammar *grammar = pv_grammar_load_watched(&path, 1, NULL, NULL, &watch);
  if (!grammar) fail_msg("%s does not load", path);
  return grammar;
}

static void changes_each_part_of_a_rule(void **state) {
  (void)state;
  static const char *const expected[] = {"match 1: drop ~appoint ...6",
                                         "match 1: any token for ~appoint",
                                         "match 1: widen ...6",
                                         "match 1: optional as",
                                         "match 1: any token for as",
                                         "match 1: widen ...2",
                                         "match 1: optional [exclusive | sole]",
                                         "match 1: any token for [exclusive | sole]",
                                         "match 1: optional distributor",
                                         "match 1: any token for distributor",
                                         "drop unless 1",
                                         "drop slot 1 (subject)"};
  pv_mutants mutants = {0};
  pv_grammar *grammar = load("tests/cli/files/tiny.xml", pv_mutants_make, &mutants);
  assert_int_equal(mutants.items.count, sizeof expected / sizeof *expected);
  for (size_t i = 0; i < mutants.items.count; i++) {
    const pv_mutant *mutant = &mutants.items.items[i];
    assert_int_equal(mutant->what.size, strlen(expected[i]));
    assert_memory_equal(mutant->what.data, expected[i], mutant->what.size);
    assert_ptr_equal(mutant->rule, &grammar->rules[0]);
  }
  assert_int_equal(mutants.items.items[10].changed.condition_count, 0);
  assert_int_equal(mutants.items.items[11].changed.slot_count, 0);
  assert_int_equal(mutants.items.items[0].line, 9);
  pv_grammar_free(grammar);
}

static void leaves_the_rule_as_it_is(void **state) {
  (void)state;
  pv_mutants mutants = {.rule = PV_STR("NO-RULE")};
  pv_grammar *with = load("tests/cli/files/weak.xml", pv_mutants_make, &mutants);
  assert_int_equal(mutants.items.count, 0);
  pv_mutants all = {0};
  pv_grammar *without = load("tests/cli/files/weak.xml", pv_mutants_make, &all);
  assert_true(all.items.count > 0);
  pv_arena *arena = pv_arena_new(0);
  pv_str a = pv_grammar_print(arena, with), b = pv_grammar_print(arena, without);
  assert_true(pv_str_equal(a, b));
  pv_arena_free(arena);
  pv_grammar_free(with);
  pv_grammar_free(without);
}

static void makes_the_ways_of_choices(void **state) {
  (void)state;
  pv_ways ways = {.rule = PV_STR("WEAK-SUPPLY-AGAIN")};
  pv_grammar *grammar = load("tests/cli/files/weak.xml", pv_ways_make, &ways);
  assert_int_equal(ways.items.count, 2);
  assert_true(pv_str_equal(ways.items.items[0].text, PV_STR("shall")));
  assert_true(pv_str_equal(ways.items.items[1].text, PV_STR("will")));
  assert_true(pv_str_equal(ways.items.items[1].only.source, PV_STR("(will) supply ...3 %goods")));
  pv_grammar_free(grammar);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(changes_each_part_of_a_rule),
      cmocka_unit_test(leaves_the_rule_as_it_is),
      cmocka_unit_test(makes_the_ways_of_choices),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
