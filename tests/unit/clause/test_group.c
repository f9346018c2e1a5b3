#include "base/str.h"
#include "clause/group.h"
#include "support/pvtest.h"

// In `Duty` a rule finds each duty, another one its object; `Limit` stands in duties or elsewhere.
static const char grammar_text[] =
    "<grammar xmlns='urn:proviso-grammar:1' id='t' version='1.0.0' engine='1' xml:lang='en'>"
    "<frame id='Duty' family='care' kinds='duty' conflict='all'/>"
    "<frame id='Limit' family='care' kinds='limit' conflict='absorb' into='Duty'/>"
    "<frame id='Paper' family='care' kinds='paper'/>"
    "<frame id='Aside' kinds='aside'/>"
    "<phase name='clause'>"
    "<rule id='D' emits='Duty' kind='duty' status='draft' score='60'>"
    "<match>shall keep #alpha (except #alpha+)?</match></rule>"
    "<rule id='K' emits='Duty' kind='duty' status='draft' score='70'>"
    "<match>keep [logs | books]</match></rule>"
    "<rule id='E' emits='Limit' kind='limit' status='draft'><match>except</match></rule>"
    "<rule id='P' emits='Paper' kind='paper' status='draft'><match>[logs | books]</match></rule>"
    "<rule id='A' emits='Aside' status='draft'><match>keep</match></rule>"
    "</phase></grammar>";

// The groups of `sentence`: "[rule hit, …] in [first hit of the parent]", with " | " between them.
static pv_str print_groups(pv_arena *arena, const pv_text *text, pv_match_groups groups) {
  pv_str all = PV_STR("");
  for (size_t i = 0; i < groups.count; i++) {
    const pv_match_group *group = &groups.items[i];
    all = pv_str_printf(arena, PV_STR_FMT "%s", PV_STR_ARG(all), i ? " | " : "");
    for (size_t k = 0; k < group->count; k++) {
      const pv_match *match = group->items[k];
      pv_str hit = pv_str_slice(text->bytes, pv_text_span(text, match->first, match->end));
      all = pv_str_printf(arena, PV_STR_FMT "%s" PV_STR_FMT " " PV_STR_FMT, PV_STR_ARG(all),
                          k ? ", " : "", PV_STR_ARG(match->rule->id), PV_STR_ARG(hit));
    }
    if (!group->parent) continue;
    size_t number = (size_t)(group->parent - groups.items) + 1;
    all = pv_str_printf(arena, PV_STR_FMT " in %zu", PV_STR_ARG(all), number);
  }
  return all;
}

static void check(const char *sentence, const char *expected) {
  pv_error err = {0};
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics = {.arena = arena};
  pv_grammar *grammar = pv_grammar_load_text("t", pv_str_from(grammar_text), &err);
  if (!grammar) fail_msg("%s", err.message);
  const pv_text *text =
      pv_text_read(arena, pv_str_from(sentence), grammar->vocabulary, &diagnostics);
  pv_matcher *matcher = pv_matcher_new(grammar);
  pv_matches matches =
      pv_match_phase(matcher, arena, text, (pv_annotations){0}, PV_PHASE_CLAUSE, &diagnostics);
  pv_str got = print_groups(arena, text, pv_match_groups_make(arena, matches));
  assert_string_equal(pv_str_copy(arena, got).data, expected);
  pv_matcher_free(matcher);
  pv_grammar_free(grammar);
  pv_arena_free(arena);
}

static void makes_one_clause_of_a_frame_in_a_sentence(void **state) {
  (void)state;
  check("Logs and books are here.", "P Logs, P books");
  check("Logs are here. Books are there.", "P Logs | P Books");
  check("We keep them.", "");
}

static void keeps_all_hits_that_share_no_words(void **state) {
  (void)state;
  check("Host shall keep notes, and shall keep drafts.",
        "D shall keep notes | D shall keep drafts");
  check("Host shall keep logs, and shall keep notes.",
        "K keep logs, D shall keep logs | D shall keep notes | P logs");
}

static void absorbs_what_stands_in_a_hit_of_the_other_frame(void **state) {
  (void)state;
  check("Host shall keep notes, and shall keep lists except drafts.",
        "D shall keep notes | D shall keep lists except drafts | E except in 2");
  check("Host shall keep notes, except drafts.", "D shall keep notes | E except");
  check("Host shall keep lists except drafts, and shall keep notes except these, except there.",
        "D shall keep lists except drafts | D shall keep notes except these | E except in 1 | "
        "E except in 2 | E except");
  check("All is well except this.", "E except");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(makes_one_clause_of_a_frame_in_a_sentence),
      cmocka_unit_test(keeps_all_hits_that_share_no_words),
      cmocka_unit_test(absorbs_what_stands_in_a_hit_of_the_other_frame),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
