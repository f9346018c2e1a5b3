#include "base/str.h"
#include "read/reader.h"
#include "support/pvtest.h"

static void check(const char *path, pv_str bytes, const char *as, const char *expected) {
  pv_error err = {0};
  const pv_reader *reader = pv_reader_choose(bytes, pv_str_from(path), as, &err);
  assert_string_equal(reader ? reader->name : err.message, expected);
}

static void chooses_by_extension(void **state) {
  (void)state;
  check("a/terms.txt", PV_STR("x"), NULL, "txt");
  check("a/terms.md", PV_STR("x"), NULL, "md");
  check("a/TERMS.MD", PV_STR("x"), NULL, "md");
  check("a/terms", PV_STR("x"), NULL, "txt");
  check("md", PV_STR("x"), NULL, "txt");
  check("-", PV_STR("x"), NULL, "txt");
}

static void takes_the_format_that_is_asked_for(void **state) {
  (void)state;
  check("a.txt", PV_STR("x"), "md", "md");
  check("a.html", PV_STR("<html>"), "txt", "txt");
  check("a.txt", PV_STR("x"), "tex", "unknown format \"tex\", did you mean \"txt\"?");
  check("a.txt", PV_STR("x"), "spreadsheet", "unknown format \"spreadsheet\": txt and md are read");
}

static void refuses_other_formats_and_says_what_to_do(void **state) {
  (void)state;
  check("a.txt", PV_STR("%PDF-1.4"), NULL,
        "a PDF; proviso reads text and Markdown: save it as text and try again");
  check("a.txt", PV_STR("PK\3\4"), NULL,
        "a zip archive; proviso reads text and Markdown: unpack it and try again");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(chooses_by_extension),
      cmocka_unit_test(takes_the_format_that_is_asked_for),
      cmocka_unit_test(refuses_other_formats_and_says_what_to_do),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
