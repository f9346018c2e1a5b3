// first.h - which tokens a program can take next from one of its instructions on.
#ifndef PV_MATCH_FIRST_H
#define PV_MATCH_FIRST_H

#include "match/predicate.h"
#include "match/scope.h"

enum { PV_MAX_FIRST_TESTS = 4 };

typedef struct {
  const uint64_t *words; // these words, or NULL
  uint64_t chunks;       // of `words`: bit k % 64 stands for number k, if it is not empty
  uint64_t types;        // annotations of these types
  const uint32_t *tests; // what satisfies one of these predicates
  uint32_t test_count;
  bool any;    // whatever stands there; the rest says nothing
  bool at_low; // where the window starts something else may be right too: #bos is a way
} pv_first;

// Sets of words, of which each is kept once: there are thousands of firsts, of some hundred sets.
typedef struct pv_first_sets pv_first_sets;

// Goes over one program after the other. `takers` and the like have room for one number for each
// instruction of the program, and are used again for the next one.
typedef struct {
  pv_arena *arena; // of what is found
  const pv_grammar *grammar;
  pv_first_sets *sets;
  const pv_program *program;
  uint32_t room;  // instructions
  uint32_t *seen; // by instruction: the last search that came by
  uint32_t *stack;
  uint32_t *takers; // of the last search: the instructions that take the token
  uint32_t *notes;  // for whoever goes over the program
  uint32_t taker_count;
  uint32_t search;
} pv_first_finder;

pv_first_finder pv_first_finder_make(pv_arena *arena, const pv_grammar *grammar);
void pv_first_finder_turn_to(pv_first_finder *finder, const pv_program *program);

// What can be taken at `from` or, where that takes nothing, behind it.
pv_first pv_first_from(pv_first_finder *finder, uint32_t from);

// What the instruction `at`, a token or an annotation, can take.
pv_first pv_first_at(pv_first_finder *finder, uint32_t at);

static inline bool pv_first_has_word(const uint64_t *words, uint32_t word) {
  return words[word / 64] >> (word % 64) & 1;
}

// Does one of them stand at `at`?
static inline bool pv_first_is_at(const pv_first *first, pv_tester *tester, const pv_scope *scope,
                                  uint32_t at) {
  const pv_token *token = &scope->tokens[at];
  if (first->any || scope->starts[at] & first->types) return true;
  if (first->words && pv_first_has_word(first->words, token->word)) return true;
  for (uint32_t i = 0; i < first->test_count; i++)
    if (pv_predicate_test(tester, first->tests[i], token)) return true;
  return false;
}

// The first place from `at` on where one of them stands, or `high`.
uint32_t pv_first_next(const pv_first *first, pv_tester *tester, const pv_scope *scope, uint32_t at,
                       uint32_t high);

#endif
