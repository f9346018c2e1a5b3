#include <proviso/document.h>

#include "base/str.h"
#include "support/pvtest.h"

// The text of a Markdown document, and the same without its double blanks in what the test shows.
static void check(const char *markdown, const char *expected) {
  pv_read_options options = {.as = "md"};
  pv_error err = {0};
  pv_document *document = pv_document_from_bytes(pv_str_from(markdown), "t.md", &options, &err);
  assert_non_null(document);
  pv_str text = pv_document_text(document);
  assert_int_equal(text.size, strlen(markdown));
  assert_true(pv_str_equal(text, pv_str_from(expected)));
  pv_document_free(document);
}

static void blanks_headings_and_quotations(void **state) {
  (void)state;
  check("# Title\n\ntext", "  Title\n\ntext");
  check("## 1. Grant\r\ntext", "   1. Grant\r\ntext");
  check("> quoted", "  quoted");
  check("#1 is no heading", "#1 is no heading");
  check("item #2", "item #2");
}

static void blanks_pairs_of_emphasis(void **state) {
  (void)state;
  check("the \"**Territory**\" means", "the \"  Territory  \" means");
  check("*very* and __so__ `code`", " very  and   so    code ");
  check("***all***.", "   all   .");
  check("(the **\"Licensor\"**)", "(the   \"Licensor\"  )");
}

static void keeps_marks_that_have_no_partner(void **state) {
  (void)state;
  check("[***] percent", "[***] percent");
  check("*** percent (***%)", "*** percent (***%)");
  check("* bullet\n* bullet", "* bullet\n* bullet");
  check("snake_case_name", "snake_case_name");
  check("____ years", "____ years");
  check("**open\n\nclosed**", "**open\n\nclosed**");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(blanks_headings_and_quotations),
      cmocka_unit_test(blanks_pairs_of_emphasis),
      cmocka_unit_test(keeps_marks_that_have_no_partner),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
