// How long: a duration, an end date, a defined term or the term of the contract itself, which are
// followed to what says how long they are, an event.
#include "base/str.h"
#include "clause/follow.h"
#include "clause/slot.h"

// How many words may stand around a term that is named and at the start of what it means, and how
// many are no event but a term without a definition.
enum { AROUND = 4, NEAR = 8, MOST_NAME = 4 };

static pv_json json_of(const pv_slot_context *context, const pv_annotation *a) {
  pv_arena *arena = context->arena;
  if (a->type == PV_TYPE_PERIOD)
    return pv_json_object1(arena, "duration", pv_json_string(pv_period_print(arena, a->value)));
  return pv_json_object1(arena, "end_date", pv_json_string(pv_date_print_last(arena, a->value)));
}

// The first period in `range`, else the first date.
static const pv_annotation *value_in(const pv_slot_context *context, pv_token_range range) {
  const pv_annotation *period = pv_slot_annotation(context, PV_TYPE_PERIOD, range);
  return period ? period : pv_slot_annotation(context, PV_TYPE_DATE, range);
}

// What rules call a limit, if they do; other dates may be those of a start, and other periods those
// of notices.
static const pv_annotation *limit_in(const pv_slot_context *context, pv_token_range range) {
  if (pv_grammar_type(context->grammar, PV_STR("Limit")) == PV_MAX_TYPES)
    return value_in(context, range);
  const pv_annotation *limit = pv_slot_declared(context, PV_STR("Limit"), range);
  return limit ? value_in(context, (pv_token_range){limit->first, limit->end}) : NULL;
}

// The limit in what the term that `range` names means, or in what a term means that its meaning
// starts with: "the Initial Term and its renewals".
static const pv_annotation *followed(const pv_slot_context *context, pv_token_range range,
                                     int depth) {
  pv_meanings meanings = pv_follow(context, range);
  for (size_t i = 0; i < meanings.count; i++) {
    const pv_annotation *limit = limit_in(context, meanings.items[i]);
    if (limit) return limit;
  }
  for (size_t i = 0; depth < PV_DEEPEST_MEANING && i < meanings.count; i++) {
    pv_token_range start = meanings.items[i];
    if (start.end > start.first + NEAR) start.end = start.first + NEAR;
    const pv_annotation *limit = followed(context, start, depth + 1);
    if (limit) return limit;
  }
  return NULL;
}

// A contract that lasts for days is rarer than a notice that is taken for its end.
static bool is_days(const pv_annotation *limit) {
  const pv_value *value = limit->value;
  return value->kind == PV_VALUE_PERIOD && pv_str_equal(value->unit, PV_STR("D"));
}

// The limit of the contract's own term: in a section about it, else in a sentence that says so.
static const pv_annotation *own_limit(const pv_slot_context *context) {
  pv_annotations all = context->findings->annotations;
  uint32_t type = pv_grammar_type(context->grammar, PV_STR("OwnLimit"));
  const pv_annotation *best = NULL;
  for (size_t i = 0; i < all.count; i++) {
    const pv_annotation *a = &all.items[i];
    if (a->type != type || !a->rule) continue;
    bool is_section = pv_str_equal(a->rule->kind, PV_STR("section"));
    if (best && !is_section) continue;
    pv_token_range words = {a->first, a->end};
    const pv_annotation *limit = limit_in(context, words);
    if (!limit) limit = value_in(context, words);
    if (!limit || is_days(limit)) continue;
    best = limit;
    if (is_section) break;
  }
  return best;
}

// "and for one year thereafter": a period behind the term that it goes on from.
static const pv_annotation *tail_of(const pv_slot_context *context, pv_token_range range,
                                    const pv_annotation *term) {
  const pv_annotation *period = pv_slot_annotation(context, PV_TYPE_PERIOD, range);
  return term && period && period->first >= term->end ? period : NULL;
}

static void add_tail(const pv_slot_context *context, const pv_annotation *tail, pv_json *value) {
  if (!tail) return;
  pv_json duration = pv_json_string(pv_period_print(context->arena, tail->value));
  *value = pv_json_object2(context->arena, value->names[0].data, value->items[0], "tail", duration);
}

// The term that `range` is about: the contract's own one or a defined one, or NULL.
static const pv_annotation *named_in(const pv_slot_context *context, pv_token_range range) {
  const pv_annotation *own = pv_slot_declared(context, PV_STR("OwnTerm"), range);
  return own ? own : pv_slot_annotation(context, PV_TYPE_TERM, range);
}

static pv_slot_value value_of_name(const pv_slot_context *context, const pv_annotation *named) {
  pv_token_range at = {named->first, named->end};
  const pv_annotation *limit = followed(context, at, 0);
  bool is_own = pv_slot_declared(context, PV_STR("OwnTerm"), at) != NULL;
  if (!limit && is_own) limit = own_limit(context);
  if (!limit) return pv_slot_named(context, at);
  pv_slot_value value = pv_slot_value_at(context, (pv_token_range){limit->first, limit->end},
                                         json_of(context, limit));
  value.status = PV_STATUS_INHERITED;
  return value;
}

static pv_slot_value value_of_range(const pv_slot_context *context, pv_token_range range) {
  const pv_annotation *limit = value_in(context, range);
  const pv_annotation *hidden = pv_slot_annotation(context, PV_TYPE_REDACTED, range);
  pv_slot_value value = pv_slot_value_at(context, range, pv_json_null());
  if (limit) {
    value = pv_slot_value_at(context, (pv_token_range){limit->first, limit->end},
                             json_of(context, limit));
  } else if (hidden) {
    value = pv_slot_value_at(context, (pv_token_range){hidden->first, hidden->end}, value.value);
    value.status = PV_STATUS_REDACTED;
  } else if (range.end - range.first <= MOST_NAME) {
    value = pv_slot_named(context, range);
  } else {
    value.value = pv_json_object1(context->arena, "end_event",
                                  pv_json_string(pv_slot_one_line(context->arena, value.text)));
  }
  return value;
}

// Is the range about that term, or is it an event in which the term is named?
static bool is_about(pv_token_range range, const pv_annotation *named, const pv_annotation *tail) {
  return named->first <= range.first + AROUND && (tail || named->end + AROUND >= range.end);
}

bool pv_slot_term(const pv_slot_context *context, pv_token_range range, pv_slot_values *values) {
  const pv_annotation *named = named_in(context, range);
  const pv_annotation *first = value_in(context, range);
  const pv_annotation *tail = tail_of(context, range, named);
  bool is_named = named && (!first || tail == first) && is_about(range, named, tail);
  pv_slot_value value = is_named ? value_of_name(context, named) : value_of_range(context, range);
  if (is_named) add_tail(context, tail, &value.value);
  pv_slot_add(context, values, value);
  return true;
}
