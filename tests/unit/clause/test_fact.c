// What a whole document says, with the installed rules: dates, law, title, as "value status".
#include <proviso/analyze.h>

#include "base/str.h"
#include "report/report.h"
#include "support/pvtest.h"

static pv_grammar *grammar;

typedef struct {
  const char *text;
  const char *agreement, *effective, *expiration; // "" where there is none
} dates;

static pv_report *read(const char *text) {
  pv_error err = {0};
  pv_document *document = pv_document_from_bytes(pv_str_from(text), "agreement.txt", NULL, &err);
  pv_report *report = document ? pv_analyze(document, grammar, NULL, &err) : NULL;
  if (!report) fail_msg("%s", err.message);
  pv_document_free(document);
  return report;
}

static void check_fact(const pv_fact *fact, const char *expected, const char *text) {
  char got[80] = "";
  if (fact->text.size && fact->value.size)
    snprintf(got, sizeof got, PV_STR_FMT "%s", PV_STR_ARG(fact->value),
             fact->status == PV_STATUS_INHERITED ? " inherited" : "");
  else if (fact->text.size)
    snprintf(got, sizeof got, "unresolved");
  if (strcmp(got, expected) != 0) print_error("in: %s\n", text);
  assert_string_equal(got, expected);
}

static void check_dates(const dates *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    pv_report *report = read(rows[i].text);
    check_fact(&report->facts.agreement_date, rows[i].agreement, rows[i].text);
    check_fact(&report->facts.effective_date, rows[i].effective, rows[i].text);
    check_fact(&report->facts.expiration_date, rows[i].expiration, rows[i].text);
    pv_report_free(report);
  }
}

#define HEAD "SUPPLY AGREEMENT\n\nThis Supply Agreement is made "
#define SIDES "between Meridia Inc. (\"Meridia\") and Corvus LLC (\"Corvus\").\n\n"

// Sentences that say nothing of the document, so that what follows is not at its head.
#define FOUR(text) text text text text
#define BODY FOUR(FOUR(FOUR("Corvus pays the price of each cup. ")))

static void reads_dates_of_the_document(void **state) {
  (void)state;
  static const dates rows[] = {
      {HEAD "as of March 2, 2026 (the \"Effective Date\") " SIDES
            "1. Term. The term of this Agreement begins on the Effective Date and continues for "
            "five (5) years.\n",
       "2026-03-02", "2026-03-02", "2031-03-02"},
      {HEAD "on the 2nd day of March, 2026 " SIDES
            "1. Term. This Agreement shall remain in effect until December 31, 2030.\n",
       "2026-03-02", "", "2030-12-31"},
      {HEAD "as of this ____ day of March 2026 " SIDES
            "1. Term. This Agreement continues until terminated by either party.\n",
       "unresolved", "", "perpetual"},
  };
  check_dates(rows, sizeof rows / sizeof *rows);
}

static void reads_dates_beside_signatures(void **state) {
  (void)state;
  static const dates rows[] = {
      {HEAD SIDES "1. Price. " BODY "\n\nIN WITNESS WHEREOF the parties sign.\n\nBy: Jane Roe, "
                  "President Date: March 2, 2026\n\nBy: John Doe, President Date: March 5, 2026\n",
       "2026-03-05", "", ""},
      {HEAD SIDES "1. Price. " BODY "\n\nReno, 5 March 2026 for Meridia Inc.\n", "2026-03-05", "",
       ""},
  };
  check_dates(rows, sizeof rows / sizeof *rows);
}

static void reads_title_and_law(void **state) {
  (void)state;
  pv_report *report =
      read(HEAD "on March 2, 2026 " SIDES
                "9. Law. This Agreement is governed by the laws of the State of Oregon.\n");
  check_fact(&report->facts.title, "SUPPLY AGREEMENT", "title");
  assert_true(pv_str_ends_with(report->facts.governing_law.value, PV_STR("Oregon")));
  assert_true(pv_str_equal(pv_str_slice(report->text->bytes, report->facts.title.span),
                           report->facts.title.text));
  pv_report_free(report);
}

static void says_nothing_where_nothing_is_said(void **state) {
  (void)state;
  static const dates rows[] = {
      {HEAD SIDES "1. Price. Corvus pays the price within thirty days.\n", "", "", ""},
  };
  check_dates(rows, 1);
}

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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_dates_of_the_document),
      cmocka_unit_test(reads_dates_beside_signatures),
      cmocka_unit_test(reads_title_and_law),
      cmocka_unit_test(says_nothing_where_nothing_is_said),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
