#include "base/str.h"
#include "grammar/weights.h"
#include "support/pvtest.h"
#include "support/weights.h"

static pv_grammar *load(const char *weights) {
  pv_error err = {0};
  pv_grammar *grammar = pv_test_weighed_grammar(weights, &err);
  if (!grammar) fail_msg("%s", err.message);
  return grammar;
}

static int points_of(const pv_grammar *grammar, const char *cue) {
  pv_cue key = pv_cue_parse(grammar, pv_str_from(cue), false);
  uint32_t row = key ? pv_weights_row(grammar->weights, key) : UINT32_MAX;
  return row == UINT32_MAX ? 0 : grammar->weights->points[row * grammar->weights->count];
}

static void reads_points_seeds_and_steps(void **state) {
  (void)state;
  pv_grammar *grammar = load("# a remark\nbias\t-40\nstep -20\t5\nstep 20\t85\n"
                             "word lamps\t31\npair sells lamps\t-7\nskip sells lamps\t2\n"
                             "heading sale\t9\nrule SELL\t12\nbefore GIVE\t-3\nafter SELL\t4\n"
                             "strength Sale 30\t6\ntype Percent 2\t5\nshape item\t-8\n"
                             "word #number\t3\nseed lamps\n");
  const pv_weights *weights = grammar->weights;
  assert_int_equal(weights->count, 1);
  assert_int_equal(weights->items[0].bias, -40);
  assert_int_equal(points_of(grammar, "word lamps"), 31);
  assert_int_equal(points_of(grammar, "pair sells lamps"), -7);
  assert_int_equal(points_of(grammar, "skip sells lamps"), 2);
  assert_int_equal(points_of(grammar, "heading sale"), 9);
  assert_int_equal(points_of(grammar, "rule SELL"), 12);
  assert_int_equal(points_of(grammar, "before GIVE"), -3);
  assert_int_equal(points_of(grammar, "after SELL"), 4);
  assert_int_equal(points_of(grammar, "strength Sale 30"), 6);
  assert_int_equal(points_of(grammar, "type Percent 2"), 5);
  assert_int_equal(points_of(grammar, "shape item"), -8);
  assert_int_equal(points_of(grammar, "word #number"), 3);
  assert_int_equal(points_of(grammar, "pair lamps sells"), 0);
  uint32_t lamps = pv_vocabulary_find(grammar->vocabulary, PV_STR("lamps"));
  uint32_t sells = pv_vocabulary_find(grammar->vocabulary, PV_STR("sells"));
  assert_int_equal(weights->seeds[lamps], 1);
  assert_int_equal(weights->seeds[sells], 0);
  pv_grammar_free(grammar);
}

static void puts_a_score_between_two_steps_on_the_line(void **state) {
  (void)state;
  pv_grammar *grammar = load("bias\t0\nstep -20\t5\nstep 20\t85\nstep 30\t86\n");
  const pv_weighing *weighing = &grammar->weights->items[0];
  static const struct {
    int32_t score;
    int32_t percent;
  } rows[] = {{-1000, 5}, {-20, 5}, {0, 45}, {19, 83}, {20, 85}, {25, 85}, {30, 86}, {999, 86}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(pv_weighing_percent(weighing, rows[i].score), rows[i].percent);
  assert_true(pv_weighing_has_kind(weighing, PV_STR("sale")));
  assert_false(pv_weighing_has_kind(weighing, PV_STR("gift")));
  pv_grammar_free(grammar);
}

static void prints_a_cue_as_it_is_written(void **state) {
  (void)state;
  static const char *const cues[] = {
      "word lamps", "pair sells lamps", "skip #number lamps", "heading lamps", "rule GIVE",
      "after GIVE", "strength Sale 20", "type Money 1",       "shape lower",   "word #redaction",
  };
  pv_grammar *grammar = load("bias\t0\nstep 0\t1\nstep 1\t2\nword sells\t1\n");
  pv_arena *arena = pv_arena_new(0);
  for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
    pv_cue cue = pv_cue_parse(grammar, pv_str_from(cues[i]), false);
    if (!cue) fail_msg("no cue: %s", cues[i]);
    assert_string_equal(pv_str_copy(arena, pv_cue_print(arena, grammar, cue)).data, cues[i]);
  }
  assert_int_equal(pv_cue_parse(grammar, PV_STR("word unheard"), false), 0);
  assert_int_equal(pv_cue_parse(grammar, PV_STR("rule NONE"), false), 0);
  assert_int_equal(pv_cue_parse(grammar, PV_STR("wording lamps"), false), 0);
  pv_arena_free(arena);
  pv_grammar_free(grammar);
}

static void lets_cues_of_absent_rules_be(void **state) {
  (void)state;
  pv_grammar *grammar = load("bias\t0\nstep 0\t1\nstep 1\t2\nrule GONE\t50\nword lamps\t4\n");
  assert_int_equal(grammar->weights->row_count, 1);
  pv_grammar_free(grammar);
}

static void says_what_is_wrong(void **state) {
  (void)state;
  static const char good[] = "frame='Sale' kind='sale' kinds='sale' href='w.txt'";
  static const struct {
    const char *attributes;
    const char *weights;
    const char *message;
  } rows[] = {
      {good, "bias\t0\n", "2 steps at least"},
      {good, "bias\tx\n", "behind the tab goes a number"},
      {good, "step 0\t9\nstep 0\t10\n", "steps rise"},
      {good, "step 0\t9\nstep 1\t8\n", "steps rise"},
      {good, "step 0\t101\n", "a percentage"},
      {good, "words lamps\t3\n", "is no cue"},
      {good, "pair lamps\t3\n", "is no cue"},
      {good, "word lamps\t128\n", "127 at most"},
      {"frame='Sales' kind='sale' kinds='sale' href='w.txt'", "", "no such frame"},
      {"frame='Sale' kind='sale' kinds='loan' href='w.txt'", "", "no such kind"},
      {"frame='Sale' kind='gift' kinds='sale' href='w.txt'", "", "one of"},
      {"frame='Sale' kind='sale' kinds='sale' href='v.txt'", "", "cannot open the grammar file"},
      {"frame='Sale' kind='sale' kinds='sale' href='../w.txt'", "", "in the folder or below"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    pv_error err = {0};
    pv_grammar *grammar = pv_test_weights_element(rows[i].attributes, rows[i].weights, &err);
    if (grammar) fail_msg("loads: %s", rows[i].weights);
    if (!strstr(err.message, rows[i].message)) fail_msg("%s", err.message);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_points_seeds_and_steps),
      cmocka_unit_test(puts_a_score_between_two_steps_on_the_line),
      cmocka_unit_test(prints_a_cue_as_it_is_written),
      cmocka_unit_test(lets_cues_of_absent_rules_be),
      cmocka_unit_test(says_what_is_wrong),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
