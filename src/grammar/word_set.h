// word_set.h - sets of vocabulary ids while a grammar is compiled: sorted, or all but those.
#ifndef PV_GRAMMAR_WORD_SET_H
#define PV_GRAMMAR_WORD_SET_H

#include "base/arena.h"

typedef struct {
  const uint32_t *ids; // ascending, none twice
  uint32_t count;
  bool complement; // all ids but those, shapes included
} pv_word_set;

// Sorts `ids` in place, which the set then borrows.
pv_word_set pv_word_set_of(uint32_t *ids, size_t count);

pv_word_set pv_word_set_or(pv_arena *arena, pv_word_set a, pv_word_set b);
pv_word_set pv_word_set_and(pv_arena *arena, pv_word_set a, pv_word_set b);
pv_word_set pv_word_set_not(pv_word_set a);

bool pv_word_set_is_empty(pv_word_set set);
bool pv_word_set_equal(pv_word_set a, pv_word_set b);
uint64_t pv_word_set_hash(pv_word_set set);

#endif
