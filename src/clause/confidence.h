// confidence.h - how sure a clause is, and why.
#ifndef PV_CLAUSE_CONFIDENCE_H
#define PV_CLAUSE_CONFIDENCE_H

#include "clause/clause.h"
#include "clause/group.h"

// Sets the points and the evidence of a clause that is made of `matches`. Where the grammar weighs
// its kind, the evidence is rules and cues, adds up to a score in twentieths of a logit, and a
// table gives the points; else each rule adds some. False where they are fewer than `least`: then
// nobody will ask for the evidence.
bool pv_clause_add_evidence(pv_report *report, pv_clause *clause, const pv_findings *findings,
                            const pv_match_group *matches, int least);

#endif
