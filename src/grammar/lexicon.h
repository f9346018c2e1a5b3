// lexicon.h - word lists: entries of one or more words.
#ifndef PV_GRAMMAR_LEXICON_H
#define PV_GRAMMAR_LEXICON_H

#include "grammar/expression.h"
#include "grammar/literal.h"

enum { PV_MAX_ENTRY = 12 }; // words of an entry

// An entry in one of its spellings: draft predicates, one a token.
typedef struct {
  const uint32_t *items;
  uint32_t count;
} pv_entry;

struct pv_lexicon {
  PV_VECTOR(pv_entry) entries;
  const pv_node *node;          // the longest entry that is there
  uint32_t one_word;            // draft predicate for its entries of one word, or PV_NO_PREDICATE
  pv_str phrase;                // an entry of several words, or empty
  const pv_module *phrase_from; // the file that added it to the lexicon; NULL: that of the lexicon
};

// Reads the entries of `element` (and of the file it names); NULL where one is wrong, which is
// reported.
const pv_lexicon *pv_lexicon_read(pv_loader *loader, const pv_module *module,
                                  const pv_element *element);

// The entries as a tree: a choice by the first word, then by the second, longer ones first.
const pv_node *pv_lexicon_tree(pv_loader *loader, pv_lexicon *lexicon);

#endif
