#include "analyze/near_miss.h"
#include "base/str.h"
#include "support/pvtest.h"

static const pv_example FIRE = {
    .kind = PV_EXAMPLE_FIRE, .text = {"Maker appoints Trader as exclusive agent.", 41}, .line = 7};

static void check(pv_example miss, const char *text, const char *why) {
  assert_int_equal(miss.kind, PV_EXAMPLE_QUIET);
  assert_int_equal(miss.line, 7);
  pv_arena *arena = pv_arena_new(0);
  assert_string_equal(pv_str_copy(arena, miss.text).data, text);
  assert_string_equal(pv_str_copy(arena, miss.why).data, why);
  pv_arena_free(arena);
}

static void leaves_a_word_out_or_puts_another(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  check(pv_near_miss_without(arena, &FIRE, (pv_span){6, 14}), "Maker  Trader as exclusive agent.",
        "without \"appoints\"");
  check(pv_near_miss_other(arena, &FIRE, (pv_span){6, 14}), "Maker zzz Trader as exclusive agent.",
        "with another word for \"appoints\"");
  check(pv_near_miss_other(arena, &FIRE, (pv_span){0, 5}),
        "Zzz appoints Trader as exclusive agent.", "with another word for \"Maker\"");
  pv_arena_free(arena);
}

static void adds_words_with_blanks_where_they_belong(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_example_addition not_exclusive = {.at = 25, .text = PV_STR("non-")};
  check(pv_near_miss_with(arena, &FIRE, &not_exclusive),
        "Maker appoints Trader as non-exclusive agent.", "with \"non-\"");
  pv_example_addition behind = {.at = 21, .words = 2};
  check(pv_near_miss_with(arena, &FIRE, &behind),
        "Maker appoints Trader zzz zzz as exclusive agent.", "with \"zzz zzz\"");
  pv_example_addition last = {.at = 41, .text = PV_STR("Or not.")};
  check(pv_near_miss_with(arena, &FIRE, &last), "Maker appoints Trader as exclusive agent. Or not.",
        "with \"Or not.\"");
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(leaves_a_word_out_or_puts_another),
      cmocka_unit_test(adds_words_with_blanks_where_they_belong),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
