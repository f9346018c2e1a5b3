#include "portfolio/promise.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "base/str.h"
#include "base/vector.h"
#include "portfolio/concept.h"

enum { LONGEST_QUOTE = 240, LONGEST_TEXT = 120 }; // bytes

typedef PV_VECTOR(pv_str) strings;

typedef struct {
  pv_arena *arena;
  const pv_report *report;
  const pv_clause *clause;
} reading;

// Which kinds of clauses are compared, as what, and which slots name the two sides.
static const struct {
  const char *family;
  const char *kind;
  pv_promise_kind promise;
} kinds[] = {
    {"exclusivity", "exclusive_appointment", PV_PROMISE_EXCLUSIVITY},
    {"exclusivity", "exclusive_license", PV_PROMISE_EXCLUSIVITY},
    {"exclusivity", "exclusive_right", PV_PROMISE_EXCLUSIVITY},
    {"exclusivity", "exclusive_dealing_covenant", PV_PROMISE_EXCLUSIVITY},
    {"exclusivity", "statement", PV_PROMISE_EXCLUSIVITY},
    {"exclusivity", "requirements", PV_PROMISE_REQUIREMENTS},
    {"exclusivity", "non_compete", PV_PROMISE_NON_COMPETE},
    {"exclusivity", "mfn", PV_PROMISE_BEST_TERMS},
    {"exclusivity", "rofr", PV_PROMISE_FIRST_REFUSAL},
    {"ip_license", "license_grant", PV_PROMISE_LICENSE},
    {"ip_license", "sublicense", PV_PROMISE_LICENSE},
    {"ip_license", "cross_license", PV_PROMISE_LICENSE},
    {"revenue_share", "minimum_commitment", PV_PROMISE_PURCHASE},
    {"revenue_share", "royalty", PV_PROMISE_PAYMENT},
    {"revenue_share", "revenue_share", PV_PROMISE_PAYMENT},
    {"revenue_share", "profit_split", PV_PROMISE_PAYMENT},
    {"revenue_share", "commission", PV_PROMISE_PAYMENT},
};

static const struct {
  const char *family;
  const char *grantor;
  const char *beneficiary;
} sides[] = {
    {"exclusivity", "restricted_party", "protected_party"},
    {"ip_license", "licensor", "licensee"},
    {"revenue_share", "payer", "payee"},
};

static bool kind_of(const pv_clause *clause, pv_promise_kind *kind) {
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (!pv_str_equal(clause->family, pv_str_from(kinds[i].family))) continue;
    if (!pv_str_equal(clause->kind, pv_str_from(kinds[i].kind))) continue;
    *kind = kinds[i].promise;
    return true;
  }
  return false;
}

// The first value of the slot that is there, or NULL.
static const pv_slot_value *value_of(const pv_clause *clause, const char *name) {
  const pv_slot *slot = pv_clause_slot(clause, name);
  for (size_t i = 0; slot && i < slot->count; i++)
    if (slot->values[i].status != PV_STATUS_MISSING) return &slot->values[i];
  return NULL;
}

static bool is_value(const pv_clause *clause, const char *slot, const char *name) {
  const pv_slot_value *value = value_of(clause, slot);
  return value && value->value.kind == PV_JSON_STRING &&
         pv_str_equal(value->value.string, pv_str_from(name));
}

static bool is_exclusive(const pv_clause *clause, pv_promise_kind kind) {
  const char *slot = kind == PV_PROMISE_LICENSE ? "exclusivity" : "level";
  if (is_value(clause, slot, "exclusive") || is_value(clause, slot, "sole")) return true;
  return kind == PV_PROMISE_EXCLUSIVITY && !value_of(clause, slot);
}

// An exclusivity that its own words call less than one.
static bool is_weaker(const pv_clause *clause, pv_promise_kind kind) {
  return kind == PV_PROMISE_EXCLUSIVITY && !is_exclusive(clause, kind);
}

static pv_side read_side(const reading *in, const char *name) {
  const pv_slot *slot = pv_clause_slot(in->clause, name);
  strings names = {0};
  pv_side side = {0};
  for (size_t i = 0; slot && i < slot->count; i++) {
    const pv_slot_value *value = &slot->values[i];
    side.with_affiliates |= value->with_affiliates;
    bool is_nobody = value->status == PV_STATUS_UNRESOLVED; // a role word
    if (value->value.kind != PV_JSON_STRING || is_nobody) continue;
    if (pv_str_equal(value->value.string, PV_STR("each_party")))
      side.is_each = true;
    else
      PV_PUSH(in->arena, &names, pv_str_copy(in->arena, value->value.string));
  }
  side.names = names.items;
  side.count = names.count;
  return side;
}

static void read_sides(const reading *in, pv_promise *promise) {
  for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
    if (!pv_str_equal(in->clause->family, pv_str_from(sides[i].family))) continue;
    promise->grantor = read_side(in, sides[i].grantor);
    promise->beneficiary = read_side(in, sides[i].beneficiary);
  }
}

static int by_text(const void *left, const void *right) {
  const pv_str *a = left, *b = right;
  return pv_str_compare(*a, *b);
}

// The values of an enumeration, sorted.
static pv_bag read_list(const reading *in, const char *name) {
  const pv_slot *slot = pv_clause_slot(in->clause, name);
  strings found = {0};
  for (size_t i = 0; slot && i < slot->count; i++)
    if (slot->values[i].value.kind == PV_JSON_STRING)
      PV_PUSH(in->arena, &found, pv_str_copy(in->arena, slot->values[i].value.string));
  if (found.count) qsort(found.items, found.count, sizeof *found.items, by_text);
  return (pv_bag){found.items, found.count};
}

static pv_str member(const pv_json *value, const char *name) {
  for (size_t i = 0; value->kind == PV_JSON_OBJECT && i < value->count; i++)
    if (pv_str_equal(value->names[i], pv_str_from(name)) && value->items[i].kind == PV_JSON_STRING)
      return value->items[i].string;
  return PV_STR("");
}

static pv_area read_area(const reading *in) {
  const pv_slot_value *value = value_of(in->clause, "territory");
  if (!value) return (pv_area){.kind = PV_AREA_UNLIMITED};
  const pv_vocabulary *vocabulary = in->report->grammar->vocabulary;
  pv_area area = {
      .kind = PV_AREA_WORDS,
      .text = pv_line_of(in->arena, value->text, LONGEST_TEXT),
      .words = pv_bag_read(in->arena, vocabulary, value->text),
      .open = pv_str_copy(in->arena, member(&value->value, "term")),
  };
  if (value->value.kind == PV_JSON_STRING && pv_str_equal(value->value.string, PV_STR("worldwide")))
    area.kind = PV_AREA_WORLD;
  if (value->value.kind != PV_JSON_LIST) return area;
  strings codes = {0};
  for (size_t i = 0; i < value->value.count; i++)
    PV_PUSH(in->arena, &codes, pv_str_copy(in->arena, value->value.items[i].string));
  if (codes.count) qsort(codes.items, codes.count, sizeof *codes.items, by_text);
  area.kind = PV_AREA_CODES;
  area.codes = (pv_bag){codes.items, codes.count};
  return area;
}

static pv_day end_of(pv_day start, const pv_json *value) {
  pv_str date = member(value, "end_date"), period = member(value, "duration");
  if (date.size) return pv_day_last(date);
  if (pv_str_equal(period, PV_STR("perpetual"))) return PV_LAST_DAY;
  return period.size && start != PV_NO_DAY ? pv_day_after(start, period) : PV_NO_DAY;
}

static pv_duration read_duration(const reading *in, pv_day from) {
  const pv_slot_value *value = value_of(in->clause, "term");
  pv_str expiration = in->report->facts.expiration_date.value;
  pv_duration duration = {.start = from,
                          .end = expiration.size ? pv_day_last(expiration) : PV_NO_DAY};
  if (!value) return duration;
  duration.text = pv_line_of(in->arena, value->text, LONGEST_TEXT);
  pv_day end = end_of(from, &value->value);
  pv_str open = member(&value->value, "end_event");
  if (end != PV_NO_DAY)
    duration.end = end;
  else if (open.size)
    duration.end = PV_NO_DAY; // it may come before the document ends
  if (duration.end != PV_NO_DAY) return duration;
  if (!open.size) open = member(&value->value, "term");
  duration.open = pv_line_of(in->arena, open, LONGEST_TEXT);
  return duration;
}

// "0.2, 0.25", "138000000000 USD"
static void add_figure(pv_buffer *out, const pv_json *value, const char *between) {
  if (value->kind == PV_JSON_STRING) {
    if (out->size) pv_buffer_add(out, pv_str_from(between));
    pv_buffer_add(out, value->string);
  }
  for (size_t i = 0; i < value->count; i++)
    add_figure(out, &value->items[i], value->kind == PV_JSON_OBJECT && i ? " " : ", ");
}

// The rates or the amount as one text, which is compared.
static pv_str read_figure(const reading *in, pv_promise_kind kind) {
  const pv_slot *slot =
      pv_clause_slot(in->clause, kind == PV_PROMISE_PURCHASE ? "minimum" : "rates");
  pv_buffer out = {.arena = in->arena};
  for (size_t i = 0; slot && i < slot->count; i++)
    if (slot->values[i].status == PV_STATUS_STATED) add_figure(&out, &slot->values[i].value, ", ");
  return pv_buffer_str(&out);
}

static bool is_elsewhere(const reading *in) {
  for (size_t i = 0; i < in->report->link_count; i++) {
    const pv_link *link = &in->report->links[i];
    if (link->kind == PV_LINK_ELSEWHERE && link->span.start >= in->clause->span.start &&
        link->span.end <= in->clause->span.end)
      return true;
  }
  return false;
}

// "2.1", "(a)" are cited together, and with the exhibit they stand in.
static pv_str section_of(pv_arena *arena, const pv_clause *clause) {
  size_t count = clause->section_count, start = count ? count - 1 : 0;
  while (start && clause->section_path[start].size && clause->section_path[start].data[0] == '(')
    start--;
  pv_buffer out = {.arena = arena};
  pv_str exhibit = pv_clause_exhibit(clause);
  if (start && exhibit.size) {
    pv_buffer_add(&out, exhibit);
    pv_buffer_add(&out, PV_STR(", "));
  }
  for (size_t i = start; i < count; i++) pv_buffer_add(&out, clause->section_path[i]);
  return pv_line_of(arena, pv_buffer_str(&out), LONGEST_TEXT);
}

static uint64_t hash_of(const pv_clause *clause) {
  return pv_hash_add(PV_HASH_START, pv_str_from(clause->fingerprint));
}

static void describe(const reading *in, pv_promise *promise) {
  const pv_clause *clause = in->clause;
  promise->hash = hash_of(clause);
  promise->points = clause->points;
  promise->clause = pv_str_copy(in->arena, clause->id);
  promise->clause_kind = pv_str_copy(in->arena, clause->kind);
  promise->section = section_of(in->arena, clause);
  promise->quote = pv_line_of(in->arena, clause->quote, LONGEST_QUOTE);
  promise->span = clause->span;
  pv_report_place(in->report, clause->span.start, &promise->line, &promise->column);
}

bool pv_promise_read(pv_arena *arena, const pv_report *report, const pv_clause *clause,
                     size_t document, pv_day from, pv_promise *promise) {
  pv_promise_kind kind;
  bool grants = pv_str_equal(clause->polarity, PV_STR("grant")) || !clause->polarity.size;
  if (!kind_of(clause, &kind) || is_weaker(clause, kind)) return false;
  if (!grants && kind == PV_PROMISE_LICENSE) return false;
  reading in = {arena, report, clause};
  const char *subject =
      kind == PV_PROMISE_PAYMENT || kind == PV_PROMISE_PURCHASE ? "base" : "subject";
  *promise = (pv_promise){
      .document = document,
      .kind = kind,
      .is_exclusive = is_exclusive(clause, kind),
      .subject = pv_concept_read(arena, report, clause, document, subject),
      .field = pv_concept_read(arena, report, clause, document, "field"),
      .subject_kinds = read_list(&in, "subject_kinds"),
      .activities = read_list(&in, kind == PV_PROMISE_LICENSE ? "rights" : "activities"),
      .area = read_area(&in),
      .duration = read_duration(&in, from),
      .figure = read_figure(&in, kind),
      .is_elsewhere = is_elsewhere(&in),
      .replaced_on = PV_NO_DAY,
  };
  read_sides(&in, promise);
  describe(&in, promise);
  return promise->grantor.count || promise->grantor.is_each;
}
