#include "base/str.h"
#include "grammar/lint.h"
#include "support/pvtest.h"

static void warns_with_a_place(void **state) {
  (void)state;
  static const struct {
    const char *id;
    uint32_t line, column;
  } expected[] = {{"L08", 2, 39},  {"L09", 3, 14},  {"L02", 11, 14}, {"L10", 20, 30},
                  {"L06", 12, 23}, {"L01", 13, 14}, {"L07", 17, 74}};
  pv_arena *arena = pv_arena_new(0);
  pv_warnings warnings = {.arena = arena};
  pv_load_watch watch = {.done = pv_lint_run, .context = &warnings};
  const char *path = "tests/cli/files/weak.xml";
  pv_grammar *grammar = pv_grammar_load_watched(&path, 1, NULL, NULL, &watch);
  assert_non_null(grammar);
  assert_int_equal(warnings.items.count, sizeof expected / sizeof *expected);
  for (size_t i = 0; i < warnings.items.count; i++) {
    assert_string_equal(warnings.items.items[i].id, expected[i].id);
    assert_int_equal(warnings.items.items[i].line, expected[i].line);
    assert_int_equal(warnings.items.items[i].column, expected[i].column);
    assert_true(pv_str_equal(warnings.items.items[i].file, pv_str_from(path)));
  }
  pv_grammar_free(grammar);
  pv_arena_free(arena);
}

static void heeds_notes_that_start_with_an_id(void **state) {
  (void)state;
  static const struct {
    const char *note, *id;
    bool is_meant;
  } table[] = {{"L05: every sentence may say so", "L05", true},
               {"L05 L06: both are meant", "L06", true},
               {"L05: not L06", "L06", false},
               {"See L05", "L05", false},
               {"", "L05", false}};
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    pv_rule rule = {.note = pv_str_from(table[i].note)};
    assert_int_equal(pv_lint_is_meant(&rule, table[i].id), table[i].is_meant);
  }
  assert_false(pv_lint_is_meant(NULL, "L05"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(warns_with_a_place),
      cmocka_unit_test(heeds_notes_that_start_with_an_id),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
