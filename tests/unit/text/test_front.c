// The head of a document line by line: each line, and lines that may be one title.
#include "base/str.h"
#include "support/pvtest.h"
#include "text/text.h"

enum { SIZE = 2048 };

// Checks the lines of the front, "|" between them.
static void check(const char *bytes, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics = {.arena = arena};
  const pv_text *text =
      pv_text_read(arena, pv_str_from(bytes), pv_vocabulary_new(arena), &diagnostics);
  const pv_text *front = pv_text_front(arena, text);
  char got[SIZE] = "";
  size_t used = 0;
  for (size_t i = 0; i < front->sentences.count; i++) {
    const pv_sentence *line = &front->sentences.items[i];
    pv_str words = pv_str_slice(text->bytes, pv_text_span(text, line->first, line->end));
    used += (size_t)snprintf(got + used, sizeof got - used, "%s" PV_STR_FMT, i ? "|" : "",
                             PV_STR_ARG(words));
  }
  assert_string_equal(got, expected);
  pv_arena_free(arena);
}

static void cuts_at_the_ends_of_lines(void **state) {
  (void)state;
  check("Exhibit 10.4\n\nSUPPLY AGREEMENT\n\nMeridia sells cups.",
        "Exhibit 10.4|SUPPLY AGREEMENT|Meridia sells cups.");
}

static void joins_lines_that_go_on(void **state) {
  (void)state;
  check("AMENDMENT TO\nSUPPLY AGREEMENT\n\nMeridia sells cups.",
        "AMENDMENT TO\nSUPPLY AGREEMENT|AMENDMENT TO|SUPPLY AGREEMENT|Meridia sells cups.");
  check("SOFTWARE HOSTING\nAGREEMENT\n\nMeridia sells cups.",
        "SOFTWARE HOSTING\nAGREEMENT|SOFTWARE HOSTING|AGREEMENT|Meridia sells cups.");
}

static void cuts_at_wide_gaps(void **state) {
  (void)state;
  check("Exhibit 10.4          SUPPLY AGREEMENT", "Exhibit 10.4|SUPPLY AGREEMENT");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cuts_at_the_ends_of_lines),
      cmocka_unit_test(joins_lines_that_go_on),
      cmocka_unit_test(cuts_at_wide_gaps),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
