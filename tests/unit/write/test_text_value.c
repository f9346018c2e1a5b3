#include "base/str.h"
#include "support/pvtest.h"
#include "write/text_value.h"

static void check_name(const char *name, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  assert_true(pv_str_equal(pv_display_name(arena, pv_str_from(name)), pv_str_from(expected)));
  pv_arena_free(arena);
}

static void names_things_for_people(void **state) {
  (void)state;
  check_name("exclusive_appointment", "exclusive appointment");
  check_name("ip_license", "IP license");
  check_name("ipso_facto", "ipso facto");
  check_name("", "");
}

static void check_date(const char *date, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  assert_true(pv_str_equal(pv_display_date(arena, pv_str_from(date)), pv_str_from(expected)));
  pv_arena_free(arena);
}

static void writes_dates_out(void **state) {
  (void)state;
  check_date("2026-03-02", "2 March 2026");
  check_date("1999-12-31", "31 December 1999");
  check_date("2026-13-02", "2026-13-02");
  check_date("2026-03", "2026-03");
}

static void check(pv_slot_type type, const char *text, pv_json value, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_slot_value one = {.text = pv_str_from(text), .value = value};
  pv_slot slot = {PV_STR("slot"), false, &one, 1};
  pv_str got = pv_display_slot(arena, &slot, type);
  assert_true(pv_str_equal(got, pv_str_from(expected)));
  pv_arena_free(arena);
}

static pv_json string(const char *text) { return pv_json_string(pv_str_from(text)); }

static void shows_rates_in_percent(void **state) {
  (void)state;
  check(PV_SLOT_RATE, "", string("0.25"), "25 %");
  check(PV_SLOT_RATE, "", string("0.125"), "12.5 %");
  check(PV_SLOT_RATE, "", string("0.005"), "0.5 %");
  check(PV_SLOT_RATE, "", string("0.2"), "20 %");
  check(PV_SLOT_RATE, "", string("1"), "100 %");
  check(PV_SLOT_RATE, "", string("1.50"), "150 %");
  check(PV_SLOT_RATE, "", string("0"), "0 %");
  check(PV_SLOT_RATE, "[***]%", string("redacted"), "redacted (“[***]%”)");
}

static void shows_the_words_beside_the_value(void **state) {
  (void)state;
  check(PV_SLOT_ENUM, "sole  and\nexclusive", string("exclusive"),
        "exclusive (“sole and exclusive”)");
  check(PV_SLOT_ENUM, "Exclusive", string("exclusive"), "exclusive");
  check(PV_SLOT_PARTY, "each of them", string("each_party"), "each party (“each of them”)");
  check(PV_SLOT_TEXT, "the  Products", string("the Products"), "the Products");
  check(PV_SLOT_TERRITORY, "Benelux", pv_json_null(), "Benelux");
}

static void shows_objects_behind_their_words(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  check(PV_SLOT_TERM, "for two years", pv_json_object1(arena, "duration", string("P2Y")),
        "for two years (2 years)");
  check(PV_SLOT_TERM, "two (2) years", pv_json_object1(arena, "duration", string("P2Y")),
        "two (2) years");
  check(PV_SLOT_TERM, "31 May 2030",
        pv_json_object2(arena, "end_date", string("2030-05-31"), "tail", string("P1Y6M")),
        "31 May 2030 and 1 year 6 months thereafter");
  check(PV_SLOT_FREQUENCY, "each calendar quarter", string("P3M"),
        "every 3 months (“each calendar quarter”)");
  check(PV_SLOT_FREQUENCY, "", string("P1Y"), "every year");
  check(PV_SLOT_FREQUENCY, "", string("once"), "once");
  check(PV_SLOT_TERM, "during the Term", pv_json_object1(arena, "term", string("Term")),
        "during the Term");
  check(PV_SLOT_MONEY, "five dollars",
        pv_json_object2(arena, "amount", string("5"), "currency", string("USD")),
        "five dollars (5 USD)");
  pv_arena_free(arena);
}

static void shows_lists_and_remarks(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_slot_value values[] = {
      {.text = PV_STR("hosts"), .value = string("host"), .with_affiliates = true},
      {.text = PV_STR("serves"), .value = string("provide_service"), .status = PV_STATUS_INHERITED},
      {.text = PV_STR("[***]"), .status = PV_STATUS_REDACTED, .assumed = true},
  };
  pv_slot slot = {PV_STR("activities"), true, values, 3};
  assert_true(pv_str_equal(pv_display_slot(arena, &slot, PV_SLOT_ENUM),
                           PV_STR("host and affiliates, provide service [inherited], [***] "
                                  "[currency assumed] [redacted]")));
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_things_for_people),
      cmocka_unit_test(writes_dates_out),
      cmocka_unit_test(shows_rates_in_percent),
      cmocka_unit_test(shows_the_words_beside_the_value),
      cmocka_unit_test(shows_objects_behind_their_words),
      cmocka_unit_test(shows_lists_and_remarks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
