// Deadlines: how long, and counted from what: "within thirty days after the end of each quarter".
#include "base/str.h"
#include "clause/slot.h"

// The words behind the period, which say from what it is counted; empty where there are none.
static pv_str anchor_of(const pv_slot_context *context, pv_token_range range, uint32_t behind) {
  if (behind >= range.end) return PV_STR("");
  const pv_text *text = context->findings->text;
  pv_str words = pv_str_slice(text->bytes, pv_text_span(text, behind, range.end));
  return pv_slot_one_line(context->arena, words);
}

bool pv_slot_deadline(const pv_slot_context *context, pv_token_range range,
                      pv_slot_values *values) {
  const pv_annotation *period = pv_slot_annotation(context, PV_TYPE_PERIOD, range);
  const pv_annotation *hidden = pv_slot_annotation(context, PV_TYPE_REDACTED, range);
  if (!period && !hidden) return false;
  pv_str anchor = anchor_of(context, range, period ? period->end : hidden->end);
  if (!anchor.size) return false;
  pv_json duration =
      period ? pv_json_string(pv_period_print(context->arena, period->value)) : pv_json_null();
  pv_slot_value value = pv_slot_value_at(
      context, range,
      pv_json_object2(context->arena, "duration", duration, "anchor", pv_json_string(anchor)));
  if (!period) value.status = PV_STATUS_REDACTED;
  pv_slot_add(context, values, value);
  return true;
}
