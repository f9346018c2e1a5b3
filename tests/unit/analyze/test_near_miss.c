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
        "Maker appoints Trader zzz zzz as exclusive agent.", "with 2 other words");
  pv_example_addition last = {.at = 41, .text = PV_STR("Or not.")};
  check(pv_near_miss_with(arena, &FIRE, &last), "Maker appoints Trader as exclusive agent. Or not.",
        "with \"Or not.\"");
  pv_arena_free(arena);
}

static void moves_the_marks_of_other_readings(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  const pv_example_mark marks[] = {
      {PV_STR("who"), {0, 5}}, {PV_STR("act"), {6, 21}}, {PV_STR("whom"), {15, 21}}};
  pv_example fire = FIRE;
  fire.marks = marks;
  fire.mark_count = 3;
  pv_example reading = pv_example_reading(arena, &fire, (pv_span){6, 14}, PV_STR("has named"));
  assert_true(pv_str_equal(reading.text, PV_STR("Maker has named Trader as exclusive agent.")));
  static const char *const expected[] = {"Maker", "has named Trader", "Trader"};
  for (size_t i = 0; i < 3; i++) {
    pv_str words = pv_str_slice(reading.text, reading.marks[i].at);
    assert_true(pv_str_equal(words, pv_str_from(expected[i])));
  }
  pv_arena_free(arena);
}

static void says_all_that_stands_in_braces(void **state) {
  (void)state;
  static const char *const expected[] = {
      "Maker appoints Trader as exclusive agent.", "Maker  Trader as exclusive agent.",
      "Maker zzz Trader as exclusive agent.",      "Maker has named Trader as exclusive agent.",
      "Maker  named Trader as exclusive agent.",   "Maker zzz named Trader as exclusive agent.",
      "Maker has  Trader as exclusive agent.",     "Maker has zzz Trader as exclusive agent.",
      "Maker names Trader as exclusive agent.",    "Maker appoints Trader ; as exclusive agent."};
  pv_arena *arena = pv_arena_new(0);
  const pv_example_need need = {{6, 14}, false, PV_STR(" has named | ?names")};
  const pv_example_addition addition = {.at = 21, .text = PV_STR(";")};
  pv_example fire = FIRE;
  fire.needs = &need;
  fire.additions = &addition;
  fire.need_count = fire.addition_count = 1;
  pv_rule rule = {.examples = &fire, .example_count = 1};
  pv_examples all = pv_examples_of(arena, &rule);
  assert_int_equal(all.count, sizeof expected / sizeof *expected);
  for (size_t i = 0; i < all.count; i++) {
    bool fires = i == 0 || i == 3 || i == 8;
    assert_int_equal(all.items[i].kind, fires ? PV_EXAMPLE_FIRE : PV_EXAMPLE_QUIET);
    assert_string_equal(pv_str_copy(arena, all.items[i].text).data, expected[i]);
  }
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(moves_the_marks_of_other_readings),
      cmocka_unit_test(says_all_that_stands_in_braces),
      cmocka_unit_test(leaves_a_word_out_or_puts_another),
      cmocka_unit_test(adds_words_with_blanks_where_they_belong),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
