// mark.h - the hits of the style rules, by the kind of their rule: what the checks ask for. A rule
// is run where a check asks, and not before.
#ifndef PV_AMBIGUITY_MARK_H
#define PV_AMBIGUITY_MARK_H

#include "match/demand.h"

// In the order of the text.
typedef struct {
  const pv_match *const *items;
  size_t count;
} pv_marks;

typedef struct pv_mark_index pv_mark_index;

// `known` are those that were found already.
pv_mark_index *pv_mark_index_make(pv_arena *arena, const pv_grammar *grammar, const pv_text *text,
                                  pv_demand *style, pv_matches known);

// All marks of the text; none where no rule of that kind has a hit. Valid until the next call.
pv_marks pv_mark_index_find(pv_mark_index *index, pv_str kind);

// Those that touch the bytes of `span`.
pv_marks pv_mark_index_in(pv_mark_index *index, pv_str kind, pv_span span);

// Those that were found so far, and those that capture a `value`, wherever they are.
pv_marks pv_mark_index_known(pv_mark_index *index, pv_str kind);

// Runs all rules in the sentences that touch `span`.
void pv_mark_index_look(pv_mark_index *index, pv_span span);

#endif
