#include "base/str.h"
#include "match/guard.h"
#include "support/handmade.h"
#include "support/pvtest.h"

// The instructions that have a guard, with the words it lets pass.
static void check(const char *expression, const char *expected) {
  pv_handmade *handmade = pv_handmade_new();
  pv_arena *arena = pv_handmade_arena(handmade);
  for (const char *word = "abcdef"; *word; word++)
    pv_handmade_word(handmade, (char[]){*word, '\0'});
  pv_program program = pv_handmade_program(handmade, expression);
  const pv_grammar *grammar = pv_handmade_grammar(handmade, NULL, 0);
  pv_first_finder finder = pv_first_finder_make(arena, grammar);
  pv_first_finder_turn_to(&finder, &program);
  pv_guards guards = pv_guards_find(&finder);
  pv_str got = PV_STR("");
  for (uint32_t at = 0; at < program.count; at++) {
    if (!guards.numbers[at]) continue;
    const pv_first *first = &guards.items[guards.numbers[at] - 1];
    got = pv_str_printf(arena, PV_STR_FMT "%s%u:", PV_STR_ARG(got), got.size ? " " : "", at);
    for (uint32_t id = 0; first->words && id < pv_vocabulary_size(grammar->vocabulary); id++)
      if (pv_first_has_word(first->words, id))
        got = pv_str_printf(arena, PV_STR_FMT PV_STR_FMT, PV_STR_ARG(got),
                            PV_STR_ARG(pv_vocabulary_word(grammar->vocabulary, id)));
    if (first->at_low) got = pv_str_printf(arena, PV_STR_FMT "^", PV_STR_ARG(got));
  }
  if (!pv_str_equal(got, pv_str_from(expected)))
    fail_msg("%s: " PV_STR_FMT, expression, PV_STR_ARG(got));
  pv_handmade_free(handmade);
}

static void guards_what_stands_behind_gaps(void **state) {
  (void)state;
  check("a ...3 b", "1:b");
  check("a ...3 (b | c d)", "1:bc");
  check("a ...3 b? c", "1:bc");
  check("a ...3 .", "");
}

static void guards_choices_of_several_ways(void **state) {
  (void)state;
  check("a (b | c)", "");
  check("a (b | c | d)", "1:bcd");
  check("a (b | c | ^ d)", "");
  check("a (b | c | d | ^ e)", "1:bcd^");
}

static void leaves_the_first_choice_to_the_search_for_starts(void **state) {
  (void)state;
  check("b | c | d", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(guards_what_stands_behind_gaps),
      cmocka_unit_test(guards_choices_of_several_ways),
      cmocka_unit_test(leaves_the_first_choice_to_the_search_for_starts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
