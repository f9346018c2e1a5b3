#include "base/str.h"
#include "support/pvtest.h"
#include "term/stage.h"

static void check(const char *a, const char *b, bool expected) {
  bool same = pv_term_same(pv_str_from(a), pv_str_from(b));
  if (same != expected) print_error("%s / %s\n", a, b);
  assert_true(same == expected);
}

static void leaves_plural_and_possessive_out(void **state) {
  (void)state;
  check("Product", "Products", true);
  check("Parties", "Party", true);
  check("Process", "Processes", true);
  check("Licensor's", "Licensor", true);
  check("Net  Sales", "Net\nSales", true);
  check("Meridia Labs, Inc.", "Meridia Labs Inc", true);
  check("Stateless APIs", "stateless API", true);
}

static void keeps_others_apart(void **state) {
  (void)state;
  check("Status", "Statu", false);
  check("Basis", "Basi", false);
  check("Net Sales", "Sales", false);
  check("Field", "Fields of Use", false);
  check("", "Field", false);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(leaves_plural_and_possessive_out),
      cmocka_unit_test(keeps_others_apart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
