// predicate.h - testing one token against the predicates of a grammar.
#ifndef PV_MATCH_PREDICATE_H
#define PV_MATCH_PREDICATE_H

#include "grammar/grammar.h"
#include "text/token.h"

typedef struct pv_regexes pv_regexes;

// `text` is what the tokens are offsets into; set it before tokens of another text are tested.
typedef struct {
  const pv_predicate *items;
  pv_regexes *regexes; // answers of regular expressions on words that are not in the vocabulary
  pv_str text;
} pv_tester;

enum {
  PV_MAX_PREDICATE_DEPTH = 64, // of AND, OR and NOT in one another; what is deeper is false
  PV_MAX_REGEX_TOKEN = 64,     // folded bytes; no regular expression matches a longer token
};

void pv_tester_init(pv_tester *tester, pv_arena *arena, const pv_predicate *items);

// The kinds other than PV_PREDICATE_WORDS.
bool pv_predicate_test_slow(pv_tester *tester, uint32_t predicate, const pv_token *token);

static inline bool pv_predicate_test(pv_tester *tester, uint32_t predicate, const pv_token *token) {
  const pv_predicate *p = &tester->items[predicate];
  if (p->kind == PV_PREDICATE_WORDS) return p->words[token->word / 64] >> (token->word % 64) & 1;
  return p->kind == PV_PREDICATE_ANY || pv_predicate_test_slow(tester, predicate, token);
}

#endif
