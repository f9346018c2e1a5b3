#include "match/start.h"
#include "support/handmade.h"
#include "support/pvtest.h"

// Marks the positions of `words` where a match of the expression may start.
static void check(const char *expression, const char *words, const char *expected) {
  pv_handmade *handmade = pv_handmade_new();
  pv_arena *arena = pv_handmade_arena(handmade);
  pv_program program = pv_handmade_program(handmade, expression);
  const pv_text *text = pv_handmade_text(handmade, words);
  const pv_grammar *grammar = pv_handmade_grammar(handmade, NULL, 0);
  const pv_annotation party = pv_handmade_annotation('A', 1, 3);
  pv_part part = {0, (uint32_t)text->tokens.count};
  pv_scope scope = {0};
  pv_tester tester;
  pv_scope_set(&scope, arena, text, (pv_annotations){&party, 1}, &part, 1);
  pv_tester_init(&tester, arena, grammar->predicates);
  pv_first_finder finder = pv_first_finder_make(arena, grammar);
  pv_start start = pv_start_find(&finder, &program);
  pv_start_search search = pv_start_search_make(&start, &tester, &scope, 0, scope.count);
  pv_start_search other = search;
  char got[64] = "";
  memset(got, '-', scope.count);
  for (uint32_t at = 0; at < scope.count; at++) {
    at = pv_start_next(&search, at);
    if (at < scope.count) got[at] = '+';
  }
  for (uint32_t at = 0; at < scope.count; at++)
    assert_int_equal(pv_start_is_at(&other, at), got[at] == '+');
  assert_string_equal(got, expected);
  pv_handmade_free(handmade);
}

static void passes_over_wrong_words(void **state) {
  (void)state;
  check("a", "b a c a", "-+-+");
  check("[a c] | d", "b a c d", "-+++");
  check("a? b", "a b b c", "+++-");
  check("(a | @A)* c", "c b c a c", "+++++");
}

static void looks_at_the_second_token_too(void **state) {
  (void)state;
  check("a b", "a a b a", "-+--");
  check("a (b | c)? d", "a b a d a c", "--+---");
  check("a b?", "a b c a", "+--+");
  check("@A c", "b a a c", "-+--");
  check("@A b", "b a a c", "----");
}

static void allows_every_place_where_it_cannot_tell(void **state) {
  (void)state;
  check("...3 [a b c]", "b c", "++");
  check(". [a b c]", "b c d", "+--");
  check("a*", "b c", "++");
  check(">(b) [b c]", "b c", "++");
}

static void wants_what_no_match_can_do_without(void **state) {
  (void)state;
  check("a ... d", "a b c", "---");
  check("a ...2 d", "a a b c d a", "-+----");
  check("a ...3 (d | c d) c", "a b d a b b c", "+--+---");
  check("a ...2 @A", "a b c a", "+---");
  check("@A ...1 d", "b a c b d d", "-+----");
  check("a (b | c)* d", "a a b b b d a", "-+-----");
}

static void takes_the_start_of_the_window_for_itself(void **state) {
  (void)state;
  check("^ . d | a", "b d a b d", "+-+--");
  check("^ a", "a a", "+-");
  check("(b | ^) a", "a a b a", "+-+-");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(passes_over_wrong_words),
      cmocka_unit_test(looks_at_the_second_token_too),
      cmocka_unit_test(wants_what_no_match_can_do_without),
      cmocka_unit_test(takes_the_start_of_the_window_for_itself),
      cmocka_unit_test(allows_every_place_where_it_cannot_tell),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
