// start.h - which tokens a match of a program can start with, so that others are passed over.
#ifndef PV_MATCH_START_H
#define PV_MATCH_START_H

#include "match/predicate.h"
#include "match/scope.h"

enum { PV_MAX_START_TESTS = 4 };

typedef struct {
  bool any;                           // it may start anywhere; the rest says nothing
  const uint64_t *words;              // words it may start with, or NULL
  uint64_t types;                     // annotation types
  uint32_t tests[PV_MAX_START_TESTS]; // other predicates
  uint32_t test_count;
} pv_start;

// Looks `program` through. `size` is that of the vocabulary.
pv_start pv_start_find(pv_arena *arena, const pv_program *program, const pv_predicate *predicates,
                       uint32_t size);

bool pv_start_test_slow(const pv_start *start, pv_tester *tester, const pv_token *token);

// May a match start at position `at`, which is smaller than the count of the scope?
static inline bool pv_start_test(const pv_start *start, pv_tester *tester, const pv_scope *scope,
                                 uint32_t at) {
  uint32_t word = scope->tokens[at].word;
  if (start->any || scope->starts[at] & start->types) return true;
  if (start->words && start->words[word / 64] >> (word % 64) & 1) return true;
  return start->test_count && pv_start_test_slow(start, tester, &scope->tokens[at]);
}

#endif
