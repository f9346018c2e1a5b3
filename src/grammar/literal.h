// literal.h - words of a grammar as the tokens that a document would have for them.
#ifndef PV_GRAMMAR_LITERAL_H
#define PV_GRAMMAR_LITERAL_H

#include "grammar/loader.h"
#include "grammar/node.h"
#include "text/token.h"

typedef struct {
  uint32_t id;    // of the folded word, in the vocabulary
  pv_str surface; // as written
  uint8_t kind;   // pv_token_kind
} pv_literal_token;

typedef struct {
  const pv_literal_token *items;
  size_t count;
} pv_literal;

// The tokens of `text`, whose words join the vocabulary. In scratch memory.
pv_literal pv_literal_read(pv_loader *loader, pv_str text);

// How the words of a literal match.
typedef enum {
  PV_FOLD_CASE,
  PV_FOLD_STEM,  // in any form of the word
  PV_FOLD_EXACT, // as written
} pv_fold;

// The draft predicate for one token.
uint32_t pv_literal_predicate(pv_loader *loader, pv_literal_token token, pv_fold fold);

// The word set for one token; not for PV_FOLD_EXACT.
pv_word_set pv_literal_words(pv_loader *loader, pv_literal_token token, pv_fold fold);

// A bare word of an expression or an entry, in all its spellings: "non-exclusive" is found with the
// hyphen, with a blank and in one. Each is a sequence of draft predicates.
typedef struct {
  uint32_t *items;
  size_t count;
} pv_spelling;
enum { PV_MAX_SPELLINGS = 3 };
size_t pv_literal_spellings(pv_loader *loader, pv_str word, pv_fold fold,
                            pv_spelling spellings[PV_MAX_SPELLINGS]);

// `text` with each doubled `mark` as one: the inside of a quotation.
pv_str pv_literal_unquote(pv_arena *arena, pv_str text, char mark);

#endif
