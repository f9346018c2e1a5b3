#include "base/str.h"
#include "portfolio/bag.h"
#include "support/pvtest.h"

static pv_str join(pv_arena *arena, pv_bag bag) {
  pv_str all = PV_STR("");
  for (size_t i = 0; i < bag.count; i++)
    all = pv_str_printf(arena, PV_STR_FMT "%s" PV_STR_FMT, PV_STR_ARG(all), i ? " " : "",
                        PV_STR_ARG(bag.items[i]));
  return all;
}

typedef struct {
  pv_arena *arena;
  pv_vocabulary *vocabulary;
} fixture;

static fixture begin(void) {
  fixture f = {.arena = pv_arena_new(0)};
  assert_non_null(f.arena);
  f.vocabulary = pv_vocabulary_new(f.arena);
  return f;
}

static void check_words(const char *text, const char *expected) {
  fixture f = begin();
  pv_bag bag = pv_bag_read(f.arena, f.vocabulary, pv_str_from(text));
  assert_string_equal(pv_str_copy(f.arena, join(f.arena, bag)).data, expected);
  pv_arena_free(f.arena);
}

static void keeps_words_that_carry_meaning(void **state) {
  (void)state;
  check_words("the Stateless APIs", "stateless api");
  check_words("APIs of the Company and its API", "api company");
  check_words("", "");
  check_words("of the", "");
}

static void folds_spellings_and_quotation_marks(void **state) {
  (void)state;
  check_words("the licence for coloured centres", "license coloured center");
  check_words("the license for coloured centers", "license coloured center");
  check_words("“Licensed” programmes—organised", "licensed programme organized");
  check_words("\"Licensed\" programmes-organized", "licensed programme organized");
}

static void check_key(const char *name, const char *expected) {
  fixture f = begin();
  pv_str key = pv_name_key(f.arena, f.vocabulary, pv_str_from(name));
  assert_string_equal(pv_str_copy(f.arena, key).data, expected);
  pv_arena_free(f.arena);
}

static void names_of_a_company_are_alike(void **state) {
  (void)state;
  check_key("Meridia Labs, Inc.", "meridia lab");
  check_key("MERIDIA LABS INCORPORATED", "meridia lab");
  check_key("The Halden Company", "halden");
  check_key("Halden Web Services, L.L.C.", "halden web service");
  check_key("Bank of Tacoma, N.A.", "bank of tacoma");
  check_key("Harbor and Sons Ltd.", "harbor son");
  check_key("Harbor & Sons Limited", "harbor son");
  check_key("Inc.", "");
}

static void finds_runs(void **state) {
  (void)state;
  fixture f = begin();
  pv_bag all = pv_bag_read(f.arena, f.vocabulary, PV_STR("software that runs an agent platform"));
  pv_bag run = pv_bag_read(f.arena, f.vocabulary, PV_STR("Agent Platforms"));
  pv_bag other = pv_bag_read(f.arena, f.vocabulary, PV_STR("platform agents"));
  pv_bag none = pv_bag_read(f.arena, f.vocabulary, PV_STR(""));
  assert_true(pv_bag_has_run(all, run));
  assert_false(pv_bag_has_run(all, other));
  assert_true(pv_bag_within(other, all));
  assert_false(pv_bag_within(none, all));
  pv_arena_free(f.arena);
}

static void cuts_long_texts_between_words(void **state) {
  (void)state;
  fixture f = begin();
  pv_str line = pv_line_of(f.arena, PV_STR("  all  the\n pumps "), 12);
  assert_string_equal(pv_str_copy(f.arena, line).data, "all the …");
  line = pv_phrase_of(f.arena, f.vocabulary, PV_STR("all of the pumps"), 40);
  assert_string_equal(pv_str_copy(f.arena, line).data, "pumps");
  line = pv_line_of(f.arena, PV_STR("Übergrößenträger"), 3);
  assert_string_equal(pv_str_copy(f.arena, line).data, "Üb …");
  pv_arena_free(f.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_words_that_carry_meaning),
      cmocka_unit_test(folds_spellings_and_quotation_marks),
      cmocka_unit_test(names_of_a_company_are_alike),
      cmocka_unit_test(finds_runs),
      cmocka_unit_test(cuts_long_texts_between_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
