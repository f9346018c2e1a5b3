#include "support/pvtest.h"
#include "support/terms.h"

static const char sections[] = "1. Definitions.\n\nThe words below have these meanings.\n\n"
                               "2. Grants.\n\n2.1 License. Licensor grants rights as follows:\n\n"
                               "(a) to use the goods; and\n\n(b) to sell the goods.\n\n"
                               "2.2 Limits. %s\n\n3. Fees.\n\nThe fees are due at once.\n";

static void check(const char *sentence, const char *expected) {
  char text[1024];
  snprintf(text, sizeof text, sections, sentence);
  pv_check_references(text, expected);
}

static void finds_the_section(void **state) {
  (void)state;
  check("It is subject to Section 2.1.", "2.1>2.1");
  check("It is subject to Section 2.1(b).", "2.1(b)>(b)");
  check("It is subject to Sections 1, 2.1 and 3.", "1>1 2.1>2.1 3>3");
  check("It is subject to Article III.", "III>3");
  check("It is subject to Sections 1-3.", "1>1 3>3");
  check("It is subject to clause (a) of Section 2.1.", "(a)>(a) 2.1>2.1");
}

static void is_lenient_with_missing_items(void **state) {
  (void)state;
  check("It is subject to Section 2.9.", "2.9>2");
  check("It is subject to Section 2.1(z).", "2.1(z)>2.1");
  check("It is subject to clause (z).", "(z)>2.2");
}

static void says_when_there_is_none(void **state) {
  (void)state;
  check("It is subject to Section 9.4.", "9.4>?");
  check("It is listed in Exhibit B.", "B>?");
}

static void leaves_other_documents_alone(void **state) {
  (void)state;
  check("It is subject to Section 4 of the Securities Act.", "4!");
  check("It is subject to Section 2.1 of the Supply Agreement.", "2.1!");
  check("It is subject to Section 2.1 of this Agreement.", "2.1>2.1");
  check("It is subject to Section 2.1 of the Agreement.", "2.1>2.1");
  check("It is within Section 13 or Section 14 of the Exchange Act.", "13! 14!");
  check("It is subject to Code Section 409A.", "409A!");
}

static void finds_the_exhibit(void **state) {
  (void)state;
  pv_check_references("1. Scope.\n\nIt is listed in Exhibit B and Schedule 2.\n\n"
                      "EXHIBIT B\n\nList of Goods\n\nSome goods are listed here.\n",
                      "B>B 2>?");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_the_section),       cmocka_unit_test(is_lenient_with_missing_items),
      cmocka_unit_test(says_when_there_is_none), cmocka_unit_test(leaves_other_documents_alone),
      cmocka_unit_test(finds_the_exhibit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
