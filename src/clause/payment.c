// Rates, tiers, minimum and cap of a clause, put to a base.
#include "clause/payment.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "base/vector.h"
#include "report/report.h"
#include "value/decimal.h"

typedef PV_VECTOR(pv_payment_reading) readings;

typedef struct {
  pv_arena *arena;
  const pv_clause *clause;
  pv_decimal base;
  readings found;
} evaluation;

static const pv_json *member(const pv_json *object, const char *name) {
  for (size_t i = 0; object->kind == PV_JSON_OBJECT && i < object->count; i++)
    if (pv_str_equal(object->names[i], pv_str_from(name))) return &object->items[i];
  return NULL;
}

static bool number_of(const pv_json *value, pv_decimal *number) {
  return value && value->kind == PV_JSON_STRING && pv_decimal_parse(value->string, number);
}

static pv_str string_of(const pv_json *value) {
  return value && value->kind == PV_JSON_STRING ? value->string : PV_STR("");
}

bool pv_payment_base(pv_str text, pv_decimal *base) { return pv_decimal_parse(text, base); }

bool pv_tier_read(const pv_json *value, pv_tier *tier) {
  if (!member(value, "rate")) return false;
  tier->has_from = number_of(member(value, "from"), &tier->from);
  tier->has_to = number_of(member(value, "to"), &tier->to);
  return true;
}

static bool subtract(pv_decimal a, pv_decimal b, pv_decimal *difference) {
  b.mantissa = -b.mantissa;
  return pv_decimal_add(a, b, difference);
}

bool pv_tier_joins(const pv_tier *before, const pv_tier *after) {
  pv_decimal step;
  if (!before->has_to || !after->has_from || !subtract(after->from, before->to, &step))
    return false;
  return step.mantissa >= 0 && pv_decimal_compare(step, (pv_decimal){1, 0}) <= 0;
}

// The amount after the minimum and the cap of the clause.
static void apply_limits(const evaluation *e, pv_decimal amount, pv_payment_reading *reading) {
  const pv_slot *minimum = pv_clause_slot(e->clause, "minimum"),
                *cap = pv_clause_slot(e->clause, "cap");
  pv_decimal limit;
  if (minimum && minimum->count && number_of(member(&minimum->values[0].value, "amount"), &limit) &&
      pv_decimal_compare(amount, limit) < 0) {
    amount = limit;
    reading->applied = PV_STR("minimum");
  }
  if (cap && cap->count && number_of(member(&cap->values[0].value, "amount"), &limit) &&
      pv_decimal_compare(amount, limit) > 0) {
    amount = limit;
    reading->applied = PV_STR("cap");
  }
  reading->amount = pv_decimal_print(e->arena, amount);
}

static void add(evaluation *e, pv_payment_reading reading) {
  PV_PUSH(e->arena, &e->found, reading);
}

static void fail(evaluation *e, pv_payment_reading reading, const char *reason) {
  reading.reason = pv_str_from(reason);
  add(e, reading);
}

static const char too_large[] = "the amount has more than 18 digits";
static const char withheld[] = "the rate is withheld";

static void evaluate_rate(evaluation *e, const pv_json *value) {
  pv_payment_reading reading = {.reading = PV_STR("rate")};
  pv_decimal rate, amount;
  const pv_json *sum = member(value, "amount");
  if (sum) {
    reading.currency = string_of(member(value, "currency"));
    reading.reading = member(value, "per") ? PV_STR("per_unit") : PV_STR("fixed");
  }
  const pv_json *number = sum ? sum : value;
  reading.rate = string_of(number);
  if (!number_of(number, &rate)) {
    reading.rate = PV_STR("");
    fail(e, reading, withheld);
    return;
  }
  bool is_fixed = sum && !member(value, "per");
  amount = rate;
  if (!is_fixed && !pv_decimal_multiply(rate, e->base, &amount)) {
    fail(e, reading, too_large);
    return;
  }
  apply_limits(e, amount, &reading);
  add(e, reading);
}

// Does the base reach into the tier?
static bool reaches(const pv_tier *tier, pv_decimal base) {
  return !tier->has_from || pv_decimal_compare(base, tier->from) > 0;
}

static bool ends_in(const pv_tier *tier, pv_decimal base) {
  return reaches(tier, base) && (!tier->has_to || pv_decimal_compare(base, tier->to) <= 0);
}

// Where the part of `tier` starts: rows of whole units leave one out, "to 100" and "from 101".
static pv_decimal start_of(const pv_slot *tiers, size_t at, const pv_tier *tier) {
  pv_tier before;
  if (at && pv_tier_read(&tiers->values[at - 1].value, &before) && pv_tier_joins(&before, tier))
    return before.to;
  return tier->has_from ? tier->from : (pv_decimal){0, 0};
}

// What the part of the base that lies in the tier pays, added to `total`.
static const char *add_part(const evaluation *e, const pv_slot *tiers, size_t at,
                            pv_decimal *total) {
  const pv_json *value = &tiers->values[at].value;
  pv_tier tier;
  pv_decimal rate, part, amount;
  if (!pv_tier_read(value, &tier)) return NULL;
  pv_decimal start = start_of(tiers, at, &tier);
  if (pv_decimal_compare(e->base, start) <= 0) return NULL;
  if (!number_of(member(value, "rate"), &rate)) return withheld;
  pv_decimal end = tier.has_to && pv_decimal_compare(tier.to, e->base) < 0 ? tier.to : e->base;
  bool fits = subtract(end, start, &part) && pv_decimal_multiply(rate, part, &amount) &&
              pv_decimal_add(*total, amount, total);
  return fits ? NULL : too_large;
}

static void evaluate_marginal(evaluation *e, const pv_slot *tiers) {
  pv_payment_reading reading = {.reading = PV_STR("marginal")};
  pv_decimal total = {0};
  for (size_t i = 0; i < tiers->count; i++) {
    const char *reason = add_part(e, tiers, i, &total);
    if (!reason) continue;
    fail(e, reading, reason);
    return;
  }
  apply_limits(e, total, &reading);
  add(e, reading);
}

// The tier in which the base ends, or NULL.
static const pv_json *tier_of(const evaluation *e, const pv_slot *tiers) {
  for (size_t i = 0; i < tiers->count; i++) {
    pv_tier tier;
    if (!pv_tier_read(&tiers->values[i].value, &tier)) continue;
    tier.from = start_of(tiers, i, &tier);
    if (ends_in(&tier, e->base)) return &tiers->values[i].value;
  }
  return NULL;
}

static void evaluate_whole(evaluation *e, const pv_slot *tiers) {
  pv_payment_reading reading = {.reading = PV_STR("whole")};
  const pv_json *tier = tier_of(e, tiers);
  if (!tier) {
    fail(e, reading, "the base lies in none of the tiers");
    return;
  }
  const pv_json *rate = member(tier, "rate"), *sum = member(rate, "amount");
  pv_decimal number, amount;
  if (!number_of(sum ? sum : rate, &number)) {
    fail(e, reading, withheld);
    return;
  }
  amount = number;
  if (sum) reading.currency = string_of(member(rate, "currency"));
  if (!sum && !pv_decimal_multiply(number, e->base, &amount)) {
    fail(e, reading, too_large);
    return;
  }
  apply_limits(e, amount, &reading);
  add(e, reading);
}

// Tiers of amounts pay that of the tier that is reached; those of rates as the clause says, and
// where it says nothing both ways.
static void evaluate_tiers(evaluation *e, const pv_slot *tiers) {
  const pv_slot *basis = pv_clause_slot(e->clause, "tier_basis");
  pv_str said = basis && basis->count ? string_of(&basis->values[0].value) : PV_STR("");
  bool has_sums = false;
  for (size_t i = 0; i < tiers->count; i++) {
    const pv_json *rate = member(&tiers->values[i].value, "rate");
    has_sums |= rate && rate->kind == PV_JSON_OBJECT;
  }
  if (!has_sums && !pv_str_equal(said, PV_STR("whole"))) evaluate_marginal(e, tiers);
  if (has_sums || !pv_str_equal(said, PV_STR("marginal"))) evaluate_whole(e, tiers);
}

pv_payment pv_payment_make(pv_arena *arena, const pv_clause *clause, pv_decimal base) {
  evaluation e = {.arena = arena, .clause = clause, .base = base};
  const pv_slot *tiers = pv_clause_slot(clause, "tiers"), *rates = pv_clause_slot(clause, "rates");
  if (tiers && tiers->count)
    evaluate_tiers(&e, tiers);
  else
    for (size_t i = 0; rates && i < rates->count; i++) evaluate_rate(&e, &rates->values[i].value);
  return (pv_payment){pv_decimal_print(arena, base), e.found.items, e.found.count};
}

// The payment first, so that it is freed as what it is part of.
typedef struct {
  pv_payment payment;
  pv_arena *arena;
} owned;

static pv_payment *out_of_memory(pv_arena *arena, pv_error *err) {
  pv_arena_free(arena);
  pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
  return NULL;
}

pv_payment *pv_clause_evaluate(const pv_clause *clause, const char *base, pv_error *err) {
  pv_decimal number;
  if (!pv_payment_base(pv_str_from(base), &number)) {
    pv_fail(err, PV_ERROR_USAGE,
            "\"%s\" is no base: give a number of at most 18 digits, like 1,500,000.50", base);
    return NULL;
  }
  pv_arena *arena = pv_arena_new(0);
  if (!arena) return out_of_memory(NULL, err);
  jmp_buf out;
  if (setjmp(out)) return out_of_memory(arena, err);
  pv_arena_guard(arena, &out);
  owned *made = PV_NEW(arena, owned);
  made->payment = pv_payment_make(arena, clause, number);
  made->arena = arena;
  pv_arena_guard(arena, NULL);
  return &made->payment;
}

void pv_payment_free(pv_payment *payment) {
  if (payment) pv_arena_free(((owned *)payment)->arena);
}
