// name_index.h - names by the stems of their words, so that a name is found without looking at all.
//
//   in:  names, in order
//   out: an index in the arena; who looks gets the names that say the same, in that order
#ifndef PV_TERM_NAME_INDEX_H
#define PV_TERM_NAME_INDEX_H

#include "base/arena.h"

typedef struct {
  const pv_str *names;
  size_t count;
  uint32_t *buckets; // by hash: the first name plus one; 0: none
  uint32_t *next;    // of each name, in its bucket
  uint32_t *hashes;  // of each name
  uint32_t mask;
} pv_name_index;

// `names` must live as long as the index.
pv_name_index pv_name_index_make(pv_arena *arena, const pv_str *names, size_t count);

// The first name that says the same as `name` (pv_term_same), or `count` of the index.
size_t pv_name_index_first(const pv_name_index *index, pv_str name);

// The next one that says the same as the name at `at`, or `count`.
size_t pv_name_index_next(const pv_name_index *index, size_t at);

#endif
