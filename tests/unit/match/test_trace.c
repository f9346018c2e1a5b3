#include "base/str.h"
#include "match/trace.h"
#include "support/grammar_text.h"
#include "support/handmade.h"
#include "support/pvtest.h"

static pv_str quote(const pv_text *text, uint32_t first, uint32_t end) {
  return pv_str_slice(text->bytes, pv_text_span(text, first, end));
}

static void print_miss(pv_arena *arena, const pv_rule *rule, const pv_text *text,
                       const pv_near_miss *miss, pv_str *out) {
  static const char *const ends[] = {"", " barrier", " limit"};
  pv_str source = rule->matches[miss->match].source;
  if (miss->is_in_stem) {
    *out = pv_str_printf(arena, PV_STR_FMT "%u stem; ", PV_STR_ARG(*out), miss->match);
    return;
  }
  pv_str saw = miss->token == PV_NO_TOKEN ? PV_STR("$") : quote(text, miss->token, miss->token + 1);
  *out = pv_str_printf(arena, PV_STR_FMT "%u %u/%u '" PV_STR_FMT "'%s" PV_STR_FMT "%s; ",
                       PV_STR_ARG(*out), miss->match, miss->unit, miss->units,
                       PV_STR_ARG(pv_str_slice(source, miss->expected)), miss->took_some ? " " : "",
                       PV_STR_ARG(miss->took_some ? saw : PV_STR("")), ends[miss->gap_end]);
}

static void print_sentence(pv_arena *arena, const pv_rule *rule, const pv_text *text,
                           const pv_traced_sentence *sentence, pv_str *out) {
  assert_false(sentence->is_over);
  for (size_t i = 0; i < sentence->hit_count; i++) {
    const pv_traced_hit *hit = &sentence->hits[i];
    *out = pv_str_printf(arena, PV_STR_FMT "%s '" PV_STR_FMT "'", PV_STR_ARG(*out),
                         hit->suppressed_by ? "lost" : "hit",
                         PV_STR_ARG(quote(text, hit->match.first, hit->match.end)));
    if (hit->suppressed_by)
      *out = pv_str_printf(arena, PV_STR_FMT " %s '" PV_STR_FMT "'", PV_STR_ARG(*out),
                           hit->suppressed_by->negative ? "unless" : "require",
                           PV_STR_ARG(quote(text, hit->first, hit->end)));
    *out = pv_str_printf(arena, PV_STR_FMT "; ", PV_STR_ARG(*out));
  }
  for (size_t i = 0; i < sentence->miss_count && !sentence->hit_count; i++)
    print_miss(arena, rule, text, &sentence->misses[i], out);
}

// What a trace of the rule with these children tells of `words`; without it the matches are the
// same.
static void check(const char *children, const char *words, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_error err = {0};
  pv_grammar *grammar = pv_grammar_load_text(
      "t.xml",
      pv_test_grammar(arena, "<frame id='F'><has name='who' type='Text'/></frame>", children),
      &err);
  if (!grammar) fail_msg("%s: %s", children, err.message);
  const pv_rule *rule = &grammar->rules[0];
  pv_diagnostics diagnostics = {.arena = arena};
  const pv_text *text = pv_text_read(arena, pv_str_from(words), grammar->vocabulary, &diagnostics);
  pv_annotations annotations = pv_annotations_of_values(arena, pv_values_read(arena, text));
  pv_matcher *matcher = pv_matcher_new(grammar);
  pv_trace *trace = pv_trace_new(arena, grammar, rule);
  pv_matches without = pv_match_phase(matcher, arena, text, annotations, PV_PHASE_CLAUSE, NULL);
  pv_matcher_trace(matcher, trace);
  pv_matches with = pv_match_phase(matcher, arena, text, annotations, PV_PHASE_CLAUSE, NULL);
  pv_matcher_trace(matcher, NULL);
  assert_int_equal(with.count, without.count);
  for (size_t i = 0; i < with.count; i++) {
    assert_int_equal(with.items[i].first, without.items[i].first);
    assert_int_equal(with.items[i].end, without.items[i].end);
  }
  pv_str got = PV_STR("");
  pv_traced_sentences sentences = pv_trace_sentences(trace);
  for (size_t i = 0; i < sentences.count; i++)
    print_sentence(arena, rule, text, &sentences.items[i], &got);
  assert_string_equal(got.data, expected);
  pv_matcher_free(matcher);
  pv_grammar_free(grammar);
  pv_arena_free(arena);
}

static void tells_the_unit_that_stopped_a_match(void **state) {
  (void)state;
  check("<match>mill sells bran</match>", "The mill sells oats.", "0 3/3 'bran' oats; ");
  check("<match>mill sells bran</match>", "The mill lends bran.", "0 2/3 'sells' lends; ");
  check("<match>mill sells bran</match>", "The bran is dry.", "0 1/3 'mill'; ");
  check("<match>mill sells bran</match>", "The mill sells", "0 3/3 'bran' $; ");
  check("<match>mill (sells | lends) (rye | old bran)</match>", "The mill sells old oats.",
        "0 3/3 'bran' oats; ");
  check("<match>mill (sells | lends) bran</match>", "The mill has bran.",
        "0 2/3 '(sells | lends)' has; ");
  check("<match>mill sells @Number</match>", "The mill sells bran.", "0 3/3 '@Number' bran; ");
  check("<match>mill | port</match><unless where='after'>oats</unless>", "The bran and oats.", "");
  check("<match>mill | port</match><match>mill sells</match>", "It sells.",
        "0 1/1 'mill | port'; 1 1/2 'mill'; ");
  check("<match>mill ?ahead(sells) . bran</match>", "The mill lends bran.",
        "0 2/4 '?ahead(sells)' lends; ");
  check("<match>mill sells #eos</match>", "The mill sells bran.", "0 3/3 '#eos' bran; ");
}

static void tells_what_ended_a_gap(void **state) {
  (void)state;
  check("<match>mill ...9![';'] bran</match>", "The mill sells; it has bran.",
        "0 3/3 'bran' ; barrier; ");
  check("<match>mill ...2 bran</match>", "The mill has its own bran.", "0 3/3 'bran' own limit; ");
  check("<match>mill ...9 bran dust</match>", "The mill has bran flour.", "0 4/4 'dust' flour; ");
}

static void looks_only_at_sentences_with_a_word_of_the_rule(void **state) {
  (void)state;
  check("<match>mill sells</match>", "Nothing here.", "");
  check("<match>mill sells</match>", "Nothing here. It sells.", "0 1/2 'mill'; ");
}

static void goes_through_each_match_and_start(void **state) {
  (void)state;
  check("<match>mill sells bran</match><match>port sells</match>", "The mill sells oats.",
        "0 3/3 'bran' oats; 1 1/2 'port'; ");
  check("<match>mill sells bran</match>", "The mill has a mill that sells, a mill sells oats.",
        "0 3/3 'bran' oats; 0 2/3 'sells' has; 0 2/3 'sells' that; ");
}

static void tells_hits_and_what_took_them_away(void **state) {
  (void)state;
  check("<match>mill sells</match>", "The mill sells oats.", "hit 'mill sells'; ");
  check("<match>mill sells</match><unless where='after'>no more</unless>",
        "The mill sells oats no more.", "lost 'mill sells' unless 'no more'; ");
  check("<match>mill sells</match><require where='sentence'>bran</require>", "The mill sells oats.",
        "lost 'mill sells' require ''; ");
  check("<match>mill sells</match><require where='heading'>bran</require>", "The mill sells oats.",
        "lost 'mill sells' require ''; ");
}

static void counts_what_rules_do(void **state) {
  (void)state;
  pv_handmade *handmade = pv_handmade_new();
  pv_arena *arena = pv_handmade_arena(handmade);
  pv_program match = pv_handmade_program(handmade, "a b"),
             unless = pv_handmade_program(handmade, "x");
  pv_handmade_require(handmade, &match, "a");
  const pv_condition condition = {PV_WHERE_SENTENCE, true, &unless, 1};
  const pv_rule rule = {
      .matches = &match, .match_count = 1, .conditions = &condition, .condition_count = 1};
  const pv_grammar *grammar = pv_handmade_grammar(handmade, &rule, 1);
  pv_matcher *matcher = pv_matcher_new(grammar);
  pv_trace *trace = pv_trace_new_counting(arena, grammar);
  pv_matcher_trace(matcher, trace);
  const pv_text *text = pv_handmade_text(handmade, "a b a b\na c\na b x\nc");
  pv_match_phase(matcher, arena, text, (pv_annotations){0}, PV_PHASE_CLAUSE, NULL);
  const pv_rule_counts *counts = pv_trace_counts(trace);
  assert_int_equal(counts->candidates, 3);
  assert_int_equal(counts->fired, 2);
  assert_int_equal(counts->sentences, 1);
  assert_int_equal(counts->suppressed, 1);
  assert_true(counts->verified <= 3 && counts->verified >= 2);
  assert_int_equal(counts->steps, pv_matcher_steps(matcher));
  assert_int_equal(pv_trace_sentences(trace).count, 0);
  pv_matcher_free(matcher);
  pv_handmade_free(handmade);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(tells_the_unit_that_stopped_a_match),
      cmocka_unit_test(tells_what_ended_a_gap),
      cmocka_unit_test(looks_only_at_sentences_with_a_word_of_the_rule),
      cmocka_unit_test(goes_through_each_match_and_start),
      cmocka_unit_test(tells_hits_and_what_took_them_away),
      cmocka_unit_test(counts_what_rules_do),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
