// trial.h - versions of rules, tried on a text in one run: what the tools for authors stand on.
//
//   in:  a grammar, and a few rules of one phase, which need not be in it
//   out: for each text all findings, those of that phase from these rules only
#ifndef PV_ANALYZE_TRIAL_H
#define PV_ANALYZE_TRIAL_H

#include "clause/clause.h"

enum { PV_TRIAL_RULES = 16 }; // at most, so that the steps allowed for a sentence are enough

typedef struct {
  pv_grammar grammar; // earlier phases, and the rules that are tried
  pv_matcher *matcher;
  const pv_rule *rules; // in the order in which they were given
  size_t count;
} pv_trial;

// The rules are copied into `arena`; reset the trial before the arena. False where there is no
// memory.
bool pv_trial_init(pv_trial *trial, pv_arena *arena, const pv_grammar *grammar,
                   const pv_rule *rules, size_t count);
void pv_trial_reset(pv_trial *trial);

// What the stages find in `text`; in `arena`.
pv_findings pv_trial_run(pv_trial *trial, pv_arena *arena, pv_str text);

#endif
