// Rates, money, periods and frequencies: exact decimals and ISO 8601 periods.
#include "base/str.h"
#include "clause/slot.h"

static pv_json money(pv_arena *arena, const pv_value *value) {
  return pv_json_object2(arena, "amount", pv_json_string(pv_decimal_print(arena, value->number)),
                         "currency", pv_json_string(value->unit));
}

// Of units there is the amount alone.
static pv_json json_of(pv_arena *arena, const pv_value *value) {
  switch (value->kind) {
  case PV_VALUE_NUMBER:
    return pv_json_object1(arena, "amount", pv_json_string(pv_decimal_print(arena, value->number)));
  case PV_VALUE_PERCENT: return pv_json_string(pv_decimal_print(arena, value->number));
  case PV_VALUE_MONEY: return money(arena, value);
  case PV_VALUE_PERIOD: return pv_json_string(pv_period_print(arena, value));
  case PV_VALUE_FREQUENCY: return pv_json_string(pv_str_copy(arena, value->unit));
  default: return pv_json_null();
  }
}

// Which kinds of value a slot takes, in the order of preference.
typedef struct {
  pv_value_kind kinds[3];
  size_t count;
} kinds;

static kinds kinds_of(pv_slot_type type) {
  switch (type) {
  case PV_SLOT_RATE: return (kinds){{PV_VALUE_PERCENT, PV_VALUE_MONEY}, 2};
  case PV_SLOT_MONEY: return (kinds){{PV_VALUE_MONEY, PV_VALUE_NUMBER}, 2};
  case PV_SLOT_PERIOD: return (kinds){{PV_VALUE_PERIOD}, 1};
  default: return (kinds){{PV_VALUE_FREQUENCY, PV_VALUE_PERIOD}, 2};
  }
}

// Was this amount read already? One whose words and figures differ gives two values.
static bool is_read(const pv_slot_values *values, pv_span at) {
  for (size_t i = 0; i < values->count; i++)
    if (values->items[i].span.start == at.start && values->items[i].span.end == at.end) return true;
  return false;
}

static void add(const pv_slot_context *context, const pv_annotation *a, pv_slot_values *values) {
  const pv_value *value = a->value;
  pv_token_range range = {a->first, a->end};
  if (is_read(values, pv_text_span(context->findings->text, a->first, a->end))) return;
  pv_slot_value made = pv_slot_value_at(context, range, json_of(context->arena, value));
  made.assumed = value->kind == PV_VALUE_MONEY && value->assumed;
  pv_slot_add(context, values, made);
  if (!value->differs) return;
  pv_value figures = *value;
  figures.number = value->figures;
  pv_slot_value other = pv_slot_value_at(context, range, json_of(context->arena, &figures));
  other.status = PV_STATUS_CONFLICTING;
  values->items[values->count - 1].status = PV_STATUS_CONFLICTING;
  pv_slot_add(context, values, other);
}

static bool add_redacted(const pv_slot_context *context, pv_slot_type type, pv_token_range range,
                         pv_slot_values *values) {
  const pv_annotation *hidden = pv_slot_annotation(context, PV_TYPE_REDACTED, range);
  if (!hidden) return false;
  pv_json value = type == PV_SLOT_RATE ? pv_json_string(PV_STR("redacted")) : pv_json_null();
  pv_token_range at = {hidden->first, hidden->end};
  pv_slot_value made = pv_slot_value_at(context, at, value);
  made.status = PV_STATUS_REDACTED;
  pv_slot_add(context, values, made);
  return true;
}

bool pv_slot_amount(const pv_slot_context *context, pv_slot_type type, pv_token_range range,
                    pv_slot_values *values) {
  kinds wanted = kinds_of(type);
  for (size_t k = 0; k < wanted.count; k++) {
    size_t before = values->count;
    pv_token_range rest = range;
    const pv_annotation *a;
    while ((a = pv_slot_annotation(context, wanted.kinds[k], rest))) {
      add(context, a, values);
      rest.first = a->end;
    }
    if (values->count > before) return true;
  }
  return add_redacted(context, type, range, values);
}
