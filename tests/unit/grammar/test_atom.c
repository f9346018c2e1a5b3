#include "support/grammar_text.h"
#include "support/pvtest.h"

static const char declarations[] = "<lexicon id='deal'>sell | buy | deal in</lexicon>";

static bool holds(const pv_atom_mask *mask, const pv_atom_mask *part) {
  for (int i = 0; i < PV_ATOM_WORDS; i++)
    if ((mask->bits[i] & part->bits[i]) != part->bits[i]) return false;
  return true;
}

static void join(pv_atom_mask *mask, const pv_atom_mask *more) {
  for (int i = 0; i < PV_ATOM_WORDS; i++) mask->bits[i] |= more->bits[i];
}

// Would a scope with the words and @types of `scope` be looked at by the expression?
static void check(const char *expression, const char *scope, bool expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_error err = {0};
  pv_str match = pv_str_printf(arena, "<match>%s</match>", expression);
  pv_grammar *grammar =
      pv_grammar_load_text("t.xml", pv_test_grammar(arena, declarations, match.data), &err);
  if (!grammar) fail_msg("%s: %s", expression, err.message);
  pv_atom_mask mask = {0};
  char words[128];
  (void)snprintf(words, sizeof words, "%s", scope);
  for (char *at = words, *end; *at; at = end) {
    end = at + strcspn(at, " ");
    if (*end) *end++ = '\0';
    if (strcmp(at, "@Party") == 0)
      join(&mask, &grammar->type_atoms[PV_TYPE_PARTY]);
    else
      join(&mask, &grammar->word_atoms[pv_vocabulary_find(grammar->vocabulary, pv_str_from(at))]);
  }
  if (holds(&mask, &grammar->rules[0].matches[0].required) != expected)
    fail_msg("%s in \"%s\"", expression, scope);
  pv_grammar_free(grammar);
  pv_arena_free(arena);
}

static void needs_each_word_of_a_sequence(void **state) {
  (void)state;
  check("royalty due", "royalty is due", true);
  check("royalty due", "royalty is paid", false);
  check("x:royalty{2}", "royalty", true);
  check("x:royalty{2}", "due", false);
  check("\"Net\"", "net", true);
  check("\"Net\"", "gross", false);
}

static void needs_one_way_of_a_choice(void **state) {
  (void)state;
  check("royalty | fee", "fee", true);
  check("royalty | fee", "rate", false);
  check("a (royalty due | fee)", "a royalty due", true);
  check("a (royalty due | fee)", "a rate", false);
  check("%deal", "deal in", true);
  check("%deal", "hold", false);
  check("royalty | #cap", "rate", true);
}

static void needs_annotations(void **state) {
  (void)state;
  check("@Party sells", "@Party sells", true);
  check("@Party sells", "sells", false);
  check("@Party | everybody", "everybody", true);
  check("@Party | everybody", "nobody", false);
}

static void needs_nothing_that_may_be_missing(void **state) {
  (void)state;
  check("royalty? due", "due", true);
  check("royalty* due", "due", true);
  check("royalty ...8 due", "royalty due", true);
  check("!ahead(royalty) due", "due", true);
  check("[not royalty] due", "due", true);
  check("/roy.*/ due", "due", true);
  check("#number due", "due", true);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(needs_each_word_of_a_sequence),
      cmocka_unit_test(needs_one_way_of_a_choice),
      cmocka_unit_test(needs_annotations),
      cmocka_unit_test(needs_nothing_that_may_be_missing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
