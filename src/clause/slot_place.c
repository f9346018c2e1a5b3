// Territories: ISO 3166 codes, "worldwide", a defined term that is followed to its definition,
// text.
#include "base/str.h"
#include "clause/slot.h"

static bool has_code(const pv_json *codes, size_t count, pv_str code) {
  for (size_t i = 0; i < count; i++)
    if (pv_str_equal(codes[i].string, code)) return true;
  return false;
}

// The codes of all places in `range` as a list, "worldwide" as a string; NULL kind if none has one.
static pv_json places_in(const pv_slot_context *context, pv_token_range range,
                         pv_token_range *found) {
  PV_VECTOR(pv_json) codes = {0};
  const pv_annotation *a;
  *found = (pv_token_range){range.end, range.first};
  while ((a = pv_slot_annotation(context, PV_TYPE_PLACE, range))) {
    const pv_value *place = a->value;
    if (found->first > a->first) found->first = a->first;
    found->end = a->end;
    range.first = a->end;
    if (!place || !place->unit.size) continue;
    if (place->unit.size != 2) return pv_json_string(place->unit);
    if (!has_code(codes.items, codes.count, place->unit))
      PV_PUSH(context->arena, &codes, pv_json_string(place->unit));
  }
  if (!codes.count) return pv_json_null();
  return (pv_json){.kind = PV_JSON_LIST, .items = codes.items, .count = codes.count};
}

bool pv_slot_place(const pv_slot_context *context, pv_token_range range, pv_slot_values *values) {
  pv_token_range at;
  pv_json places = places_in(context, range, &at);
  if (places.kind != PV_JSON_NULL) {
    pv_slot_add(context, values, pv_slot_value_at(context, at, places));
    return true;
  }
  pv_token_range definition;
  const pv_term_definition *term = pv_slot_definition(context, range, &definition);
  if (term) {
    places = places_in(context, definition, &at);
    if (places.kind != PV_JSON_NULL) {
      pv_slot_value value = pv_slot_value_at(context, at, places);
      value.status = PV_STATUS_INHERITED;
      pv_slot_add(context, values, value);
      return true;
    }
  }
  pv_slot_value value;
  if (!pv_slot_named_term(context, range, &value)) {
    value = pv_slot_value_at(context, range, pv_json_null());
    value.value = pv_json_string(value.text);
  }
  pv_slot_add(context, values, value);
  return true;
}
