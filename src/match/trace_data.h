// trace_data.h - what a trace keeps: what its files share.
#ifndef PV_MATCH_TRACE_DATA_H
#define PV_MATCH_TRACE_DATA_H

#include "match/matcher.h"
#include "match/trace_hook.h"

// Of an instruction: the place in its expression that it comes from.
typedef struct {
  uint32_t unit;
  uint32_t units;
  pv_span around;
  pv_span element;
} pv_trace_place;

// The farthest that a match came from one start.
typedef struct {
  bool is_known;
  bool is_one_of_several; // of the unit: another way of it ends here, too
  uint32_t pc;
  pv_hit reached;
} pv_trace_reach;

// A gap that ends.
typedef struct {
  uint32_t match;
  uint32_t pc;
  uint32_t position;
  pv_gap_end end;
} pv_trace_gap_end;

struct pv_trace {
  pv_arena *arena;
  const pv_grammar *grammar;
  // Of one rule:
  const pv_rule *rule;                 // or NULL
  const pv_trace_place *const *places; // by match and instruction
  PV_VECTOR(pv_traced_sentence) sentences;
  PV_VECTOR(pv_traced_hit) hits;        // of the sentence
  PV_VECTOR(pv_trace_gap_end) gap_ends; // of the sentence
  pv_trace_reach *reached;              // of the sentence, by match and start
  uint32_t starts;                      // of a match
  pv_traced_hit suppressed;             // what is known of the hit that is being suppressed
  // Of all rules:
  pv_rule_counts *counts; // or NULL
  uint64_t since;         // nanoseconds
  uint64_t steps;
  uint64_t fired;
};

// The places of the instructions of `program`.
const pv_trace_place *pv_trace_places(pv_arena *arena, const pv_program *program);

// The near misses of the sentence that the matcher is done with.
void pv_trace_keep_misses(pv_trace *trace, pv_matcher *matcher, pv_traced_sentence *sentence);

#endif
