// check.h - the ambiguity checks: one file each, one row each in the table of check.c.
//
//   in:  the report with its clauses, and what the stages found
//   out: ambiguities in the report, sorted by place
#ifndef PV_AMBIGUITY_CHECK_H
#define PV_AMBIGUITY_CHECK_H

#include "clause/clause.h"

typedef struct pv_checking pv_checking;

// A finding before it gets its id and fingerprint. `clause` may be NULL, `slot` empty.
typedef struct {
  pv_severity severity;
  const pv_clause *clause;
  pv_str slot;
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

// One file each; see check.c for the table.
void pv_check_undefined_term(pv_checking *checking);
void pv_check_scope_gap(pv_checking *checking);
void pv_check_undefined_base(pv_checking *checking);
void pv_check_missing_base(pv_checking *checking);
void pv_check_words_and_figures(pv_checking *checking);
void pv_check_dangling_reference(pv_checking *checking);
void pv_check_efforts(pv_checking *checking);

// All checks, in the order of their codes.
const pv_check *pv_checks(size_t *count);

// The tokens of a clause, or of any other span: the range [*first, *end).
void pv_checking_tokens(const pv_checking *checking, pv_span span, uint32_t *first, uint32_t *end);

// The clause whose span holds `span`, or NULL; of several the one with the most confidence.
const pv_clause *pv_checking_clause_at(const pv_checking *checking, pv_span span);

// The name of the slot of `clause` (may be NULL) in whose words `span` lies, or an empty one.
pv_str pv_checking_slot_at(const pv_clause *clause, pv_span span);

// The first slot value of that name with words, or NULL.
const pv_slot_value *pv_checking_slot_value(const pv_clause *clause, const char *slot);

// "2.1", "(a)": how the clause is cited in a message, or "this clause" where it has no number.
pv_str pv_checking_place(const pv_clause *clause);

// Called by a check for each finding.
void pv_checking_add(pv_checking *checking, pv_finding finding);

// Runs all checks and fills `report->ambiguities`.
void pv_ambiguities_find(pv_report *report, const pv_findings *findings, bool lint);

#endif
