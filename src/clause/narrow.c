#include "clause/narrow.h"

#include "base/str.h"

// The slot that `name` is about, "subject" of "subject_kinds", if it has one value; else NULL.
static const pv_slot *slot_about(const pv_frame *frame, const pv_slot *slots, pv_str name) {
  for (uint32_t i = 0; i < frame->slot_count; i++) {
    pv_str about = frame->slots[i].name;
    bool is_start = name.size > about.size && name.data[about.size] == '_' &&
                    pv_str_equal((pv_str){name.data, about.size}, about);
    if (is_start && slots[i].count == 1) return &slots[i];
  }
  return NULL;
}

static bool stands_in(const pv_slot_value *value, pv_span span) {
  return value->span.start >= span.start && value->span.end <= span.end;
}

void pv_slots_narrow(const pv_frame *frame, pv_slot *slots) {
  for (uint32_t i = 0; i < frame->slot_count; i++) {
    if (frame->slots[i].type != PV_SLOT_ENUM || !frame->slots[i].list) continue;
    const pv_slot *about = slot_about(frame, slots, frame->slots[i].name);
    if (!about) continue;
    size_t inside = 0;
    for (size_t k = 0; k < slots[i].count; k++)
      inside += stands_in(&slots[i].values[k], about->values[0].span);
    if (!inside || inside == slots[i].count) continue;
    pv_slot_value *values = (pv_slot_value *)(uintptr_t)slots[i].values;
    size_t kept = 0;
    for (size_t k = 0; k < slots[i].count; k++)
      if (stands_in(&values[k], about->values[0].span)) values[kept++] = values[k];
    slots[i].count = kept;
  }
}
