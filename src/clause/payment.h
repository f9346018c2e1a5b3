// payment.h - what a clause pays for a base: see proviso/evaluate.h.
#ifndef PV_CLAUSE_PAYMENT_H
#define PV_CLAUSE_PAYMENT_H

#include <proviso/evaluate.h>

#include "base/arena.h"
#include "value/value.h"

// "1,500,000.50" as a base: false where it is none.
bool pv_payment_base(pv_str text, pv_decimal *base);

// The payment in `arena`; its strings are the arena's, or the clause's.
pv_payment pv_payment_make(pv_arena *arena, const pv_clause *clause, pv_decimal base);

// A row of a scale as numbers; a side that is open, or withheld, is not there.
typedef struct {
  pv_decimal from, to;
  bool has_from, has_to;
} pv_tier;

// False where the value is no tier.
bool pv_tier_read(const pv_json *value, pv_tier *tier);

// Is there nothing between where `before` ends and `after` starts? Scales that count whole units
// say 1 to 100 and 101 to 200.
bool pv_tier_joins(const pv_tier *before, const pv_tier *after);

#endif
