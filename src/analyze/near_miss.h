// near_miss.h - the examples that stand within an example that fires.
//
//   in:  <fire needs="appoints distributor">Supplier appoints Buyer <not>;</not> as
//   distributor</fire> out: examples that stay quiet: without each of the words that it needs, with
//   another word for
//        it, and with each of the additions that spoil it
#ifndef PV_ANALYZE_NEAR_MISS_H
#define PV_ANALYZE_NEAR_MISS_H

#include "grammar/grammar.h"

typedef struct {
  const pv_example *items;
  size_t count;
} pv_examples;

// The examples of `rule` in their order, each with its near misses behind it. In `arena`.
pv_examples pv_examples_of(pv_arena *arena, const pv_rule *rule);

// The example without the word at `at`; and with another word for it.
pv_example pv_near_miss_without(pv_arena *arena, const pv_example *example, pv_span at);
pv_example pv_near_miss_other(pv_arena *arena, const pv_example *example, pv_span at);

// The example with `addition`.
pv_example pv_near_miss_with(pv_arena *arena, const pv_example *example,
                             const pv_example_addition *addition);

#endif
