#include "base/str.h"
#include "support/packs.h"
#include "support/pvtest.h"

static const pv_frame *frame(const pv_grammar *grammar, size_t i) { return &grammar->frames[i]; }

static void reads_what_becomes_of_several_hits(void **state) {
  (void)state;
  const char *text =
      PV_TEST_FILE("t", "<frame id='Part' family='f' conflict='absorb' into='Whole'/>"
                        "<frame id='Whole' family='f' conflict='all'/>"
                        "<frame id='One' family='f' conflict='one'/>"
                        "<frame id='Plain' family='f'/>");
  pv_error err = {0};
  pv_grammar *grammar = pv_test_load(&text, 1, &err);
  if (!grammar) fail_msg("%s", err.message);
  assert_int_equal(frame(grammar, 0)->conflict, PV_CONFLICT_ABSORB);
  assert_ptr_equal(frame(grammar, 0)->into, frame(grammar, 1));
  assert_int_equal(frame(grammar, 1)->conflict, PV_CONFLICT_ALL);
  assert_null(frame(grammar, 1)->into);
  assert_int_equal(frame(grammar, 2)->conflict, PV_CONFLICT_ONE);
  assert_int_equal(frame(grammar, 3)->conflict, PV_CONFLICT_ONE);
  pv_grammar_free(grammar);
}

static void check_refused(const char *text, uint32_t column, const char *message) {
  pv_test_refused(&text, 1, "0.xml", 2, column, message);
}

static void says_which_policy_is_wrong(void **state) {
  (void)state;
  check_refused(PV_TEST_FILE("t", "<frame id='Whole' family='f'/>\n"
                                  "<frame id='P' family='f' conflict='absorb' into='Hole'/>"),
                50, "there is no frame Hole; did you mean Whole?");
  check_refused(PV_TEST_FILE("t", "\n<frame id='P' family='f' conflict='absorb'/>"), 36,
                "conflict=\"absorb\" and into=\"Frame\" belong together");
  check_refused(PV_TEST_FILE("t", "\n<frame id='P' family='f' into='P'/>"), 32,
                "conflict=\"absorb\" and into=\"Frame\" belong together");
  check_refused(PV_TEST_FILE("t", "\n<frame id='P' family='f' conflict='absorb' into='P'/>"), 50,
                "P is absorbed itself");
  check_refused(PV_TEST_FILE("t", "<frame id='Q'/>\n"
                                  "<frame id='P' family='f' conflict='absorb' into='Q'/>"),
                50, "only frames with a family are clauses");
}

static void says_what_a_clause_needs(void **state) {
  (void)state;
  check_refused(PV_TEST_FILE("t", "\n<frame id='P' family='Data Care'/>"), 23,
                "the name of a family is small letters, digits and _");
  check_refused(PV_TEST_FILE("t", "<frame id='P' family='f' kinds='k'/><phase name='clause'>\n"
                                  "<rule id='R' emits='P' status='draft'><match>pay</match></rule>"
                                  "</phase>"),
                21, "a clause has a kind: one of its frame");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_what_becomes_of_several_hits),
      cmocka_unit_test(says_which_policy_is_wrong),
      cmocka_unit_test(says_what_a_clause_needs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
