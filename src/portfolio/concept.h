// concept.h - a thing that is promised, by its words, its definition and what that leaves out.
#ifndef PV_PORTFOLIO_CONCEPT_H
#define PV_PORTFOLIO_CONCEPT_H

#include "portfolio/promise.h"

// What `slot` of `clause` says; its text is empty where the slot is missing.
pv_concept pv_concept_read(pv_arena *arena, const pv_report *report, const pv_clause *clause,
                           size_t document, const char *slot);

// The defined term that `words` name, the longest one, of several that of the exhibit; or NULL.
// Names of parties are none.
const pv_defined_term *pv_concept_term(pv_arena *arena, const pv_report *report, pv_bag words,
                                       pv_str exhibit);

// What the report says about what `term` means.
void pv_concept_define(pv_arena *arena, const pv_report *report, const pv_defined_term *term,
                       size_t document, pv_concept *concept);

#endif
