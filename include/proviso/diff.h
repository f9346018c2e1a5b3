// diff.h - what changed between two versions of a document: clause by clause, slot by slot.
//
//   pv_diff *diff = pv_diff_make(before, after, &err); // two reports, which must live as long
//   pv_diff_clause(diff, 0);                           // plain data, owned by the diff
//   pv_diff_free(diff);
//
// Clauses are matched by their words, kind and section, so that one that was moved or renumbered is
// not a new one. What stands in both in other words, but says the same in all slots, is reworded.
#ifndef PROVISO_DIFF_H
#define PROVISO_DIFF_H

#include <proviso/report.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  PV_CHANGE_REMOVED,
  PV_CHANGE_ADDED,
  PV_CHANGE_CHANGED,  // it says something else: see its slots
  PV_CHANGE_REWORDED, // other words, but all slots say the same
} pv_change_kind;

enum { PV_CHANGE_KIND_COUNT = PV_CHANGE_REWORDED + 1 };

// A slot that says something else. NULL on the side where it is not there.
typedef struct {
  pv_str name;
  const pv_slot *before;
  const pv_slot *after;
} pv_slot_change;

typedef struct {
  pv_change_kind kind;
  const pv_clause *before; // NULL: added
  const pv_clause *after;  // NULL: removed
  bool is_other_kind;      // it was an exclusive license, and is a bare one
  const pv_slot_change *slots;
  size_t slot_count;
} pv_clause_change;

// A fact about the whole document: title, agreement_date, effective_date, expiration_date,
// governing_law, party. Empty on the side where it is not said.
typedef struct {
  pv_str name;
  pv_str before;
  pv_str after;
} pv_fact_change;

// A finding that only one version has.
typedef struct {
  bool is_new;
  const pv_ambiguity *ambiguity;
} pv_finding_change;

typedef struct pv_diff pv_diff;

// NULL and `err` without memory. Both reports are borrowed.
pv_diff *pv_diff_make(const pv_report *before, const pv_report *after, pv_error *err);
void pv_diff_free(pv_diff *diff);

const pv_report *pv_diff_before(const pv_diff *diff);
const pv_report *pv_diff_after(const pv_diff *diff);

// In the order of the new version; what was removed stands where it stood.
size_t pv_diff_clause_count(const pv_diff *diff);
const pv_clause_change *pv_diff_clause(const pv_diff *diff, size_t i);

// How many clauses did not change at all.
size_t pv_diff_same_count(const pv_diff *diff);

size_t pv_diff_fact_count(const pv_diff *diff);
const pv_fact_change *pv_diff_fact(const pv_diff *diff, size_t i);

size_t pv_diff_finding_count(const pv_diff *diff);
const pv_finding_change *pv_diff_finding(const pv_diff *diff, size_t i);

// "removed", "added", …
const char *pv_change_kind_name(pv_change_kind kind);

#ifdef __cplusplus
}
#endif

#endif
