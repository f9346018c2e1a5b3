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
  pv_error err = {0};
  assert_null(pv_reader_choose(PV_STR("x"), PV_STR("a.txt"), "spreadsheet", &err));
  assert_ptr_equal(strstr(err.message, "unknown format \"spreadsheet\": there are txt, md, "),
                   err.message);
}

static void refuses_other_formats_and_says_what_to_do(void **state) {
  (void)state;
  check("a.txt", PV_STR("%!PS-Adobe-3.0"), NULL,
        "a PostScript file, which is not read here: save it as text and try again");
  check("a.txt", PV_STR("\x1F\x8B\x08"), NULL,
        "a gzip archive, which is not read here: unpack it and try again");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(chooses_by_extension),
      cmocka_unit_test(takes_the_format_that_is_asked_for),
      cmocka_unit_test(refuses_other_formats_and_says_what_to_do),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
