// start.h - which tokens a match of a program can start with, so that others are passed over.
#ifndef PV_MATCH_START_H
#define PV_MATCH_START_H

#include "match/predicate.h"
#include "match/scope.h"

enum { PV_MAX_START_TESTS = 4, PV_MAX_START_PAIRS = 8 };

typedef struct pv_start_pair pv_start_pair;

typedef struct {
  bool any;                           // it may start anywhere; the rest says nothing
  const uint64_t *words;              // words it may start with, or NULL
  uint64_t types;                     // annotation types
  uint32_t tests[PV_MAX_START_TESTS]; // other predicates
  uint32_t test_count;
  const pv_start_pair *pairs; // if there are some, one of them has to hold too
  uint32_t pair_count;
} pv_start;

// A way to start: an instruction, and what the token behind it may be.
struct pv_start_pair {
  pv_instruction first;
  pv_start second;
};

// Looks `program` through. `size` is that of the vocabulary.
pv_start pv_start_find(pv_arena *arena, const pv_program *program, const pv_predicate *predicates,
                       uint32_t size);

bool pv_start_test_slow(const pv_start *start, pv_tester *tester, const pv_token *token);
bool pv_start_test_pairs(const pv_start *start, pv_tester *tester, const pv_scope *scope,
                         uint32_t at, uint32_t high);

// May the first token of a match stand at `at`, as far as that token tells?
static inline bool pv_start_test_first(const pv_start *start, pv_tester *tester,
                                       const pv_scope *scope, uint32_t at) {
  uint32_t word = scope->tokens[at].word;
  if (start->any || scope->starts[at] & start->types) return true;
  if (start->words && start->words[word / 64] >> (word % 64) & 1) return true;
  return start->test_count && pv_start_test_slow(start, tester, &scope->tokens[at]);
}

// May a match start at position `at`, in a window that ends at `high` behind it?
static inline bool pv_start_test(const pv_start *start, pv_tester *tester, const pv_scope *scope,
                                 uint32_t at, uint32_t high) {
  return pv_start_test_first(start, tester, scope, at) &&
         (start->pair_count == 0 || pv_start_test_pairs(start, tester, scope, at, high));
}

#endif
