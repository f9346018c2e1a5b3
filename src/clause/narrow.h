// narrow.h - what is said of the words of a slot, and not of others in the sentence.
#ifndef PV_CLAUSE_NARROW_H
#define PV_CLAUSE_NARROW_H

#include "report/report.h"

// A list like `subject_kinds` says of what kind the `subject` is: where some of its values stand in
// the words of the subject, those that stand elsewhere are dropped. `slots` are those of `frame` by
// number.
void pv_slots_narrow(const pv_frame *frame, pv_slot *slots);

#endif
