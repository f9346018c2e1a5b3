// check.h - the ambiguity checks: one file each, one row each in the table of check.c.
//
//   in:  the report with its clauses, and what the stages found
//   out: ambiguities in the report, sorted by place
#ifndef PV_AMBIGUITY_CHECK_H
#define PV_AMBIGUITY_CHECK_H

#include "clause/clause.h"

typedef struct pv_checking pv_checking;

// A finding before it gets its id and fingerprint. `clause` and `slot` may be NULL.
typedef struct {
  pv_severity severity;
  const pv_clause *clause;
  const char *slot;
  pv_span span;
  pv_str message;
  pv_str suggestion;
  const pv_related *related;
  size_t related_count;
} pv_finding;

typedef struct {
  const char *code;     // DEF001
  const char *name;     // undefined_scope_term
  const char *category; // ambiguity, vagueness, gap, conflict, mistake
  const char *title;    // one line for people
  void (*run)(pv_checking *checking);
} pv_check;

struct pv_checking {
  pv_arena *arena;
  const pv_report *report;
  const pv_findings *findings;
  const pv_check *check; // the one that runs
  bool lint;
};

// All checks, in the order of their codes.
const pv_check *pv_checks(size_t *count);

// Called by a check for each finding.
void pv_checking_add(pv_checking *checking, pv_finding finding);

// Runs all checks and fills `report->ambiguities`.
void pv_ambiguities_find(pv_report *report, const pv_findings *findings, bool lint);

#endif
