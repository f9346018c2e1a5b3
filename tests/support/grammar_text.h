// grammar_text.h - grammars for tests, from the parts that a test is about.
#ifndef PV_TEST_GRAMMAR_TEXT_H
#define PV_TEST_GRAMMAR_TEXT_H

#include "base/str.h"
#include "grammar/grammar.h"

// The bytes of a grammar with `declarations` on line 2 and one clause rule, R, whose children are
// on line 3. NUL-terminated.
pv_str pv_test_grammar(pv_arena *arena, const char *declarations, const char *children);

// A rule whose <match> is `expression` starts with this, so its column is the size plus one.
#define PV_TEST_MATCH "<match>"

#endif
