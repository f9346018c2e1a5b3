#include "clause/slot.h"

#include "base/str.h"
#include "clause/follow.h"

static bool json_equal(const pv_json *a, const pv_json *b) {
  if (a->kind != b->kind || a->count != b->count) return false;
  if (a->kind == PV_JSON_STRING) return pv_str_equal(a->string, b->string);
  if (a->kind == PV_JSON_BOOL) return a->boolean == b->boolean;
  for (size_t i = 0; i < a->count; i++) {
    if (a->names && !pv_str_equal(a->names[i], b->names[i])) return false;
    if (!json_equal(&a->items[i], &b->items[i])) return false;
  }
  return true;
}

void pv_slot_add(const pv_slot_context *context, pv_slot_values *values, pv_slot_value value) {
  for (size_t i = 0; i < values->count; i++)
    if (values->items[i].status == value.status &&
        json_equal(&values->items[i].value, &value.value))
      return;
  PV_PUSH(context->arena, values, value);
}

pv_slot_value pv_slot_value_at(const pv_slot_context *context, pv_token_range range,
                               pv_json value) {
  const pv_text *text = context->findings->text;
  const pv_sentence *sentence = context->sentence;
  bool inside = range.first >= sentence->first && range.end <= sentence->end;
  pv_span at = pv_text_span(text, range.first, range.end);
  return (pv_slot_value){
      .text = pv_str_slice(text->bytes, at),
      .span = at,
      .value = value,
      .status = inside ? PV_STATUS_STATED : PV_STATUS_INHERITED,
  };
}

const pv_annotation *pv_slot_annotation(const pv_slot_context *context, uint32_t type,
                                        pv_token_range range) {
  pv_annotations all = context->findings->annotations;
  for (size_t i = pv_annotations_from(all, range.first); i < all.count; i++) {
    const pv_annotation *a = &all.items[i];
    if (a->first >= range.end) break;
    if (a->type == type && a->end <= range.end) return a;
  }
  return NULL;
}

pv_str pv_slot_one_line(pv_arena *arena, pv_str text) {
  char *line = pv_arena_alloc(arena, text.size + 1);
  size_t size = 0;
  for (size_t i = 0; i < text.size; i++) {
    char c = text.data[i];
    bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (blank && (!size || line[size - 1] == ' ')) continue;
    line[size++] = blank ? ' ' : c;
  }
  return (pv_str){line, size};
}

const pv_annotation *pv_slot_declared(const pv_slot_context *context, pv_str type,
                                      pv_token_range range) {
  return pv_slot_annotation(context, pv_grammar_type(context->grammar, type), range);
}

// The tokens from the first one with a capital on: a term without its article. All of them if there
// is none.
static pv_token_range from_capital(const pv_text *text, pv_token_range range) {
  for (uint32_t at = range.first; at < range.end; at++)
    if (text->tokens.items[at].letters != PV_CASE_LOWER) return (pv_token_range){at, range.end};
  return range;
}

pv_slot_value pv_slot_named(const pv_slot_context *context, pv_token_range range) {
  const pv_annotation *use = pv_slot_annotation(context, PV_TYPE_TERM, range);
  if (use) {
    const pv_term_definition *named = use->value;
    pv_str name = pv_str_copy(context->arena, named->term);
    pv_json term = pv_json_object1(context->arena, "term", pv_json_string(name));
    return pv_slot_value_at(context, (pv_token_range){use->first, use->end}, term);
  }
  pv_slot_value value =
      pv_slot_value_at(context, from_capital(context->findings->text, range), pv_json_null());
  pv_str name = pv_slot_one_line(context->arena, value.text);
  value.value = pv_json_object1(context->arena, "term", pv_json_string(name));
  value.status = PV_STATUS_UNRESOLVED;
  return value;
}

// Is there more in the range than marks?
static bool has_words(const pv_slot_context *context, pv_token_range range) {
  for (uint32_t at = range.first; at < range.end; at++)
    if (context->findings->text->tokens.items[at].kind != PV_TOKEN_PUNCT) return true;
  return false;
}

static void fill_text(const pv_slot_context *context, pv_token_range range,
                      pv_slot_values *values) {
  pv_slot_value value = pv_slot_value_at(context, range, pv_json_null());
  if (!has_words(context, range)) return;
  value.value = pv_json_string(pv_slot_one_line(context->arena, value.text));
  pv_slot_add(context, values, value);
}

// Is the range a defined term, but for a word or two before it?
static bool is_term(const pv_slot_context *context, pv_token_range range) {
  enum { MOST_BEFORE = 2 };
  const pv_annotation *use = pv_slot_annotation(context, PV_TYPE_TERM, range);
  return use && use->end == range.end && use->first <= range.first + MOST_BEFORE;
}

static void fill_followed(const pv_slot_context *context, pv_token_range range,
                          pv_slot_values *values) {
  pv_meanings meanings = {0};
  if (is_term(context, range)) meanings = pv_follow(context, range);
  for (size_t i = 0; i < meanings.count; i++) {
    pv_token_range meaning = meanings.items[i];
    if (!pv_meaning_words(context, &meaning)) continue;
    fill_text(context, meaning, values);
    return;
  }
  fill_text(context, range, values);
}

// A value that the grammar names: of an enumeration, or "perpetual" for a term.
static void fill_named(const pv_slot_context *context, const pv_frame_slot *slot,
                       pv_token_range range, pv_str name, pv_slot_values *values) {
  pv_json value = pv_json_string(name);
  if (slot->type == PV_SLOT_TERM) value = pv_json_object1(context->arena, "duration", value);
  pv_slot_add(context, values, pv_slot_value_at(context, range, value));
}

void pv_slot_fill(const pv_slot_context *context, const pv_frame_slot *slot,
                  const pv_filler *filler, pv_slot_values *values) {
  pv_token_range range = {filler->first, filler->end};
  if (pv_str_equal(filler->value, PV_STR("unstated"))) return; // the same as missing
  if (filler->value.size) {
    fill_named(context, slot, range, filler->value, values);
    return;
  }
  if (range.first >= range.end) return;
  switch (slot->type) {
  case PV_SLOT_PARTY: pv_slot_party(context, range, values); break;
  case PV_SLOT_RATE:
  case PV_SLOT_MONEY:
  case PV_SLOT_PERIOD:
  case PV_SLOT_FREQUENCY: pv_slot_amount(context, slot->type, range, values); break;
  case PV_SLOT_TERRITORY: pv_slot_place(context, range, values); break;
  case PV_SLOT_TERM: pv_slot_term(context, range, values); break;
  case PV_SLOT_DEADLINE: pv_slot_deadline(context, range, values); break;
  case PV_SLOT_TIER: pv_slot_tier(context, range, values); break;
  case PV_SLOT_TEXT:
  case PV_SLOT_ENUM:
    if (slot->follow)
      fill_followed(context, range, values);
    else
      fill_text(context, range, values);
    break;
  }
}
