// walk.h - running a program depth first: one way after the other, in order of preference.
//
// Nearly all starts fail or succeed within a few tokens, and then one way is all there is to do,
// where the machine would keep all ways going side by side. What was tried at a place is
// remembered there, so that the time is bounded as that of the machine.
#ifndef PV_MATCH_WALK_H
#define PV_MATCH_WALK_H

#include "match/machine.h"

// Is there room to remember what was tried in the window? Needs the start of the program.
bool pv_walk_can_find(const pv_machine_run *run);

// Finds what pv_machine_find finds.
bool pv_walk_find(pv_machine *machine, const pv_machine_run *run, pv_hit *hit);

#endif
