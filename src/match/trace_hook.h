// trace_hook.h - what the matcher tells a trace. Called only where there is one.
#ifndef PV_MATCH_TRACE_HOOK_H
#define PV_MATCH_TRACE_HOOK_H

#include "match/search.h"
#include "match/trace.h"

// Is this the rule that is looked at? Its filters are off, so that all it does is seen; they leave
// out only what does not match.
bool pv_trace_wants(const pv_trace *trace, const pv_rule *rule);

// Adds the candidates of the rule to those that are chosen for a sentence. True if there are some.
bool pv_trace_choose(pv_matcher *matcher);

// A rule is tried in a sentence by `search`; the time and steps up to the end are its own.
void pv_trace_begin(pv_matcher *matcher, const pv_rule *rule, pv_search *search);
void pv_trace_end(pv_matcher *matcher, const pv_rule *rule);
// Its satellites look around.
void pv_trace_resume(pv_matcher *matcher);
void pv_trace_pause(pv_matcher *matcher, const pv_rule *rule);

// What became of a hit: a match, or nothing since the condition told before does not hold.
void pv_trace_fire(pv_matcher *matcher, const pv_match *match);
void pv_trace_condition(pv_matcher *matcher, const pv_condition *condition, pv_hit hit);
void pv_trace_suppress(pv_matcher *matcher, const pv_rule *rule, pv_hit hit, uint32_t match);

// The machine does not get on: instruction `pc` does not hold or take a token at `reached.end`. It
// came from `reached.start`, with the captures of `reached.mark`.
void pv_trace_stop(pv_trace *trace, const pv_program *program, uint32_t pc, pv_hit reached);
// The gap at `pc` ends at `position`.
void pv_trace_gap(pv_trace *trace, const pv_program *program, uint32_t pc, uint32_t position,
                  pv_gap_end end);

#endif
