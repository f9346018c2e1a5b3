// stages.h - the stages in their order, for those who want to look at what each of them found.
#ifndef PV_ANALYZE_STAGES_H
#define PV_ANALYZE_STAGES_H

#include "clause/clause.h"

typedef enum {
  PV_STAGE_READ,
  PV_STAGE_TEXT,
  PV_STAGE_VALUES,
  PV_STAGE_ENTITY, // this phase of the rules; so are cue, clause and style
  PV_STAGE_TERMS,
  PV_STAGE_CUE,
  PV_STAGE_CLAUSE,
  PV_STAGE_STYLE,
  PV_STAGE_CLAUSES, // made of the matches
  PV_STAGE_CHECKS,
  PV_STAGE_WRITE,
  PV_STAGE_COUNT,
} pv_stage;

// Who is told that a stage is done, and how much it found: tokens, values, matches, …
typedef struct {
  void (*done)(void *context, pv_stage stage, size_t found);
  void *context;
} pv_stage_watch;

// Runs all stages up to the matches over `bytes`; what they found is in `arena`.
pv_findings pv_stages_run(pv_matcher *matcher, pv_arena *arena, const pv_grammar *grammar,
                          pv_str bytes, pv_diagnostics *diagnostics);

#endif
