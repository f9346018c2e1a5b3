#include "base/str.h"
#include "report/report.h"
#include "support/pvtest.h"

static void makes_values_of_every_kind(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  assert_int_equal(pv_json_null().kind, PV_JSON_NULL);
  assert_true(pv_json_bool(true).boolean);
  pv_json term = pv_json_object1(arena, "term", pv_json_string(PV_STR("Territory")));
  assert_int_equal(term.kind, PV_JSON_OBJECT);
  assert_int_equal(term.count, 1);
  assert_true(pv_str_equal(term.names[0], PV_STR("term")));
  assert_true(pv_str_equal(term.items[0].string, PV_STR("Territory")));
  pv_json money = pv_json_object2(arena, "amount", pv_json_string(PV_STR("5")), "currency",
                                  pv_json_string(PV_STR("USD")));
  assert_int_equal(money.count, 2);
  assert_true(pv_str_equal(money.names[1], PV_STR("currency")));
  assert_true(pv_str_equal(money.items[1].string, PV_STR("USD")));
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(makes_values_of_every_kind)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
