// words.h - the set of words of a text, and whether two are alike: a label is found by a clause
// that has at least half of the words of both, as the scorer counts it.
#ifndef FIT_WORDS_H
#define FIT_WORDS_H

#include "base/arena.h"
#include "base/str.h"

typedef struct {
  const uint64_t *hashes; // ascending, each once
  size_t count;
} word_set;

word_set word_set_make(pv_arena *arena, pv_str text);
bool word_sets_alike(const word_set *a, const word_set *b);

#endif
