#include "match/search.h"
#include "support/handmade.h"
#include "support/pvtest.h"

// The hits of alternatives as "index:start-end".
static void check(const char *const *expressions, size_t count, const char *words,
                  const char *expected) {
  pv_handmade *handmade = pv_handmade_new();
  pv_arena *arena = pv_handmade_arena(handmade);
  pv_alternative alternatives[4] = {0};
  const pv_program *programs[4];
  for (size_t i = 0; i < count; i++) {
    programs[i] = pv_handmade_programs(handmade, expressions[i]);
    alternatives[i] = (pv_alternative){.program = programs[i], .index = (uint32_t)i};
  }
  const pv_grammar *grammar = pv_handmade_grammar(handmade, NULL, 0);
  const pv_text *text = pv_handmade_text(handmade, words);
  pv_part part = {0, (uint32_t)text->tokens.count};
  pv_scope scope = {0};
  pv_tester tester;
  pv_scope_set(&scope, arena, text, (pv_annotations){0}, &part, 1);
  pv_tester_init(&tester, arena, grammar->predicates);
  pv_machine *machine =
      pv_machine_new(arena, &tester, programs, count, grammar->looks, grammar->look_count);
  pv_machine_begin(machine, arena);
  pv_search search = {machine, &scope, 0, scope.count, 0, 0, alternatives, count};
  assert_int_equal(pv_search_exists(&search), *expected != '\0');
  char got[256] = "";
  size_t used = 0;
  pv_hit hit;
  uint32_t index;
  while (pv_search_next(&search, &hit, &index))
    used += (size_t)snprintf(got + used, sizeof got - used, "%s%u:%u-%u", used ? " " : "", index,
                             hit.start, hit.end);
  assert_string_equal(got, expected);
  pv_handmade_free(handmade);
}

static void goes_from_hit_to_hit(void **state) {
  (void)state;
  check((const char *const[]){"a"}, 1, "a b a a", "0:0-1 0:2-3 0:3-4");
  check((const char *const[]){"a a"}, 1, "a a a", "0:0-2");
  check((const char *const[]){"a"}, 1, "b", "");
}

static void takes_the_leftmost_alternative_and_then_the_first(void **state) {
  (void)state;
  check((const char *const[]){"b", "a"}, 2, "a b", "1:0-1 0:1-2");
  check((const char *const[]){"a", "a b"}, 2, "a b", "0:0-1");
  check((const char *const[]){"a b", "a"}, 2, "a b a", "0:0-2 1:2-3");
  check((const char *const[]){"b c", "a b", "c"}, 3, "a b c", "1:0-2 2:2-3");
}

static void gets_past_empty_hits(void **state) {
  (void)state;
  check((const char *const[]){"a?"}, 1, "b a", "0:0-0 0:1-2 0:2-2");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(goes_from_hit_to_hit),
      cmocka_unit_test(takes_the_leftmost_alternative_and_then_the_first),
      cmocka_unit_test(gets_past_empty_hits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
