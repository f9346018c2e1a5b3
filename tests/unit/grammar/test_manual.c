// The examples of docs/grammar.md: blocks of an expression and sentences.
#include "base/str.h"
#include "grammar/grammar.h"
#include "match/match.h"
#include "support/grammar_text.h"
#include "support/pvtest.h"

enum { MANUAL_SIZE = 1 << 20 };

typedef struct {
  pv_arena *arena;
  pv_str declarations; // so far
  pv_str rest;         // of the manual
  size_t examples;
} manual;

static pv_str read_manual(pv_arena *arena) {
  FILE *file = fopen("docs/grammar.md", "rb");
  assert_non_null(file);
  char *text = pv_arena_alloc(arena, MANUAL_SIZE);
  size_t size = fread(text, 1, MANUAL_SIZE, file);
  (void)fclose(file);
  return (pv_str){text, size};
}

static pv_str next_line(manual *m) {
  const char *end = memchr(m->rest.data, '\n', m->rest.size);
  size_t size = end ? (size_t)(end - m->rest.data) : m->rest.size;
  pv_str line = {m->rest.data, size};
  m->rest = (pv_str){m->rest.data + size, m->rest.size - size};
  if (m->rest.size) m->rest.data++, m->rest.size--;
  return line;
}

// The sentence without its marks; `hit` is what stood between them.
static pv_str unmarked(pv_arena *arena, pv_str line, pv_span *hit) {
  static const char open[] = "«", close[] = "»"; // two bytes each
  char *text = pv_arena_alloc(arena, line.size);
  size_t size = 0;
  for (size_t i = 0; i < line.size; i++) {
    bool opens = i + 1 < line.size && memcmp(line.data + i, open, 2) == 0;
    bool closes = i + 1 < line.size && memcmp(line.data + i, close, 2) == 0;
    if (opens) hit->start = (uint32_t)size;
    if (closes) hit->end = (uint32_t)size;
    if (opens || closes)
      i++;
    else
      text[size++] = line.data[i];
  }
  return (pv_str){text, size};
}

static void check_sentence(manual *m, const pv_grammar *grammar, pv_str expression, pv_str line) {
  pv_arena *arena = m->arena;
  pv_span expected = {0, 0}, got = {0, 0};
  pv_str sentence = unmarked(arena, (pv_str){line.data + 2, line.size - 2}, &expected);
  pv_diagnostics diagnostics = {.arena = arena};
  const pv_text *text = pv_text_read(arena, sentence, grammar->vocabulary, &diagnostics);
  pv_annotations annotations = pv_annotations_of_values(arena, pv_values_read(arena, text));
  pv_matcher *matcher = pv_matcher_new(grammar);
  pv_matches matches =
      pv_match_phase(matcher, arena, text, annotations, PV_PHASE_CLAUSE, &diagnostics);
  if (matches.count) got = pv_text_span(text, matches.items[0].first, matches.items[0].end);
  pv_matcher_free(matcher);
  if (got.start != expected.start || got.end != expected.end)
    fail_msg(PV_STR_FMT " in \"" PV_STR_FMT "\": hit \"" PV_STR_FMT "\"", PV_STR_ARG(expression),
             PV_STR_ARG(line), PV_STR_ARG(pv_str_slice(sentence, got)));
  m->examples++;
}

static void check_block(manual *m) {
  pv_error err = {0};
  pv_str expression = next_line(m);
  pv_str match = pv_str_printf(m->arena, "<match>" PV_STR_FMT "</match>", PV_STR_ARG(expression));
  pv_grammar *grammar = pv_grammar_load_text(
      "manual", pv_test_grammar(m->arena, m->declarations.data, match.data), &err);
  if (!grammar) fail_msg(PV_STR_FMT ": %s", PV_STR_ARG(expression), err.message);
  for (pv_str line = next_line(m); !pv_str_starts_with(line, PV_STR("```")); line = next_line(m))
    check_sentence(m, grammar, expression, line);
  pv_grammar_free(grammar);
}

static void add_declarations(manual *m) {
  for (pv_str line = next_line(m); !pv_str_starts_with(line, PV_STR("```")); line = next_line(m))
    m->declarations = pv_str_printf(m->arena, PV_STR_FMT PV_STR_FMT, PV_STR_ARG(m->declarations),
                                    PV_STR_ARG(line));
}

static void does_what_the_manual_says(void **state) {
  (void)state;
  manual m = {.arena = pv_arena_new(0), .declarations = PV_STR("")};
  m.rest = read_manual(m.arena);
  while (m.rest.size) {
    pv_str line = next_line(&m);
    if (pv_str_equal(line, PV_STR("```expression"))) check_block(&m);
    if (pv_str_equal(line, PV_STR("```declarations"))) add_declarations(&m);
  }
  assert_true(m.examples > 40);
  pv_arena_free(m.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(does_what_the_manual_says)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
