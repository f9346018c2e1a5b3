// mark.h - the hits of the style rules, by the kind of their rule: what the checks ask for.
#ifndef PV_AMBIGUITY_MARK_H
#define PV_AMBIGUITY_MARK_H

#include "match/match.h"

// In the order of the text.
typedef struct {
  const pv_match *const *items;
  size_t count;
} pv_marks;

typedef struct pv_mark_index pv_mark_index;

const pv_mark_index *pv_mark_index_make(pv_arena *arena, const pv_grammar *grammar,
                                        pv_matches matches);

// None where no rule of that kind has a hit.
pv_marks pv_mark_index_find(const pv_mark_index *index, pv_str kind);

#endif
