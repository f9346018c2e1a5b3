#include "base/str.h"
#include "match/match.h"
#include "support/handmade.h"
#include "support/pvtest.h"

static const pv_frame_slot slots[] = {
    {.name = {"who", 3}},
    {.name = {"acts", 4}, .list = true},
    {.name = {"level", 5}, .type = PV_SLOT_ENUM},
};
enum { WHO, ACTS, LEVEL };
static const pv_frame frame = {.id = {"Frame", 5}, .slots = slots, .slot_count = 3};
static const pv_capture_name captures[] = {
    {{"who", 3}, WHO}, {{"acts", 4}, ACTS}, {{"verb", 4}, PV_NO_SLOT}};

typedef struct {
  pv_handmade *handmade;
  pv_rule rules[4];
  size_t count;
} bench;

static pv_rule *add_rule(bench *b, const char *id, const char *expression) {
  pv_rule *rule = &b->rules[b->count++];
  *rule = (pv_rule){.id = pv_str_from(id),
                    .phase = PV_PHASE_CLAUSE,
                    .frame = &frame,
                    .score = 50,
                    .matches = pv_handmade_programs(b->handmade, expression),
                    .match_count = 1,
                    .captures = captures,
                    .capture_count = 3};
  return rule;
}

static bench open_bench(void) { return (bench){.handmade = pv_handmade_new()}; }

static size_t print_fillers(char *out, size_t size, const pv_text *text, const pv_match *match) {
  size_t used = 0;
  for (size_t i = 0; i < match->filler_count; i++) {
    const pv_filler *f = &match->fillers[i];
    pv_span at = pv_text_span(text, f->first, f->end);
    used += (size_t)snprintf(out + used, size - used, " %.*s=%.*s(%.*s)", PV_STR_ARG(f->name),
                             PV_STR_ARG(f->value), (int)(at.end - at.start),
                             text->bytes.data + at.start);
  }
  return used;
}

// Every match as "rule points 'text' fillers", separated by semicolons.
static void check_with(bench *b, const char *lines, pv_annotations annotations,
                       const char *expected) {
  const pv_grammar *grammar = pv_handmade_grammar(b->handmade, b->rules, b->count);
  const pv_text *text = pv_handmade_text(b->handmade, lines);
  pv_matcher *matcher = pv_matcher_new(grammar);
  pv_matches found = pv_match_phase(matcher, pv_handmade_arena(b->handmade), text, annotations,
                                    PV_PHASE_CLAUSE, NULL);
  char got[2048] = "";
  size_t used = 0;
  for (size_t i = 0; i < found.count; i++) {
    const pv_match *m = &found.items[i];
    pv_span at = pv_text_span(text, m->first, m->end);
    used += (size_t)snprintf(got + used, sizeof got - used, "%s%.*s %d '%.*s'", i ? "; " : "",
                             PV_STR_ARG(m->rule->id), m->points, (int)(at.end - at.start),
                             text->bytes.data + at.start);
    used += print_fillers(got + used, sizeof got - used, text, m);
  }
  if (strcmp(got, expected) != 0) fail_msg("on \"%s\": \"%s\", not \"%s\"", lines, got, expected);
  pv_matcher_free(matcher);
}

static void check(bench *b, const char *lines, const char *expected) {
  check_with(b, lines, (pv_annotations){0}, expected);
}

static void finds_all_hits_that_do_not_overlap(void **state) {
  (void)state;
  bench b = open_bench();
  add_rule(&b, "R", "a a | c");
  check(&b, "a a a a a c\nc", "R 50 'a a'; R 50 'a a'; R 50 'c'; R 50 'c'");
  check(&b, "a\nb", "");
  check(&b, "", "");
  pv_handmade_free(b.handmade);
}

static void leaves_out_sentences_that_are_no_clauses(void **state) {
  (void)state;
  bench b = open_bench();
  add_rule(&b, "R", "a");
  check(&b, "# a\n~ a\n= a\na", "R 50 'a'");
  pv_handmade_free(b.handmade);
}

static void prefers_the_leftmost_and_then_the_first_match(void **state) {
  (void)state;
  bench b = open_bench();
  pv_program programs[] = {pv_handmade_program(b.handmade, "b c"),
                           pv_handmade_program(b.handmade, "a ...3 c"),
                           pv_handmade_program(b.handmade, "a b")};
  pv_rule *rule = add_rule(&b, "R", "x");
  rule->matches = programs;
  rule->match_count = 3;
  check(&b, "a b c b c", "R 50 'a b c'; R 50 'b c'");
  check(&b, "a b d", "R 50 'a b'");
  pv_handmade_free(b.handmade);
}

static void sorts_by_place_length_and_rule(void **state) {
  (void)state;
  bench b = open_bench();
  add_rule(&b, "SHORT", "a");
  add_rule(&b, "LONG", "a b");
  add_rule(&b, "LAST", "a b");
  add_rule(&b, "EARLY", "z");
  check(&b, "z a b", "EARLY 50 'z'; LONG 50 'a b'; LAST 50 'a b'; SHORT 50 'a'");
  pv_handmade_free(b.handmade);
}

static void reads_items_with_their_stem(void **state) {
  (void)state;
  bench b = open_bench();
  add_rule(&b, "R", "0:we ...9 1:[sell make]");
  check(&b, "we shall sell and\n* make\n* go\n** sell",
        "R 50 'we shall sell and\n* make\n* go\n** sell' who=(we) acts=(sell); "
        "R 50 'we shall sell and\n* make' who=(we) acts=(make); "
        "R 50 'we shall sell' who=(we) acts=(sell)");
  check(&b, "we\n* go", "");
  pv_handmade_free(b.handmade);
}

static void asks_conditions_in_their_windows(void **state) {
  (void)state;
  static const struct {
    pv_where where;
    const char *yes; // text with "x" in the window
    const char *no;
  } rows[] = {
      {PV_WHERE_INSIDE, "p x q", "x p q x"},
      {PV_WHERE_BEFORE, "x p q", "p x q x"},
      {PV_WHERE_AFTER, "p q x", "x p x q"},
      {PV_WHERE_SENTENCE, "x p q", "x\np q\nx"},
      {PV_WHERE_HEADING, "= x\np q", "= y\nx p x q x"},
      {PV_WHERE_HEADING, "x | p q", "y | p x q"},
      {PV_WHERE_PREVIOUS, "x\np q", "x p q x\nx"},
      {PV_WHERE_NEXT, "p q\nx", "x\nx p q"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    for (int negative = 0; negative < 2; negative++) {
      bench b = open_bench();
      const pv_condition condition = {rows[i].where, negative,
                                      pv_handmade_programs(b.handmade, "x"), 1};
      pv_rule *rule = add_rule(&b, "R", "p ...2 q");
      rule->conditions = &condition;
      rule->condition_count = 1;
      for (int has = 0; has < 2; has++) {
        const pv_grammar *grammar = pv_handmade_grammar(b.handmade, b.rules, 1);
        const pv_text *text = pv_handmade_text(b.handmade, has ? rows[i].yes : rows[i].no);
        pv_matcher *matcher = pv_matcher_new(grammar);
        size_t count = pv_match_phase(matcher, pv_handmade_arena(b.handmade), text,
                                      (pv_annotations){0}, PV_PHASE_CLAUSE, NULL)
                           .count;
        if (count != (size_t)(has != negative)) fail_msg("row %zu, %d, %d", i, negative, has);
        pv_matcher_free(matcher);
      }
      pv_handmade_free(b.handmade);
    }
}

static void goes_on_behind_a_hit_that_is_refused(void **state) {
  (void)state;
  bench b = open_bench();
  const pv_condition unless = {PV_WHERE_INSIDE, true, pv_handmade_programs(b.handmade, "x"), 1};
  pv_rule *rule = add_rule(&b, "R", "a ...3 b");
  rule->conditions = &unless;
  rule->condition_count = 1;
  check(&b, "a x a b a b", "R 50 'a b'");
  pv_handmade_free(b.handmade);
}

static void adds_boosts_within_bounds(void **state) {
  (void)state;
  bench b = open_bench();
  const pv_boost boosts[] = {
      {PV_WHERE_SENTENCE, 30, pv_handmade_programs(b.handmade, "x"), 1},
      {PV_WHERE_AFTER, 40, pv_handmade_programs(b.handmade, "y"), 1},
      {PV_WHERE_BEFORE, -70, pv_handmade_programs(b.handmade, "z"), 1},
  };
  pv_rule *rule = add_rule(&b, "R", "a");
  rule->boosts = boosts;
  rule->boost_count = 3;
  check(&b, "a\na x\nx a y\nz a\na z\nz a x y",
        "R 50 'a'; R 80 'a'; R 100 'a'; R 0 'a'; R 50 'a'; R 50 'a'");
  pv_handmade_free(b.handmade);
}

static void fills_slots_from_captures(void **state) {
  (void)state;
  bench b = open_bench();
  add_rule(&b, "R", "(0:a | 1:c | 2:d)+ e");
  check(&b, "a c d a c d e", "R 50 'a c d a c d e' acts=(c) who=(a) acts=(c) verb=(d)");
  pv_handmade_free(b.handmade);
}

static void fills_slots_from_satellites(void **state) {
  (void)state;
  bench b = open_bench();
  const pv_slot_pattern patterns[] = {
      {ACTS, PV_WHERE_AFTER, true, pv_handmade_programs(b.handmade, "to 0:[sell make]"), 1},
      {WHO, PV_WHERE_SENTENCE, false, pv_handmade_programs(b.handmade, "[u v]"), 1},
      {ACTS, PV_WHERE_SENTENCE, true, pv_handmade_programs(b.handmade, "[sell use]"), 1},
  };
  pv_rule *rule = add_rule(&b, "R", "a 0:w?");
  rule->slots = patterns;
  rule->slot_count = 3;
  check(&b, "u a to sell to make or use v", "R 50 'a' acts=(sell) acts=(make) who=(u) acts=(use)");
  check(&b, "u a w", "R 50 'a w' who=(w)");
  pv_handmade_free(b.handmade);
}

static void fills_enumerations_with_the_first_value(void **state) {
  (void)state;
  bench b = open_bench();
  const pv_field_value values[] = {
      {PV_STR("no"), pv_handmade_programs(b.handmade, "not exclusive"), 1},
      {PV_STR("yes"), pv_handmade_programs(b.handmade, "exclusive"), 1},
  };
  pv_field field = {LEVEL, PV_NO_SLOT, PV_WHERE_SENTENCE, false, PV_STR("unstated"), values, 2};
  pv_rule *rule = add_rule(&b, "R", "a");
  rule->fields = &field;
  rule->field_count = 1;
  check(&b, "exclusive a", "R 50 'a' level=yes(exclusive)");
  check(&b, "exclusive a not exclusive", "R 50 'a' level=no(not exclusive)");
  check(&b, "a", "R 50 'a' level=unstated()");
  field.fallback = PV_STR("");
  check(&b, "a", "R 50 'a'");
  field.slot = ACTS;
  field.all = true;
  check(&b, "exclusive a not exclusive", "R 50 'a' acts=no(not exclusive) acts=yes(exclusive)");
  pv_handmade_free(b.handmade);
}

static void reads_a_value_off_the_words_of_a_slot(void **state) {
  (void)state;
  bench b = open_bench();
  const pv_field_value values[] = {
      {PV_STR("yes"), pv_handmade_programs(b.handmade, "exclusive"), 1}};
  pv_field field = {LEVEL, WHO, PV_WHERE_SENTENCE, false, PV_STR("no"), values, 1};
  pv_rule *rule = add_rule(&b, "R", "a 0:(exclusive? b)?");
  rule->fields = &field;
  rule->field_count = 1;
  check(&b, "a exclusive b", "R 50 'a exclusive b' who=(exclusive b) level=yes(exclusive)");
  check(&b, "exclusive a b", "R 50 'a b' who=(b) level=no(b)");
  check(&b, "exclusive a", "R 50 'a'");
  pv_handmade_free(b.handmade);
}

static void reads_annotations_of_earlier_stages(void **state) {
  (void)state;
  bench b = open_bench();
  add_rule(&b, "R", "0:@A grants");
  const pv_annotation party = pv_handmade_annotation('A', 1, 4);
  check_with(&b, "then the big corp grants", (pv_annotations){&party, 1},
             "R 50 'the big corp grants' who=(the big corp)");
  pv_handmade_free(b.handmade);
}

// A rule that would take many steps in one sentence is left out there, and nowhere else.
static void says_where_it_stopped(void **state) {
  (void)state;
  bench b = open_bench();
  add_rule(&b, "FIRST", "b");
  add_rule(&b, "SLOW", "a (.* z)?");
  add_rule(&b, "LAST", "b");
  static char lines[40000];
  size_t used = 0;
  for (int i = 0; i < 4000; i++) used += (size_t)snprintf(lines + used, 3, "a ");
  snprintf(lines + used, sizeof lines - used, "b\nb a z");
  const pv_grammar *grammar = pv_handmade_grammar(b.handmade, b.rules, b.count);
  const pv_text *text = pv_handmade_text(b.handmade, lines);
  pv_matcher *matcher = pv_matcher_new(grammar);
  pv_arena *arena = pv_handmade_arena(b.handmade);
  pv_diagnostics diagnostics = {.arena = arena};
  pv_matches found =
      pv_match_phase(matcher, arena, text, (pv_annotations){0}, PV_PHASE_CLAUSE, &diagnostics);
  assert_int_equal(diagnostics.count, 1);
  assert_int_equal(diagnostics.items[0].id, PV_DIAGNOSTIC_STEP_LIMIT);
  assert_non_null(strstr(diagnostics.items[0].message.data, "SLOW"));
  size_t firsts = 0, lasts = 0;
  for (size_t i = 0; i < found.count; i++) {
    firsts += pv_str_equal(found.items[i].rule->id, PV_STR("FIRST"));
    lasts += pv_str_equal(found.items[i].rule->id, PV_STR("LAST"));
  }
  assert_int_equal(firsts + lasts, 1);
  // The budget of the text: no more than 2,000 steps a token.
  assert_true(pv_matcher_steps(matcher) < 2100 * text->tokens.count);
  pv_matcher_free(matcher);
  pv_handmade_free(b.handmade);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_all_hits_that_do_not_overlap),
      cmocka_unit_test(leaves_out_sentences_that_are_no_clauses),
      cmocka_unit_test(prefers_the_leftmost_and_then_the_first_match),
      cmocka_unit_test(sorts_by_place_length_and_rule),
      cmocka_unit_test(reads_items_with_their_stem),
      cmocka_unit_test(asks_conditions_in_their_windows),
      cmocka_unit_test(goes_on_behind_a_hit_that_is_refused),
      cmocka_unit_test(adds_boosts_within_bounds),
      cmocka_unit_test(fills_slots_from_captures),
      cmocka_unit_test(fills_slots_from_satellites),
      cmocka_unit_test(fills_enumerations_with_the_first_value),
      cmocka_unit_test(reads_a_value_off_the_words_of_a_slot),
      cmocka_unit_test(reads_annotations_of_earlier_stages),
      cmocka_unit_test(says_where_it_stopped),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
