// demand.h - rules of a phase that are run where somebody asks for what they find, and only there.
//
// Rules of the style phase are many, and what most of them find is of use next to a clause alone.
#ifndef PV_MATCH_DEMAND_H
#define PV_MATCH_DEMAND_H

#include "match/match.h"

typedef struct pv_demand pv_demand;

// The matcher serves this demand until it is set to another text or phase. All is in `arena`.
pv_demand *pv_demand_new(pv_matcher *matcher, pv_arena *arena, const pv_text *text,
                         pv_annotations annotations, pv_phase phase, pv_diagnostics *diagnostics);

// A set of rules with none in it, and one rule of the phase more.
uint64_t *pv_demand_set(const pv_demand *demand);
void pv_demand_set_add(const pv_demand *demand, uint64_t *set, const pv_rule *rule);

// Runs the rules of the set (NULL: all of the phase) in the sentences [first, end), but for those
// that were run there before. The result is what was found now, by sentence.
pv_matches pv_demand_run(pv_demand *demand, const uint64_t *set, uint32_t first, uint32_t end);

// Runs what is left everywhere; the matches are in the order of the text.
pv_matches pv_demand_all(pv_demand *demand);

#endif
