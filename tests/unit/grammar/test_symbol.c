#include "grammar/symbol.h"
#include "support/pvtest.h"

static void finds_names_in_their_scope_only(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_symbols symbols = {0};
  assert_null(pv_symbol_find(&symbols, 0, PV_STR("modal")));
  pv_symbol_add(arena, &symbols, 0, PV_STR("modal"), "a");
  pv_symbol_add(arena, &symbols, 1, PV_STR("modal"), "b");
  assert_string_equal(pv_symbol_find(&symbols, 0, PV_STR("modal"))->value, "a");
  assert_string_equal(pv_symbol_find(&symbols, 1, PV_STR("modal"))->value, "b");
  assert_null(pv_symbol_find(&symbols, 2, PV_STR("modal")));
  assert_null(pv_symbol_find(&symbols, 0, PV_STR("modals")));
  pv_arena_free(arena);
}

static void keeps_all_names_when_it_grows(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_symbols symbols = {0};
  for (int i = 0; i < 1000; i++)
    pv_symbol_add(arena, &symbols, 7, pv_str_printf(arena, "name-%d", i), NULL);
  for (int i = 0; i < 1000; i++)
    assert_non_null(pv_symbol_find(&symbols, 7, pv_str_printf(arena, "name-%d", i)));
  assert_int_equal(symbols.items.count, 1000);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_names_in_their_scope_only),
      cmocka_unit_test(keeps_all_names_when_it_grows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
