#include "base/str.h"
#include "base/utf8.h"
#include "support/pvtest.h"

static void check_valid(const char *text, size_t expected) {
  assert_int_equal(pv_utf8_valid(pv_str_from(text)), expected);
}

static void accepts_text(void **state) {
  (void)state;
  check_valid("", 0);
  check_valid("plain", 5);
  check_valid("\xC3\xA9t\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x96\x8B", 14);
  check_valid("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF\xC2\x80\xE0\xA0\x80\xF0\x90\x80\x80", 19);
}

static void stops_at_bytes_that_are_no_text(void **state) {
  (void)state;
  check_valid("ab\xFF", 2);
  check_valid("ab\x80", 2);
  check_valid("ab\xC3", 2);
  check_valid("ab\xE2\x82", 2);
  check_valid("ab\xC3(", 2);
  check_valid("ab\xC0\xAF", 2);
  check_valid("ab\xE0\x9F\xBF", 2);
  check_valid("ab\xF0\x8F\xBF\xBF", 2);
  check_valid("ab\xED\xA0\x80", 2);
  check_valid("ab\xF4\x90\x80\x80", 2);
  check_valid("ab\xF5\x80\x80\x80", 2);
}

static void finds_a_bad_byte_at_every_place_of_a_long_text(void **state) {
  (void)state;
  char text[100];
  for (size_t i = 0; i < sizeof text; i++) {
    memset(text, 'x', sizeof text);
    text[i] = '\xFF';
    assert_int_equal(pv_utf8_valid((pv_str){text, sizeof text}), i);
    assert_int_equal(pv_utf8_ascii((pv_str){text, sizeof text}, 0), i);
    assert_int_equal(pv_utf8_ascii((pv_str){text, sizeof text}, i / 2), i - i / 2);
  }
}

static void counts_characters(void **state) {
  (void)state;
  assert_int_equal(pv_utf8_count(PV_STR("")), 0);
  assert_int_equal(pv_utf8_count(PV_STR("abc")), 3);
  assert_int_equal(pv_utf8_count(PV_STR("\xC3\xA9t\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x96\x8B")), 7);
  assert_int_equal(pv_utf8_count(PV_STR("a long line of \xE2\x80\x9Cquoted\xE2\x80\x9D words")),
                   29);
}

static void writes_what_it_reads(void **state) {
  (void)state;
  static const uint32_t codepoints[] = {0,     'a',    0x7F,    0x80,    0x7FF,
                                        0x800, 0xFFFD, 0x10000, 0x10FFFF};
  for (size_t i = 0; i < sizeof codepoints / sizeof *codepoints; i++) {
    char out[4];
    size_t size = pv_utf8_put(codepoints[i], out);
    assert_int_equal(pv_utf8_size((pv_str){out, size}, 0), size);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(accepts_text),
      cmocka_unit_test(stops_at_bytes_that_are_no_text),
      cmocka_unit_test(finds_a_bad_byte_at_every_place_of_a_long_text),
      cmocka_unit_test(counts_characters),
      cmocka_unit_test(writes_what_it_reads),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
