#include "grammar/word_set.h"

#include <stdlib.h>
#include <string.h>

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

pv_word_set pv_word_set_of(uint32_t *ids, size_t count) {
  if (count > 1) qsort(ids, count, sizeof *ids, by_number);
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || ids[kept - 1] != ids[i]) ids[kept++] = ids[i];
  return (pv_word_set){.ids = ids, .count = (uint32_t)kept};
}

pv_word_set pv_word_set_not(pv_word_set a) {
  a.complement = !a.complement;
  return a;
}

// The ids of `a` and `b` for which (in a, in b) is one of the wanted cases.
static pv_word_set merge(pv_arena *arena, pv_word_set a, pv_word_set b, bool only_a, bool only_b,
                         bool both) {
  uint32_t *ids = PV_NEW_ARRAY(arena, uint32_t, (size_t)a.count + b.count);
  uint32_t count = 0, i = 0, j = 0;
  while (i < a.count || j < b.count) {
    if (j == b.count || (i < a.count && a.ids[i] < b.ids[j])) {
      if (only_a) ids[count++] = a.ids[i];
      i++;
    } else if (i == a.count || b.ids[j] < a.ids[i]) {
      if (only_b) ids[count++] = b.ids[j];
      j++;
    } else {
      if (both) ids[count++] = a.ids[i];
      i++, j++;
    }
  }
  return (pv_word_set){.ids = ids, .count = count};
}

pv_word_set pv_word_set_or(pv_arena *arena, pv_word_set a, pv_word_set b) {
  if (!a.complement && !b.complement) return merge(arena, a, b, true, true, true);
  if (a.complement && b.complement) return pv_word_set_not(merge(arena, a, b, false, false, true));
  if (a.complement) return pv_word_set_not(merge(arena, a, b, true, false, false));
  return pv_word_set_not(merge(arena, a, b, false, true, false));
}

pv_word_set pv_word_set_and(pv_arena *arena, pv_word_set a, pv_word_set b) {
  return pv_word_set_not(pv_word_set_or(arena, pv_word_set_not(a), pv_word_set_not(b)));
}

bool pv_word_set_is_empty(pv_word_set set) { return !set.complement && set.count == 0; }

bool pv_word_set_equal(pv_word_set a, pv_word_set b) {
  return a.count == b.count && a.complement == b.complement &&
         (a.count == 0 || memcmp(a.ids, b.ids, a.count * sizeof *a.ids) == 0);
}

uint64_t pv_word_set_hash(pv_word_set set) {
  uint64_t hash = set.complement ? 0x9E3779B97F4A7C15u : 0xD6E8FEB86659FD93u;
  for (uint32_t i = 0; i < set.count; i++) {
    hash = (hash ^ set.ids[i]) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 29;
  }
  return hash;
}
