// candidate.h - which programs of a phase can match in a sentence at all.
//
// Every program needs one token of each of its atoms. The atoms of a sentence are collected in a
// mask, word by word; a program is looked at only if the rarest of its atoms is there, and run only
// if all of them are.
#ifndef PV_MATCH_CANDIDATE_H
#define PV_MATCH_CANDIDATE_H

#include "match/start.h"

// A <match> of a rule.
typedef struct {
  uint32_t rule; // index in the grammar
  uint32_t match;
  const pv_program *program;
  const pv_start *start;
} pv_candidate;

typedef struct {
  const pv_candidate *items; // by rule, then by match
  size_t count;
  size_t width;          // of masks, in words of 64 atoms: those that the phase uses
  size_t set_words;      // of sets of candidates
  const uint16_t *words; // by vocabulary id: index of its mask, 0 for an empty one
  const uint64_t *masks; // of words
  size_t mask_count;
  const uint64_t *types;   // masks by annotation type
  uint64_t used_types;     // annotation types whose mask is not empty
  const uint64_t *needs;   // masks by candidate: its atoms
  const uint64_t *always;  // mask of what is taken as present
  const uint64_t *keys;    // mask: atoms under which candidates are listed
  const uint32_t *lists;   // by atom: where its list starts in `listed`; one more at the end
  const uint32_t *listed;  // candidates by their rarest atom
  const uint64_t *free;    // set of those without an atom
  const uint16_t *numbers; // by atom of the grammar: its number here
  pv_atom_mask used;       // atoms that have one
} pv_candidates;

// The tables for `items`, the candidates of one phase. Masks hold the atoms that they need.
pv_candidates pv_candidates_new(pv_arena *arena, const pv_grammar *grammar,
                                const pv_candidate *items, size_t count);

// Adds the atoms of a range of tokens and of the annotations that start in it to `mask`; `from` is
// the first of these, see pv_annotations_from.
void pv_candidates_collect(const pv_candidates *candidates, const pv_text *text,
                           pv_annotations annotations, size_t from, pv_part part, uint64_t *mask);

// Writes the set of the candidates that `mask` allows; false if it is empty.
bool pv_candidates_choose(const pv_candidates *candidates, const uint64_t *mask, uint64_t *set);

// The first candidate of the set from `from` on; the number of candidates if there is none.
size_t pv_candidates_next(const pv_candidates *candidates, const uint64_t *set, size_t from);

static inline bool pv_mask_has_all(const uint64_t *mask, const uint64_t *needs, size_t width) {
  for (size_t k = 0; k < width; k++)
    if ((mask[k] & needs[k]) != needs[k]) return false;
  return true;
}

#endif
