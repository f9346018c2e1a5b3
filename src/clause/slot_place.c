// Territories: ISO 3166 codes, "worldwide", a defined term that is followed to its definition,
// text.
#include "base/str.h"
#include "clause/follow.h"
#include "clause/slot.h"

// A list of places goes on as long as no more words than this stand between them.
enum { MOST_BETWEEN = 4 };

static bool has_code(const pv_json *codes, size_t count, pv_str code) {
  for (size_t i = 0; i < count; i++)
    if (pv_str_equal(codes[i].string, code)) return true;
  return false;
}

typedef struct {
  pv_token_range at;
  PV_VECTOR(pv_json) codes;
  bool is_worldwide;
  bool is_text; // a region without a code, or something is left out
} places;

static void add_place(const pv_slot_context *context, const pv_annotation *a, places *all) {
  const pv_value *place = a->value;
  if (all->at.first > a->first) all->at.first = a->first;
  all->at.end = a->end;
  if (!place->unit.size) all->is_text = true;
  if (place->unit.size > 2) all->is_worldwide = true;
  if (place->unit.size == 2 && !has_code(all->codes.items, all->codes.count, place->unit))
    PV_PUSH(context->arena, &all->codes, pv_json_string(place->unit));
}

// The first list of places in `range`, with what it leaves out; `at` is empty if there is none.
static places places_in(const pv_slot_context *context, pv_token_range range) {
  places all = {.at = {range.end, range.first}};
  const pv_annotation *a;
  while ((a = pv_slot_annotation(context, PV_TYPE_PLACE, range))) {
    if (all.at.first < all.at.end && a->first > all.at.end + MOST_BETWEEN) break;
    if (a->value) add_place(context, a, &all);
    range.first = a->end;
  }
  if (all.at.first >= all.at.end) return all;
  pv_token_range behind = {all.at.first, range.end};
  const pv_annotation *left_out = pv_slot_declared(context, PV_STR("LeftOut"), behind);
  if (!left_out || left_out->first > all.at.end + MOST_BETWEEN) return all;
  all.is_text = true;
  if (left_out->end > all.at.end) all.at.end = left_out->end;
  return all;
}

static bool add_text(const pv_slot_context *context, pv_token_range range, pv_status status,
                     pv_slot_values *values) {
  pv_slot_value value = pv_slot_value_at(context, range, pv_json_null());
  const pv_annotation *hidden = pv_slot_annotation(context, PV_TYPE_REDACTED, range);
  if (hidden && hidden->first == range.first) {
    value.status = PV_STATUS_REDACTED;
    pv_slot_add(context, values, value);
    return true;
  }
  value.value = pv_json_string(pv_slot_one_line(context->arena, value.text));
  if (status == PV_STATUS_INHERITED) value.status = status;
  pv_slot_add(context, values, value);
  return true;
}

static bool add_places(const pv_slot_context *context, pv_token_range range, pv_status status,
                       pv_slot_values *values) {
  places all = places_in(context, range);
  if (all.at.first >= all.at.end) return false;
  if (all.is_text) return add_text(context, all.at, status, values);
  pv_json json = {.kind = PV_JSON_LIST, .items = all.codes.items, .count = all.codes.count};
  if (all.is_worldwide) json = pv_json_string(PV_STR("worldwide"));
  pv_slot_value value = pv_slot_value_at(context, all.at, json);
  if (status == PV_STATUS_INHERITED) value.status = status;
  pv_slot_add(context, values, value);
  return true;
}

static bool add_definition(const pv_slot_context *context, pv_token_range range,
                           pv_slot_values *values) {
  return pv_meaning_words(context, &range) && add_text(context, range, PV_STATUS_INHERITED, values);
}

static bool add_followed(const pv_slot_context *context, pv_token_range range,
                         pv_slot_values *values) {
  pv_meanings meanings = pv_follow(context, range);
  for (size_t i = 0; i < meanings.count; i++) {
    bool is_text = places_in(context, meanings.items[i]).is_text;
    if (is_text && add_definition(context, meanings.items[i], values)) return true;
    if (add_places(context, meanings.items[i], PV_STATUS_INHERITED, values)) return true;
  }
  for (size_t i = 0; i < meanings.count; i++) {
    pv_meanings elsewhere = pv_follow_references(context, meanings.items[i]);
    for (size_t k = 0; k < elsewhere.count; k++)
      if (add_places(context, elsewhere.items[k], PV_STATUS_INHERITED, values)) return true;
  }
  for (size_t i = 0; i < meanings.count; i++)
    if (add_definition(context, meanings.items[i], values)) return true;
  return false;
}

// Does a word of the range start with a capital, as a term does that is used without a definition?
static bool has_capital(const pv_slot_context *context, pv_token_range range) {
  const pv_token *tokens = context->findings->text->tokens.items;
  for (uint32_t at = range.first; at < range.end; at++)
    if (tokens[at].letters == PV_CASE_CAPITAL || tokens[at].letters == PV_CASE_UPPER) return true;
  return false;
}

bool pv_slot_place(const pv_slot_context *context, pv_token_range range, pv_slot_values *values) {
  const pv_annotation *left_out = pv_slot_declared(context, PV_STR("LeftOut"), range);
  if (left_out && left_out->first == range.first)
    return add_text(context, range, PV_STATUS_STATED, values);
  if (add_places(context, range, PV_STATUS_STATED, values)) return true;
  if (add_followed(context, range, values)) return true;
  if (!has_capital(context, range)) return add_text(context, range, PV_STATUS_STATED, values);
  pv_slot_add(context, values, pv_slot_named(context, range));
  return true;
}
