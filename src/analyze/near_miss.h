// near_miss.h - the examples that stand within an example.
//
//   in:  <fire>Supplier {appoints | engages} Buyer {!;} as {distributor}.</fire>
//   out: it and its other readings, which fire; and its near misses, where it does not hold:
//        without each of the words that it needs, with another word for it, and with each of the
//        additions that spoil it
#ifndef PV_ANALYZE_NEAR_MISS_H
#define PV_ANALYZE_NEAR_MISS_H

#include "grammar/grammar.h"

typedef struct {
  const pv_example *items;
  size_t count;
} pv_examples;

// The examples of `rule` in their order, each with its readings and near misses behind it. In
// `arena`. A near miss is a quiet example with the marks and values of the one that it is made of:
// it holds too where the rule fires, but fills them otherwise.
pv_examples pv_examples_of(pv_arena *arena, const pv_rule *rule);

// The example without the word at `at`, which holds only where the rule stays quiet if the word is
// all that a mark is about; with another word for it; and with other words.
pv_example pv_near_miss_without(pv_arena *arena, const pv_example *example, pv_span at);
pv_example pv_near_miss_other(pv_arena *arena, const pv_example *example, pv_span at);
pv_example pv_example_reading(pv_arena *arena, const pv_example *example, pv_span at, pv_str words);

// The example with `addition`.
pv_example pv_near_miss_with(pv_arena *arena, const pv_example *example,
                             const pv_example_addition *addition);

#endif
