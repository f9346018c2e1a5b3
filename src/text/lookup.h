// lookup.h - the inside of the vocabulary, for the tokenizer: finding a word by its first 16 bytes.
//
// A word of up to 16 bytes is two numbers, so that telling words apart takes no loop. The table
// holds ids and is mostly empty, so that the first slot nearly always decides; which of the two it
// is, a known word or none, is chosen without a branch, for that cannot be foreseen.
#ifndef PV_TEXT_LOOKUP_H
#define PV_TEXT_LOOKUP_H

#include <string.h>

#include "base/str.h"
#include "text/vocabulary.h"

// The first 16 bytes of a folded word, the first byte lowest, zeros behind its end; the key of a
// longer word has its first 8 bytes and a hash of the others.
typedef struct {
  uint64_t low;
  uint64_t high;
} pv_word_key;

enum { PV_KEY_SIZE = 16 };

struct pv_vocabulary {
  pv_arena *arena;
  pv_word_key *keys; // by id, like the two that follow
  pv_str *words;
  uint16_t *traits;
  uint32_t count; // of ids, shapes included
  uint32_t capacity;
  uint32_t *table;     // ids, 0 where free; at most an eighth of it is full
  uint32_t mask;       // slots of the table, less one
  uint32_t marks[128]; // ids of the words of one byte, 0 where there is none
};

static inline uint64_t pv_load_little(const char *at) {
  const unsigned char *b = (const unsigned char *)at;
  return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
         (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

static inline uint32_t pv_word_key_hash(pv_word_key key) {
  return (uint32_t)((key.low ^ key.high * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u >> 32);
}

// The id of the word with this key, or `other`. It may be another word if it has more than 16
// bytes.
static inline uint32_t pv_vocabulary_lookup(const pv_vocabulary *v, pv_word_key key,
                                            uint32_t other) {
  for (uint32_t slot = pv_word_key_hash(key);; slot++) {
    uint32_t id = v->table[slot & v->mask];
    bool same = ((v->keys[id].low ^ key.low) | (v->keys[id].high ^ key.high)) == 0;
    // All ones where it is another word, or none.
    uint32_t differs = (uint32_t)same - 1;
    if (!(id & differs)) return id | (other & differs);
  }
}

// Fills in the words of the text stage with their traits: vocabulary_words.c.
void pv_vocabulary_add_traits(pv_vocabulary *vocabulary);

#endif
