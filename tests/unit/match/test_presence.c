#include "match/presence.h"
#include "support/handmade.h"
#include "support/pvtest.h"

// What is known of an expression in a text where @A stands over the tokens 2 and 3.
static void check(const char *expression, const char *text, pv_answer expected) {
  pv_handmade *handmade = pv_handmade_new();
  for (const char *word = "abcdef"; *word; word++)
    pv_handmade_word(handmade, (char[]){*word, '\0'});
  pv_program program = pv_handmade_program(handmade, expression);
  const pv_text *there = pv_handmade_text(handmade, text);
  const pv_grammar *grammar = pv_handmade_grammar(handmade, NULL, 0);
  pv_first_finder finder = pv_first_finder_make(pv_handmade_arena(handmade), grammar);
  pv_start start = pv_start_find(&finder, &program);
  pv_annotation annotation = pv_handmade_annotation('A', 2, 4);
  pv_presence presence = pv_presence_new(pv_handmade_arena(handmade), grammar);
  pv_part part = {0, (uint32_t)there->tokens.count};
  pv_presence_add(&presence, there, (pv_annotations){&annotation, 1}, part);
  if (pv_presence_ask(&presence, &start) != expected) fail_msg("%s in %s", expression, text);
  pv_presence_clear(&presence);
  if (expected == PV_PRESENT) assert_int_equal(pv_presence_ask(&presence, &start), PV_ABSENT);
  pv_handmade_free(handmade);
}

static void knows_single_tokens(void **state) {
  (void)state;
  check("a", "b a c d", PV_PRESENT);
  check("[a e]", "b e c d", PV_PRESENT);
  check("1:a", "b a c d", PV_PRESENT);
  check("a", "b c d d", PV_ABSENT);
  check("@A", "b c d d", PV_PRESENT);
  check("@B", "b c d d", PV_ABSENT);
}

static void leaves_out_what_lacks_a_word(void **state) {
  (void)state;
  check("a ...3 b", "a c d d", PV_ABSENT);
  check("a ...3 b", "b a d d", PV_MAYBE);
  check("a b? c", "a c d d", PV_MAYBE);
  check("a @A", "a c d d", PV_MAYBE);
  check("a @B", "a c d d", PV_ABSENT);
}

static void does_not_leave_out_what_may_stand_anywhere(void **state) {
  (void)state;
  check(".", "b c d d", PV_MAYBE);
  check("^ a", "b c d d", PV_MAYBE);
  check("a? .", "b c d d", PV_MAYBE);
}

static void takes_annotations_that_lie_in_it(void **state) {
  (void)state;
  check("@A", "b c d", PV_ABSENT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_single_tokens),
      cmocka_unit_test(leaves_out_what_lacks_a_word),
      cmocka_unit_test(does_not_leave_out_what_may_stand_anywhere),
      cmocka_unit_test(takes_annotations_that_lie_in_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
