// follow.h - from a defined term to the words of the document that say what it means.
#ifndef PV_CLAUSE_FOLLOW_H
#define PV_CLAUSE_FOLLOW_H

#include "clause/slot.h"

// A definition may say several things: what it means, where that is said, what stands before it.
enum { PV_MOST_MEANINGS = 8, PV_DEEPEST_MEANING = 3 };

typedef struct {
  pv_token_range items[PV_MOST_MEANINGS]; // best first
  size_t count;
} pv_meanings;

// The meanings of the first defined term that is named in `range`; none if none is.
pv_meanings pv_follow(const pv_slot_context *context, pv_token_range range);

// Cuts `meaning` to the words that say it, without the verb of the definition and the mark at its
// end. False if it says that they stand elsewhere, or is too long to be a value.
bool pv_meaning_words(const pv_slot_context *context, pv_token_range *meaning);

// The words of the sections and exhibits that `range` refers to, as far as the document has them.
pv_meanings pv_follow_references(const pv_slot_context *context, pv_token_range range);

#endif
