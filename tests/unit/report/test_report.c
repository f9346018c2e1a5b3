#include "base/str.h"
#include "report/report.h"
#include "support/pvtest.h"
#include "support/sample_report.h"

static void gives_out_what_it_holds(void **state) {
  (void)state;
  pv_report *report = pv_sample_report();
  assert_true(pv_str_equal(pv_report_uri(report), PV_STR("oak.txt")));
  assert_true(pv_str_starts_with(pv_report_text(report), PV_STR("HOSTING")));
  assert_int_equal(pv_report_clause_count(report), 2);
  assert_true(pv_str_equal(pv_report_clause(report, 1)->id, PV_STR("c2")));
  assert_int_equal(pv_report_ambiguity_count(report), 3);
  assert_true(pv_str_equal(pv_report_ambiguity(report, 0)->code, PV_STR("DEF001")));
  assert_int_equal(pv_report_party_count(report), 2);
  assert_true(pv_str_equal(pv_report_party(report, 0)->name, PV_STR("Oak & Ash Ltd.")));
  assert_int_equal(pv_report_term_count(report), 1);
  assert_true(pv_str_equal(pv_report_term(report, 0)->term, PV_STR("Host")));
  assert_int_equal(pv_report_diagnostic_count(report), 1);
  assert_true(pv_str_equal(pv_report_diagnostic_at(report, 0)->id, PV_STR("encoding_guessed")));
  pv_report_free(report);
}

static void tells_lines_and_columns(void **state) {
  (void)state;
  pv_report *report = pv_sample_report();
  uint32_t line, column;
  pv_report_place(report, pv_report_party(report, 1)->span.end, &line, &column);
  assert_int_equal(line, 3);
  assert_int_equal(column, 39); // "Brücke" has six characters in seven bytes
  pv_report_free(report);
}

static void finds_slots_by_name(void **state) {
  (void)state;
  pv_report *report = pv_sample_report();
  const pv_clause *clause = pv_report_clause(report, 0);
  assert_ptr_equal(pv_clause_slot(clause, "level"), &clause->slots[0]);
  assert_null(pv_clause_slot(clause, "lev"));
  pv_report_free(report);
}

static void frees_no_report(void **state) {
  (void)state;
  pv_report_free(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(gives_out_what_it_holds),
      cmocka_unit_test(tells_lines_and_columns),
      cmocka_unit_test(finds_slots_by_name),
      cmocka_unit_test(frees_no_report),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
