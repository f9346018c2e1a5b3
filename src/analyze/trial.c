#include "analyze/trial.h"

#include <string.h>

#include "analyze/stages.h"

bool pv_trial_init(pv_trial *trial, pv_arena *arena, const pv_grammar *grammar,
                   const pv_rule *rules, size_t count) {
  pv_phase phase = rules[0].phase;
  size_t before = grammar->phase_start[phase];
  pv_rule *all = PV_NEW_ARRAY(arena, pv_rule, before + count);
  if (before) memcpy(all, grammar->rules, before * sizeof *all);
  memcpy(all + before, rules, count * sizeof *all);
  *trial = (pv_trial){.grammar = *grammar, .rules = all + before, .count = count};
  trial->grammar.rules = all;
  trial->grammar.plan = NULL;
  trial->grammar.rule_count = before + count;
  for (int p = (int)phase + 1; p <= PV_PHASE_COUNT; p++)
    trial->grammar.phase_start[p] = before + count;
  trial->matcher = pv_matcher_new(&trial->grammar);
  return trial->matcher != NULL;
}

void pv_trial_reset(pv_trial *trial) {
  pv_matcher_free(trial->matcher);
  trial->matcher = NULL;
}

pv_findings pv_trial_run(pv_trial *trial, pv_arena *arena, pv_str text) {
  pv_diagnostics diagnostics = {.arena = arena};
  return pv_stages_run(trial->matcher, arena, &trial->grammar, text, &diagnostics);
}
