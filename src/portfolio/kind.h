// kind.h - the kinds of conflicts: one row each in the table of kind.c.
#ifndef PV_PORTFOLIO_KIND_H
#define PV_PORTFOLIO_KIND_H

#include "portfolio/promise.h"

typedef struct {
  const char *code;  // PORT001
  const char *name;  // overlapping_exclusivity
  const char *title; // one line for people
  pv_severity severity;
} pv_conflict_kind;

const pv_conflict_kind *pv_conflict_kinds(size_t *count);

// The kind with that code, or NULL.
const pv_conflict_kind *pv_conflict_kind_find(pv_str code);

// Which promises are compared with which. The pair counts in both orders.
typedef struct {
  pv_promise_kind one;
  pv_promise_kind other;
  const char *code;
  bool same_sides;    // both between the same two, else of one grantor to different people
  bool either_side;   // the grantor of `one` may stand on either side of `other`
  bool needs_subject; // only where the subjects are known to meet
  bool (*applies)(const pv_promise *one, const pv_promise *other); // or NULL
} pv_comparison;

// The comparison of the two, or NULL; `*swapped` tells that `a` is the other one.
const pv_comparison *pv_comparison_of(const pv_promise *a, const pv_promise *b, bool *swapped);

#endif
