// proviso grammar mutate: do the examples of a rule notice when the rule is changed?
#include <stdio.h>

#include "analyze/mutation.h"
#include "base/str.h"
#include "cli/grammar_action.h"
#include "cli/message.h"
#include "cli/packs.h"

static int percent(size_t part, size_t whole) { return whole ? (int)(part * 100 / whole) : 100; }

// Prints what survived of the mutants of one rule, from `first` on; returns where the next begins.
static size_t print_rule(const pv_settings *settings, const pv_mutants *mutants, const bool *killed,
                         size_t first, size_t *kills) {
  const pv_mutant *items = mutants->items.items;
  const pv_rule *rule = items[first].rule;
  size_t end = first, dead = 0;
  for (; end < mutants->items.count && items[end].rule == rule; end++) {
    dead += killed[end];
    if (killed[end] || settings->quiet) continue;
    pv_grammar_print_place(rule, items[end].line);
    printf("survived: " PV_STR_FMT "\n", PV_STR_ARG(items[end].what));
  }
  if (settings->verbose)
    printf(PV_STR_FMT ": %zu of %zu killed, %d%%\n", PV_STR_ARG(rule->id), dead, end - first,
           percent(dead, end - first));
  *kills += dead;
  return end;
}

static pv_exit mutate(const pv_settings *settings, const pv_grammar *grammar,
                      const pv_mutants *mutants) {
  if (!pv_grammar_has_rule(settings, grammar)) return PV_EXIT_USAGE;
  size_t count = mutants->items.count, kills = 0;
  bool *killed = PV_NEW_ARRAY(settings->arena, bool, count);
  if (!pv_mutation_run(grammar, mutants, pv_jobs_count(settings), killed))
    return pv_grammar_no_memory();
  for (size_t i = 0; i < count;) i = print_rule(settings, mutants, killed, i, &kills);
  printf("%zu mutants, %zu killed: %d%%\n", count, kills, percent(kills, count));
  return settings->strict && kills < count ? PV_EXIT_FINDINGS : PV_EXIT_OK;
}

pv_exit pv_grammar_mutate_run(pv_settings *settings) {
  pv_mutants mutants = {.rule = pv_str_from(settings->rule)};
  pv_load_watch watch = {.rules = pv_mutants_make, .context = &mutants};
  pv_exit result = PV_EXIT_OK;
  pv_grammar *grammar = pv_packs_load_watched(settings, &watch, &result);
  if (!grammar) return result;
  result = mutate(settings, grammar, &mutants);
  pv_grammar_free(grammar);
  return result;
}
