#include "grammar/inflection.h"
#include "support/pvtest.h"

static void check(const char *word, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_str forms[PV_MAX_FORMS];
  size_t count = pv_inflection_forms(arena, pv_str_from(word), forms);
  char got[256] = "";
  size_t used = 0;
  for (size_t i = 0; i < count; i++)
    used += (size_t)snprintf(got + used, sizeof got - used, "%s" PV_STR_FMT, i ? " " : "",
                             PV_STR_ARG(forms[i]));
  assert_string_equal(got, expected);
  pv_arena_free(arena);
}

static void spells_regular_forms(void **state) {
  (void)state;
  check("grant", "grant grants granted granting");
  check("develop", "develop develops developed developing");
  check("purchase", "purchase purchases purchased purchasing");
  check("agree", "agree agrees agreed agreeing");
  check("supply", "supply supplies supplied supplying");
  check("convey", "convey conveys conveyed conveying");
  check("furnish", "furnish furnishes furnished furnishing");
  check("tie", "tie ties tied tying");
}

static void doubles_the_last_letter_where_the_stress_is_there(void **state) {
  (void)state;
  check("ship", "ship ships shipped shipping");
  check("permit", "permit permits permitted permitting");
  check("equip", "equip equips equipped equipping");
  check("market", "market markets marketed marketing");
  check("offer", "offer offers offered offering");
  check("show", "show shows showed shown showing");
  check("need", "need needs needed needing");
}

static void knows_irregular_families_by_any_member(void **state) {
  (void)state;
  const char *licence = "license licenses licensed licensing licence licences licenced licencing";
  check("license", licence);
  check("licence", licence);
  check("licensing", licence);
  check("buy", "buy buys bought buying");
  check("made", "make makes made making");
  check("paid", "pay pays paid paying");
}

static void leaves_numbers_and_single_letters_alone(void **state) {
  (void)state;
  check("30", "30");
  check("a", "a");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(spells_regular_forms),
      cmocka_unit_test(doubles_the_last_letter_where_the_stress_is_there),
      cmocka_unit_test(knows_irregular_families_by_any_member),
      cmocka_unit_test(leaves_numbers_and_single_letters_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
