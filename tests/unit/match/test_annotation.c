#include "match/match.h"
#include "support/handmade.h"
#include "support/pvtest.h"

// Adds `more` to `old`, both "A1-3 B0-1", and compares what there is then.
static pv_annotations read(pv_arena *arena, const char *marks) {
  pv_annotation *items = PV_NEW_ARRAY(arena, pv_annotation, strlen(marks));
  size_t count = 0;
  char type;
  unsigned first, end;
  for (int used; sscanf(marks, " %c%u-%u%n", &type, &first, &end, &used) == 3; marks += used)
    items[count++] = pv_handmade_annotation(type, first, end);
  return (pv_annotations){items, count};
}

static void check(const char *old, const char *more, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_annotations added = read(arena, more);
  pv_annotations all = pv_annotations_add(arena, read(arena, old), added.items, added.count);
  char got[256] = "";
  size_t used = 0;
  for (size_t i = 0; i < all.count; i++)
    used += (size_t)snprintf(got + used, sizeof got - used, "%s%c%u-%u", i ? " " : "",
                             (char)('A' + all.items[i].type - PV_TYPE_FIRST_DECLARED),
                             all.items[i].first, all.items[i].end);
  assert_string_equal(got, expected);
  pv_arena_free(arena);
}

static void sorts_by_place_and_longest_first(void **state) {
  (void)state;
  check("", "", "");
  check("A0-1", "", "A0-1");
  check("A4-5", "B4-6 B1-2", "B1-2 B4-6 A4-5");
  check("A0-1 A2-3", "A1-2", "A0-1 A1-2 A2-3");
}

static void keeps_the_longest_of_one_type(void **state) {
  (void)state;
  check("A0-2", "A1-4", "A1-4");
  check("A1-4", "A0-2", "A1-4");
  check("", "A0-2 A1-3 A2-4", "A0-2 A2-4");
  check("", "A0-3 A2-6 A5-8", "A2-6");
  check("A0-9", "A1-2 A3-4 B3-4", "A0-9 B3-4");
  check("A0-2", "A0-2", "A0-2");
}

static void drops_empty_ones(void **state) {
  (void)state;
  check("A0-1", "A3-3 A5-4", "A0-1");
}

static void finds_the_first_from_a_token(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_annotations all = read(arena, "A1-2 B1-2 A4-6");
  assert_int_equal(pv_annotations_from(all, 0), 0);
  assert_int_equal(pv_annotations_from(all, 1), 0);
  assert_int_equal(pv_annotations_from(all, 2), 2);
  assert_int_equal(pv_annotations_from(all, 5), 3);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sorts_by_place_and_longest_first),
      cmocka_unit_test(keeps_the_longest_of_one_type),
      cmocka_unit_test(drops_empty_ones),
      cmocka_unit_test(finds_the_first_from_a_token),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
