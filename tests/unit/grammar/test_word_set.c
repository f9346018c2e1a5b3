#include "grammar/word_set.h"
#include "support/pvtest.h"

// A set of the digits in `text`; "~" first: all but those.
static pv_word_set set(pv_arena *arena, const char *text) {
  bool complement = *text == '~';
  text += complement;
  uint32_t *ids = PV_NEW_ARRAY(arena, uint32_t, strlen(text));
  for (size_t i = 0; text[i]; i++) ids[i] = (uint32_t)(text[i] - '0');
  pv_word_set made = pv_word_set_of(ids, strlen(text));
  return complement ? pv_word_set_not(made) : made;
}

static void check(const char *a, const char *b, const char *both, const char *either) {
  pv_arena *arena = pv_arena_new(0);
  pv_word_set x = set(arena, a), y = set(arena, b);
  assert_true(pv_word_set_equal(pv_word_set_and(arena, x, y), set(arena, both)));
  assert_true(pv_word_set_equal(pv_word_set_and(arena, y, x), set(arena, both)));
  assert_true(pv_word_set_equal(pv_word_set_or(arena, x, y), set(arena, either)));
  assert_true(pv_word_set_equal(pv_word_set_or(arena, y, x), set(arena, either)));
  pv_arena_free(arena);
}

static void sorts_and_keeps_each_word_once(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_word_set made = set(arena, "31413");
  assert_int_equal(made.count, 3);
  assert_int_equal(made.ids[0], 1);
  assert_int_equal(made.ids[2], 4);
  pv_arena_free(arena);
}

static void joins_and_crosses_sets(void **state) {
  (void)state;
  check("123", "345", "3", "12345");
  check("123", "", "", "123");
  check("123", "~345", "12", "~45");
  check("~123", "~345", "~12345", "~3");
  check("~", "12", "12", "~");
}

static void tells_equal_sets_by_their_hash(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  assert_true(pv_word_set_hash(set(arena, "12")) == pv_word_set_hash(set(arena, "21")));
  assert_false(pv_word_set_hash(set(arena, "12")) == pv_word_set_hash(set(arena, "~12")));
  assert_true(pv_word_set_is_empty(set(arena, "")));
  assert_false(pv_word_set_is_empty(set(arena, "~")));
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sorts_and_keeps_each_word_once),
      cmocka_unit_test(joins_and_crosses_sets),
      cmocka_unit_test(tells_equal_sets_by_their_hash),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
