#include "term/name_index.h"

#include "term/stage.h"

pv_name_index pv_name_index_make(pv_arena *arena, const pv_str *names, size_t count) {
  uint32_t slots = 16;
  while (slots < 2 * count) slots *= 2;
  pv_name_index index = {
      .names = names,
      .count = count,
      .buckets = PV_NEW_ARRAY(arena, uint32_t, slots),
      .next = PV_NEW_ARRAY(arena, uint32_t, count),
      .hashes = PV_NEW_ARRAY(arena, uint32_t, count),
      .mask = slots - 1,
  };
  for (size_t i = count; i-- > 0;) { // so that the first stands first
    uint32_t *bucket = &index.buckets[(index.hashes[i] = pv_term_hash(names[i])) & index.mask];
    index.next[i] = *bucket;
    *bucket = (uint32_t)i + 1;
  }
  return index;
}

// The first in the rest of a bucket, which begins with `link`.
static size_t find(const pv_name_index *index, uint32_t link, uint32_t hash, pv_str name) {
  for (; link; link = index->next[link - 1])
    if (index->hashes[link - 1] == hash && pv_term_same(index->names[link - 1], name))
      return link - 1;
  return index->count;
}

size_t pv_name_index_first(const pv_name_index *index, pv_str name) {
  if (!index->count) return 0;
  uint32_t hash = pv_term_hash(name);
  return find(index, index->buckets[hash & index->mask], hash, name);
}

size_t pv_name_index_next(const pv_name_index *index, size_t at) {
  return find(index, index->next[at], index->hashes[at], index->names[at]);
}
