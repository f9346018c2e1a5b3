#include "text/vocabulary.h"

#include "base/hash.h"
#include "text/lookup.h"

enum { FIRST_SLOTS = 16384, SLOTS_PER_WORD = 8, FIRST_CAPACITY = 2048 };

static pv_word_key key_of(pv_str word) {
  char bytes[PV_KEY_SIZE] = {0};
  memcpy(bytes, word.data, word.size < PV_KEY_SIZE ? word.size : PV_KEY_SIZE);
  pv_word_key key = {pv_load_little(bytes), pv_load_little(bytes + 8)};
  if (word.size > PV_KEY_SIZE)
    key.high = pv_hash_add(PV_HASH_START, (pv_str){word.data + 8, word.size - 8});
  return key;
}

static void put(pv_vocabulary *v, uint32_t id) {
  uint32_t slot = pv_word_key_hash(v->keys[id]);
  while (v->table[slot & v->mask]) slot++;
  v->table[slot & v->mask] = id;
}

static void make_table(pv_vocabulary *v, uint32_t slots) {
  v->table = PV_NEW_ARRAY(v->arena, uint32_t, slots);
  v->mask = slots - 1;
  for (uint32_t id = PV_WORD_FIRST; id < v->count; id++) put(v, id);
}

static void grow(pv_vocabulary *v) {
  uint32_t old = v->capacity;
  v->capacity = old ? old * 2 : FIRST_CAPACITY;
  v->keys = pv_arena_grow(v->arena, v->keys, old * sizeof *v->keys, v->capacity * sizeof *v->keys);
  v->words =
      pv_arena_grow(v->arena, v->words, old * sizeof *v->words, v->capacity * sizeof *v->words);
  v->traits =
      pv_arena_grow(v->arena, v->traits, old * sizeof *v->traits, v->capacity * sizeof *v->traits);
}

pv_vocabulary *pv_vocabulary_new(pv_arena *arena) {
  pv_vocabulary *v = PV_NEW(arena, pv_vocabulary);
  v->arena = arena;
  v->count = PV_WORD_FIRST;
  grow(v);
  make_table(v, FIRST_SLOTS);
  pv_vocabulary_add_traits(v);
  return v;
}

uint32_t pv_vocabulary_find(const pv_vocabulary *vocabulary, pv_str folded) {
  if (folded.size == 0) return PV_SHAPE_LOWER;
  uint32_t id = pv_vocabulary_lookup(vocabulary, key_of(folded), 0);
  return id && pv_str_equal(vocabulary->words[id], folded) ? id : 0;
}

uint32_t pv_vocabulary_add(pv_vocabulary *v, pv_str folded) {
  if (folded.size == 0) return PV_SHAPE_LOWER;
  pv_word_key key = key_of(folded);
  uint32_t found = pv_vocabulary_lookup(v, key, 0);
  // Two long words with the same hash cannot be told apart: the second is not added.
  if (found) return pv_str_equal(v->words[found], folded) ? found : PV_SHAPE_LOWER;
  if (v->count == PV_MAX_WORDS) return PV_SHAPE_LOWER;
  if (v->count == v->capacity) grow(v);
  uint32_t id = v->count++;
  v->words[id] = pv_str_copy(v->arena, folded);
  v->keys[id] = key;
  unsigned char first = (unsigned char)folded.data[0];
  if (folded.size == 1 && first < 128) v->marks[first] = id;
  if (v->count > (v->mask + 1) / SLOTS_PER_WORD)
    make_table(v, (v->mask + 1) * 2);
  else
    put(v, id);
  return id;
}

pv_str pv_vocabulary_word(const pv_vocabulary *vocabulary, uint32_t id) {
  return id < vocabulary->count && vocabulary->words[id].data ? vocabulary->words[id] : PV_STR("");
}

uint32_t pv_vocabulary_size(const pv_vocabulary *vocabulary) { return vocabulary->count; }

const uint16_t *pv_vocabulary_traits(const pv_vocabulary *vocabulary) { return vocabulary->traits; }
