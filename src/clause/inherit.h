// inherit.h - what a clause takes from another one that it leans on.
#ifndef PV_CLAUSE_INHERIT_H
#define PV_CLAUSE_INHERIT_H

#include "report/report.h"

// A clause with the frame that its slots are of, all of them by number.
typedef struct {
  const pv_frame *frame;
  pv_slot *slots;
} pv_framed_slots;

// An exception or a lapse: the empty slots that say who is bound, how long and for what are those
// of the restriction that it cuts into. Parties are taken only if it names none.
void pv_slots_inherit_scope(pv_arena *arena, pv_framed_slots to, pv_framed_slots from);

// A sentence that goes on from the one before it and names no party: its parties are those there.
void pv_slots_inherit_parties(pv_arena *arena, pv_framed_slots to, pv_framed_slots from);

#endif
