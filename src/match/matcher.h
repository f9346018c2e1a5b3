// matcher.h - the state of a matcher: what the files of this folder share.
#ifndef PV_MATCH_MATCHER_H
#define PV_MATCH_MATCHER_H

#include "match/plan.h"
#include "match/presence.h"
#include "match/search.h"

enum { PV_MAX_ELSEWHERE = 16 }; // headings above a sentence that are looked at, innermost first

// The headings above a sentence, kept for the next one.
typedef struct {
  pv_part parts[PV_MAX_ELSEWHERE];
  size_t count;
  pv_presence presence;
  uint32_t section;
  uint32_t lead; // where the run-in heading starts, UINT32_MAX if there is none
  bool is_known;
} pv_heading;

// The sentence before or behind the one that is matched, if there is one in its section.
typedef struct {
  uint32_t sentence; // the one that is matched
  pv_part part;
  size_t count;
  pv_presence presence;
  bool is_known;
} pv_neighbour;

// What a group of programs gave in the windows that are the same for all hits of a sentence: rules
// of a frame have most of their satellites in common. Of the sentence with the number `round`.
typedef struct {
  uint32_t asked; // round
  uint32_t searched;
  bool holds;     // of the one that was asked
  uint32_t first; // in `found` of the matcher, of the one that was searched
  uint32_t end;
} pv_remembered;

typedef PV_VECTOR(pv_filler) pv_fillers;

struct pv_matcher {
  const pv_grammar *grammar;
  pv_arena *arena;
  pv_tester tester;
  pv_machine *machine;
  const pv_plan *plan;
  pv_remembered *remembered; // by the same numbers
  uint32_t round;            // counts the sentences
  PV_VECTOR(pv_part) found;  // tokens, of this round
  uint32_t *places;   // of those in the plan, plus one: a hash table by the address of the program
  size_t place_count; // a power of two
  pv_alternative *rule_alternatives; // room for those of any rule, and of any satellite
  pv_alternative *satellite_alternatives;
  uint64_t *chosen; // a set of candidates
  pv_trace *trace;  // who is told what is done, or NULL
  int32_t least_points;
  bool exact;
  int32_t *best; // by number of the frame: the most points in the sentence

  // The call of pv_match_phase under way; the memory is of its arena.
  pv_arena *results;
  const pv_text *text;
  pv_annotations annotations;
  const pv_candidates *candidates; // of the phase
  pv_scope scope;                  // of the sentence
  pv_scope elsewhere;              // of a heading or another sentence
  uint32_t sentence;
  uint64_t mask[PV_ATOM_WORDS]; // its atoms
  pv_presence presence;         // in its scope, if it was asked for
  pv_heading heading;
  pv_neighbour previous;
  pv_neighbour next;
  pv_neighbour slot_words; // what fills the slot that a field is about
  pv_fillers fillers;
};

// Begins a run over `text` for the rules of `phase`.
void pv_matcher_begin(pv_matcher *matcher, pv_arena *arena, const pv_text *text,
                      pv_annotations annotations, pv_phase phase);

// What is known of the first of several programs that stand side by side, as theirs do.
const pv_prepared *pv_matcher_prepared(const pv_matcher *matcher, const pv_program *programs);

#endif
