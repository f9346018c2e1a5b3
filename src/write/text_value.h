// text_value.h - what a slot says, in words for people.
#ifndef PV_WRITE_TEXT_VALUE_H
#define PV_WRITE_TEXT_VALUE_H

#include "report/report.h"

// "exclusive_appointment" is "exclusive appointment", "ip_license" "IP license".
pv_str pv_display_name(pv_arena *arena, pv_str name);

// "3 months" of P3M; what is no such period as it is.
pv_str pv_display_period(pv_arena *arena, pv_str period);

// "2026-03-02" is "2 March 2026"; what is no full date stays as it is.
pv_str pv_display_date(pv_arena *arena, pv_str date);

// The name of a slot: "restricted_party" is "restricted".
pv_str pv_display_label(pv_arena *arena, pv_str name);

// How the slot is declared in a frame of the family, or NULL.
const pv_frame_slot *pv_display_frame_slot(const pv_grammar *grammar, pv_str family, pv_str name);

// The values of a slot, which has some: `exclusive ("sole and exclusive")`, `20 % or 25 %`.
pv_str pv_display_slot(pv_arena *arena, const pv_slot *slot, pv_slot_type type);

#endif
