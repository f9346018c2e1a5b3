// survey.h - what the rules of a grammar find in documents: warnings that only a corpus gives.
//
//   in:  a grammar, and documents
//   out: warnings on rules that find nothing, on pairs that find the same, on parts that change
//   nothing; and which rules find something else than those of another version
#ifndef PV_ANALYZE_SURVEY_H
#define PV_ANALYZE_SURVEY_H

#include "analyze/batch.h"
#include "grammar/lint.h"

typedef struct pv_survey pv_survey;

// The survey and what it warns of is in `arena`. NULL where there is no memory.
pv_survey *pv_survey_new(pv_arena *arena, const pv_grammar *grammar);
void pv_survey_free(pv_survey *survey);

// Looks at one document more; false with `err` where it cannot be read.
bool pv_survey_add(pv_survey *survey, const char *path, pv_error *err);

// L01 finds nothing, L02 is always in the hits of another rule, L03 has the hits of another rule,
// L04 has a condition or slot that changes nothing.
void pv_survey_warn(const pv_survey *survey, pv_warnings *warnings);

// L12: are the versions of the files as far apart as what their rules are and find? `old` may have
// seen the same documents, or both none.
void pv_survey_compare(const pv_survey *survey, const pv_survey *old, pv_warnings *warnings);

#endif
