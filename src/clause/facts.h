// facts.h - what holds for the whole document: its title, its dates, its parties and its terms.
#ifndef PV_CLAUSE_FACTS_H
#define PV_CLAUSE_FACTS_H

#include "clause/clause.h"

// Fills `report->facts`, `report->parties` and `report->terms`.
void pv_facts_find(pv_report *report, const pv_findings *findings);

#endif
