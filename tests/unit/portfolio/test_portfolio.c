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

#define SALES_TO_LINDEN(date)                                                                      \
  PREAMBLE(date, "Corvane Pumps, Inc.", "Corvane", "Linden S.A.", "Linden")                        \
  APPOINTMENT("Corvane", "Linden", "water pumps", "in France")

#define AMENDMENT(title, date, what)                                                               \
  title                                                                                            \
      "\n\nThis Amendment is made as of " date                                                     \
      " between Corvane Pumps, Inc. (\"Corvane\") and Alder Trading GmbH (\"Alder\"). It amends "  \
      "the Sales Agreement dated 4 May 2024.\n\n" what "\n"

static void an_amendment_is_known_by_what_it_says(void **state) {
  (void)state;
  check((const char *const[]){PUMPS_IN_FRANCE, SALES_TO_LINDEN("7 June 2025"),
                              AMENDMENT("LETTER OF CHANGE", "1 May 2025",
                                        "1. Sections 1 and 4 of the Sales Agreement are deleted."),
                              NULL},
        "");
  check(
      (const char *const[]){
          PUMPS_IN_FRANCE, SALES_TO_LINDEN("7 June 2025"),
          AMENDMENT("LETTER OF CHANGE", "1 May 2025",
                    "1. The last sentence of Section 1 of the Sales Agreement is deleted."),
          NULL},
      "PORT001 overlap high");
}

// The second amendment takes out what the first put in the place of section 1, not its own 1.
static void amendments_are_applied_in_order(void **state) {
  (void)state;
  static const char first[] = AMENDMENT(
      "FIRST AMENDMENT TO SALES AGREEMENT", "1 May 2025",
      "1. Section 1 of the Sales Agreement is deleted and replaced with the following: \"Corvane "
      "hereby appoints Alder as its exclusive distributor to sell oil pumps in Spain.\"");
  static const char spain[] =
      PREAMBLE("7 June 2026", "Corvane Pumps, Inc.", "Corvane", "Linden S.A.", "Linden")
          APPOINTMENT("Corvane", "Linden", "oil pumps", "in Spain");
  check((const char *const[]){PUMPS_IN_FRANCE, first, spain, NULL}, "PORT001 cannot_rule_out high");
  check(
      (const char *const[]){
          PUMPS_IN_FRANCE, first, spain,
          AMENDMENT("SECOND AMENDMENT TO SALES AGREEMENT", "1 May 2026",
                    "7. Section 1 of the Sales Agreement is deleted in its entirety."),
          NULL},
      "");
  check(
      (const char *const[]){
          PUMPS_IN_FRANCE, first, spain,
          AMENDMENT("SECOND AMENDMENT TO SALES AGREEMENT", "1 May 2026",
                    "7. Section 9 of the Sales Agreement is deleted in its entirety."),
          NULL},
      "PORT001 cannot_rule_out high");
}

static void a_section_of_an_exhibit_is_another_one(void **state) {
  (void)state;
  check(
      (const char *const[]){
          PREAMBLE(
              "4 May 2024", "Corvane Pumps, Inc.", "Corvane", "Alder Trading GmbH",
              "Alder") "1. The parties meet every year.\n\nEXHIBIT A\n\n" APPOINTMENT("Corvane",
                                                                                      "Alder",
                                                                                      "water pumps",
                                                                                      "in France"),
          SALES_TO_LINDEN("7 June 2025"),
          AMENDMENT("FIRST AMENDMENT TO SALES AGREEMENT", "1 May 2025",
                    "1. Section 1 of the Sales Agreement is deleted."),
          NULL},
      "PORT001 overlap high");
}

#define MEMORANDUM(binds)                                                                          \
  "MEMORANDUM OF UNDERSTANDING\n\nThis Memorandum is made as of 4 May 2024 between Corvane "       \
  "Pumps, "                                                                                        \
  "Inc. (\"Corvane\") and Alder Trading GmbH (\"Alder\").\n\n1. Corvane hereby appoints Alder as " \
  "its exclusive distributor to sell water pumps in France for ten (10) years.\n\n2. " binds       \
  ", this Memorandum is not legally binding.\n"

static void a_part_may_bind_of_what_does_not(void **state) {
  (void)state;
  check((const char *const[]){MEMORANDUM("Except for Section 3"), SALES_TO_LINDEN("7 June 2025"),
                              NULL},
        "PORT001 overlap low");
  check((const char *const[]){MEMORANDUM("Except for Sections 1 and 3"),
                              SALES_TO_LINDEN("7 June 2025"), NULL},
        "PORT001 overlap high");
}

#define TO_ALDER                                                                                   \
  PREAMBLE("4 May 2024", "Corvane Pumps, Inc.", "Corvane", "Alder Trading GmbH", "Alder")
#define TO_LINDEN PREAMBLE("7 June 2025", "Corvane Pumps, Inc.", "Corvane", "Linden S.A.", "Linden")

static void who_shall_not_compete_deals_elsewhere(void **state) {
  (void)state;
  static const char covenant[] = TO_ALDER
      "1. For ten (10) years Corvane shall not engage in the manufacture or sale of water pumps "
      "in France in competition with Alder.\n";
  check(
      (const char *const[]){
          covenant, TO_LINDEN APPOINTMENT("Corvane", "Linden", "water pumps", "in France"), NULL},
      "PORT005 cannot_rule_out high");
  check(
      (const char *const[]){
          covenant, TO_LINDEN APPOINTMENT("Corvane", "Linden", "garden chairs", "in France"), NULL},
      "");
}

static void all_of_a_need_is_bought_from_two(void **state) {
  (void)state;
  static const char all[] = TO_ALDER "1. For ten (10) years Corvane shall purchase all of its "
                                     "requirements for steel castings exclusively "
                                     "from Alder.\n";
  check((const char *const[]){all,
                              TO_LINDEN
                              "1. For ten (10) years Corvane shall purchase all of its "
                              "requirements for steel castings exclusively from Linden.\n",
                              NULL},
        "PORT006 overlap high");
  check((const char *const[]){all,
                              TO_LINDEN
                              "1. During the next ten (10) years Corvane shall purchase from "
                              "Linden at least $4,000,000 of steel castings.\n",
                              NULL},
        "PORT006 cannot_rule_out high");
}

static void the_best_terms_and_those_of_another(void **state) {
  (void)state;
  static const char best[] = TO_ALDER
      "1. Corvane shall not offer water pumps to any other distributor on terms more favorable "
      "than those offered to Alder until 31 December 2035.\n";
  check(
      (const char *const[]){
          best, TO_LINDEN APPOINTMENT("Corvane", "Linden", "water pumps", "in France"), NULL},
      "PORT007 cannot_rule_out low");
}

static void what_was_to_be_offered_first(void **state) {
  (void)state;
  static const char first[] = TO_ALDER
      "1. Until 31 December 2035 Alder shall have a right of first refusal to distribute water "
      "pumps in France.\n";
  check(
      (const char *const[]){
          first, TO_LINDEN APPOINTMENT("Corvane", "Linden", "water pumps", "in France"), NULL},
      "PORT008 overlap medium");
}

// The ties of the first conflict: "kind: name, other, document:line", joined with "; ".
static void check_ties(const char *const *texts, const char *expected) {
  static const char *const uris[MOST] = {"a.txt", "b.txt", "c.txt"};
  pv_error err = {0};
  pv_portfolio *portfolio = pv_portfolio_new(&err);
  pv_arena *arena = pv_arena_new(0);
  for (size_t i = 0; texts[i]; i++) add(portfolio, texts[i], uris[i]);
  assert_true(pv_portfolio_compare(portfolio, NULL, &err));
  assert_true(pv_portfolio_conflict_count(portfolio) > 0);
  const pv_conflict *conflict = pv_portfolio_conflict(portfolio, 0);
  pv_str got = PV_STR("");
  for (size_t i = 0; i < conflict->tie_count; i++) {
    const pv_tie *tie = &conflict->ties[i];
    got = pv_str_printf(
        arena, PV_STR_FMT "%s" PV_STR_FMT ": " PV_STR_FMT ", " PV_STR_FMT ", " PV_STR_FMT ":%u",
        PV_STR_ARG(got), i ? "; " : "", PV_STR_ARG(tie->kind), PV_STR_ARG(tie->name),
        PV_STR_ARG(tie->other), PV_STR_ARG(tie->uri), (unsigned)tie->line);
  }
  assert_string_equal(pv_str_copy(arena, got).data, expected);
  pv_arena_free(arena);
  pv_portfolio_free(portfolio);
}

static void says_which_document_ties_two_names(void **state) {
  (void)state;
  static const char linden[] =
      PREAMBLE("7 June 2025", "Aquilo Inc.", "Aquilo", "Linden S.A.", "Linden")
          APPOINTMENT("Aquilo", "Linden", "water pumps", "in France");
  check_ties((const char *const[]){PUMPS_IN_FRANCE, SALES_TO_LINDEN("7 June 2025"), NULL}, "");
  check_ties((const char *const[]){PREAMBLE("4 May 2024",
                                            "Corvane Pumps, Inc. (formerly known as Aquilo, Inc.)",
                                            "Corvane", "Alder Trading GmbH", "Alder")
                                       APPOINTMENT("Corvane", "Alder", "water pumps", "in France"),
                                   linden, NULL},
             "former: Corvane Pumps, Inc., Aquilo, Inc., a.txt:3");
  check_ties(
      (const char *const[]){PUMPS_IN_FRANCE, linden,
                            "LETTER\n\nThis Agreement is made as of 8 June 2025 between "
                            "Brellin Motors, LLC, formerly known as Aquilo, Inc. and a "
                            "subsidiary of Corvane Pumps, Inc. (\"Brellin\") and Oskar Aurin.\n",
                            NULL},
      "parent: Brellin Motors, LLC, Corvane Pumps, Inc., c.txt:3; former: Brellin Motors, "
      "LLC, Aquilo, Inc., c.txt:3");
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
      cmocka_unit_test(an_amendment_is_known_by_what_it_says),
      cmocka_unit_test(amendments_are_applied_in_order),
      cmocka_unit_test(a_section_of_an_exhibit_is_another_one),
      cmocka_unit_test(a_part_may_bind_of_what_does_not),
      cmocka_unit_test(who_shall_not_compete_deals_elsewhere),
      cmocka_unit_test(all_of_a_need_is_bought_from_two),
      cmocka_unit_test(the_best_terms_and_those_of_another),
      cmocka_unit_test(what_was_to_be_offered_first),
      cmocka_unit_test(says_which_document_ties_two_names),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
