#include <stdlib.h>

#include "base/str.h"
#include "read/document.h"
#include "read/reader.h"
#include "support/check_text.h"
#include "support/made_ole.h"
#include "support/pvtest.h"

static void check_row(pv_str bytes, const char *name) {
  pv_error err = {0};
  const pv_reader *reader = pv_reader_choose(bytes, PV_STR("a.bin"), NULL, &err);
  if (!reader) fail_msg("%s", err.message);
  assert_string_equal(reader->name, name);
}

static void knows_word_files_by_their_streams(void **state) {
  (void)state;
  size_t size;
  char *bytes = pv_made_ole(
      (const pv_made_stream[]){{"ObjectPool", -1, {NULL, 0}}, {"WordDocument", -1, {"", 0}}}, 2,
      &size);
  check_row((pv_str){bytes, size}, "doc");
  free(bytes);
  check_row(PV_STR("\xDB\xA5\x2D\0\x31\x40"), "doc");
  bytes = pv_made_ole((const pv_made_stream[]){{"EncryptedPackage", -1, {"", 0}}}, 1, &size);
  pv_check_refused((pv_str){bytes, size}, NULL, PV_ERROR_ENCRYPTED, "without a password");
  free(bytes);
  bytes = pv_made_ole((const pv_made_stream[]){{"Workbook", -1, {"", 0}}}, 1, &size);
  pv_check_refused((pv_str){bytes, size}, NULL, PV_ERROR_FORMAT, "old Office program");
  free(bytes);
}

// catdoc hands on what is text already, so its lines can be tested without a Word file.
static void makes_lines_paragraphs(void **state) {
  (void)state;
  setenv("LC_ALL", "C.UTF-8", 1);
  if (system("command -v catdoc > /dev/null")) skip();
  pv_read_options options = {.as = "doc"};
  pv_check_text(PV_STR("Maker grants.\nSecond\tcell\n\nThird\n"), &options,
                "Maker grants.\n\nSecond\tcell\n\nThird",
                "read by catdoc, which knows no numbers of lists and no tracked changes; save the "
                "file as docx to have them");
}

static void says_what_is_missing(void **state) {
  (void)state;
  char *path = getenv("PATH") ? strdup(getenv("PATH")) : NULL;
  setenv("PATH", "/nowhere", 1);
  pv_check_refused(PV_STR("Text\n"), &(pv_read_options){.as = "doc"}, PV_ERROR_FORMAT,
                   "Debian: catdoc");
  if (path) setenv("PATH", path, 1);
  free(path);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_word_files_by_their_streams),
      cmocka_unit_test(makes_lines_paragraphs),
      cmocka_unit_test(says_what_is_missing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
