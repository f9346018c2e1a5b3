#include "base/str.h"
#include "support/pvtest.h"
#include "support/terms.h"

static void marks_parties_by_name_and_alias(void **state) {
  (void)state;
  pv_check_uses("This is between Meridia Labs, Inc. (\"Meridia\") and Corvus GmbH (the "
                "\"Licensee\"). MERIDIA shall pay Licensee's fees.\n",
                "P:Meridia Labs, Inc P:Meridia P:Corvus GmbH P:Licensee P:MERIDIA P:Licensee");
}

static void marks_terms_in_singular_and_plural(void **state) {
  (void)state;
  pv_check_uses(
      "\"Product\" means a widget. Products are sold. A Product's price. Some products.\n",
      "T:Products T:Product");
  pv_check_uses("\"Net Sales\" means sums. \"Sales\" means deals. Net Sales and Sales.\n",
                "T:Net Sales T:Sales");
  pv_check_uses("\"Field\" means a field. The Fieldwork is hard.\n", "");
}

static void counts_uses_and_finds_by_name(void **state) {
  (void)state;
  pv_test_terms made =
      pv_test_terms_read("This is between Meridia Inc. (\"Meridia\") and Corvus "
                         "Inc. (\"Corvus\").\n\n1. \"Territories\" means lands. "
                         "The Territory is large. It is in the Territory. Corvus pays.\n");
  const pv_term_definition *found = pv_terms_find(made.terms, PV_STR("Territory"));
  assert_non_null(found);
  assert_int_equal(found->uses, 2);
  assert_null(pv_terms_find(made.terms, PV_STR("territory")));
  assert_null(pv_terms_find(made.terms, PV_STR("Terror")));
  const pv_term_definition *alias = pv_terms_find(made.terms, PV_STR("Corvus"));
  assert_non_null(alias);
  assert_int_equal(alias->uses, 1);
  assert_non_null(pv_terms_party(made.terms, PV_STR("Corvus")));
  assert_null(pv_terms_party(made.terms, PV_STR("Licensor")));
  pv_test_terms_free(made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(marks_parties_by_name_and_alias),
      cmocka_unit_test(marks_terms_in_singular_and_plural),
      cmocka_unit_test(counts_uses_and_finds_by_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
