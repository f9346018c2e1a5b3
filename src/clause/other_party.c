#include "clause/other_party.h"

#include "base/str.h"

enum { NO_PARTY = 2 };

static bool is_each_party(const pv_slot *slot) {
  return slot->count == 1 && slot->values[0].value.kind == PV_JSON_STRING &&
         pv_str_equal(slot->values[0].value.string, PV_STR("each_party"));
}

// Which of the two parties the slot names alone, or NO_PARTY.
static size_t party_of(const pv_report *report, const pv_slot *slot) {
  if (slot->count != 1 || slot->values[0].value.kind != PV_JSON_STRING) return NO_PARTY;
  for (size_t i = 0; i < NO_PARTY; i++)
    if (pv_str_equal(slot->values[0].value.string, report->parties[i].name)) return i;
  return NO_PARTY;
}

static void fill(pv_arena *arena, pv_slot *slot, pv_slot_value filled) {
  pv_slot_value *value = PV_NEW(arena, pv_slot_value);
  *value = filled;
  slot->values = value;
  slot->count = 1;
}

// The words of a role that is no alias stay; where there are none, those that name the party.
static void fill_party(const pv_report *report, pv_slot *slot, const pv_party *party) {
  pv_slot_value value = {
      .text = pv_str_slice(report->text->bytes, party->span),
      .span = party->span,
      .status = PV_STATUS_INHERITED,
  };
  if (slot->count) {
    value = slot->values[0];
    value.status = PV_STATUS_STATED;
  }
  value.value = pv_json_string(party->name);
  fill(report->arena, slot, value);
}

// Is nothing there but the role of somebody whom the document does not introduce by it?
static bool is_open(const pv_slot *slot) {
  return !slot->count || (slot->count == 1 && slot->values[0].status == PV_STATUS_UNRESOLVED);
}

// The two party slots of the frame; false if it has another number of them.
static bool find_sides(const pv_frame *frame, pv_slot *slots, pv_slot *sides[2]) {
  size_t count = 0;
  for (size_t i = 0; i < frame->slot_count; i++) {
    if (frame->slots[i].type != PV_SLOT_PARTY) continue;
    if (count < 2) sides[count] = &slots[i];
    count++;
  }
  return count == 2;
}

// Nobody deals with himself: of two sides that are the same one is misread, mostly the first.
static bool is_same(const pv_slot *a, const pv_slot *b) {
  if (!a->count || a->count != b->count) return false;
  for (size_t i = 0; i < a->count; i++) {
    const pv_json *left = &a->values[i].value, *right = &b->values[i].value;
    if (left->kind != PV_JSON_STRING || right->kind != PV_JSON_STRING) return false;
    if (!pv_str_equal(left->string, right->string)) return false;
  }
  return true;
}

// Both parties of a contract of two are each party, if the other side is nobody else.
static void join_both(const pv_report *report, pv_slot *slot, const pv_slot *other) {
  if (report->party_count != 2 || slot->count != 2) return;
  if (other->count && !is_each_party(other)) return;
  const pv_slot_value *first = &slot->values[0], *last = &slot->values[1];
  for (size_t i = 0; i < 2; i++) {
    const pv_json *value = &slot->values[i].value;
    if (value->kind != PV_JSON_STRING || first->status != last->status) return;
    if (!pv_str_equal(value->string, report->parties[0].name) &&
        !pv_str_equal(value->string, report->parties[1].name))
      return;
  }
  pv_slot_value both = *first;
  if (last->span.end > both.span.end) both.span.end = last->span.end;
  both.text = pv_str_slice(report->text->bytes, both.span);
  both.value = pv_json_string(PV_STR("each_party"));
  fill(report->arena, slot, both);
  slot->is_list = false;
}

void pv_clause_fill_other_party(const pv_report *report, const pv_frame *frame, pv_slot *slots) {
  pv_slot *sides[2] = {NULL, NULL};
  if (!find_sides(frame, slots, sides)) return;
  for (size_t side = 0; side < 2; side++) join_both(report, sides[side], sides[1 - side]);
  if (is_same(sides[0], sides[1]) && !is_each_party(sides[0])) sides[0]->count = 0;
  for (size_t side = 0; side < 2; side++) {
    pv_slot *other = sides[1 - side];
    if (!is_open(other)) continue;
    if (is_each_party(sides[side])) {
      fill(report->arena, other, sides[side]->values[0]);
      return;
    }
    if (report->party_count != 2) return;
    size_t named = party_of(report, sides[side]);
    if (named == NO_PARTY) continue;
    fill_party(report, other, &report->parties[1 - named]);
    return;
  }
}
