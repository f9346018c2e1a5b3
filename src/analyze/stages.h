// stages.h - the stages in their order, for those who want to look at what each of them found.
#ifndef PV_ANALYZE_STAGES_H
#define PV_ANALYZE_STAGES_H

#include "clause/clause.h"

// Runs all stages up to the matches over `bytes`; what they found is in `arena`.
pv_findings pv_stages_run(pv_matcher *matcher, pv_arena *arena, const pv_grammar *grammar,
                          pv_str bytes, pv_diagnostics *diagnostics);

#endif
