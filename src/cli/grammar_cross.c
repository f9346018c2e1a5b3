// proviso grammar test --cross: what the other rules find in the examples of a rule.
#include <stdio.h>

#include "analyze/example.h"
#include "analyze/stages.h"
#include "base/str.h"
#include "cli/grammar_action.h"

typedef struct {
  const pv_settings *settings;
  const pv_grammar *grammar;
  pv_matcher *matcher;
  pv_arena *arena; // reset for every example
  size_t extra;
  size_t stronger;
} crossing;

// The most points of a match of `rule`, or -1.
static int best_points(pv_matches matches, const pv_rule *rule) {
  int best = -1;
  for (size_t i = 0; i < matches.count; i++)
    if (matches.items[i].rule == rule && matches.items[i].points > best)
      best = matches.items[i].points;
  return best;
}

// A rule of the same frame that says more than the one that the example is for takes its clause.
static void print_other(crossing *c, const pv_rule *rule, const pv_example *example, int own,
                        const pv_rule *other, int points) {
  bool same_frame = rule->frame && rule->frame == other->frame;
  bool is_stronger = same_frame && example->kind == PV_EXAMPLE_FIRE && points > own;
  c->extra++;
  c->stronger += is_stronger;
  if (c->settings->quiet && !is_stronger) return;
  pv_grammar_print_place(rule, example->line);
  printf("%s%s example: also " PV_STR_FMT ", %d points%s\n", is_stronger ? "warning: " : "",
         example->kind == PV_EXAMPLE_FIRE ? "fire" : "quiet", PV_STR_ARG(other->id), points,
         is_stronger  ? ", which is more than its own"
         : same_frame ? ", of the same frame"
                      : "");
}

static void cross_example(crossing *c, const pv_rule *rule, const pv_example *example) {
  pv_arena_reset(c->arena);
  pv_diagnostics diagnostics = {.arena = c->arena};
  pv_findings findings =
      pv_stages_run(c->matcher, c->arena, c->grammar, example->text, &diagnostics);
  int own = best_points(pv_findings_matches(&findings, rule->phase), rule);
  for (size_t i = 0; i < c->grammar->rule_count; i++) {
    const pv_rule *other = &c->grammar->rules[i];
    if (other == rule || other->phase != PV_PHASE_CLAUSE) continue;
    int points = best_points(findings.clause_matches, other);
    if (points >= 0) print_other(c, rule, example, own, other, points);
  }
}

pv_exit pv_grammar_cross(const pv_settings *settings, const pv_grammar *grammar) {
  crossing c = {.settings = settings,
                .grammar = grammar,
                .matcher = pv_matcher_new(grammar),
                .arena = pv_arena_new(0)};
  if (!c.matcher || !c.arena) return pv_grammar_no_memory();
  for (size_t i = 0; i < grammar->rule_count; i++) {
    const pv_rule *rule = &grammar->rules[i];
    if (rule->phase != PV_PHASE_CLAUSE || !pv_grammar_takes_rule(settings, rule)) continue;
    for (size_t k = 0; k < rule->example_count; k++)
      if (rule->examples[k].kind != PV_EXAMPLE_TODO) cross_example(&c, rule, &rule->examples[k]);
  }
  printf("%zu findings of other rules, %zu stronger than that of the example\n", c.extra,
         c.stronger);
  pv_matcher_free(c.matcher);
  pv_arena_free(c.arena);
  return PV_EXIT_OK;
}
