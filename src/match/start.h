// start.h - which tokens a match of a program can start with, so that others are passed over.
#ifndef PV_MATCH_START_H
#define PV_MATCH_START_H

#include "match/predicate.h"
#include "match/scope.h"

enum { PV_MAX_START_TESTS = 4, PV_MAX_START_PAIRS = 8 };

typedef struct pv_start pv_start;
typedef struct pv_start_pair pv_start_pair;

struct pv_start {
  bool any;                           // it may start anywhere; the rest says nothing
  const uint64_t *words;              // words it may start with, or NULL
  uint64_t types;                     // annotation types
  uint32_t tests[PV_MAX_START_TESTS]; // other predicates
  uint32_t test_count;
  const pv_start_pair *pairs; // if there are some, one of them has to hold too
  uint32_t pair_count;
  const pv_start *const *behind_gaps; // by instruction, for a gap: what may follow it, or NULL for
                                      // anything; NULL: no gap tells
};

// A way to start: what the first token may be, and the one behind it, or behind the annotation.
struct pv_start_pair {
  pv_start first;
  pv_start second;
};

// May the first token of a match stand at `at`, as far as that token tells?
bool pv_start_allows(const pv_start *start, pv_tester *tester, const pv_scope *scope, uint32_t at);

// Looks `program` through. `size` is that of the vocabulary.
pv_start pv_start_find(pv_arena *arena, const pv_program *program, const pv_predicate *predicates,
                       uint32_t size);

// The first position from `from` on where a match may start, in a window that ends at `high`;
// behind the window if there is none.
uint32_t pv_start_next(const pv_start *start, pv_tester *tester, const pv_scope *scope,
                       uint32_t from, uint32_t high);

// The lowest bit of a set that is not empty, by a de Bruijn sequence: every six bits of it differ.
static inline uint32_t pv_lowest_bit(uint64_t bits) {
  static const uint8_t places[64] = {
      0,  1,  2,  53, 3,  7,  54, 27, 4,  38, 41, 8,  34, 55, 48, 28, 62, 5,  39, 46, 44, 42,
      22, 9,  24, 35, 59, 56, 49, 18, 29, 11, 63, 52, 6,  26, 37, 40, 33, 47, 61, 45, 43, 21,
      23, 58, 17, 10, 51, 25, 36, 32, 60, 20, 57, 16, 50, 31, 19, 15, 30, 14, 13, 12};
  return places[((bits & (~bits + 1)) * UINT64_C(0x022FDD63CC95386D)) >> 58];
}

#endif
