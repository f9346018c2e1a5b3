// plan.h - what is worked out about the programs of a grammar before any of them is run. It does
// not change, so that all matchers of a grammar can share one.
#ifndef PV_MATCH_PLAN_H
#define PV_MATCH_PLAN_H

#include "match/candidate.h"

// Of one program. Those of one array stand side by side.
typedef struct {
  const pv_program *program;
  pv_start start;
} pv_prepared;

typedef struct pv_plan {
  const pv_prepared *prepared; // in the order of the rules, each once
  size_t prepared_count;
  const pv_candidates *phases; // by number of the phase
  size_t phase_count;
  size_t most_alternatives; // programs that stand side by side
  size_t most_set_words;    // of the sets of candidates
} pv_plan;

const pv_plan *pv_plan_make(pv_arena *arena, const pv_grammar *grammar);

#endif
