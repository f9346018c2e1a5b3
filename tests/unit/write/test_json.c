#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"
#include "support/collect.h"
#include "support/pvtest.h"
#include "support/sample_report.h"
#include "write/writer.h"

static const pv_error why = {.code = PV_ERROR_EMPTY, .message = "empty; there is nothing \"here\""};

// The run of the sample report, an empty one and one that failed.
static char *write_run(const char *format) {
  pv_collected got = {0};
  pv_report *report = pv_sample_report(), *empty = pv_sample_report_without_clauses();
  pv_json names[] = {pv_json_string(PV_STR("exclusivity"))};
  pv_run_option options[] = {
      {PV_STR("family"), {PV_JSON_LIST, .items = names, .count = 1}},
      {PV_STR("lint"), pv_json_bool(true)},
      {PV_STR("min_confidence"), pv_json_string(PV_STR("0.80"))},
  };
  pv_run run = {.grammar = report->grammar, .options = options, .option_count = 3};
  pv_writer *writer = pv_writer_new(format, &run, NULL, pv_collect(&got), NULL);
  assert_true(pv_writer_document(writer, report, NULL));
  assert_true(pv_writer_failure(writer, "void.txt", &why, NULL));
  assert_true(pv_writer_document(writer, empty, NULL));
  assert_true(pv_writer_end(writer, 3, NULL));
  pv_writer_free(writer);
  pv_report_free(report);
  pv_report_free(empty);
  return got.bytes;
}

static void expect(const char *json, const char *part) {
  if (!strstr(json, part)) fail_msg("not there: %s", part);
}

static void prints_the_whole_run(void **state) {
  (void)state;
  char *got = write_run("json");
  expect(got, "{\n  \"schema_version\": \"1.0\",\n  \"tool\": {\n    \"name\": \"proviso\",");
  expect(got, "\"options\": {\"family\": [\"exclusivity\"], \"lint\": true, "
              "\"min_confidence\": \"0.80\"}");
  expect(got, "    {\n      \"uri\": \"void.txt\",\n      \"error\": {\"code\": \"empty\", "
              "\"message\": \"empty; there is nothing \\\"here\\\"\"}\n    },\n");
  expect(got,
         "  ],\n  \"conflicts\": [],\n  \"summary\": {\n    \"documents\": 2,\n"
         "    \"failures\": 1,\n"
         "    \"clauses\": {\"exclusivity\": 1, \"ip_license\": 0, \"revenue_share\": 1},\n"
         "    \"ambiguities\": {\"high\": 2, \"medium\": 1, \"low\": 0, \"info\": 0}\n  }\n}\n");
  free(got);
}

static void prints_clauses_and_slots(void **state) {
  (void)state;
  char *got = write_run("json");
  expect(got, "\"confidence\": 0.93,\n");
  expect(got, "\"pieces\": [\n            {\"start\": 255, \"end\": 298, \"line\": 7, "
              "\"column\": 11},");
  expect(got, "\"territory\": {\"text\": null, \"value\": null, \"status\": \"missing\", "
              "\"span\": null},");
  expect(got, "\"protected_party\": {\"text\": \"the Host\", \"value\": \"Brücke GmbH\", "
              "\"status\": \"stated\", \"span\": {\"start\": 155, \"end\": 163, \"line\": 5, "
              "\"column\": 48}, \"with_affiliates\": true},");
  expect(got, "\"value\": {\"amount\": \"1000\", \"currency\": \"USD\"}, \"status\": \"stated\", "
              "\"span\": {\"start\": 350, \"end\": 356, \"line\": 9, \"column\": 44}, "
              "\"assumed\": true}");
  free(got);
}

static void prints_a_line_for_each_document(void **state) {
  (void)state;
  char *got = write_run("jsonl");
  size_t lines = 0;
  for (const char *at = got; *at; at++) lines += *at == '\n';
  assert_int_equal(lines, 3);
  assert_true(
      pv_str_starts_with(pv_str_from(got), PV_STR("{\"schema_version\":\"1.0\",\"tool\":")));
  expect(got, "\n{\"uri\":\"void.txt\",\"error\":{\"code\":\"empty\",\"message\":\"empty; there is "
              "nothing \\\"here\\\"\"}}\n{\"schema_version\"");
  expect(got, ",\"id\":\"d2\",\"uri\":\"empty folder/none.txt\",");
  free(got);
}

// The exit of validate.py on `json`, which checks it against the schema.
static int validate(const char *json) {
  char path[] = "/tmp/proviso-test-XXXXXX";
  int file = mkstemp(path);
  assert_true(file >= 0);
  assert_int_equal(write(file, json, strlen(json)), strlen(json));
  close(file);
  char command[200];
  snprintf(command, sizeof command,
           "python3 tests/support/validate.py docs/report.schema.json %s 2>/dev/null", path);
  int status = system(command); // NOLINT(cert-env33-c)
  unlink(path);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void check_valid(const char *format) {
  char *got = write_run(format);
  int result = validate(got);
  free(got);
  if (result == 77) skip();
  assert_int_equal(result, 0);
}

static void prints_json_of_the_schema(void **state) {
  (void)state;
  check_valid("json");
}

static void prints_lines_of_the_schema(void **state) {
  (void)state;
  check_valid("jsonl");
}

// The schema is strict: each of these changes makes the report invalid.
static void leaves_no_room_for_others(void **state) {
  (void)state;
  static const char *const changes[][2] = {
      {"\"status\": \"missing\"", "\"status\": \"stated!\""},
      {"\"status\": \"missing\"", "\"status\": \"stated\" "},
      {"\"value\": \"exclusive\"", "\"value\": \"exclusivo\""},
      {"\"level\":", "\"levels\":"},
      {"\"kind\": \"exclusive_appointment\"", "\"kind\": \"exclusive_appointmint\""},
      {"\"code\": \"DEF001\"", "\"code\": \"DEF01\" "},
      {"\"severity\": \"high\"", "\"severity\": \"hihg\""},
      {"\"heading\"", "\"headings\""},
      {"\"value\": \"0.25\"", "\"value\": 0.25"},
      {"\"failures\": 1", "\"failures\": -1"},
  };
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    char *got = write_run("json");
    const char *at = strstr(got, changes[i][0]);
    assert_non_null(at);
    pv_arena *arena = pv_arena_new(0);
    pv_str changed = pv_str_printf(arena, PV_STR_FMT "%s%s", (int)(at - got), got, changes[i][1],
                                   at + strlen(changes[i][0]));
    int result = validate(changed.data);
    pv_arena_free(arena);
    free(got);
    if (result == 77) skip();
    if (result != 1) fail_msg("%s is taken", changes[i][1]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(prints_the_whole_run),
      cmocka_unit_test(prints_clauses_and_slots),
      cmocka_unit_test(prints_a_line_for_each_document),
      cmocka_unit_test(prints_json_of_the_schema),
      cmocka_unit_test(prints_lines_of_the_schema),
      cmocka_unit_test(leaves_no_room_for_others),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
