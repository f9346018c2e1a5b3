// diff.h - the steps from two reports to what changed between them.
//
//   in:  two reports
//   out: a pv_diff: clauses are matched (match.c), their slots compared (slot.c), then facts and
//        findings
#ifndef PV_DIFF_DIFF_H
#define PV_DIFF_DIFF_H

#include <proviso/diff.h>

#include "base/vector.h"
#include "report/report.h"

#define PV_NO_CLAUSE SIZE_MAX

// For each clause of one report the clause of the other one that it became, or PV_NO_CLAUSE.
typedef struct {
  size_t *after;  // by index in the old report
  size_t *before; // by index in the new report
} pv_clause_pairs;

pv_clause_pairs pv_clauses_pair(pv_arena *arena, const pv_report *before, const pv_report *after);

// The slots of the two clauses that do not say the same.
typedef PV_VECTOR(pv_slot_change) pv_slot_changes;
pv_slot_changes pv_slots_compare(pv_arena *arena, const pv_clause *before, const pv_clause *after);

#endif
