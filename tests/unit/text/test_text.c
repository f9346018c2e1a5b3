#include "base/str.h"
#include "support/pvtest.h"
#include "text/text.h"

static const pv_text *read(pv_arena *arena, const char *bytes, pv_diagnostics *diagnostics) {
  *diagnostics = (pv_diagnostics){.arena = arena};
  return pv_text_read(arena, pv_str_from(bytes), pv_vocabulary_new(arena), diagnostics);
}

static void tells_lines_and_columns(void **state) {
  (void)state;
  static const struct {
    uint32_t offset, line, column;
  } cases[] = {{0, 1, 1}, {1, 1, 2}, {3, 1, 3}, {4, 2, 1}, {5, 3, 1}, {6, 3, 2}};
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics;
  const pv_text *text = read(arena, "a\u00e9\n\nb", &diagnostics);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint32_t line, column;
    pv_text_place(text, cases[i].offset, &line, &column);
    assert_int_equal(line, cases[i].line);
    assert_int_equal(column, cases[i].column);
  }
  pv_arena_free(arena);
}

static void finds_the_sentence_of_a_token(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics;
  const pv_text *text = read(arena, "It pays. It ships.", &diagnostics);
  assert_int_equal(pv_text_sentence_at(text, 0), 0);
  assert_int_equal(pv_text_sentence_at(text, 2), 0);
  assert_int_equal(pv_text_sentence_at(text, 3), 1);
  assert_int_equal(pv_text_sentence_at(text, 6), PV_NO_SENTENCE);
  pv_arena_free(arena);
}

static void reads_nothing_from_nothing(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics;
  const pv_text *text = read(arena, " \n\n ", &diagnostics);
  assert_int_equal(text->tokens.count, 0);
  assert_int_equal(text->sentences.count, 0);
  assert_int_equal(text->sections.count, 1);
  assert_int_equal(text->line_count, 3);
  pv_arena_free(arena);
}

static void says_what_is_in_another_language(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics;
  read(arena, "\u6df1\u5733\n\n\u5e02\u516c\n\nIt pays.\n\n\u6df1\u5733", &diagnostics);
  assert_int_equal(diagnostics.count, 2);
  assert_int_equal(diagnostics.items[0].id, PV_DIAGNOSTIC_OTHER_LANGUAGE);
  assert_int_equal(diagnostics.items[0].at.start, 0);
  assert_int_equal(diagnostics.items[0].at.end, 14);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(tells_lines_and_columns),
      cmocka_unit_test(finds_the_sentence_of_a_token),
      cmocka_unit_test(reads_nothing_from_nothing),
      cmocka_unit_test(says_what_is_in_another_language),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
