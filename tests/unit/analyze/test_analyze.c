#include <proviso/analyze.h>

#include "support/pvtest.h"

static void ends_a_document_that_takes_too_much_memory(void **state) {
  (void)state;
  pv_error err = {0};
  pv_grammar *grammar = pv_grammar_load("tests/cli/files/tiny.xml", &err);
  static char text[40 * 2000];
  for (size_t i = 0; i < sizeof text; i += 40)
    memcpy(text + i, "Maker appoints Trader as its sole agent.\n", 40);
  pv_document *document =
      pv_document_from_bytes((pv_str){text, sizeof text}, "long.txt", NULL, &err);
  assert_non_null(grammar);
  assert_non_null(document);
  pv_analyze_options options = {.memory_limit = 1 << 18};
  assert_null(pv_analyze(document, grammar, &options, &err));
  assert_int_equal(err.code, PV_ERROR_LIMIT);
  assert_non_null(strstr(err.message, "memory allowed for a document; split it"));

  pv_report *report = pv_analyze(document, grammar, NULL, &err);
  assert_non_null(report);
  pv_report_free(report);
  pv_document_free(document);
  pv_grammar_free(grammar);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ends_a_document_that_takes_too_much_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
