#include "base/str.h"
#include "support/pvtest.h"
#include "term/name_index.h"

static const pv_str names[] = {{"Net Sales", 9},         {"Products", 8}, {"net sale", 8},
                               {"Licensee's Goods", 16}, {"product", 7},  {"Net Sales", 9}};
enum { COUNT = sizeof names / sizeof *names };

// Checks which names say the same as `name`: their numbers, in order.
static void check(const char *name, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_name_index index = pv_name_index_make(arena, names, COUNT);
  pv_str got = PV_STR("");
  for (size_t i = pv_name_index_first(&index, pv_str_from(name)); i < COUNT;
       i = pv_name_index_next(&index, i))
    got = pv_str_printf(arena, PV_STR_FMT "%zu ", PV_STR_ARG(got), i);
  assert_string_equal(got.size ? got.data : "", expected);
  pv_arena_free(arena);
}

static void finds_all_in_their_order(void **state) {
  (void)state;
  check("Net Sales", "0 2 5 ");
  check("NET SALES", "0 2 5 ");
  check("Products", "1 4 ");
}

static void leaves_plural_and_possessive_out(void **state) {
  (void)state;
  check("Product's", "1 4 ");
  check("Licensees' Good", "");
  check("Licensee's Good", "3 ");
}

static void finds_nothing_for_other_names(void **state) {
  (void)state;
  check("Net", "");
  check("Gross Sales", "");
  check("", "");
}

static void holds_no_names(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_name_index index = pv_name_index_make(arena, NULL, 0);
  assert_int_equal(pv_name_index_first(&index, PV_STR("Products")), 0);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_all_in_their_order),
      cmocka_unit_test(leaves_plural_and_possessive_out),
      cmocka_unit_test(finds_nothing_for_other_names),
      cmocka_unit_test(holds_no_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
