#include "text/vocabulary.h"

#include "text/lookup.h"

enum { FIRST_SLOTS = 4096, FIRST_CAPACITY = 2048 };

static void put(pv_vocabulary *v, uint32_t id) {
  uint64_t hash = pv_word_key_hash(v->keys[id]);
  uint32_t slot = (uint32_t)hash & v->mask;
  while (v->table[slot]) slot = (slot + 1) & v->mask;
  v->table[slot] = pv_word_hash_tag(hash) | id;
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
  return pv_vocabulary_lookup(vocabulary, pv_word_key_of(folded), folded);
}

uint32_t pv_vocabulary_add(pv_vocabulary *v, pv_str folded) {
  uint32_t found = pv_vocabulary_find(v, folded);
  if (found || folded.size == 0) return found;
  if (v->count == PV_MAX_WORDS) return PV_SHAPE_LOWER;
  if (v->count == v->capacity) grow(v);
  uint32_t id = v->count++;
  v->words[id] = pv_str_copy(v->arena, folded);
  v->keys[id] = pv_word_key_of(folded);
  unsigned char first = (unsigned char)folded.data[0];
  if (folded.size == 1 && first < 128) v->marks[first] = id;
  if (v->count > (v->mask + 1) / 2)
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
