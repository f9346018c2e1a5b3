#include "base/str.h"
#include "read/pdf_output.h"
#include "support/pvtest.h"

typedef bool parser(pv_layout *layout, pv_str output, pv_error *err);

// Each line as "page/block left,top,right,bottom text".
static void check(parser *parse, const char *output, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_layout layout = {.arena = arena};
  pv_error err = {0};
  pv_buffer found = {.arena = arena};
  if (!parse(&layout, pv_str_copy(arena, pv_str_from(output)), &err)) fail_msg("%s", err.message);
  for (size_t i = 0; i < layout.lines.count; i++) {
    const pv_layout_line *line = &layout.lines.items[i];
    pv_buffer_printf(&found, "%u/%u %d,%d,%d,%d " PV_STR_FMT "\n", line->page, line->block,
                     line->box[0], line->box[1], line->box[2], line->box[3],
                     PV_STR_ARG(line->text));
  }
  pv_buffer_printf(&found, "%zu pages", layout.heights.count);
  assert_string_equal(pv_str_copy(arena, pv_buffer_str(&found)).data, expected);
  pv_arena_free(arena);
}

static void reads_words_in_boxes(void **state) {
  (void)state;
  check(pv_pdf_parse_boxes,
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><doc>"
        "<page width=\"612.0\" height=\"792.0\"><flow><block>"
        "<line xMin=\"72.5\" yMin=\"80\" xMax=\"99999\" yMax=\"92.9\"><word>Maker</word>\n"
        "<word>grants\f</word></line><line xMin=\"-3\"><word></word></line></block></flow></page>"
        "<page height=\"792.0\"/></doc></body></html>",
        "1/1 72,80,32767,92 Maker grants\n2 pages");
}

static void reads_characters_in_boxes(void **state) {
  (void)state;
  check(pv_pdf_parse_characters,
        "<?xml version=\"1.0\"?><document name=\"x\"><page id=\"page1\" height=\"792\">"
        "<block bbox=\"1 2 3 4\"><line bbox=\"72.024 38.04 -4.5 49.080007\" wmode=\"0\"><font>"
        "<char c=\"5\"/><char c=\"&#x25;\"/></font><font><char c=\" \"/><char c=\"&lt;\"/></font>"
        "</line></block><block><line><font><char/></font></line></block></page></document>",
        "1/1 72,38,0,49 5% <\n1 pages");
}

static void tells_output_that_is_none(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_layout layout = {.arena = arena};
  pv_error err = {0};
  assert_false(pv_pdf_parse_characters(&layout, pv_str_copy(arena, PV_STR("no xml")), &err));
  assert_int_equal(err.code, PV_ERROR_FORMAT);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_words_in_boxes),
      cmocka_unit_test(reads_characters_in_boxes),
      cmocka_unit_test(tells_output_that_is_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
