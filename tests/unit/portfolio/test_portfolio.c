// From texts to conflicts, with the installed grammars.
#include <proviso/proviso.h>

#include "base/str.h"
#include "support/pvtest.h"

enum { MOST = 6 };

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

static void add(pv_portfolio *portfolio, const char *text, const char *uri) {
  pv_error err = {0};
  pv_document *document = pv_document_from_bytes(pv_str_from(text), uri, NULL, &err);
  assert_non_null(document);
  pv_report *report = pv_analyze(document, grammar, NULL, &err);
  assert_non_null(report);
  assert_true(pv_portfolio_add(portfolio, report, &err));
  pv_report_free(report);
  pv_document_free(document);
}

// "PORT001 overlap high, …" of the documents, in the order of the conflicts; those between which
// there is none are left out.
static void check(const char *const *texts, const char *expected) {
  static const char *const uris[MOST] = {"a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt"};
  pv_error err = {0};
  pv_portfolio *portfolio = pv_portfolio_new(&err);
  pv_arena *arena = pv_arena_new(0);
  assert_non_null(portfolio);
  assert_non_null(arena);
  for (size_t i = 0; texts[i]; i++) add(portfolio, texts[i], uris[i]);
  pv_compare_options options = {.min_severity = PV_SEVERITY_LOW};
  assert_true(pv_portfolio_compare(portfolio, &options, &err));
  pv_str got = PV_STR("");
  for (size_t i = 0; i < pv_portfolio_conflict_count(portfolio); i++) {
    const pv_conflict *conflict = pv_portfolio_conflict(portfolio, i);
    got = pv_str_printf(arena, PV_STR_FMT "%s" PV_STR_FMT " %s %s", PV_STR_ARG(got), i ? ", " : "",
                        PV_STR_ARG(conflict->code), pv_verdict_name(conflict->verdict),
                        pv_severity_name(conflict->severity));
  }
  assert_string_equal(pv_str_copy(arena, got).data, expected);
  pv_arena_free(arena);
  pv_portfolio_free(portfolio);
}

#define PREAMBLE(date, name, first, other, second)                                                 \
  "SALES AGREEMENT\n\nThis Agreement is made as of " date " between " name " (\"" first            \
  "\") and " other " (\"" second "\").\n\n"
#define APPOINTMENT(first, second, thing, where)                                                   \
  "1. " first " hereby appoints " second " as its exclusive distributor to sell " thing " " where  \
  " for a period of ten (10) years.\n"

#define PUMPS_IN_FRANCE                                                                            \
  PREAMBLE("4 May 2024", "Corvane Pumps, Inc.", "Corvane", "Alder Trading GmbH", "Alder")          \
  APPOINTMENT("Corvane", "Alder", "water pumps", "in France")

static void two_exclusivities_of_one_thing_overlap(void **state) {
  (void)state;
  check((const char *const[]){PUMPS_IN_FRANCE,
                              PREAMBLE("7 June 2025", "CORVANE PUMPS INCORPORATED", "Seller",
                                       "Linden S.A.", "Buyer")
                                  APPOINTMENT("Seller", "Buyer", "water pumps", "in France"),
                              NULL},
        "PORT001 overlap high");
}

static void places_times_and_people_keep_them_apart(void **state) {
  (void)state;
  check((const char *const[]){PUMPS_IN_FRANCE,
                              PREAMBLE("7 June 2025", "Corvane Pumps, Inc.", "Corvane",
                                       "Linden S.A.", "Linden")
                                  APPOINTMENT("Corvane", "Linden", "water pumps", "in Japan"),
                              NULL},
        "");
  check((const char *const[]){PUMPS_IN_FRANCE,
                              PREAMBLE("7 June 2035", "Corvane Pumps, Inc.", "Corvane",
                                       "Linden S.A.", "Linden")
                                  APPOINTMENT("Corvane", "Linden", "water pumps", "in France"),
                              NULL},
        "");
  check((const char *const[]){PUMPS_IN_FRANCE,
                              PREAMBLE("7 June 2025", "Corvane Pumps, Inc.", "Corvane",
                                       "Alder Trading GmbH", "Alder")
                                  APPOINTMENT("Corvane", "Alder", "water pumps", "in France"),
                              NULL},
        "");
  check((const char *const[]){PUMPS_IN_FRANCE,
                              PREAMBLE("7 June 2025", "Corvane Motors, Inc.", "Corvane",
                                       "Linden S.A.", "Linden")
                                  APPOINTMENT("Corvane", "Linden", "water pumps", "in France"),
                              NULL},
        "");
}

static void a_brand_is_its_company_and_a_subsidiary_its_group(void **state) {
  (void)state;
  check((const char *const[]){PREAMBLE("4 May 2024", "Corvane Pumps, Inc. doing business as Aquilo",
                                       "Corvane", "Alder Trading GmbH", "Alder")
                                  APPOINTMENT("Corvane", "Alder", "water pumps", "in France"),
                              PREAMBLE("7 June 2025", "Aquilo Inc.", "Aquilo", "Linden S.A.",
                                       "Linden")
                                  APPOINTMENT("Aquilo", "Linden", "water pumps", "in France"),
                              NULL},
        "PORT001 overlap high");
  check((const char *const[]){PUMPS_IN_FRANCE,
                              PREAMBLE("7 June 2025",
                                       "Aquilo, LLC, a subsidiary of Corvane Pumps, Inc.,",
                                       "Aquilo", "Linden S.A.", "Linden")
                                  APPOINTMENT("Aquilo", "Linden", "water pumps", "in France"),
                              NULL},
        "PORT001 cannot_rule_out high");
}

static void undefined_categories_cannot_be_ruled_out(void **state) {
  (void)state;
  check(
      (const char *const[]){
          PREAMBLE("4 May 2024", "Corvane Pumps, Inc.", "Corvane", "Alder Trading GmbH", "Alder")
              APPOINTMENT("Corvane", "Alder", "Smart Pumps", "in France"),
          PREAMBLE("7 June 2025", "Corvane Pumps, Inc.", "Corvane", "Linden S.A.", "Linden")
              APPOINTMENT("Corvane", "Linden", "Connected Devices", "in France"),
          NULL},
      "PORT001 cannot_rule_out high");
}

static void a_deleted_section_no_longer_counts(void **state) {
  (void)state;
  static const char other[] =
      PREAMBLE("7 June 2025", "Corvane Pumps, Inc.", "Corvane", "Linden S.A.", "Linden")
          APPOINTMENT("Corvane", "Linden", "water pumps", "in France");
  check(
      (const char *const[]){
          PUMPS_IN_FRANCE, other,
          "FIRST AMENDMENT TO SALES AGREEMENT\n\nThis Amendment is made as of 1 May 2025 between "
          "Corvane Pumps, Inc. (\"Corvane\") and Alder Trading GmbH (\"Alder\").\n\nSection 1 of "
          "the Sales Agreement is deleted in its entirety.\n",
          NULL},
      "");
  check(
      (const char *const[]){
          PUMPS_IN_FRANCE, other,
          "FIRST AMENDMENT TO SALES AGREEMENT\n\nThis Amendment is made as of 1 May 2026 between "
          "Corvane Pumps, Inc. (\"Corvane\") and Alder Trading GmbH (\"Alder\").\n\nSection 1 of "
          "the Sales Agreement is deleted in its entirety.\n",
          NULL},
      "PORT001 overlap medium");
}

#define LICENSE(first, second, kind, thing)                                                        \
  "1. " first " hereby grants to " second " " kind " license to use and sell " thing               \
  " worldwide until 31 December 2035.\n"

static void an_exclusive_license_and_another_one(void **state) {
  (void)state;
  static const char exclusive[] =
      PREAMBLE("4 May 2024", "Corvane Pumps, Inc.", "Corvane", "Alder Trading GmbH", "Alder")
          LICENSE("Corvane", "Alder", "an exclusive", "the Aquilo Software");
  check(
      (const char *const[]){
          exclusive,
          PREAMBLE("7 June 2025", "Corvane Pumps, Inc.", "Corvane", "Linden S.A.", "Linden")
              LICENSE("Corvane", "Linden", "a non-exclusive", "the Aquilo Software"),
          NULL},
      "PORT002 overlap high");
  check(
      (const char *const[]){
          PREAMBLE("4 May 2024", "Corvane Pumps, Inc.", "Corvane", "Alder Trading GmbH", "Alder")
              LICENSE("Corvane", "Alder", "a non-exclusive", "the Aquilo Software"),
          PREAMBLE("7 June 2025", "Corvane Pumps, Inc.", "Corvane", "Linden S.A.", "Linden")
              LICENSE("Corvane", "Linden", "a non-exclusive", "the Aquilo Software"),
          NULL},
      "");
}

#define DEFINED(meaning)                                                                           \
  PREAMBLE("4 May 2024", "Corvane Pumps, Inc.", "Corvane", "Alder Trading GmbH", "Alder")          \
  "1. \"Pumps\" means " meaning ".\n"                                                              \
  "2. Corvane hereby appoints Alder as its exclusive distributor to sell the Pumps in France.\n"

static void one_term_with_two_meanings(void **state) {
  (void)state;
  check((const char *const[]){DEFINED("the machines listed in the catalogue of Corvane"),
                              DEFINED("all devices that move water"), NULL},
        "PORT003 cannot_rule_out medium");
  check((const char *const[]){DEFINED("all devices that move water"),
                              DEFINED("all devices that move water"), NULL},
        "");
}

#define SHARE(rate)                                                                                \
  PREAMBLE("4 May 2024", "Corvane Pumps, Inc.", "Corvane", "Alder Trading GmbH", "Alder")          \
  "1. Alder shall pay Corvane a royalty of " rate " of Net Sales within thirty days after each "   \
  "calendar quarter.\n"

static void one_payment_with_two_rates(void **state) {
  (void)state;
  check((const char *const[]){SHARE("five percent (5%)"), SHARE("six percent (6%)"), NULL},
        "PORT004 overlap medium");
  check((const char *const[]){SHARE("five percent (5%)"), SHARE("5%"), NULL}, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_exclusivities_of_one_thing_overlap),
      cmocka_unit_test(places_times_and_people_keep_them_apart),
      cmocka_unit_test(a_brand_is_its_company_and_a_subsidiary_its_group),
      cmocka_unit_test(undefined_categories_cannot_be_ruled_out),
      cmocka_unit_test(a_deleted_section_no_longer_counts),
      cmocka_unit_test(an_exclusive_license_and_another_one),
      cmocka_unit_test(one_term_with_two_meanings),
      cmocka_unit_test(one_payment_with_two_rates),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
