// weights.h - a grammar with a file of weights, for tests.
#ifndef PV_SUPPORT_WEIGHTS_H
#define PV_SUPPORT_WEIGHTS_H

#include "grammar/grammar.h"

// A frame Sale with the kinds `sale` and `gift`, two rules, and weights for `sale` from a file of
// the lines `weights`. NULL with `err` where it does not load.
pv_grammar *pv_test_weighed_grammar(const char *weights, pv_error *err);

// The same with other attributes of <weights>.
pv_grammar *pv_test_weights_element(const char *attributes, const char *weights, pv_error *err);

#endif
