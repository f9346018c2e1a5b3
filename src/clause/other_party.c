#include "clause/other_party.h"

#include "base/str.h"

enum { NO_PARTY = 2 };

// Which of the two parties the slot names alone, or NO_PARTY.
static size_t party_of(const pv_report *report, const pv_slot *slot) {
  if (slot->count != 1 || slot->values[0].value.kind != PV_JSON_STRING) return NO_PARTY;
  for (size_t i = 0; i < NO_PARTY; i++)
    if (pv_str_equal(slot->values[0].value.string, report->parties[i].name)) return i;
  return NO_PARTY;
}

static void fill(const pv_report *report, pv_slot *slot, const pv_party *party) {
  pv_slot_value *value = PV_NEW(report->arena, pv_slot_value);
  *value = (pv_slot_value){
      .text = pv_str_slice(report->text->bytes, party->span),
      .span = party->span,
      .value = pv_json_string(party->name),
      .status = PV_STATUS_INHERITED,
  };
  slot->values = value;
  slot->count = 1;
}

void pv_clause_fill_other_party(const pv_report *report, const pv_frame *frame, pv_slot *slots) {
  pv_slot *sides[2] = {NULL, NULL};
  size_t count = 0;
  for (size_t i = 0; i < frame->slot_count; i++) {
    if (frame->slots[i].type != PV_SLOT_PARTY) continue;
    if (count < 2) sides[count] = &slots[i];
    count++;
  }
  if (count != 2 || report->party_count != 2) return;
  for (size_t side = 0; side < 2; side++) {
    size_t named = party_of(report, sides[side]);
    pv_slot *other = sides[1 - side];
    if (named == NO_PARTY || other->count) continue;
    fill(report, other, &report->parties[1 - named]);
    return;
  }
}
