// lookup.h - the inside of the vocabulary, for the tokenizer: finding a word by its first 16 bytes.
//
// A word of up to 16 bytes is two numbers, so that telling words apart takes no loop. The table
// holds a tag of the hash beside the id and nothing else: it stays small enough for the first
// cache.
#ifndef PV_TEXT_LOOKUP_H
#define PV_TEXT_LOOKUP_H

#include <string.h>

#include "base/str.h"
#include "text/vocabulary.h"

// The first 16 bytes of a folded word, the first byte lowest, zeros behind its end.
typedef struct {
  uint64_t low;
  uint64_t high;
} pv_word_key;

enum { PV_KEY_SIZE = 16, PV_TAG_SHIFT = 20 };

struct pv_vocabulary {
  pv_arena *arena;
  pv_word_key *keys; // by id, like the two that follow
  pv_str *words;
  uint16_t *traits;
  uint32_t count; // of ids, shapes included
  uint32_t capacity;
  uint32_t *table;     // tag << PV_TAG_SHIFT | id, 0 where free; at most half full
  uint32_t mask;       // slots of the table, less one
  uint32_t marks[128]; // ids of the words of one byte, 0 where there is none
};

static inline uint64_t pv_load_little(const char *at) {
  const unsigned char *b = (const unsigned char *)at;
  return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
         (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

static inline pv_word_key pv_word_key_of(pv_str word) {
  char bytes[PV_KEY_SIZE] = {0};
  memcpy(bytes, word.data, word.size < PV_KEY_SIZE ? word.size : PV_KEY_SIZE);
  return (pv_word_key){pv_load_little(bytes), pv_load_little(bytes + 8)};
}

static inline uint64_t pv_word_key_hash(pv_word_key key) {
  uint64_t h = (key.low ^ key.high * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
  return h ^ h >> 32;
}

static inline uint32_t pv_word_hash_tag(uint64_t hash) {
  return (uint32_t)(hash >> 52) << PV_TAG_SHIFT;
}

// The id of the word with this key, or 0. `word` is only looked at where it has more than 16 bytes.
static inline uint32_t pv_vocabulary_lookup(const pv_vocabulary *v, pv_word_key key, pv_str word) {
  uint64_t hash = pv_word_key_hash(key);
  uint32_t tag = pv_word_hash_tag(hash);
  for (uint32_t slot = (uint32_t)hash & v->mask;; slot = (slot + 1) & v->mask) {
    uint32_t entry = v->table[slot];
    if (entry == 0) return 0;
    if ((entry ^ tag) >= PV_MAX_WORDS) continue;
    uint32_t id = entry & (PV_MAX_WORDS - 1);
    if (v->keys[id].low != key.low || v->keys[id].high != key.high) continue;
    // With less than 16 bytes the key is all of it.
    if (!(key.high >> 56)) return id;
    if (word.size <= PV_KEY_SIZE ? v->words[id].size <= PV_KEY_SIZE
                                 : pv_str_equal(v->words[id], word))
      return id;
  }
}

// Fills in the words of the text stage with their traits: vocabulary_words.c.
void pv_vocabulary_add_traits(pv_vocabulary *vocabulary);

#endif
