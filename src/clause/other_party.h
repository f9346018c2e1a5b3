// other_party.h - the side that a clause of a two-party contract leaves out.
#ifndef PV_CLAUSE_OTHER_PARTY_H
#define PV_CLAUSE_OTHER_PARTY_H

#include "report/report.h"

// Where the document has exactly two parties and the clause names one of them in one of its two
// party slots, the empty one receives the other, inherited from where the document names it.
// `slots` are those of `frame` by number, filled as far as the clause goes.
void pv_clause_fill_other_party(const pv_report *report, const pv_frame *frame, pv_slot *slots);

#endif
