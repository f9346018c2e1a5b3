// mutation.h - which mutants of rules their own examples notice.
#ifndef PV_ANALYZE_MUTATION_H
#define PV_ANALYZE_MUTATION_H

#include "grammar/variant.h"

// Fills `killed`, one for each mutant: does an example of its rule end otherwise than with the rule
// itself? `threads` share the work; the answer does not depend on them. False where there is no
// memory.
bool pv_mutation_run(const pv_grammar *grammar, const pv_mutants *mutants, size_t threads,
                     bool *killed);

#endif
