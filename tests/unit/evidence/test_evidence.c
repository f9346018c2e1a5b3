#include "base/str.h"
#include "evidence/evidence.h"
#include "support/pvtest.h"
#include "support/weights.h"

// A sentence of 40 points is as likely as not.
static const char weights[] =
    "bias\t-10\nstep 0\t10\nstep 40\t50\nstep 80\t90\n"
    "word lamps\t20\npair sells lamps\t15\nskip sells maps\t5\n"
    "rule GIVE\t0\nrule SELL\t30\nbefore SELL\t7\nword never\t-25\nseed lamps\n";

typedef struct {
  pv_arena *arena;
  pv_grammar *grammar;
  pv_matcher *matcher;
  const pv_text *text;
  pv_evidences evidences;
} fixture;

static fixture weigh(const char *text, int32_t least_percent) {
  pv_error err = {0};
  fixture f = {.arena = pv_arena_new(0), .grammar = pv_test_weighed_grammar(weights, &err)};
  if (!f.grammar) fail_msg("%s", err.message);
  pv_diagnostics diagnostics = {.arena = f.arena};
  f.text = pv_text_read(f.arena, pv_str_from(text), f.grammar->vocabulary, &diagnostics);
  f.matcher = pv_matcher_new(f.grammar);
  pv_matcher_set_least_points(f.matcher, PV_NO_POINTS);
  pv_matches matches = pv_match_phase(f.matcher, f.arena, f.text, (pv_annotations){0},
                                      PV_PHASE_CLAUSE, &diagnostics);
  f.evidences =
      pv_evidences_weigh(f.arena, f.grammar, f.text, (pv_annotations){0}, matches, least_percent);
  return f;
}

static void drop(fixture *f) {
  pv_matcher_free(f->matcher);
  pv_grammar_free(f->grammar);
  pv_arena_free(f->arena);
}

static int32_t score(const fixture *f, uint32_t sentence) {
  int32_t found = INT32_MIN;
  (void)pv_evidences_score(&f->evidences, sentence, &f->grammar->weights->items[0], &found);
  return found;
}

static void adds_up_the_cues_of_a_sentence(void **state) {
  (void)state;
  fixture f = weigh("Ann sells lamps. Ann sells two maps. Ann walks. Ann never sees lamps.", 100);
  assert_int_equal(score(&f, 0), -10 + 30 + 20 + 15);
  assert_int_equal(score(&f, 1), -10 + 30 + 5 + 7);
  assert_int_equal(score(&f, 2), INT32_MIN);
  assert_int_equal(score(&f, 3), -10 - 25 + 20);
  drop(&f);
}

static void counts_a_cue_once(void **state) {
  (void)state;
  fixture f = weigh("Lamps, lamps and lamps.", 100);
  assert_int_equal(score(&f, 0), -10 + 20);
  drop(&f);
}

static void finds_clauses_without_a_rule(void **state) {
  (void)state;
  fixture f = weigh("Ann likes lamps. Ann sells lamps. Ann gives lamps.", 15);
  assert_int_equal(f.evidences.match_count, 3);
  const pv_match *found = &f.evidences.matches[2];
  assert_int_equal(found->sentence, 0);
  assert_int_equal(found->points, 20);
  assert_true(pv_str_equal(found->rule->kind, PV_STR("sale")));
  drop(&f);
  f = weigh("Ann likes lamps.", 21);
  assert_int_equal(f.evidences.match_count, 0);
  drop(&f);
}

static void lists_the_cues_with_the_most_points_first(void **state) {
  (void)state;
  fixture f = weigh("Ann never sells lamps.", 100);
  pv_cue_list cues = pv_evidences_cues(f.arena, &f.evidences, 0, &f.grammar->weights->items[0]);
  static const char *const expected[] = {"rule SELL", "word never", "word lamps",
                                         "pair sells lamps"};
  assert_int_equal(cues.count, 4);
  for (size_t i = 0; i < cues.count; i++) {
    pv_str cue = pv_cue_print(f.arena, f.grammar, cues.items[i].cue);
    assert_string_equal(pv_str_copy(f.arena, cue).data, expected[i]);
  }
  drop(&f);
}

static void completes_what_may_reach_the_points(void **state) {
  (void)state;
  fixture f = weigh("Ann sells lamps. Ann likes maps and lamps. Ann gives maps.", 2);
  pv_match_list wanted = pv_evidences_wanted(f.arena, &f.evidences, 40);
  assert_int_equal(wanted.count, 2); // the gift is not weighed: the points of its rule count
  assert_true(pv_str_equal(wanted.items[0]->rule->id, PV_STR("SELL")));
  assert_true(pv_str_equal(wanted.items[1]->rule->id, PV_STR("GIVE")));
  wanted = pv_evidences_wanted(f.arena, &f.evidences, 0);
  assert_int_equal(wanted.count, 3);
  pv_matches_complete(f.matcher, f.arena, f.text, (pv_annotations){0}, wanted.items, wanted.count,
                      NULL);
  static const char *const things[] = {"lamps", "maps", "maps"};
  for (size_t i = 0; i < wanted.count; i++) {
    assert_int_equal(wanted.items[i]->filler_count, 1);
    const pv_filler *filler = &wanted.items[i]->fillers[0];
    pv_span at = pv_text_span(f.text, filler->first, filler->end);
    assert_string_equal(pv_str_copy(f.arena, pv_str_slice(f.text->bytes, at)).data, things[i]);
  }
  drop(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(adds_up_the_cues_of_a_sentence),
      cmocka_unit_test(counts_a_cue_once),
      cmocka_unit_test(finds_clauses_without_a_rule),
      cmocka_unit_test(lists_the_cues_with_the_most_points_first),
      cmocka_unit_test(completes_what_may_reach_the_points),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
