#include "base/str.h"
#include "report/report.h"
#include "support/pvtest.h"

static bool same(const char *quote1, const pv_str *path1, size_t count1, const char *quote2,
                 const pv_str *path2, size_t count2) {
  char one[17], two[17];
  pv_fingerprint(PV_STR("DEF001"), pv_str_from(quote1), path1, count1, one);
  pv_fingerprint(PV_STR("DEF001"), pv_str_from(quote2), path2, count2, two);
  assert_int_equal(strlen(one), 16);
  assert_int_equal(strspn(one, "0123456789abcdef"), 16);
  return strcmp(one, two) == 0;
}

static void folds_white_space(void **state) {
  (void)state;
  assert_true(same("the  Term\n of", NULL, 0, " the Term of ", NULL, 0));
  assert_false(same("the Term of", NULL, 0, "theTerm of", NULL, 0));
  assert_false(same("the Term", NULL, 0, "the term", NULL, 0));
}

static void tells_sections_apart(void **state) {
  (void)state;
  static const pv_str path[] = {{"2", 1}, {"(a)", 3}}, joined[] = {{"2(a)", 4}};
  assert_true(same("x", path, 2, "x", path, 2));
  assert_false(same("x", path, 2, "x", path, 1));
  assert_false(same("x", path, 2, "x", joined, 1));
}

static void does_not_change_from_version_to_version(void **state) {
  (void)state;
  static const pv_str path[] = {{"2.1", 3}};
  char out[17];
  pv_fingerprint(PV_STR("DEF001"), PV_STR("Stateless APIs"), path, 1, out);
  assert_string_equal(out, "1d69a08ed830348a");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(folds_white_space),
      cmocka_unit_test(tells_sections_apart),
      cmocka_unit_test(does_not_change_from_version_to_version),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
