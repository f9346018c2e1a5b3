// matcher.h - the state of a matcher: what the files of this folder share.
#ifndef PV_MATCH_MATCHER_H
#define PV_MATCH_MATCHER_H

#include "match/candidate.h"
#include "match/search.h"

enum { PV_MAX_ELSEWHERE = 16 }; // headings above a sentence that are looked at, innermost first

// Where a program can start, by the address of the program.
typedef struct {
  const pv_program *program;
  pv_start start;
} pv_program_start;

// One <match> with what is found by it, while a sentence is matched.
typedef PV_VECTOR(pv_filler) pv_fillers;

struct pv_matcher {
  const pv_grammar *grammar;
  pv_arena *arena;
  pv_tester tester;
  pv_machine *machine;
  pv_program_start *starts; // sorted by address
  size_t start_count;
  pv_candidates phases[PV_PHASE_COUNT];
  pv_alternative *rule_alternatives; // room for those of any rule, and of any satellite
  pv_alternative *satellite_alternatives;
  uint64_t *chosen; // a set of candidates

  // The call of pv_match_phase under way; the memory is of its arena.
  pv_arena *results;
  const pv_text *text;
  pv_annotations annotations;
  pv_scope scope;     // of the sentence
  pv_scope elsewhere; // of a heading or another sentence
  uint32_t sentence;
  pv_fillers fillers;
};

const pv_start *pv_matcher_start(const pv_matcher *matcher, const pv_program *program);

#endif
