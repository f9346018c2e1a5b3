#include "base/str.h"
#include "read/sniff.h"
#include "support/pvtest.h"

static void check(pv_str bytes, const char *expected) {
  const pv_foreign *foreign = pv_sniff_foreign(bytes);
  assert_string_equal(foreign ? foreign->looks_like : "text", expected);
}

static void names_formats_by_their_first_bytes(void **state) {
  (void)state;
  check(PV_STR("%!PS-Adobe-3.0\n"), "a PostScript file");
  check(PV_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "a file of an old Office program (OLE)");
  check(PV_STR("\x1F\x8B\x08"), "a gzip archive");
  check(PV_STR("\x89PNG\r\n"), "an image (PNG)");
  check(PV_STR("\xFF\xD8\xFF\xE0"), "an image (JPEG)");
}

static void names_marked_up_text(void **state) {
  (void)state;
  check(PV_STR("<?xml version='1.0'?><agreement/>"), "an XML file");
}

static void takes_text_for_text(void **state) {
  (void)state;
  check(PV_STR(""), "text");
  check(PV_STR("P"), "text");
  check(PV_STR("LICENSE AGREEMENT"), "text");
  check(PV_STR("From time to time the parties may agree"), "text");
  check(PV_STR("<PAGE>\nSECTION 1. The page is written in html or not"), "text");
  check(PV_STR("BZhang Limited and others"), "text");
  check(PV_STR("MM and II are the parties"), "text");
}

static void tells_binaries_by_control_characters(void **state) {
  (void)state;
  assert_false(pv_sniff_is_binary(PV_STR("")));
  assert_false(pv_sniff_is_binary(PV_STR("1.\tTerm\r\n\f2.\tTerritory\x1A")));
  assert_false(pv_sniff_is_binary(PV_STR("one \0 in a text")));
  assert_true(pv_sniff_is_binary(PV_STR("\1\2\3\4 and so on")));
  char late[10000];
  memset(late, 'x', sizeof late);
  memset(late + 9000, '\0', 8);
  assert_false(pv_sniff_is_binary((pv_str){late, sizeof late}));
  memset(late + 9000, '\0', 20);
  assert_true(pv_sniff_is_binary((pv_str){late, sizeof late}));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_formats_by_their_first_bytes),
      cmocka_unit_test(names_marked_up_text),
      cmocka_unit_test(takes_text_for_text),
      cmocka_unit_test(tells_binaries_by_control_characters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
