#include <stdlib.h>

#include "base/str.h"
#include "support/collect.h"
#include "support/pvtest.h"
#include "support/sample_report.h"
#include "write/page.h"
#include "write/writer.h"

// Two documents and one that could not be read.
static void check(const pv_write_options *options, const char *expected) {
  pv_collected got = {0};
  pv_report *report = pv_sample_report(), *empty = pv_sample_report_without_clauses();
  pv_error why = {.code = PV_ERROR_EMPTY, .message = "empty; there is nothing to read"};
  pv_run run = {.grammar = report->grammar};
  pv_writer *writer = pv_writer_new("text", &run, options, pv_collect(&got), NULL);
  assert_true(pv_writer_document(writer, report, NULL));
  assert_true(pv_writer_document(writer, empty, NULL));
  assert_true(pv_writer_failure(writer, "void.txt", &why, NULL));
  assert_true(pv_writer_end(writer, 3, NULL));
  assert_string_equal(got.bytes, expected);
  pv_writer_free(writer);
  pv_report_free(report);
  pv_report_free(empty);
  free(got.bytes);
}

static const char in_80_columns[] =
    "oak.txt  HOSTING AND REVENUE AGREEMENT · 2 March 2026 · Oak & Ash Ltd. / Brücke\n"
    "  GmbH\n"
    "\n"
    "  2.1  exclusivity · exclusive appointment                                  0.93\n"
    "       level         exclusive (“sole and exclusive”)\n"
    "       restricted    Oak & Ash Ltd. (“Oak”)\n"
    "       protected     Brücke GmbH (“the Host”) and affiliates\n"
    "       subject       the Widgets\n"
    "       activities    host, provide service\n"
    "       territory     – missing\n"
    "       term          During the Term [unresolved]    undefined scope term\n"
    "       carve outs    save as provided in Section 9.4  dangling reference\n"
    "       “During the Term, Oak appoints the Host as its sole and exclusive host …”\n"
    "\n"
    "  4    revenue share · revenue share                                        1.00\n"
    "       payer         Brücke GmbH (“The Host”)\n"
    "       payee         Oak & Ash Ltd. (“Oak”)\n"
    "       rates         20 % [conflicting], 25 % [conflicting]  words and figures\n"
    "       base          Net Revenue\n"
    "       frequency     every 3 months (“every quarter”)\n"
    "       minimum       $1,000 (1000 USD) [currency assumed]\n"
    "       “The Host shall pay Oak twenty percent (25%) of Net Revenue every …”\n"
    "\n"
    "  oak.txt:5:29: high DEF001 \"Term\" says how long 2.1 lasts but is not defined\n"
    "  oak.txt:5:124: medium REF001 refers to Section 9.4; the last section is 4\n"
    "  oak.txt:7:34: high NUM001 words say 20 %, figures say 25 %\n"
    "  oak.txt:1:1: note encoding_guessed not UTF-8: read as windows-1252\n"
    "\n"
    "empty folder/none.txt  agreement · no clauses\n"
    "\n"
    "void.txt: not read: empty; there is nothing to read\n"
    "\n"
    "document               clauses     high   medium    lower\n"
    "oak.txt                      2        2        1        0\n"
    "empty folder/none.txt        0        0        0        0\n"
    "\n"
    "2 clauses (1 exclusivity, 1 revenue share) · 2 high, 1 medium findings\n"
    "2 documents, 1 not read, 3 ms\n";

static void shows_a_run_for_people(void **state) {
  (void)state;
  check(NULL, in_80_columns);
}

static void shows_only_the_lines_of_findings(void **state) {
  (void)state;
  check(&(pv_write_options){.findings_only = true},
        "oak.txt:5:29: high DEF001 \"Term\" says how long 2.1 lasts but is not defined\n"
        "oak.txt:5:124: medium REF001 refers to Section 9.4; the last section is 4\n"
        "oak.txt:7:34: high NUM001 words say 20 %, figures say 25 %\n"
        "oak.txt:1:1: note encoding_guessed not UTF-8: read as windows-1252\n");
}

// What `options` make of the sample report alone.
static char *write_sample(const pv_write_options *options) {
  pv_collected got = {0};
  pv_report *report = pv_sample_report();
  pv_writer *writer = pv_writer_new("text", NULL, options, pv_collect(&got), NULL);
  assert_true(pv_writer_document(writer, report, NULL));
  assert_true(pv_writer_end(writer, -1, NULL));
  pv_writer_free(writer);
  pv_report_free(report);
  return got.bytes;
}

static void says_what_it_leaves_out(void **state) {
  (void)state;
  char *got = write_sample(&(pv_write_options){.width = 100, .min_severity = PV_SEVERITY_HIGH});
  assert_null(strstr(got, "REF001"));
  assert_non_null(strstr(got, "2 high, 1 medium findings (--min-severity info shows all)"));
  assert_null(strstr(got, " ms"));
  assert_null(strstr(got, "document  "));
  free(got);
}

static void uses_the_width_it_is_given(void **state) {
  (void)state;
  char *got = write_sample(&(pv_write_options){.width = 200});
  assert_non_null(strstr(got, "the Widgets                     activities    host"));
  free(got);
  got = write_sample(&(pv_write_options){.width = 10});
  const char *head = strstr(got, "  2.1  ");
  assert_int_equal(pv_display_width((pv_str){head, strcspn(head, "\n")}), 72);
  free(got);
}

// Colour adds escapes and takes nothing away.
static void says_the_same_without_color(void **state) {
  (void)state;
  char *plain = write_sample(NULL);
  char *color = write_sample(&(pv_write_options){.color = true});
  assert_non_null(strstr(color, "\033[31mhigh\033[0m"));
  size_t size = 0;
  for (const char *at = color; *at; at++) {
    if (*at == '\033')
      while (*at != 'm') at++;
    else
      color[size++] = *at;
  }
  color[size] = '\0';
  assert_string_equal(plain, color);
  free(plain);
  free(color);
}

static void sends_no_control_characters_to_a_terminal(void **state) {
  (void)state;
  pv_collected got = {0};
  pv_report *report = pv_sample_report();
  report->uri = PV_STR("a\033]0;b\a.txt");
  report->clauses[0].kind = PV_STR("x\033y");
  report->clauses[0].quote = PV_STR("quote \033[2J\r\n");
  report->ambiguities[0].message = PV_STR("message \033[31m\b");
  assert_true(pv_write(report, "text", pv_collect(&got), NULL));
  for (const char *at = got.bytes; *at; at++) assert_true((unsigned char)*at >= ' ' || *at == '\n');
  pv_report_free(report);
  free(got.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shows_a_run_for_people),
      cmocka_unit_test(shows_only_the_lines_of_findings),
      cmocka_unit_test(says_what_it_leaves_out),
      cmocka_unit_test(uses_the_width_it_is_given),
      cmocka_unit_test(says_the_same_without_color),
      cmocka_unit_test(sends_no_control_characters_to_a_terminal),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
