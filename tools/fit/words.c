#include "words.h"

#include <stdlib.h>

#include "base/hash.h"

// What a byte is in a word, 0 where it stands in none, 1 where it does not count.
static unsigned char letter_of(char c) {
  if (c == '.' || c == ',' || c == ';' || c == ':') return 1;
  if (c == '/' || c == ' ' || (c >= '\t' && c <= '\r')) return 0;
  return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static int compare_hashes(const void *left, const void *right) {
  uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
  return (a > b) - (a < b);
}

word_set word_set_make(pv_arena *arena, pv_str text) {
  uint64_t *hashes = PV_NEW_ARRAY(arena, uint64_t, text.size / 2 + 1);
  size_t count = 0, kept = 0, length = 0;
  uint64_t hash = PV_HASH_START;
  for (size_t i = 0; i <= text.size; i++) {
    unsigned char letter = i < text.size ? letter_of(text.data[i]) : 0;
    if (letter > 1) {
      hash = pv_hash_byte(hash, letter);
      length++;
    } else if (letter == 0 && length) {
      hashes[count++] = hash;
      hash = PV_HASH_START;
      length = 0;
    }
  }
  qsort(hashes, count, sizeof *hashes, compare_hashes);
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || hashes[i] != hashes[kept - 1]) hashes[kept++] = hashes[i];
  return (word_set){hashes, kept};
}

// Their Jaccard index is one half or more.
bool word_sets_alike(const word_set *a, const word_set *b) {
  if (2 * a->count < b->count || 2 * b->count < a->count) return false;
  size_t shared = 0;
  for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
    int order = compare_hashes(&a->hashes[i], &b->hashes[k]);
    shared += order == 0;
    i += order <= 0;
    k += order >= 0;
  }
  return shared && 2 * shared >= a->count + b->count - shared;
}
