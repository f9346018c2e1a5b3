// predicate.h - tests on one token while a grammar is compiled: each kept once, however often it is
// written. A draft becomes a predicate of the grammar when a program first uses it.
#ifndef PV_GRAMMAR_PREDICATE_H
#define PV_GRAMMAR_PREDICATE_H

#include "grammar/grammar.h"
#include "grammar/word_set.h"

typedef struct pv_predicates pv_predicates;

// `arena` is that of the grammar, `scratch` lasts as long as the compiling.
pv_predicates *pv_predicates_new(pv_arena *arena, pv_arena *scratch);

// Each returns the number of a draft.
uint32_t pv_predicate_any(pv_predicates *predicates);
uint32_t pv_predicate_words(pv_predicates *predicates, pv_word_set words);
uint32_t pv_predicate_kinds(pv_predicates *predicates, uint32_t bits);
uint32_t pv_predicate_letters(pv_predicates *predicates, uint32_t bits);
uint32_t pv_predicate_exact(pv_predicates *predicates, uint32_t id, pv_str surface);
uint32_t pv_predicate_or(pv_predicates *predicates, uint32_t a, uint32_t b);
uint32_t pv_predicate_and(pv_predicates *predicates, uint32_t a, uint32_t b);
uint32_t pv_predicate_not(pv_predicates *predicates, uint32_t a);

// One of several, at least one. Words are one test; surfaces are told apart only where the word is
// one of them.
uint32_t pv_predicate_or_all(pv_predicates *predicates, const uint32_t *items, size_t count);

// PV_NO_PREDICATE with a reason in `why` where the expression is not one that is taken here.
uint32_t pv_predicate_regex(pv_predicates *predicates, pv_str pattern, const char **why);

// The code for `pattern`, freed with `arena`; or NULL, with what PCRE2 calls the error in `code`,
// which may be NULL.
void *pv_predicate_regex_compile(pv_arena *arena, pv_str pattern, int *code);

// The words of which a token that satisfies the draft has one, if that is known.
bool pv_predicate_superset(pv_predicates *predicates, uint32_t draft, pv_word_set *words);

// Is there no token that satisfies the draft, as far as can be seen?
bool pv_predicate_is_empty(pv_predicates *predicates, uint32_t draft);

// The number of the draft in the grammar's list, given when it is first asked for.
uint32_t pv_predicate_number(pv_predicates *predicates, uint32_t draft);

// Makes the list, when the vocabulary is complete.
void pv_predicates_finish(pv_predicates *predicates, pv_grammar *grammar);

#endif
