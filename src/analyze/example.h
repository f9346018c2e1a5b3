// example.h - running the examples that rules carry: the tests of a grammar.
//
//   in:  a rule and one of its examples, which becomes a tiny document for the whole pipeline
//   out: whether the rule does there what the example says
#ifndef PV_ANALYZE_EXAMPLE_H
#define PV_ANALYZE_EXAMPLE_H

#include "clause/clause.h"

typedef enum {
  PV_VERDICT_PASSED,
  PV_VERDICT_FAILED,
  PV_VERDICT_TODO, // known not to work yet
  PV_VERDICT_DONE, // a todo that works now
} pv_verdict;

typedef struct {
  pv_verdict verdict;
  pv_str problem; // what is not as the example says; empty if it passed
} pv_example_result;

// A `fire` wants the rule to fire with exactly the marked fillers in the slots that have
// marks, and with the given values in its fields; a `quiet` wants it not to fire. The result is in
// `arena`.
pv_example_result pv_example_run(pv_matcher *matcher, pv_arena *arena, const pv_grammar *grammar,
                                 const pv_rule *rule, const pv_example *example);

// The same for findings that are there already, in the text of the example.
pv_example_result pv_example_judge(pv_arena *arena, const pv_findings *findings,
                                   const pv_rule *rule, const pv_example *example);

// The matches of a phase.
pv_matches pv_findings_matches(const pv_findings *findings, pv_phase phase);

#endif
