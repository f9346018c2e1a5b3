#include <stdlib.h>

#include "match/candidate.h"
#include "support/handmade.h"
#include "support/pvtest.h"

enum { RULES = 150 };

// Which of the rules a text calls for, as their numbers.
static void check(const pv_candidates *candidates, const pv_text *text, const char *expected) {
  uint64_t mask[PV_ATOM_WORDS] = {0}, set[(RULES + 63) / 64] = {0};
  pv_part part = {0, (uint32_t)text->tokens.count};
  pv_candidates_collect(candidates, text, (pv_annotations){0}, 0, part, mask);
  bool any = pv_candidates_choose(candidates, mask, set);
  char got[256] = "";
  size_t used = 0;
  for (size_t i = 0; i < candidates->count; i++)
    if (set[i / 64] >> (i % 64) & 1)
      used += (size_t)snprintf(got + used, sizeof got - used, "%s%zu", used ? " " : "", i);
  assert_string_equal(got, expected);
  assert_int_equal(any, used > 0);
}

typedef struct {
  pv_handmade *handmade;
  pv_program programs[RULES];
  pv_rule rules[RULES];
  pv_candidate items[RULES];
  size_t count;
} bench;

static pv_candidates make(bench *b) {
  for (size_t i = 0; i < b->count; i++) {
    b->rules[i] = (pv_rule){.matches = &b->programs[i], .match_count = 1};
    b->items[i] = (pv_candidate){.rule = (uint32_t)i, .program = &b->programs[i]};
  }
  const pv_grammar *grammar = pv_handmade_grammar(b->handmade, b->rules, b->count);
  return pv_candidates_new(pv_handmade_arena(b->handmade), grammar, b->items, b->count);
}

static void chooses_programs_whose_atoms_are_there(void **state) {
  (void)state;
  bench *b = calloc(1, sizeof *b);
  b->handmade = pv_handmade_new();
  for (b->count = 0; b->count < 4; b->count++)
    b->programs[b->count] = pv_handmade_program(b->handmade, "q");
  pv_handmade_require(b->handmade, &b->programs[0], "sell sells");
  pv_handmade_require(b->handmade, &b->programs[0], "shall");
  pv_handmade_require(b->handmade, &b->programs[1], "shall");
  pv_handmade_require(b->handmade, &b->programs[3], "exclusive");
  pv_candidates candidates = make(b);
  check(&candidates, pv_handmade_text(b->handmade, "we shall sell"), "0 1 2");
  check(&candidates, pv_handmade_text(b->handmade, "it sells exclusive goods"), "2 3");
  check(&candidates, pv_handmade_text(b->handmade, "Shall"), "1 2");
  check(&candidates, pv_handmade_text(b->handmade, "nothing"), "2");
  pv_handmade_free(b->handmade);
  free(b);
}

static void holds_many_atoms(void **state) {
  (void)state;
  bench *b = calloc(1, sizeof *b);
  b->handmade = pv_handmade_new();
  for (b->count = 0; b->count < RULES; b->count++) {
    char word[] = {'w', (char)('a' + b->count / 26), (char)('a' + b->count % 26), '\0'};
    b->programs[b->count] = pv_handmade_program(b->handmade, "q");
    pv_handmade_require(b->handmade, &b->programs[b->count], word);
  }
  pv_candidates candidates = make(b);
  check(&candidates, pv_handmade_text(b->handmade, "waa wcm and wft"), "0 64 149");
  check(&candidates, pv_handmade_text(b->handmade, "wzz"), "");
  pv_handmade_free(b->handmade);
  free(b);
}

static void finds_the_lowest_bit(void **state) {
  (void)state;
  for (uint32_t i = 0; i < 64; i++) {
    assert_int_equal(pv_lowest_bit(UINT64_C(1) << i), i);
    assert_int_equal(pv_lowest_bit(UINT64_MAX << i), i);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(chooses_programs_whose_atoms_are_there),
      cmocka_unit_test(holds_many_atoms),
      cmocka_unit_test(finds_the_lowest_bit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
