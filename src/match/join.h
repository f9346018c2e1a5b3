// join.h - the instructions of a program that several ways lead to.
#ifndef PV_MATCH_JOIN_H
#define PV_MATCH_JOIN_H

#include "match/first.h"

typedef struct {
  const uint16_t *numbers; // by instruction, from 1 on; 0: one way leads to it
  uint32_t count;          // UINT32_MAX: not all have a number
} pv_joins;

// Gaps are joins, whatever leads to them: a gap leads to itself.
pv_joins pv_joins_find(pv_first_finder *finder);

#endif
