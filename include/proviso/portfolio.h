// portfolio.h - many reports: where two documents promise the same thing to different people.
//
//   pv_portfolio *portfolio = pv_portfolio_new(&err);
//   pv_portfolio_add(portfolio, report, &err);     // for each; the report may be freed after it
//   pv_portfolio_compare(portfolio, NULL, &err);   // once, when all are added
//   pv_portfolio_conflict(portfolio, 0);           // plain data, owned by the portfolio
//   pv_portfolio_free(portfolio);
//
// A portfolio keeps of each report its parties and what it promises, not its text. What is
// compared, and what is not, says docs/conflicts.md. The conflicts do not depend on the order of
// the documents, but for the side on which each document stands.
#ifndef PROVISO_PORTFOLIO_H
#define PROVISO_PORTFOLIO_H

#include <proviso/report.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  PV_VERDICT_DISJOINT,        // at least one dimension keeps the two apart
  PV_VERDICT_CANNOT_RULE_OUT, // the documents do not say enough to tell
  PV_VERDICT_OVERLAP,         // in every dimension
} pv_verdict;

// How two promises stand to each other in one dimension.
typedef enum {
  PV_RELATION_DISJOINT,
  PV_RELATION_UNKNOWN,
  PV_RELATION_OVERLAP,
  PV_RELATION_SAME,
} pv_relation;

typedef enum {
  PV_DIMENSION_GRANTOR,
  PV_DIMENSION_SUBJECT,
  PV_DIMENSION_ACTIVITY,
  PV_DIMENSION_TERRITORY,
  PV_DIMENSION_FIELD,
  PV_DIMENSION_TERM,
  PV_DIMENSION_COUNT,
} pv_dimension;

// One of the two clauses.
typedef struct {
  size_t document;    // in the order in which they were added, from 0
  pv_str document_id; // "d1"
  pv_str uri;
  pv_str clause;  // its id in that report
  pv_str kind;    // exclusive_appointment, …
  pv_str section; // "2.1"; may be empty
  uint32_t line;  // where it starts, 1-based
  uint32_t column;
  pv_str quote;                     // its first words
  pv_str words[PV_DIMENSION_COUNT]; // what it says in each dimension; may be empty
} pv_conflict_side;

// Where a document says that two names are of one person, or of one group of companies.
typedef struct {
  pv_str kind;        // alias, brand, former (a former name, or whose place it took), parent
  pv_str name;        // of the party, as the document has it
  pv_str other;       // the other name
  size_t document;    // from 0
  pv_str document_id; // "d1"
  pv_str uri;
  uint32_t line; // 1-based
  uint32_t column;
} pv_tie;

typedef struct {
  pv_str id; // x1, x2, …
  pv_str code;
  pv_severity severity;
  pv_verdict verdict;
  pv_conflict_side left; // of the document that was added first
  pv_conflict_side right;
  pv_relation dimensions[PV_DIMENSION_COUNT];
  const pv_str *unresolved_terms; // the words without a definition that decide it
  size_t unresolved_count;
  const pv_tie *ties; // that make one person, or one group, of names that differ; as a rule none
  size_t tie_count;
  pv_str reason;
  char fingerprint[17]; // 64 bits in hex: code and the words of both clauses, not their places
} pv_conflict;

// What a clause leaves to another document, and a document of the portfolio says: what a term
// means, which rate is "the same percentage".
typedef struct {
  pv_conflict_side from; // the clause that leaves it open; its `words` are empty
  pv_str slot;           // subject, base or rates
  pv_conflict_side by;   // the clause that says it, or that relies on the same term
  pv_str value;          // the term, or the rates as decimals
} pv_resolved;

// What is compared by number is limited; pairs above it are left out, and counted.
#define PV_PORTFOLIO_MOST_PAIRS ((size_t)1 << 22)

// Of pairs that do not collide only so many are among the conflicts; the others are counted.
#define PV_PORTFOLIO_MOST_DISJOINT ((size_t)1000)

// Zero means default.
typedef struct {
  bool first_only;          // only conflicts of the document that was added first with the others
  pv_severity min_severity; // others are left out; pairs without a conflict are PV_SEVERITY_INFO
  const char *const *codes; // only these; NULL: all
  size_t code_count;
} pv_compare_options;

typedef struct pv_portfolio pv_portfolio;

// NULL and `err` without memory.
pv_portfolio *pv_portfolio_new(pv_error *err);
void pv_portfolio_free(pv_portfolio *portfolio);

// Takes what is compared from `report`, whose text may be gone after it. False and `err` without
// memory; the portfolio can only be freed then.
bool pv_portfolio_add(pv_portfolio *portfolio, const pv_report *report, pv_error *err);

// Fills the conflicts, most severe first. `options` may be NULL.
bool pv_portfolio_compare(pv_portfolio *portfolio, const pv_compare_options *options,
                          pv_error *err);

size_t pv_portfolio_document_count(const pv_portfolio *portfolio);
size_t pv_portfolio_conflict_count(const pv_portfolio *portfolio);
const pv_conflict *pv_portfolio_conflict(const pv_portfolio *portfolio, size_t i);

size_t pv_portfolio_resolved_count(const pv_portfolio *portfolio);
const pv_resolved *pv_portfolio_resolved(const pv_portfolio *portfolio, size_t i);

// How many pairs were found to be disjoint, with those that are among the conflicts.
size_t pv_portfolio_disjoint_count(const pv_portfolio *portfolio);

// How many pairs of promises the limit left out; 0 as a rule.
size_t pv_portfolio_left_out(const pv_portfolio *portfolio);

// "cannot_rule_out", "overlap", "grantor", …
const char *pv_verdict_name(pv_verdict verdict);
const char *pv_relation_name(pv_relation relation);
const char *pv_dimension_name(pv_dimension dimension);

#ifdef __cplusplus
}
#endif

#endif
