// Rates, money, periods and frequencies: exact decimals and ISO 8601 periods.
#include "base/str.h"
#include "clause/follow.h"
#include "clause/slot.h"
#include "value/decimal.h"

static pv_json money(pv_arena *arena, const pv_value *value) {
  return pv_json_object2(arena, "amount", pv_json_string(pv_decimal_print(arena, value->number)),
                         "currency", pv_json_string(value->unit));
}

// "$2 per note": the last word of `range` says for what the amount is, where more than one stands
// behind it.
static pv_json money_per(const pv_slot_context *context, const pv_annotation *a, uint32_t end) {
  const pv_text *text = context->findings->text;
  pv_json amount = money(context->arena, a->value);
  if (end < a->end + 2) return amount;
  pv_str unit = pv_str_slice(text->bytes, pv_text_span(text, end - 1, end));
  return pv_json_object3(context->arena, "amount", amount.items[0], "currency", amount.items[1],
                         "per", pv_json_string(pv_str_copy(context->arena, unit)));
}

// Of units there is the amount alone.
static pv_json json_of(pv_arena *arena, pv_slot_type type, const pv_value *value) {
  if (type == PV_SLOT_RATE && value->kind == PV_VALUE_NUMBER)
    return pv_json_string(pv_decimal_print(arena, value->number)); // one half
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
  case PV_SLOT_RATE: return (kinds){{PV_VALUE_PERCENT, PV_VALUE_MONEY, PV_VALUE_NUMBER}, 3};
  case PV_SLOT_MONEY: return (kinds){{PV_VALUE_MONEY, PV_VALUE_NUMBER}, 2};
  case PV_SLOT_PERIOD: return (kinds){{PV_VALUE_PERIOD}, 1};
  default: return (kinds){{PV_VALUE_FREQUENCY, PV_VALUE_PERIOD}, 2};
  }
}

// Of bare numbers only a fraction is a rate: one half.
static bool is_fit(pv_slot_type type, const pv_value *value) {
  if (type != PV_SLOT_RATE || value->kind != PV_VALUE_NUMBER) return true;
  pv_decimal number = pv_decimal_trim(value->number);
  return number.scale > 0 && pv_decimal_compare(number, (pv_decimal){1, 0}) < 0;
}

// Was this amount read already? One whose words and figures differ gives two values. One that is
// read with its unit takes the place of the same without.
static bool is_read(pv_slot_values *values, pv_span at) {
  for (size_t i = 0; i < values->count; i++) {
    if (values->items[i].span.start != at.start) continue;
    if (values->items[i].span.end >= at.end) return true;
    memmove(values->items + i, values->items + i + 1,
            (values->count - i - 1) * sizeof *values->items);
    values->count--;
    return false;
  }
  return false;
}

static void add(const pv_slot_context *context, pv_slot_type type, const pv_annotation *a,
                uint32_t end, pv_slot_values *values) {
  const pv_value *value = a->value;
  bool is_per = type == PV_SLOT_RATE && value->kind == PV_VALUE_MONEY && end >= a->end + 2;
  pv_token_range range = {a->first, is_per ? end : a->end};
  if (is_read(values, pv_text_span(context->findings->text, range.first, range.end))) return;
  pv_json json = is_per ? money_per(context, a, end) : json_of(context->arena, type, value);
  pv_slot_value made = pv_slot_value_at(context, range, json);
  made.assumed = value->kind == PV_VALUE_MONEY && value->assumed;
  pv_slot_add(context, values, made);
  if (!value->differs) return;
  pv_value figures = *value;
  figures.number = value->figures;
  pv_slot_value other = pv_slot_value_at(context, range, json_of(context->arena, type, &figures));
  other.status = PV_STATUS_CONFLICTING;
  values->items[values->count - 1].status = PV_STATUS_CONFLICTING;
  pv_slot_add(context, values, other);
}

static bool add_amounts(const pv_slot_context *context, pv_slot_type type, pv_token_range range,
                        pv_slot_values *values) {
  kinds wanted = kinds_of(type);
  for (size_t k = 0; k < wanted.count; k++) {
    size_t before = values->count;
    pv_token_range rest = range;
    const pv_annotation *a;
    while ((a = pv_slot_annotation(context, wanted.kinds[k], rest))) {
      if (is_fit(type, a->value)) add(context, type, a, range.end, values);
      rest.first = a->end;
    }
    if (values->count > before) return true;
  }
  return false;
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

// "the preceding calendar quarter": the unit of time alone says how often.
static bool add_unit(const pv_slot_context *context, pv_token_range range, pv_slot_values *values) {
  const pv_text *text = context->findings->text;
  pv_str period = pv_unit_of_time(context->arena, text, range.first, range.end);
  if (!period.size) return false;
  pv_slot_add(context, values, pv_slot_value_at(context, range, pv_json_string(period)));
  return true;
}

// "Partner Share" stands for what its definition says: "Partner Share" means 15 % of Net Sales.
static bool add_defined(const pv_slot_context *context, pv_slot_type type, pv_token_range range,
                        pv_slot_values *values) {
  pv_meanings meanings = pv_follow(context, range);
  size_t before = values->count;
  for (size_t i = 0; i < meanings.count && values->count == before; i++)
    if (!add_amounts(context, type, meanings.items[i], values))
      add_redacted(context, type, meanings.items[i], values);
  for (size_t i = before; i < values->count; i++)
    if (values->items[i].status == PV_STATUS_STATED) values->items[i].status = PV_STATUS_INHERITED;
  return values->count > before;
}

bool pv_slot_amount(const pv_slot_context *context, pv_slot_type type, pv_token_range range,
                    pv_slot_values *values) {
  if (add_amounts(context, type, range, values)) return true;
  if (add_redacted(context, type, range, values)) return true;
  if (type == PV_SLOT_FREQUENCY) return add_unit(context, range, values);
  return type == PV_SLOT_RATE && add_defined(context, type, range, values);
}
