// trace.h - what a matcher does for its rules: why one of them fires in a sentence or does not, and
// what each of them costs.
//
//   in:  a matcher that is given a trace before it is run
//   out: of one rule, the sentences that have a word of it, with its hits and how near it came to
//   one; or of all rules, counts
//
// It is the machine itself that tells, so a trace shows what happens without one.
#ifndef PV_MATCH_TRACE_H
#define PV_MATCH_TRACE_H

#include "match/match.h"

#define PV_NO_TOKEN UINT32_MAX

typedef struct pv_trace pv_trace;

typedef enum {
  PV_GAP_GOES_ON, // no gap ends there
  PV_GAP_BARRIER, // the token is one that the gap does not take
  PV_GAP_LIMIT,   // the gap has taken as many tokens as it may
} pv_gap_end;

// How far a match came from one start. Units are what stands side by side in the expression,
// outside of all brackets; spans are bytes of it.
typedef struct {
  uint32_t match;   // which <match> of the rule
  uint32_t unit;    // the one that did not go on, from 1
  uint32_t units;   // how many there are
  pv_span around;   // this unit
  pv_span expected; // the part of it that did not go on
  uint32_t first;   // the token of the start
  uint32_t token;   // the one that stood there, PV_NO_TOKEN behind the last
  bool took_some;   // tokens, before this one
  bool is_in_stem;  // all of it fits, but in the stem of a list, which is a sentence of its own
  pv_gap_end gap_end;
  pv_span gap;               // the gap before `expected` that ends there
  const pv_filler *captures; // up to there
  size_t capture_count;
} pv_near_miss;

// A hit; `points` and `fillers` of the match are not known where it is suppressed.
typedef struct {
  pv_match match;
  const pv_condition *suppressed_by; // or NULL
  uint32_t first;                    // tokens that an `unless` found
  uint32_t end;
} pv_traced_hit;

typedef struct {
  uint32_t sentence;
  bool is_over; // the steps were used up
  const pv_traced_hit *hits;
  size_t hit_count;
  const pv_near_miss *misses; // by match, the nearest ones first, then in the order of the text
  size_t miss_count;
  const pv_atom_mask *missing; // by match: what it needs and the sentence does not have
} pv_traced_sentence;

typedef struct {
  const pv_traced_sentence *items;
  size_t count;
} pv_traced_sentences;

typedef struct {
  uint64_t candidates; // sentences that have all words it needs
  uint64_t verified;   // of these, those that the machine was run on
  uint64_t fired;      // hits
  uint64_t sentences;  // that have some
  uint64_t suppressed; // hits that a condition took away
  uint64_t steps;      // of the machine
  uint64_t nanoseconds;
} pv_rule_counts;

// A trace of one rule of the grammar of the matcher, for one document. What it finds is in `arena`.
pv_trace *pv_trace_new(pv_arena *arena, const pv_grammar *grammar, const pv_rule *rule);
pv_traced_sentences pv_trace_sentences(const pv_trace *trace);

// A trace that counts, for any number of documents. The counts are by number of the rule.
pv_trace *pv_trace_new_counting(pv_arena *arena, const pv_grammar *grammar);
const pv_rule_counts *pv_trace_counts(const pv_trace *trace);

// From here on `matcher` tells `trace`, which has to live as long; NULL: nobody.
void pv_matcher_trace(pv_matcher *matcher, pv_trace *trace);

#endif
