#include <stdlib.h>

#include "base/str.h"
#include "support/collect.h"
#include "support/pvtest.h"
#include "write/page.h"

static char bytes[PV_OUTPUT_SIZE];

static void check_clean(pv_str text, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_str got = pv_display_clean(arena, text);
  assert_int_equal(got.size, strlen(expected));
  assert_memory_equal(got.data, expected, got.size);
  pv_arena_free(arena);
}

static void cleans_text(void **state) {
  (void)state;
  check_clean(PV_STR(""), "");
  check_clean(PV_STR("  a \t\n b\xC2\xA0\xC2\xA0 c  "), "a b c");
  check_clean(PV_STR("a\033[31mb\x7F"), "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD");
  // NOLINTNEXTLINE(misc-misleading-bidirectional)
  check_clean(PV_STR("a\xE2\x80\xAE"
                     "b\xC2\x9B"),
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD");
  check_clean(PV_STR("a\xFF"
                     "b"),
              "a\xEF\xBF\xBD"
              "b");
}

static void keeps_the_spaces_of_paths(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  assert_true(pv_str_equal(pv_display_path(arena, PV_STR("a  b .txt")), PV_STR("a  b .txt")));
  assert_true(pv_str_equal(pv_display_path(arena, PV_STR("a\nb")), PV_STR("a\xEF\xBF\xBD"
                                                                          "b")));
  pv_arena_free(arena);
}

static void check_cut(const char *text, size_t width, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_str got = pv_display_cut(arena, pv_str_from(text), width);
  assert_true(pv_str_equal(got, pv_str_from(expected)));
  assert_true(pv_display_width(got) <= width);
  pv_arena_free(arena);
}

static void cuts_between_words(void **state) {
  (void)state;
  check_cut("one two three", 13, "one two three");
  check_cut("one two three", 12, "one two …");
  check_cut("one two three", 9, "one two …");
  check_cut("one two three", 8, "one …");
  check_cut("onetwothree", 8, "onetwo …");
  check_cut("契約の条項について", 10, "契約の条 …");
}

static void measures_columns(void **state) {
  (void)state;
  assert_int_equal(pv_display_width(PV_STR("abc")), 3);
  assert_int_equal(pv_display_width(PV_STR("e\xCC\x81")), 1);
  assert_int_equal(pv_display_width(PV_STR("契約")), 4);
  assert_int_equal(pv_display_fit(PV_STR("契約"), 3), 3);
}

static void check_wrap(const char *before, const char *text, size_t indent, size_t end,
                       const char *expected) {
  pv_collected got = {0};
  pv_output output = {.sink = pv_collect(&got), .bytes = bytes};
  pv_page page = {.output = &output, .width = end};
  pv_page_put(&page, PV_STYLE_PLAIN, pv_str_from(before));
  pv_page_wrap(&page, PV_STYLE_PLAIN, pv_str_from(text), indent, end);
  pv_page_end_line(&page);
  pv_output_flush(&output);
  assert_string_equal(got.bytes, expected);
  free(got.bytes);
}

static void wraps_under_itself(void **state) {
  (void)state;
  check_wrap("", "one two three", 0, 8, "one two\nthree\n");
  check_wrap("a: ", "one two three", 3, 10, "a: one two\n   three\n");
  check_wrap("a: ", "one two three", 3, 9, "a: one\n   two\n   three\n");
  check_wrap("a: ", "onetwothree", 3, 8, "a: onetw\n   othre\n   e\n");
  check_wrap("a long label: ", "one", 2, 15, "a long label: \n  one\n");
  check_wrap("", "", 0, 8, "\n");
}

static void paints_only_if_wanted(void **state) {
  (void)state;
  pv_collected got = {0};
  pv_output output = {.sink = pv_collect(&got), .bytes = bytes};
  pv_page page = {.output = &output, .width = 80, .color = true};
  pv_page_put(&page, PV_STYLE_RED, PV_STR("high"));
  pv_page_go_to(&page, 6);
  page.color = false;
  pv_page_put(&page, PV_STYLE_RED, PV_STR("high"));
  pv_page_put_number(&page, PV_STYLE_DIM, 12);
  pv_output_flush(&output);
  assert_string_equal(got.bytes, "\033[31mhigh\033[0m  high12");
  free(got.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cleans_text),        cmocka_unit_test(keeps_the_spaces_of_paths),
      cmocka_unit_test(cuts_between_words), cmocka_unit_test(measures_columns),
      cmocka_unit_test(wraps_under_itself), cmocka_unit_test(paints_only_if_wanted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
