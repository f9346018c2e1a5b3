#include <stdlib.h>

#include "support/pvtest.h"
#include "write/place.h"

static const char bytes[] = "one\ntw\xC3\xB6 \xE2\x80\x9Cthree\xE2\x80\x9D\n\nfour";
static const uint32_t lines[] = {0, 4, 21, 22};
static const pv_text text = {.bytes = {bytes, sizeof bytes - 1}, .lines = lines, .line_count = 4};

// Counted from the start of the text.
static void expect(uint32_t offset, uint32_t *line, uint32_t *column) {
  *line = *column = 1;
  for (uint32_t i = 0; i < offset; i++) {
    if (bytes[i] == '\n')
      ++*line, *column = 1;
    else
      *column += ((unsigned char)bytes[i] & 0xC0) != 0x80;
  }
}

static void finds_places_in_any_order(void **state) {
  (void)state;
  pv_placer placer = {.text = &text};
  uint32_t seed = 7;
  for (int i = 0; i < 2000; i++) {
    seed = seed * 1664525 + 1013904223;
    uint32_t offset = (seed >> 8) % sizeof bytes, line, column, want_line, want_column;
    pv_placer_find(&placer, offset, &line, &column);
    expect(offset, &want_line, &want_column);
    assert_int_equal(line, want_line);
    assert_int_equal(column, want_column);
  }
}

static void survives_offsets_behind_the_end(void **state) {
  (void)state;
  pv_placer placer = {.text = &text};
  uint32_t line, column;
  pv_placer_find(&placer, 1000, &line, &column);
  assert_int_equal(line, 4);
  assert_int_equal(column, 5);
  pv_placer_find(&(pv_placer){0}, 1000, &line, &column);
  assert_int_equal(line, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_places_in_any_order),
      cmocka_unit_test(survives_offsets_behind_the_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
