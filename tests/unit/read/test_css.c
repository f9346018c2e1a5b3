#include "base/str.h"
#include "read/css.h"
#include "support/pvtest.h"

static void finds_a_value_among_others(void **state) {
  (void)state;
  assert_true(pv_css_says(PV_STR("display:none"), "display", "none"));
  assert_true(pv_css_says(PV_STR("color: red; DISPLAY : None !important"), "display", "none"));
  assert_true(pv_css_says(PV_STR("text-decoration:underline line-through"), "text-decoration",
                          "line-through"));
  assert_true(pv_css_says(PV_STR("display:none!important"), "display", "none"));
}

static void does_not_take_parts_of_words(void **state) {
  (void)state;
  assert_false(pv_css_says(PV_STR("border-display:none"), "display", "none"));
  assert_false(pv_css_says(PV_STR("display:nonesuch"), "display", "none"));
  assert_false(pv_css_says(PV_STR("display"), "display", "none"));
  assert_false(pv_css_says(PV_STR(""), "display", "none"));
  assert_false(pv_css_says(PV_STR("visibility:visible;display:;"), "display", "none"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_a_value_among_others),
      cmocka_unit_test(does_not_take_parts_of_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
