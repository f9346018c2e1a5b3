// guard.h - where a run comes to many ways on, what the first token of any of them has to be.
//
// Most positions are no start of any: one look there saves going down all of the ways.
#ifndef PV_MATCH_GUARD_H
#define PV_MATCH_GUARD_H

#include "match/first.h"

typedef struct {
  const uint16_t *numbers; // by instruction: that of its guard, plus one; 0: none
  const pv_first *items;
  size_t count; // of `items`
} pv_guards;

// Guards of the ways that splits and gaps lead to.
pv_guards pv_guards_find(pv_first_finder *finder);

#endif
