#include <stdlib.h>

#include "base/str.h"
#include "support/collect.h"
#include "support/pvtest.h"
#include "support/sample_report.h"
#include "write/writer.h"

static void lists_its_formats(void **state) {
  (void)state;
  size_t count;
  const pv_format *formats = pv_formats(&count);
  assert_int_equal(count, 3);
  assert_string_equal(formats[0].name, "text");
  assert_string_equal(formats[1].name, "json");
  assert_string_equal(formats[2].name, "jsonl");
}

static void refuses_unknown_formats(void **state) {
  (void)state;
  pv_error err = {0};
  pv_collected got = {0};
  assert_null(pv_writer_new("jsn", NULL, NULL, pv_collect(&got), &err));
  assert_int_equal(err.code, PV_ERROR_USAGE);
  assert_string_equal(err.message, "unknown format \"jsn\", did you mean \"json\"?");
  assert_null(pv_writer_new("spreadsheet", NULL, NULL, pv_collect(&got), &err));
  assert_string_equal(err.message,
                      "unknown format \"spreadsheet\": text, json and jsonl are written");
  assert_int_equal(got.size, 0);
}

static void writes_one_report(void **state) {
  (void)state;
  static const char *const formats[] = {"text", "json", "jsonl"};
  pv_report *report = pv_sample_report();
  for (size_t i = 0; i < 3; i++) {
    pv_error err = {0};
    pv_collected got = {0};
    assert_true(pv_write(report, formats[i], pv_collect(&got), &err));
    assert_true(got.size > 500);
    assert_int_equal(got.bytes[got.size - 1], '\n');
    free(got.bytes);
  }
  pv_report_free(report);
}

static void counts_what_it_writes(void **state) {
  (void)state;
  pv_report *report = pv_sample_report();
  pv_collected got = {0};
  pv_run run = {.grammar = report->grammar};
  pv_writer *writer = pv_writer_new("jsonl", &run, NULL, pv_collect(&got), NULL);
  assert_int_equal(writer->summary.family_count, 3);
  assert_true(pv_writer_document(writer, report, NULL));
  assert_true(pv_writer_document(writer, report, NULL));
  assert_true(pv_writer_failure(writer, "x", &(pv_error){.code = PV_ERROR_READ}, NULL));
  assert_true(pv_writer_end(writer, -1, NULL));
  const pv_summary *summary = &writer->summary;
  assert_int_equal(summary->documents, 2);
  assert_int_equal(summary->failures, 1);
  assert_int_equal(summary->family_count, 3);
  assert_int_equal(summary->clauses[0], 2);
  assert_int_equal(summary->clauses[1], 0);
  assert_int_equal(summary->clauses[2], 2);
  assert_int_equal(summary->ambiguities[PV_SEVERITY_HIGH], 4);
  assert_int_equal(summary->ambiguities[PV_SEVERITY_MEDIUM], 2);
  pv_writer_free(writer);
  pv_report_free(report);
  free(got.bytes);
}

static void counts_families_without_a_grammar(void **state) {
  (void)state;
  pv_report *report = pv_sample_report();
  pv_collected got = {0};
  pv_writer *writer = pv_writer_new("json", NULL, NULL, pv_collect(&got), NULL);
  assert_true(pv_writer_document(writer, report, NULL));
  pv_report_free(report);
  assert_true(pv_writer_end(writer, -1, NULL));
  assert_int_equal(writer->summary.family_count, 2);
  assert_non_null(strstr(got.bytes, "\"clauses\": {\"exclusivity\": 1, \"revenue_share\": 1}"));
  assert_non_null(strstr(got.bytes, "\"grammar\": null"));
  pv_writer_free(writer);
  free(got.bytes);
}

static void says_when_the_sink_takes_no_more(void **state) {
  (void)state;
  pv_error err = {0};
  pv_collected got = {.limit = 10};
  pv_report *report = pv_sample_report();
  assert_false(pv_write(report, "json", pv_collect(&got), &err));
  assert_int_equal(err.code, PV_ERROR_WRITE);
  assert_string_equal(err.message, "the output cannot be written");
  pv_report_free(report);
  free(got.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lists_its_formats),
      cmocka_unit_test(refuses_unknown_formats),
      cmocka_unit_test(writes_one_report),
      cmocka_unit_test(counts_what_it_writes),
      cmocka_unit_test(counts_families_without_a_grammar),
      cmocka_unit_test(says_when_the_sink_takes_no_more),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
