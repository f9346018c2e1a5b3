// How long: a duration, an end date, a defined term that is followed to its definition, an event.
#include "base/str.h"
#include "clause/slot.h"

static pv_json json_of(const pv_slot_context *context, const pv_annotation *a) {
  pv_arena *arena = context->arena;
  if (a->type == PV_TYPE_PERIOD)
    return pv_json_object1(arena, "duration", pv_json_string(pv_period_print(arena, a->value)));
  return pv_json_object1(arena, "end_date", pv_json_string(pv_date_print(arena, a->value)));
}

// The first period in `range`, else the first date.
static const pv_annotation *limit_in(const pv_slot_context *context, pv_token_range range) {
  const pv_annotation *period = pv_slot_annotation(context, PV_TYPE_PERIOD, range);
  return period ? period : pv_slot_annotation(context, PV_TYPE_DATE, range);
}

static pv_slot_value followed(const pv_slot_context *context, const pv_annotation *limit) {
  pv_token_range at = {limit->first, limit->end};
  return pv_slot_value_at(context, at, json_of(context, limit));
}

bool pv_slot_term(const pv_slot_context *context, pv_token_range range, pv_slot_values *values) {
  const pv_annotation *limit = limit_in(context, range);
  if (limit) {
    pv_slot_add(context, values, followed(context, limit));
    return true;
  }
  pv_token_range definition;
  const pv_term_definition *term = pv_slot_definition(context, range, &definition);
  if (term && (limit = limit_in(context, definition))) {
    pv_slot_value value = followed(context, limit);
    value.status = PV_STATUS_INHERITED;
    pv_slot_add(context, values, value);
    return true;
  }
  pv_slot_value value;
  if (!pv_slot_named_term(context, range, &value)) {
    value = pv_slot_value_at(context, range, pv_json_null());
    value.value = pv_json_object1(context->arena, "end_event", pv_json_string(value.text));
  }
  pv_slot_add(context, values, value);
  return true;
}
