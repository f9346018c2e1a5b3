// proviso grammar test.
#include <stdio.h>

#include "analyze/example.h"
#include "analyze/near_miss.h"
#include "base/str.h"
#include "cli/grammar_action.h"
#include "cli/message.h"
#include "cli/packs.h"

typedef struct {
  const pv_settings *settings;
  const pv_grammar *grammar;
  pv_matcher *matcher;
  pv_arena *arena; // reset for every example
  size_t counts[PV_VERDICT_DONE + 1];
} testing;

static void print_problem(const pv_rule *rule, const pv_example *example,
                          const pv_example_result *result) {
  static const char *const kinds[] = {
      [PV_EXAMPLE_FIRE] = "fire", [PV_EXAMPLE_QUIET] = "quiet", [PV_EXAMPLE_TODO] = "todo"};
  pv_grammar_print_place(rule, example->line);
  printf("%s example: " PV_STR_FMT ": \"" PV_STR_FMT "\"", kinds[example->kind],
         PV_STR_ARG(result->problem), PV_STR_ARG(pv_str_trim(example->text)));
  if (example->kind == PV_EXAMPLE_QUIET && example->why.size)
    printf(" (" PV_STR_FMT ")", PV_STR_ARG(example->why));
  putchar('\n');
}

static void test_example(testing *t, const pv_rule *rule, const pv_example *example) {
  pv_arena_reset(t->arena);
  pv_example_result result = pv_example_run(t->matcher, t->arena, t->grammar, rule, example);
  t->counts[result.verdict]++;
  if (result.verdict == PV_VERDICT_DONE)
    result.problem = example->wants_fire ? PV_STR("WORKS NOW, make it a <fire>")
                                         : PV_STR("WORKS NOW, make it a <quiet>");
  bool tells = result.verdict == PV_VERDICT_FAILED || result.verdict == PV_VERDICT_DONE ||
               (result.verdict == PV_VERDICT_TODO && t->settings->verbose);
  if (tells) print_problem(rule, example, &result);
}

static void print_counts(const testing *t) {
  size_t todo = t->counts[PV_VERDICT_TODO] + t->counts[PV_VERDICT_DONE];
  size_t failed = t->counts[PV_VERDICT_FAILED];
  printf("%zu examples, %zu failed", t->counts[PV_VERDICT_PASSED] + failed + todo, failed);
  if (todo) printf(", %zu to do", todo);
  putchar('\n');
}

static pv_exit test(const pv_settings *settings, const pv_grammar *grammar) {
  testing t = {.settings = settings,
               .grammar = grammar,
               .matcher = pv_matcher_new(grammar),
               .arena = pv_arena_new(0)};
  if (!t.matcher || !t.arena) return pv_grammar_no_memory();
  for (size_t i = 0; i < grammar->rule_count; i++) {
    const pv_rule *rule = &grammar->rules[i];
    if (!pv_grammar_takes_rule(settings, rule)) continue;
    pv_examples examples = pv_examples_of(settings->arena, rule);
    for (size_t k = 0; k < examples.count; k++) test_example(&t, rule, &examples.items[k]);
  }
  print_counts(&t);
  pv_matcher_free(t.matcher);
  pv_arena_free(t.arena);
  return t.counts[PV_VERDICT_FAILED] ? PV_EXIT_FINDINGS : PV_EXIT_OK;
}

static pv_exit test_all(const pv_settings *settings, const pv_grammar *grammar,
                        const pv_ways *ways) {
  if (!pv_grammar_has_rule(settings, grammar)) return PV_EXIT_USAGE;
  pv_exit result = test(settings, grammar);
  if (settings->cross) result = pv_exit_worse(result, pv_grammar_cross(settings, grammar));
  if (settings->needs) result = pv_exit_worse(result, pv_grammar_needs(settings, grammar));
  if (settings->coverage) result = pv_exit_worse(result, pv_grammar_cover(settings, grammar, ways));
  return result;
}

pv_exit pv_grammar_test_run(pv_settings *settings) {
  pv_ways ways = {.rule = pv_str_from(settings->rule)};
  pv_load_watch watch = {.rules = pv_ways_make, .context = &ways};
  pv_exit result = PV_EXIT_OK;
  pv_grammar *grammar =
      pv_packs_load_watched(settings, settings->coverage ? &watch : NULL, &result);
  if (!grammar) return result;
  result = test_all(settings, grammar, &ways);
  pv_grammar_free(grammar);
  return result;
}
