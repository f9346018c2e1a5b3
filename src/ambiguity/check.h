// check.h - the ambiguity checks: one file each, one row each in the table of check.c.
//
//   in:  the report with its clauses, and what the stages found
//   out: ambiguities in the report, sorted by place
#ifndef PV_AMBIGUITY_CHECK_H
#define PV_AMBIGUITY_CHECK_H

#include "ambiguity/mark.h"
#include "clause/clause.h"
#include "term/graph.h"

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
  const char *suggestion; // what helps, for checks that always say the same
} pv_check;

struct pv_checking {
  pv_arena *arena;   // of the report: for what a finding says
  pv_arena *scratch; // for all else
  const pv_report *report;
  const pv_findings *findings;
  const pv_term_graph *graph;
  pv_mark_index *marks;
  const pv_check *check; // the one that runs
  bool lint;             // also outside of clauses
};

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

// Is the value of the slot this one of its enumeration?
bool pv_checking_slot_is(const pv_clause *clause, const char *slot, const char *value);

// Is the clause of one of these kinds? The list ends in NULL.
bool pv_checking_is_kind(const pv_clause *clause, const char *const *kinds);
bool pv_checking_is_family(const pv_clause *clause, const char *family);

// "2.1", "(a)": how the clause is cited in a message, or "this clause" where it has no number.
pv_str pv_checking_place(const pv_clause *clause);

// The index of the sentence that the clause stands in.
uint32_t pv_checking_sentence(const pv_checking *checking, const pv_clause *clause);

// The sentences around the clause: of its section, as far as that goes.
pv_span pv_checking_surroundings(const pv_checking *checking, const pv_clause *clause);

// The style matches of a kind, and those of them that touch `span`. Those of the whole text are for
// kinds with few hits. Valid until the next call.
pv_marks pv_checking_marks(const pv_checking *checking, const char *kind);
pv_marks pv_checking_marks_in(const pv_checking *checking, const char *kind, pv_span span);

// The style matches of a kind: all in clauses, and elsewhere those with a value (see
// pv_checking_is_value); with --lint all. There may be more. `own`: of the code of the check.
pv_marks pv_checking_clause_marks(const pv_checking *checking, const char *kind);
pv_marks pv_checking_own_marks(const pv_checking *checking);
bool pv_checking_has_mark(const pv_checking *checking, const char *kind, pv_span span);

// The words that the rule of a style match captured as `name`, or all of them.
pv_span pv_checking_words(const pv_checking *checking, const pv_match *match, const char *name);

// Did the rule capture something as `value`? Then the words are a value that a clause would have,
// and count outside of clauses, too.
bool pv_checking_is_value(const pv_match *match);

// The first annotation of `type` that lies in `span`, or NULL.
const pv_annotation *pv_checking_annotation(const pv_checking *checking, uint32_t type,
                                            pv_span span);

// Does an annotation of `type` and `span` share tokens?
bool pv_checking_touches(const pv_checking *checking, uint32_t type, pv_span span);

// As the rule says, so that a pack can change it.
pv_severity pv_checking_rule_severity(const pv_match *match);

// A list of one related place, in the arena of the report.
const pv_related *pv_checking_related(const pv_checking *checking, pv_span span, pv_str clause,
                                      const char *note);

// Called by a check for each finding. Without a suggestion it gets that of its check. What is high
// in a clause of fewer than PV_DOUBTFUL points is medium.
enum { PV_DOUBTFUL = 45 };
void pv_checking_add(pv_checking *checking, pv_finding finding);

// Runs all checks and fills `report->ambiguities`. `scratch` holds what they need on the way.
void pv_ambiguities_find(pv_report *report, const pv_findings *findings, pv_arena *scratch,
                         bool lint);

#endif
