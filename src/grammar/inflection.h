// inflection.h - the forms of an English word: what `~word` and fold="stem" stand for.
//
// Forms come from rules of spelling and a table of irregular families. They are made when a grammar
// is compiled, so nothing is stemmed at run time; a form that no text has does no harm.
#ifndef PV_GRAMMAR_INFLECTION_H
#define PV_GRAMMAR_INFLECTION_H

#include "base/str.h"

enum { PV_MAX_FORMS = 16 };

// Fills `forms` with the word itself and its other forms and returns how many. `word` is folded;
// the forms are in `arena`.
size_t pv_inflection_forms(pv_arena *arena, pv_str word, pv_str forms[PV_MAX_FORMS]);

#endif
