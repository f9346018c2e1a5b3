#include <stdlib.h>

#include "match/machine.h"
#include "support/handmade.h"
#include "support/pvtest.h"

// What a program finds in a row of words; `marks` are annotations: "A1-3 B0-1".
typedef struct {
  pv_handmade *handmade;
  pv_scope scope;
  pv_machine *machine;
  pv_tester tester;
  const pv_program *program;
} bench;

static pv_annotations annotations_of(pv_arena *arena, const char *marks) {
  pv_annotation *items = PV_NEW_ARRAY(arena, pv_annotation, strlen(marks));
  size_t count = 0;
  char type;
  unsigned first, end;
  for (int used; sscanf(marks, " %c%u-%u%n", &type, &first, &end, &used) == 3; marks += used)
    items[count++] = pv_handmade_annotation(type, first, end);
  return (pv_annotations){items, count};
}

static void open_bench(bench *b, const char *expression, const char *words, const char *marks) {
  *b = (bench){.handmade = pv_handmade_new()};
  pv_arena *arena = pv_handmade_arena(b->handmade);
  b->program = pv_handmade_programs(b->handmade, expression);
  const pv_grammar *grammar = pv_handmade_grammar(b->handmade, NULL, 0);
  const pv_text *text = pv_handmade_text(b->handmade, words);
  pv_part part = {0, (uint32_t)text->tokens.count};
  pv_scope_set(&b->scope, arena, text, annotations_of(arena, marks), &part, 1);
  pv_tester_init(&b->tester, arena, grammar->predicates);
  b->machine =
      pv_machine_new(arena, &b->tester, &b->program, 1, grammar->looks, grammar->look_count);
  pv_machine_begin(b->machine, arena);
}

// `expected` is "start-end", with captures behind it: "0-3 1:0-1"; "" for none.
static void check(const char *expression, const char *words, const char *marks,
                  const char *expected) {
  bench b;
  open_bench(&b, expression, words, marks);
  pv_machine_run run = {.program = b.program, .scope = &b.scope, .high = b.scope.count};
  pv_hit hit;
  char got[256] = "";
  if (pv_machine_find(b.machine, &run, &hit)) {
    size_t used = (size_t)snprintf(got, sizeof got, "%u-%u", hit.start, hit.end), count;
    const pv_captured *captures = pv_machine_captures(b.machine, hit, &count);
    for (size_t i = 0; i < count; i++)
      used += (size_t)snprintf(got + used, sizeof got - used, " %u:%u-%u", captures[i].capture,
                               captures[i].first, captures[i].end);
  }
  if (strcmp(got, expected) != 0)
    fail_msg("%s on \"%s\": \"%s\", not \"%s\"", expression, words, got, expected);
  pv_handmade_free(b.handmade);
}

static void takes_the_leftmost_start(void **state) {
  (void)state;
  check("b", "a b b", "", "1-2");
  check("a b", "a a b", "", "1-3");
  check("a b | b c d", "b c d a b", "", "0-3");
  check("c", "a b", "", "");
}

static void takes_alternatives_in_written_order(void **state) {
  (void)state;
  check("a | a b", "a b", "", "0-1");
  check("a b | a", "a b", "", "0-2");
  check("(a | a b) c", "a b c", "", "0-3");
}

static void repeats_greedily(void **state) {
  (void)state;
  check("a*b", "a a a b", "", "0-4");
  check("a+", "b a a a", "", "1-4");
  check("a? a", "a", "", "0-1");
  check("(a? )*b", "a b", "", "0-2");
}

static void fills_gaps_with_the_nearest(void **state) {
  (void)state;
  check("a ...4 b", "a c b c b", "", "0-3");
  check("a ...1 b", "a c c b", "", "");
  check("a ...0 b", "a b", "", "0-2");
  check("a ...3!c b", "a d c b", "", "");
  check("a ...3!c b", "a d d b", "", "0-4");
  // The second "a" has more of the gap left than the first.
  check("a ...2 b", "a a c c b", "", "1-5");
  check("(a | c) ...1 d ...1 b", "a d c d b", "", "2-5");
}

static void takes_whole_annotations(void **state) {
  (void)state;
  check("@A b", "a a b", "A0-2", "0-3");
  check("@A b", "a a b", "A0-1 A1-2", "1-3");
  check("@A @B", "a a b b", "A0-2 B2-4", "0-4");
  check("1:@A", "c a a", "A1-3", "1-3 1:1-3");
  check("@A", "a", "B0-1", "");
}

static void looks_ahead_and_behind_within_the_scope(void **state) {
  (void)state;
  check("a >(b)", "a c a b", "", "2-3");
  check("a !>(b)", "a b a c", "", "2-3");
  check("<(a b) c", "b c a b c", "", "4-5");
  check("!<(a) b", "a b c b", "", "3-4");
  check("<(@A) c", "a a c", "A0-2", "2-3");
  check("a !>(.)", "a a", "", "1-2");
  check(">(a !>(b)) a", "a b a c", "", "2-3");
}

static void knows_the_edges(void **state) {
  (void)state;
  check("^ b", "a b", "", "");
  check("^ a $", "a", "", "0-1");
  check("a $", "a a", "", "1-2");
}

static void reports_captures_with_repetitions(void **state) {
  (void)state;
  check("1:a 2:(b c?)", "a b c", "", "0-3 1:0-1 2:1-3");
  check("(1:a b)+", "a b a b", "", "0-4 1:0-1 1:2-3");
  check("1:a ...2 2:b", "a c b", "", "0-3 1:0-1 2:2-3");
  check("(1:a | 2:a) b", "a b", "", "0-2 1:0-1");
}

static void keeps_to_its_window(void **state) {
  (void)state;
  bench b;
  open_bench(&b, "a ...9 b", "a a c b a b", "");
  pv_machine_run run = {.program = b.program, .scope = &b.scope, .low = 1, .high = 4, .from = 1};
  pv_hit hit;
  assert_true(pv_machine_find(b.machine, &run, &hit));
  assert_int_equal(hit.start, 1);
  assert_int_equal(hit.end, 4);
  run.high = 3;
  assert_false(pv_machine_find(b.machine, &run, &hit));
  run.high = 6;
  run.least_end = 5;
  assert_true(pv_machine_find(b.machine, &run, &hit));
  assert_int_equal(hit.end, 6);
  pv_handmade_free(b.handmade);
}

static void stops_when_the_steps_are_used_up(void **state) {
  (void)state;
  bench b;
  open_bench(&b, ".*z", "a a a a a a a a a a a a a a a a", "");
  pv_machine_run run = {.program = b.program, .scope = &b.scope, .high = b.scope.count};
  pv_hit hit;
  pv_machine_allow(b.machine, 5);
  assert_false(pv_machine_find(b.machine, &run, &hit));
  assert_true(pv_machine_is_over(b.machine));
  pv_machine_allow(b.machine, 100000);
  assert_false(pv_machine_find(b.machine, &run, &hit));
  assert_false(pv_machine_is_over(b.machine));
  pv_handmade_free(b.handmade);
}

// Steps on `count` tokens "a", and one behind them that ends all hope.
static uint64_t steps_on(const char *expression, size_t count) {
  char *words = malloc(2 * count + 2);
  for (size_t i = 0; i < count; i++) memcpy(words + 2 * i, "a ", 2);
  memcpy(words + 2 * count, "c", 2);
  bench b;
  open_bench(&b, expression, words, "");
  free(words);
  pv_machine_run run = {.program = b.program, .scope = &b.scope, .high = b.scope.count};
  pv_hit hit;
  assert_false(pv_machine_find(b.machine, &run, &hit));
  uint64_t steps = pv_machine_steps(b.machine);
  pv_handmade_free(b.handmade);
  return steps;
}

static void takes_linear_time_on_hostile_programs(void **state) {
  (void)state;
  char optionals[512] = "";
  for (int i = 0; i < 64; i++) strcat(optionals, "a? ");
  strcat(optionals, "b");
  const char *const hostile[] = {
      optionals,
      "((((a? )? )? a? )? a? )* b",
      "(a* )* (a+ )+ b",
      "...64 ...64 ...64 b",
      "a ...64 a ...64 a ...64 b",
      "(a ...9 )* (a ...12 )* b",
      "(a | a a | a a a)* b",
      "a >(a a a a a a a a a a a a a a a a) !<(a a a a b) b",
  };
  for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
    const size_t few = 2000, many = 100000;
    uint64_t less = steps_on(hostile[i], few), more = steps_on(hostile[i], many);
    if (more > less * (many / few) * 11 / 10)
      fail_msg("%s: %llu steps on %zu tokens, %llu on %zu", hostile[i], (unsigned long long)less,
               few, (unsigned long long)more, many);
    assert_true(more < 2000 * many);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_the_leftmost_start),
      cmocka_unit_test(takes_alternatives_in_written_order),
      cmocka_unit_test(repeats_greedily),
      cmocka_unit_test(fills_gaps_with_the_nearest),
      cmocka_unit_test(takes_whole_annotations),
      cmocka_unit_test(looks_ahead_and_behind_within_the_scope),
      cmocka_unit_test(knows_the_edges),
      cmocka_unit_test(reports_captures_with_repetitions),
      cmocka_unit_test(keeps_to_its_window),
      cmocka_unit_test(stops_when_the_steps_are_used_up),
      cmocka_unit_test(takes_linear_time_on_hostile_programs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
