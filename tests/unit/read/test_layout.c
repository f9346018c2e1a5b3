#include "base/str.h"
#include "read/layout.h"
#include "support/pvtest.h"

typedef struct {
  pv_arena *arena;
  pv_layout layout;
} made;

static made begin(uint32_t pages) {
  made m = {.arena = pv_arena_new(0)};
  m.layout.arena = m.arena;
  for (uint32_t i = 0; i < pages; i++) PV_PUSH(m.arena, &m.layout.heights, (int16_t)800);
  return m;
}

// A line of 10 points' height at `left` and `top`, as wide as its text at 5 points a letter.
static void add(made *m, uint32_t page, uint32_t block, int left, int top, const char *text) {
  pv_layout_line line = {.text = pv_str_from(text),
                         .box = {(int16_t)left, (int16_t)top,
                                 (int16_t)(left + 5 * (int)strlen(text)), (int16_t)(top + 10)},
                         .page = page,
                         .block = block};
  PV_PUSH(m->arena, &m->layout.lines, line);
}

static void check(made *m, const char *expected) {
  pv_reading reading = {.arena = m->arena, .diagnostics = {.arena = m->arena}};
  pv_builder builder;
  pv_error err = {0};
  pv_layout_drop_furniture(&m->layout);
  pv_builder_begin(&builder, &reading);
  pv_layout_write(&m->layout, &builder);
  if (!pv_builder_finish(&builder, &err)) fail_msg("%s", err.message);
  assert_string_equal(pv_str_copy(m->arena, reading.text).data, expected);
  pv_arena_free(m->arena);
}

static void joins_lines_and_divided_words(void **state) {
  (void)state;
  made m = begin(1);
  add(&m, 1, 1, 70, 200, "Maker grants Trader as its distri-");
  add(&m, 1, 1, 70, 212, "butor a non-");
  add(&m, 1, 1, 70, 224, "exclusive right.");
  add(&m, 1, 2, 70, 250, "Next.");
  check(&m, "Maker grants Trader as its distributor a non-exclusive right.\n\nNext.");
}

static void reads_columns_from_left_to_right(void **state) {
  (void)state;
  made m = begin(1);
  add(&m, 1, 1, 70, 180, "Terms");
  add(&m, 1, 2, 300, 200, "right above");
  add(&m, 1, 3, 70, 205, "left above");
  add(&m, 1, 3, 70, 300, "left below");
  add(&m, 1, 4, 300, 290, "right below");
  add(&m, 1, 5, 70, 400, "done");
  pv_layout_order(&m.layout);
  check(&m, "Terms\n\nleft above\n\nleft below\n\nright above\n\nright below\n\ndone");
}

static void begins_a_paragraph_where_one_is_seen(void **state) {
  (void)state;
  made m = begin(1);
  add(&m, 1, 1, 70, 200, "The first paragraph is as wide as it gets here");
  add(&m, 1, 1, 70, 212, "and ends.");
  add(&m, 1, 1, 90, 224, "The second one is indented and wide, as it is,");
  add(&m, 1, 1, 70, 260, "and the third one is far from it.");
  check(&m, "The first paragraph is as wide as it gets here and ends.\n\n"
            "The second one is indented and wide, as it is,\n\nand the third one is far from it.");
}

static void drops_what_pages_repeat_at_their_edges(void **state) {
  (void)state;
  made m = begin(4);
  for (uint32_t page = 1; page <= 4; page++) {
    char footer[32], text[32];
    snprintf(footer, sizeof footer, "Draft 3, page %u of 4", page);
    snprintf(text, sizeof text, "Text %u.", page);
    add(&m, page, 3 * page, 70, 30, "SUPPLY TERMS");
    add(&m, page, 3 * page + 1, 70, 400, pv_str_copy(m.arena, pv_str_from(text)).data);
    add(&m, page, 3 * page + 2, 70, 770, pv_str_copy(m.arena, pv_str_from(footer)).data);
  }
  check(&m, "Text 1.\n\nText 2.\n\nText 3.\n\nText 4.");
}

static void keeps_what_stands_at_an_edge_once(void **state) {
  (void)state;
  made m = begin(2);
  add(&m, 1, 1, 70, 30, "SUPPLY TERMS");
  add(&m, 1, 2, 70, 400, "7");
  add(&m, 1, 3, 280, 770, "- 1 -");
  add(&m, 2, 4, 70, 30, "Text");
  check(&m, "SUPPLY TERMS\n\n7\n\nText");
}

static void goes_on_behind_a_page(void **state) {
  (void)state;
  made m = begin(2);
  add(&m, 1, 1, 70, 600, "Maker grants Trader, within the territory, an");
  add(&m, 1, 2, 300, 750, "1");
  add(&m, 2, 3, 70, 120, "exclusive right to sell");
  add(&m, 2, 4, 70, 200, "a. Products and");
  add(&m, 2, 5, 70, 250, "Services");
  check(&m, "Maker grants Trader, within the territory, an exclusive right to sell\n\n"
            "a. Products and\n\nServices");
}

static void keeps_the_numbers_of_rows(void **state) {
  (void)state;
  static const char *const numbers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
  made m = begin(1);
  for (int i = 0; i < 10; i++) add(&m, 1, 1, 70, 300 + 12 * i, numbers[i]);
  for (int i = 0; i < 3; i++) add(&m, 1, 2, 70, 200 + 12 * i, "Text");
  check(&m, "1 2 3 4 5 6 7 8 9 10\n\nText Text Text");
}

static void drops_the_numbers_of_lines(void **state) {
  (void)state;
  static const char *const numbers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"};
  made m = begin(1);
  for (int i = 0; i < 11; i++) add(&m, 1, 1, 20, 200 + 12 * i, numbers[i]);
  add(&m, 1, 2, 70, 200, "Text");
  check(&m, "Text");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(joins_lines_and_divided_words),
      cmocka_unit_test(reads_columns_from_left_to_right),
      cmocka_unit_test(begins_a_paragraph_where_one_is_seen),
      cmocka_unit_test(drops_what_pages_repeat_at_their_edges),
      cmocka_unit_test(keeps_what_stands_at_an_edge_once),
      cmocka_unit_test(goes_on_behind_a_page),
      cmocka_unit_test(keeps_the_numbers_of_rows),
      cmocka_unit_test(drops_the_numbers_of_lines),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
