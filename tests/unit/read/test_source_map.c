#include "read/source_map.h"
#include "support/pvtest.h"

static void is_the_same_without_runs(void **state) {
  (void)state;
  pv_source_map map = {0};
  assert_int_equal(pv_source_map_find(&map, 0), 0);
  assert_int_equal(pv_source_map_find(&map, 1234567), 1234567);
}

// "aé€b" of windows-1252: four bytes in the file, 1 + 2 + 3 + 1 in the text.
static void leads_back_to_the_start_of_a_character(void **state) {
  (void)state;
  static const size_t expected[] = {0, 1, 1, 2, 2, 2, 3, 4};
  pv_arena *arena = pv_arena_new(0);
  pv_source_map map = {0};
  pv_source_map_add(arena, &map, (pv_source_run){0, 0, 1, 1});
  pv_source_map_add(arena, &map, (pv_source_run){1, 1, 2, 1});
  pv_source_map_add(arena, &map, (pv_source_run){3, 2, 3, 1});
  pv_source_map_add(arena, &map, (pv_source_run){6, 3, 1, 1});
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
    assert_int_equal(pv_source_map_find(&map, i), expected[i]);
  pv_arena_free(arena);
}

static void makes_one_run_of_what_goes_on(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_source_map map = {0};
  for (uint32_t i = 0; i < 100; i++)
    pv_source_map_add(arena, &map, (pv_source_run){i, 2 + 2 * i, 1, 2});
  assert_int_equal(map.count, 1);
  assert_int_equal(pv_source_map_find(&map, 50), 102);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(is_the_same_without_runs),
      cmocka_unit_test(leads_back_to_the_start_of_a_character),
      cmocka_unit_test(makes_one_run_of_what_goes_on),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
