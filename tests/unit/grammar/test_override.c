#include "base/str.h"
#include "support/packs.h"
#include "support/pvtest.h"

#define RULE(id, word)                                                                             \
  "<rule id='" id "' emits='A' status='draft' severity='high' score='80'><match>" word             \
  "</match></rule>"
#define USER(rest) PV_TEST_FILE("user", "\n" rest)

static const char base[] =
    PV_TEST_FILE("base", "<phase name='clause'>" RULE("ONE", "sell") RULE("TWO", "buy") "</phase>");

static pv_grammar *load(const char *user, const char *site) {
  const char *texts[] = {base, user, site};
  pv_error err = {0};
  pv_grammar *grammar = pv_test_load(texts, site ? 3 : 2, &err);
  if (!grammar) fail_msg("%s", err.message);
  return grammar;
}

static void changes_rules_that_were_loaded_before(void **state) {
  (void)state;
  pv_grammar *grammar =
      load(USER("<override rule='ONE' severity='low' score='20' priority='5'/>"), NULL);
  const pv_rule *one = pv_grammar_rule(grammar, PV_STR("ONE"));
  const pv_rule *two = pv_grammar_rule(grammar, PV_STR("TWO"));
  assert_true(pv_str_equal(one->severity, PV_STR("low")));
  assert_int_equal(one->score, 20);
  assert_int_equal(one->priority, 5);
  assert_true(pv_str_equal(one->changed_by, PV_STR("user@1.2.0")));
  assert_true(pv_str_equal(two->severity, PV_STR("high")));
  assert_int_equal(two->score, 80);
  assert_int_equal(two->changed_by.size, 0);
  pv_grammar_free(grammar);
}

static void switches_rules_off_and_on_again(void **state) {
  (void)state;
  pv_grammar *grammar = load(USER("<override rule='ONE' off='yes'/>"), NULL);
  assert_null(pv_grammar_rule(grammar, PV_STR("ONE")));
  assert_int_equal(grammar->rule_count, 1);
  pv_grammar_free(grammar);
  grammar = load(USER("<override rule='ONE' off='yes'/>"),
                 PV_TEST_FILE("site", "<override rule='ONE' off='no'/>"));
  assert_non_null(pv_grammar_rule(grammar, PV_STR("ONE")));
  pv_grammar_free(grammar);
}

static void lets_the_last_file_decide(void **state) {
  (void)state;
  pv_grammar *grammar = load(USER("<override rule='ONE' score='20' severity='low'/>"),
                             PV_TEST_FILE("site", "<override rule='ONE' score='30'/>"));
  const pv_rule *one = pv_grammar_rule(grammar, PV_STR("ONE"));
  assert_int_equal(one->score, 30);
  assert_true(pv_str_equal(one->severity, PV_STR("low")));
  assert_true(pv_str_equal(one->changed_by, PV_STR("site@1.2.0")));
  pv_grammar_free(grammar);
}

static void check_refused(const char *user, uint32_t line, uint32_t column, const char *message) {
  const char *texts[] = {base, user};
  pv_test_refused(texts, 2, "1.xml", line, column, message);
}

static void says_which_override_is_wrong(void **state) {
  (void)state;
  check_refused(USER("<override rule='ONCE' off='yes'/>"), 2, 17,
                "no rule ONCE is loaded before this file; did you mean ONE?");
  check_refused(USER("<override rule='ELSEWHERE' off='yes'/>"), 2, 17,
                "no rule ELSEWHERE is loaded before this file");
  check_refused(USER("<override rule='ONE'/>"), 2, 17,
                "an override says what is different: off, severity, score or priority");
  check_refused(USER("<override rule='ONE' off='yes'/>\n<override rule='ONE' score='1'/>"), 3, 17,
                "this file has an override of ONE already");
  check_refused(
      USER("<override rule='OWN' score='1'/><phase name='clause'>" RULE("OWN", "pay") "</phase>"),
      2, 17, "OWN is in this file: change it there");
}

static void takes_only_what_the_schema_has(void **state) {
  (void)state;
  pv_error err = {0};
  const char *texts[] = {base, USER("<override rule='ONE' severity='mild'/>")};
  assert_null(pv_test_load(texts, 2, &err));
  assert_int_equal(err.line, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(changes_rules_that_were_loaded_before),
      cmocka_unit_test(switches_rules_off_and_on_again),
      cmocka_unit_test(lets_the_last_file_decide),
      cmocka_unit_test(says_which_override_is_wrong),
      cmocka_unit_test(takes_only_what_the_schema_has),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
