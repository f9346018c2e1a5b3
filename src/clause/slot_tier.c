// Tiers: "5 % of the first $1,000,000 and 7 % of what is above", or the rows of a table. Rules find
// the bounds (@TierBound); here each is paired with the rate beside it.
#include "base/str.h"
#include "clause/slot.h"
#include "value/decimal.h"

enum { MOST_TIERS = 32, MOST_SENTENCES = 24, LEAST_TIERS = 2 };

// A bound with the amounts in it, or a rate (`kind` is empty).
typedef struct {
  pv_str kind;
  pv_token_range at;
  const pv_value *amounts[2]; // of a bound
  size_t amount_count;
  const pv_value *rate;
} mark;

typedef struct {
  mark items[4 * MOST_TIERS];
  size_t count;
} marks;

typedef struct {
  pv_decimal from, to;
  bool has_from, has_to;
} tier_range;

static uint32_t bound_type(const pv_slot_context *context) {
  return pv_grammar_type(context->grammar, PV_STR("TierBound"));
}

static bool has_bound(const pv_slot_context *context, const pv_sentence *sentence) {
  pv_token_range range = {sentence->first, sentence->end};
  return pv_slot_annotation(context, bound_type(context), range) != NULL;
}

// Is the sentence in the section of the other one, in a list in it, or in the same list?
static bool is_near(const pv_text *text, const pv_sentence *a, const pv_sentence *b) {
  if (a->section == b->section) return true;
  if (a->section == PV_NO_SECTION || b->section == PV_NO_SECTION) return false;
  const pv_section *x = &text->sections.items[a->section], *y = &text->sections.items[b->section];
  if (x->parent == b->section || y->parent == a->section) return true;
  pv_str number = pv_str_slice(text->bytes, x->number);
  return x->parent == y->parent && number.size && number.data[0] == '(';
}

// The sentences around `at` that go on with the scale, in its section.
static pv_token_range scale_around(const pv_slot_context *context, uint32_t at) {
  pv_sentences all = context->findings->text->sentences;
  size_t low = 0, high = all.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (all.items[middle].end <= at)
      low = middle + 1;
    else
      high = middle;
  }
  const pv_text *text = context->findings->text;
  const pv_sentence *middle = &all.items[low];
  size_t first = low, last = low;
  while (first > 0 && low - first < MOST_SENTENCES &&
         is_near(text, middle, &all.items[first - 1]) && has_bound(context, &all.items[first - 1]))
    first--;
  while (last + 1 < all.count && last - low < MOST_SENTENCES &&
         is_near(text, middle, &all.items[last + 1]) && has_bound(context, &all.items[last + 1]))
    last++;
  return (pv_token_range){all.items[first].first, all.items[last].end};
}

static bool is_amount(const pv_annotation *a) {
  return a->type == PV_TYPE_MONEY || a->type == PV_TYPE_NUMBER || a->type == PV_TYPE_REDACTED;
}

static bool is_rate(const pv_annotation *a) {
  if (a->type == PV_TYPE_PERCENT || a->type == PV_TYPE_MONEY) return true;
  const pv_value *value = a->value;
  return a->type == PV_TYPE_REDACTED && value && value->hidden == PV_VALUE_PERCENT;
}

static void add_bound(const pv_slot_context *context, const pv_annotation *a, marks *found) {
  pv_annotations all = context->findings->annotations;
  mark bound = {.kind = a->rule ? a->rule->kind : PV_STR(""), .at = {a->first, a->end}};
  for (size_t i = pv_annotations_from(all, a->first); i < all.count; i++) {
    const pv_annotation *inside = &all.items[i];
    if (inside->first >= a->end || bound.amount_count == 2) break;
    if (inside->end <= a->end && is_amount(inside))
      bound.amounts[bound.amount_count++] = inside->value;
  }
  found->items[found->count++] = bound;
}

static void collect(const pv_slot_context *context, pv_token_range range, marks *found) {
  pv_annotations all = context->findings->annotations;
  uint32_t type = bound_type(context), behind = range.first;
  const size_t most = sizeof found->items / sizeof *found->items;
  for (size_t i = pv_annotations_from(all, range.first); i < all.count && found->count < most;
       i++) {
    const pv_annotation *a = &all.items[i];
    if (a->first >= range.end) break;
    if (a->first < behind) continue;
    // A bound starts with words or with an amount, which then is no rate.
    const pv_annotation *bound =
        pv_slot_annotation(context, type, (pv_token_range){a->first, range.end});
    if (bound && bound->first == a->first) {
      add_bound(context, bound, found);
      behind = bound->end;
    } else if (is_rate(a)) {
      found->items[found->count++] = (mark){.at = {a->first, a->end}, .rate = a->value};
      behind = a->end;
    }
  }
}

// The rate of the bound at `at`: the last one since the bound before it, or the first one before
// the next bound.
static const mark *rate_of(const marks *found, size_t at, bool rates_first) {
  if (rates_first) return at > 0 && found->items[at - 1].rate ? &found->items[at - 1] : NULL;
  return at + 1 < found->count && found->items[at + 1].rate ? &found->items[at + 1] : NULL;
}

static bool amount_of(const mark *bound, size_t i, pv_decimal *amount) {
  if (i >= bound->amount_count || bound->amounts[i]->kind == PV_VALUE_REDACTED) return false;
  *amount = bound->amounts[i]->number;
  return true;
}

static bool is_kind(const mark *bound, const char *kind) {
  return pv_str_equal(bound->kind, pv_str_from(kind));
}

// What the bound means behind the tier before it.
static tier_range range_of(const mark *bound, const tier_range *before) {
  tier_range made = {0};
  if (before && before->has_to) {
    made.from = before->to;
    made.has_from = true;
  }
  if (is_kind(bound, "between")) {
    made.has_from = amount_of(bound, 0, &made.from);
    made.has_to = amount_of(bound, 1, &made.to);
  } else if (is_kind(bound, "above")) {
    made.has_from = amount_of(bound, 0, &made.from);
  } else if (is_kind(bound, "next")) {
    made.has_to = made.has_from && amount_of(bound, 0, &made.to) &&
                  pv_decimal_add(made.from, made.to, &made.to);
  } else if (is_kind(bound, "up_to")) {
    made.has_to = amount_of(bound, 0, &made.to);
    if (made.has_from && made.has_to && pv_decimal_compare(made.from, made.to) >= 0)
      made.has_from = false;
  }
  return made;
}

static pv_json edge(pv_arena *arena, bool is_known, pv_decimal number) {
  return is_known ? pv_json_string(pv_decimal_print(arena, number)) : pv_json_null();
}

static pv_json rate_json(pv_arena *arena, const pv_value *rate) {
  if (rate->kind == PV_VALUE_REDACTED) return pv_json_string(PV_STR("redacted"));
  pv_json number = pv_json_string(pv_decimal_print(arena, rate->number));
  if (rate->kind != PV_VALUE_MONEY) return number;
  return pv_json_object2(arena, "amount", number, "currency",
                         pv_json_string(pv_str_copy(arena, rate->unit)));
}

static void add_tier(const pv_slot_context *context, const mark *bound, const mark *rate,
                     const tier_range *range, pv_slot_values *values) {
  pv_token_range at = bound->at;
  if (rate->at.first < at.first) at.first = rate->at.first;
  if (rate->at.end > at.end) at.end = rate->at.end;
  pv_arena *arena = context->arena;
  pv_json json =
      pv_json_object3(arena, "from", edge(arena, range->has_from, range->from), "to",
                      edge(arena, range->has_to, range->to), "rate", rate_json(arena, rate->rate));
  pv_slot_value made = pv_slot_value_at(context, at, json);
  if (rate->rate->kind == PV_VALUE_REDACTED) made.status = PV_STATUS_REDACTED;
  pv_slot_add(context, values, made);
}

// Where some rates are percentages, amounts of money are none.
static void drop_money(marks *found) {
  bool has_percent = false;
  for (size_t i = 0; i < found->count; i++)
    has_percent |= found->items[i].rate && found->items[i].rate->kind != PV_VALUE_MONEY;
  size_t kept = 0;
  for (size_t i = 0; i < found->count; i++) {
    const pv_value *rate = found->items[i].rate;
    if (has_percent && rate && rate->kind == PV_VALUE_MONEY) continue;
    found->items[kept++] = found->items[i];
  }
  found->count = kept;
}

static bool same_edge(bool has_a, pv_decimal a, bool has_b, pv_decimal b) {
  return has_a == has_b && (!has_a || pv_decimal_equal(a, b));
}

static bool is_repeated(const tier_range *ranges, size_t count) {
  const tier_range *last = &ranges[count];
  if (!last->has_from && !last->has_to) return false; // withheld
  for (size_t i = 0; i < count; i++)
    if (same_edge(ranges[i].has_from, ranges[i].from, last->has_from, last->from) &&
        same_edge(ranges[i].has_to, ranges[i].to, last->has_to, last->to))
      return true;
  return false;
}

bool pv_slot_tier(const pv_slot_context *context, pv_token_range range, pv_slot_values *values) {
  marks found = {0};
  if (values->count) return false; // the whole scale is read at once
  collect(context, scale_around(context, range.first), &found);
  drop_money(&found);
  bool rates_first = found.count && found.items[0].rate;
  const mark *bounds[4 * MOST_TIERS], *rates[4 * MOST_TIERS];
  tier_range ranges[4 * MOST_TIERS];
  size_t count = 0;
  for (size_t i = 0; i < found.count; i++) {
    const mark *rate = rate_of(&found, i, rates_first);
    if (found.items[i].rate || !rate) continue;
    ranges[count] = range_of(&found.items[i], count ? &ranges[count - 1] : NULL);
    if (is_repeated(ranges, count)) continue;
    bool goes_on = count && ranges[count].has_from && !ranges[count - 1].has_to &&
                   ranges[count - 1].has_from &&
                   pv_decimal_compare(ranges[count].from, ranges[count - 1].from) > 0;
    if (goes_on) { // "above 1: …; above 2: …"
      ranges[count - 1].to = ranges[count].from;
      ranges[count - 1].has_to = true;
    }
    bounds[count] = &found.items[i];
    rates[count++] = rate;
  }
  if (count < LEAST_TIERS) return false;
  for (size_t i = 0; i < count; i++) add_tier(context, bounds[i], rates[i], &ranges[i], values);
  return true;
}
