// word.h - the word of ASCII at the start of 16 bytes: its length, its case and its folded form,
// which is its key in the vocabulary.
//
// Words are nearly all of a text, so this takes no branch: with vectors of 16 bytes where the
// processor is known to have them, else byte by byte. Both give the same.
#ifndef PV_TEXT_WORD_H
#define PV_TEXT_WORD_H

#if defined(__SSE2__) && !defined(PV_NO_VECTORS)
#define PV_HAS_VECTORS 1
#include <emmintrin.h>
#else
#define PV_HAS_VECTORS 0
#endif

#include "text/lookup.h"
#include "text/token.h"

typedef struct {
  uint32_t size; // of the run of letters and digits, 16 where it may go on
  pv_token_case letters;
  pv_word_key key;
} pv_word;

// Bit `i` of a set stands for byte `i`; all are bytes of the word.
typedef struct {
  uint32_t all;
  uint32_t letters;
  uint32_t uppers;
} pv_word_sets;

static inline pv_token_case pv_word_case(pv_word_sets in) {
  static const uint8_t cases[8] = {PV_CASE_MIXED,   PV_CASE_LOWER, PV_CASE_CAPITAL,
                                   PV_CASE_MIXED,   PV_CASE_UPPER, PV_CASE_MIXED,
                                   PV_CASE_CAPITAL, // a single letter
                                   PV_CASE_MIXED};
  uint32_t is = (uint32_t)(in.uppers == 0) | (uint32_t)(in.uppers == 1) << 1 |
                (uint32_t)(in.uppers == in.letters) << 2;
  return (pv_token_case)(in.letters == in.all ? cases[is] : PV_CASE_MIXED);
}

#if PV_HAS_VECTORS

// Which bytes of `bytes` are at least `first`, and fewer than `count` from it.
static inline __m128i pv_word_range(__m128i bytes, char first, int count) {
  __m128i from_least = _mm_add_epi8(bytes, _mm_set1_epi8((char)(-128 - first)));
  return _mm_cmplt_epi8(from_least, _mm_set1_epi8((char)(-128 + count)));
}

static inline pv_word pv_word_read(const char *at) {
  static const uint8_t ones_and_zeros[32] = {255, 255, 255, 255, 255, 255, 255, 255,
                                             255, 255, 255, 255, 255, 255, 255, 255};
  __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at);
  __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  __m128i letters = pv_word_range(folded, 'a', 26);
  uint32_t alnum =
      (uint32_t)_mm_movemask_epi8(_mm_or_si128(letters, pv_word_range(bytes, '0', 10)));
  uint32_t lower_bits = (uint32_t)_mm_movemask_epi8(_mm_slli_epi16(bytes, 2));
  uint32_t size = (uint32_t)__builtin_ctz(~alnum), all = (1u << size) - 1;
  uint32_t in_letters = (uint32_t)_mm_movemask_epi8(letters) & all;
  const void *keep = ones_and_zeros + 16 - size;
  __m128i key = _mm_and_si128(folded, _mm_loadu_si128(keep));
  return (pv_word){
      .size = size,
      .letters = pv_word_case((pv_word_sets){all, in_letters, in_letters & ~lower_bits}),
      .key = {(uint64_t)_mm_cvtsi128_si64(key),
              (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(key, key))},
  };
}

#else

static inline pv_word pv_word_read(const char *at) {
  pv_word_sets sets = {0};
  uint64_t halves[2] = {0};
  uint32_t size = 0;
  for (; size < PV_KEY_SIZE; size++) {
    unsigned char byte = (unsigned char)at[size], folded = byte | 0x20;
    bool letter = folded >= 'a' && folded <= 'z';
    if (!letter && !(byte >= '0' && byte <= '9')) break;
    sets.all |= 1u << size;
    sets.letters |= (uint32_t)letter << size;
    sets.uppers |= (uint32_t)(letter && byte != folded) << size;
    halves[size / 8] |= (uint64_t)folded << size % 8 * 8;
  }
  return (pv_word){size, pv_word_case(sets), {halves[0], halves[1]}};
}

#endif

#endif
