// From two versions of a text to what changed, with the installed grammars.
#include <proviso/proviso.h>

#include "base/str.h"
#include "support/pvtest.h"

static pv_grammar *grammar;

static int load(void **state) {
  (void)state;
  pv_error err = {0};
  grammar = pv_grammar_load(NULL, &err);
  if (!grammar) print_error("%s\n", err.message);
  return grammar ? 0 : -1;
}

static int unload(void **state) {
  (void)state;
  pv_grammar_free(grammar);
  return 0;
}

typedef struct {
  pv_document *document;
  pv_report *report;
} version;

static version read(const char *text) {
  pv_error err = {0};
  version made;
  made.document = pv_document_from_bytes(pv_str_from(text), "a.txt", NULL, &err);
  assert_non_null(made.document);
  made.report = pv_analyze(made.document, grammar, NULL, &err);
  assert_non_null(made.report);
  return made;
}

static void release(version made) {
  pv_report_free(made.report);
  pv_document_free(made.document);
}

// "title; changed royalty: rates, cap" and so on: facts first, then clauses with their slots.
static void check(const char *before, const char *after, const char *expected) {
  pv_error err = {0};
  version a = read(before), b = read(after);
  pv_diff *diff = pv_diff_make(a.report, b.report, &err);
  pv_arena *arena = pv_arena_new(0);
  assert_non_null(diff);
  pv_str got = PV_STR("");
  for (size_t i = 0; i < pv_diff_fact_count(diff); i++)
    got = pv_str_printf(arena, PV_STR_FMT PV_STR_FMT "; ", PV_STR_ARG(got),
                        PV_STR_ARG(pv_diff_fact(diff, i)->name));
  for (size_t i = 0; i < pv_diff_clause_count(diff); i++) {
    const pv_clause_change *change = pv_diff_clause(diff, i);
    const pv_clause *clause = change->after ? change->after : change->before;
    assert_int_equal(!change->before, change->kind == PV_CHANGE_ADDED);
    assert_int_equal(!change->after, change->kind == PV_CHANGE_REMOVED);
    got = pv_str_printf(arena, PV_STR_FMT "%s " PV_STR_FMT, PV_STR_ARG(got),
                        pv_change_kind_name(change->kind), PV_STR_ARG(clause->kind));
    for (size_t k = 0; k < change->slot_count; k++)
      got = pv_str_printf(arena, PV_STR_FMT "%s" PV_STR_FMT, PV_STR_ARG(got), k ? ", " : ": ",
                          PV_STR_ARG(change->slots[k].name));
    got = pv_str_printf(arena, PV_STR_FMT "; ", PV_STR_ARG(got));
  }
  assert_string_equal(pv_str_copy(arena, got).data, expected);
  pv_arena_free(arena);
  pv_diff_free(diff);
  release(a);
  release(b);
}

#define HEAD(date)                                                                                 \
  "SUPPLY AGREEMENT\n\nThis Agreement is made as of " date                                         \
  " between Corvane Pumps, Inc. (\"Corvane\") and Alder Trading GmbH (\"Alder\").\n\n"
#define APPOINTMENT(number, level, where)                                                          \
  number " Corvane hereby appoints Alder as its " level                                            \
         " distributor to sell water pumps in " where " for a period of ten (10) years.\n\n"
#define ROYALTY(number, rate)                                                                      \
  number " Alder shall pay Corvane a royalty of " rate                                             \
         " of Net Sales within thirty days after each calendar quarter.\n\n"

static void finds_nothing_in_the_same_text(void **state) {
  (void)state;
  static const char text[] = HEAD("4 May 2024") APPOINTMENT("1.", "exclusive", "France");
  check(text, text, "");
}

static void says_which_slots_changed(void **state) {
  (void)state;
  check(HEAD("4 May 2024") ROYALTY("1.", "5%"), HEAD("4 May 2024") ROYALTY("1.", "6%"),
        "changed royalty: rates; ");
  check(HEAD("4 May 2024") APPOINTMENT("1.", "exclusive", "France"),
        HEAD("4 May 2024") APPOINTMENT("1.", "exclusive", "France and Spain"),
        "changed exclusive_appointment: territory; ");
}

static void a_clause_that_was_moved_is_the_same(void **state) {
  (void)state;
  check(HEAD("4 May 2024") APPOINTMENT("1.", "exclusive", "France") ROYALTY("2.", "5%"),
        HEAD("4 May 2024") ROYALTY("1.", "5%") APPOINTMENT("2.", "exclusive", "France"), "");
}

static void tells_what_was_added_and_removed(void **state) {
  (void)state;
  check(HEAD("4 May 2024") APPOINTMENT("1.", "exclusive", "France"),
        HEAD("4 May 2024") APPOINTMENT("1.", "exclusive", "France") ROYALTY("2.", "5%"),
        "added royalty; ");
  check(HEAD("4 May 2024") ROYALTY("1.", "5%") APPOINTMENT("2.", "exclusive", "France"),
        HEAD("4 May 2024") APPOINTMENT("1.", "exclusive", "France"), "removed royalty; ");
}

static void other_words_may_say_the_same(void **state) {
  (void)state;
  check(HEAD("4 May 2024") ROYALTY("1.", "five percent (5%)"),
        HEAD("4 May 2024") ROYALTY("1.", "5%"), "reworded royalty; ");
}

static void compares_the_facts(void **state) {
  (void)state;
  check(HEAD("4 May 2024") ROYALTY("1.", "5%"), HEAD("7 June 2025") ROYALTY("1.", "5%"),
        "agreement_date; ");
}

// A renumbered section does not make new findings of the old ones.
static void findings_keep_their_name(void **state) {
  (void)state;
  pv_error err = {0};
  version a = read(HEAD("4 May 2024") ROYALTY("1.", "5%"));
  version b = read(HEAD("4 May 2024") "1. The parties meet.\n\n" ROYALTY("2.", "5%")
                       APPOINTMENT("3.", "exclusive", "the Area"));
  pv_diff *diff = pv_diff_make(a.report, b.report, &err);
  assert_non_null(diff);
  assert_true(pv_report_ambiguity_count(a.report) > 0);
  assert_true(pv_diff_finding_count(diff) > 0);
  for (size_t i = 0; i < pv_diff_finding_count(diff); i++)
    assert_true(pv_diff_finding(diff, i)->is_new);
  pv_diff_free(diff);
  release(a);
  release(b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_nothing_in_the_same_text),
      cmocka_unit_test(says_which_slots_changed),
      cmocka_unit_test(a_clause_that_was_moved_is_the_same),
      cmocka_unit_test(tells_what_was_added_and_removed),
      cmocka_unit_test(other_words_may_say_the_same),
      cmocka_unit_test(compares_the_facts),
      cmocka_unit_test(findings_keep_their_name),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
