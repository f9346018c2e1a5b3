// other_party.h - the side that a clause of a two-party contract leaves out.
#ifndef PV_CLAUSE_OTHER_PARTY_H
#define PV_CLAUSE_OTHER_PARTY_H

#include "report/report.h"

// Where one of the two party slots of a clause is empty, or holds a role that is no alias: in a
// contract of two parties it receives the other one than the one in the other slot, and what binds
// each party binds it to each. `slots` are those of `frame` by number, filled as far as the clause
// goes.
void pv_clause_fill_other_party(const pv_report *report, const pv_frame *frame, pv_slot *slots);

#endif
