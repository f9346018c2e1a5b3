#include "clause/inherit.h"

#include "base/str.h"

static bool is_empty(const pv_slot *slot) { return !slot->count; }

static bool is_party(const pv_frame_slot *slot) { return slot->type == PV_SLOT_PARTY; }

static bool names_parties(pv_framed_slots clause) {
  for (uint32_t i = 0; i < clause.frame->slot_count; i++)
    if (is_party(&clause.frame->slots[i]) && !is_empty(&clause.slots[i])) return true;
  return false;
}

static const pv_slot *slot_named(pv_framed_slots clause, pv_str name) {
  for (uint32_t i = 0; i < clause.frame->slot_count; i++)
    if (pv_str_equal(clause.frame->slots[i].name, name)) return &clause.slots[i];
  return NULL;
}

static void inherit(pv_arena *arena, pv_slot *to, const pv_slot *from) {
  if (!from || is_empty(from) || !is_empty(to)) return;
  pv_slot_value *values = PV_NEW_ARRAY(arena, pv_slot_value, from->count);
  for (size_t i = 0; i < from->count; i++) {
    values[i] = from->values[i];
    if (values[i].status == PV_STATUS_STATED) values[i].status = PV_STATUS_INHERITED;
  }
  to->values = values;
  to->count = from->count;
  to->is_list = from->is_list;
}

void pv_slots_inherit_scope(pv_arena *arena, pv_framed_slots to, pv_framed_slots from) {
  bool takes_parties = !names_parties(to);
  for (uint32_t i = 0; i < to.frame->slot_count; i++) {
    const pv_frame_slot *slot = &to.frame->slots[i];
    bool is_scope = slot->type == PV_SLOT_TERM || slot->follow || (takes_parties && is_party(slot));
    if (is_scope) inherit(arena, &to.slots[i], slot_named(from, slot->name));
  }
}

void pv_slots_inherit_parties(pv_arena *arena, pv_framed_slots to, pv_framed_slots from) {
  if (names_parties(to)) return;
  for (uint32_t i = 0; i < to.frame->slot_count; i++)
    if (is_party(&to.frame->slots[i]))
      inherit(arena, &to.slots[i], slot_named(from, to.frame->slots[i].name));
}
