#include "base/str.h"
#include "support/pvtest.h"
#include "support/terms.h"

// Checks the definitions: "term [explanation]", joined with "; ".
static void check(const char *text, const char *expected) {
  pv_test_terms made = pv_test_terms_read(text);
  pv_str got = PV_STR("");
  for (size_t i = 0; i < made.terms->definition_count; i++) {
    const pv_term_definition *definition = &made.terms->definitions[i];
    pv_str at = pv_str_slice(made.text->bytes, definition->span);
    assert_true(pv_str_equal(at, definition->term));
    got = pv_str_printf(made.arena, "%s%s" PV_STR_FMT " [" PV_STR_FMT "]", got.data, i ? "; " : "",
                        PV_STR_ARG(definition->term),
                        PV_STR_ARG(pv_str_slice(made.text->bytes, definition->definition)));
  }
  assert_string_equal(got.data, expected);
  pv_test_terms_free(made);
}

static void takes_the_rest_of_the_sentence(void **state) {
  (void)state;
  check("\"Field\" means the care of trees. It is wide.\n", "Field [means the care of trees.]");
  check("\"Net Sales,\" means all sums.\n", "Net Sales [means all sums.]");
  check("The \"Goods\" or \"Wares\" means all things sold.\n",
        "Goods [means all things sold.]; Wares [means all things sold.]");
}

static void takes_what_stands_before_an_inline_one(void **state) {
  (void)state;
  check("The widgets listed in the order (the \"Goods\") are sold.\n",
        "Goods [The widgets listed in the order]");
}

static void keeps_several_of_one_term(void **state) {
  (void)state;
  check("\"Field\" means trees.\n\n\"Field\" means shrubs.\n",
        "Field [means trees.]; Field [means shrubs.]");
}

static void takes_one_for_several(void **state) {
  (void)state;
  check("\"Product(s)\" means the goods of the list.\n", "Product [means the goods of the list.]");
  check("The shops on the list (the \"Shop(s)\") are open.\n", "Shop [The shops on the list]");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_the_rest_of_the_sentence),
      cmocka_unit_test(takes_what_stands_before_an_inline_one),
      cmocka_unit_test(keeps_several_of_one_term),
      cmocka_unit_test(takes_one_for_several),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
