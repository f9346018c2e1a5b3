// check_grammar.h - what holds for every grammar that loads.
#ifndef PV_TEST_CHECK_GRAMMAR_H
#define PV_TEST_CHECK_GRAMMAR_H

#include "grammar/grammar.h"

// Aborts where a number in a program or predicate leads out of its list.
void pv_test_check_grammar(const pv_grammar *grammar);

#endif
