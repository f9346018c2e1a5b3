#include "match/matcher.h"
#include "support/handmade.h"
#include "support/pvtest.h"

// Two rules, of the cue and of the clause phase, that share one condition.
static void keeps_shared_programs_apart_by_phase(void **state) {
  (void)state;
  pv_handmade *handmade = pv_handmade_new();
  pv_program cues[] = {pv_handmade_program(handmade, "a")};
  pv_program clauses[] = {pv_handmade_program(handmade, "b")};
  pv_program shared[] = {pv_handmade_program(handmade, "x")};
  pv_handmade_require(handmade, &cues[0], "a");
  pv_handmade_require(handmade, &clauses[0], "b");
  pv_handmade_require(handmade, &shared[0], "x");
  const pv_condition require = {PV_WHERE_SENTENCE, false, shared, 1};
  const pv_rule rules[] = {
      {.matches = cues, .match_count = 1, .conditions = &require, .condition_count = 1},
      {.matches = clauses, .match_count = 1, .conditions = &require, .condition_count = 1},
  };
  pv_grammar grammar = *pv_handmade_grammar(handmade, rules, 2);
  grammar.phase_start[PV_PHASE_CUE + 1] = 1;
  const pv_text *text = pv_handmade_text(handmade, "a b x\na b");
  pv_matcher *matcher = pv_matcher_new(&grammar);
  for (pv_phase phase = PV_PHASE_CUE; phase <= PV_PHASE_CLAUSE; phase++) {
    pv_matches found = pv_match_phase(matcher, pv_handmade_arena(handmade), text,
                                      (pv_annotations){0}, phase, NULL);
    assert_int_equal(found.count, 1);
    assert_ptr_equal(found.items[0].rule, &rules[phase - PV_PHASE_CUE]);
  }
  pv_matcher_free(matcher);
  pv_handmade_free(handmade);
}

static void runs_text_after_text(void **state) {
  (void)state;
  pv_handmade *handmade = pv_handmade_new();
  const pv_rule rule = {.matches = pv_handmade_programs(handmade, "0:a ...3 b"), .match_count = 1};
  const pv_grammar *grammar = pv_handmade_grammar(handmade, &rule, 1);
  pv_matcher *matcher = pv_matcher_new(grammar);
  pv_arena *arena = pv_arena_new(0);
  for (int i = 0; i < 20; i++) {
    pv_arena_reset(arena); // nothing of the text before is left
    const pv_text *text = pv_handmade_text(handmade, i % 2 ? "a c b" : "a a c c c b a b\n* a");
    pv_matches found =
        pv_match_phase(matcher, arena, text, (pv_annotations){0}, PV_PHASE_CLAUSE, NULL);
    assert_int_equal(found.count, i % 2 ? 1 : 2);
  }
  assert_true(pv_matcher_steps(matcher) > 0);
  pv_arena_free(arena);
  pv_matcher_free(matcher);
  pv_handmade_free(handmade);
}

static void takes_a_grammar_without_rules(void **state) {
  (void)state;
  pv_handmade *handmade = pv_handmade_new();
  const pv_rule none = {0};
  pv_matcher *matcher = pv_matcher_new(pv_handmade_grammar(handmade, &none, 0));
  const pv_text *text = pv_handmade_text(handmade, "a");
  for (int phase = 0; phase < PV_PHASE_COUNT; phase++)
    assert_int_equal(pv_match_phase(matcher, pv_handmade_arena(handmade), text, (pv_annotations){0},
                                    (pv_phase)phase, NULL)
                         .count,
                     0);
  pv_matcher_free(matcher);
  pv_matcher_free(NULL);
  pv_handmade_free(handmade);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_shared_programs_apart_by_phase),
      cmocka_unit_test(runs_text_after_text),
      cmocka_unit_test(takes_a_grammar_without_rules),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
