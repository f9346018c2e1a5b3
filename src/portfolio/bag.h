// bag.h - what is compared of a name or a phrase: its words without case, plural and marks.
//
// British and American spellings of a word are one, and so are straight and curly quotation marks.
#ifndef PV_PORTFOLIO_BAG_H
#define PV_PORTFOLIO_BAG_H

#include "base/arena.h"
#include "text/vocabulary.h"

typedef struct {
  const pv_str *items;
  size_t count;
} pv_bag;

// The words of `text` that carry meaning, in their order, the first of each that comes twice: not
// "the", "of", "and". At most PV_MOST_WORDS.
enum { PV_MOST_WORDS = 96 };
pv_bag pv_bag_read(pv_arena *arena, const pv_vocabulary *vocabulary, pv_str text);

// The name of a company as it is compared: "Meridia Labs, Inc." and "MERIDIA LABS INC" are both
// "meridia labs". Empty where nothing but a corporate form is left.
pv_str pv_name_key(pv_arena *arena, const pv_vocabulary *vocabulary, pv_str name);

// Is the word, in the form of a bag, one of those of a key?
bool pv_name_has(pv_str key, pv_str word);

bool pv_bag_has(pv_bag words, pv_str word);

// How many of `some` are among `all`.
size_t pv_bag_shared(pv_bag some, pv_bag all);

// Are all of `some` among `all`? False if there are none.
bool pv_bag_within(pv_bag some, pv_bag all);

// Do all of `some` stand in `all` one behind the other? False if there are none.
bool pv_bag_has_run(pv_bag all, pv_bag some);

// The same words, in any order.
bool pv_bag_equal(pv_bag a, pv_bag b);

// `text` without the articles and prepositions that it starts with, in one line of at most `size`
// bytes, with " …" where it is longer.
pv_str pv_phrase_of(pv_arena *arena, const pv_vocabulary *vocabulary, pv_str text, size_t size);

// `text` as it stands, in one line of at most `size` bytes, with " …" where it is longer.
pv_str pv_line_of(pv_arena *arena, pv_str text, size_t size);

#endif
