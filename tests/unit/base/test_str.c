#include "base/str.h"
#include "support/pvtest.h"

static void compares_in_byte_order(void **state) {
  (void)state;
  assert_int_equal(pv_str_compare(PV_STR("abc"), PV_STR("abc")), 0);
  assert_true(pv_str_compare(PV_STR("ab"), PV_STR("abc")) < 0);
  assert_true(pv_str_compare(PV_STR("b"), PV_STR("abc")) > 0);
  assert_true(pv_str_compare(PV_STR(""), PV_STR("a")) < 0);
  assert_true(pv_str_equal(PV_STR(""), (pv_str){0}));
  assert_true(pv_str_equal_ignoring_case(PV_STR("LLC"), PV_STR("llc")));
  assert_false(pv_str_equal_ignoring_case(PV_STR("LLC"), PV_STR("llp")));
}

static void looks_at_both_ends(void **state) {
  (void)state;
  assert_true(pv_str_starts_with(PV_STR("terms.txt"), PV_STR("terms")));
  assert_false(pv_str_starts_with(PV_STR("te"), PV_STR("terms")));
  assert_true(pv_str_ends_with(PV_STR("terms.txt"), PV_STR(".txt")));
  assert_false(pv_str_ends_with(PV_STR("txt"), PV_STR(".txt")));
  assert_true(pv_str_equal(pv_str_trim(PV_STR(" \n a b\t")), PV_STR("a b")));
  assert_int_equal(pv_str_trim(PV_STR(" \n ")).size, 0);
}

static void prints_into_an_arena(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_str long_name = PV_STR("a name that is longer than most buffers of a careless programmer are");
  pv_str text = pv_str_printf(arena, "%d " PV_STR_FMT, 7, PV_STR_ARG(long_name));
  assert_int_equal(text.size, long_name.size + 2);
  assert_memory_equal(text.data + 2, long_name.data, long_name.size);
  assert_int_equal(text.data[text.size], 0);
  pv_arena_free(arena);
}

static void check_nearest(const char *word, const char *expected) {
  static const pv_str names[] = {
      {"channel", 7}, {"modal", 5}, {"party-role", 10}, {"deal-verb", 9}, {"neg", 3}};
  pv_str got = pv_str_nearest(pv_str_from(word), names, sizeof names / sizeof *names);
  assert_true(pv_str_equal(got, pv_str_from(expected)));
}

static void guesses_what_was_meant(void **state) {
  (void)state;
  check_nearest("chanel", "channel");
  check_nearest("Modal", "modal");
  check_nearest("party-rol", "party-role");
  check_nearest("deal-verbs", "deal-verb");
  check_nearest("something", "");
  check_nearest("", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(compares_in_byte_order),
      cmocka_unit_test(looks_at_both_ends),
      cmocka_unit_test(prints_into_an_arena),
      cmocka_unit_test(guesses_what_was_meant),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
