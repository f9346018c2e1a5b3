#include <proviso/evaluate.h>

#include "base/arena.h"
#include "base/str.h"
#include "report/report.h"
#include "support/pvtest.h"

// A scale "from..to:rate, …", and rates; an empty side of a tier is open.
typedef struct {
  const char *tiers[4][3];
  const char *rates[3];
  const char *basis, *minimum, *cap;
} terms;

static pv_json text_or_null(const char *text) {
  return text && *text ? pv_json_string(pv_str_from(text)) : pv_json_null();
}

static size_t add_sum(pv_arena *arena, pv_slot *slots, size_t count, const char *name,
                      const char *amount) {
  if (!amount) return count;
  pv_slot_value *value = PV_NEW(arena, pv_slot_value);
  value->value = pv_json_object1(arena, "amount", text_or_null(amount));
  slots[count] = (pv_slot){.name = pv_str_from(name), .values = value, .count = 1};
  return count + 1;
}

static pv_clause make(pv_arena *arena, const terms *t) {
  pv_slot *slots = PV_NEW_ARRAY(arena, pv_slot, 5);
  pv_slot_value *tiers = PV_NEW_ARRAY(arena, pv_slot_value, 4);
  pv_slot_value *rates = PV_NEW_ARRAY(arena, pv_slot_value, 3),
                *basis = PV_NEW(arena, pv_slot_value);
  size_t tier_count = 0, rate_count = 0, count = 0;
  for (; tier_count < 4 && t->tiers[tier_count][2]; tier_count++)
    tiers[tier_count].value = pv_json_object3(arena, "from", text_or_null(t->tiers[tier_count][0]),
                                              "to", text_or_null(t->tiers[tier_count][1]), "rate",
                                              text_or_null(t->tiers[tier_count][2]));
  for (; rate_count < 3 && t->rates[rate_count]; rate_count++)
    rates[rate_count].value = text_or_null(t->rates[rate_count]);
  basis->value = text_or_null(t->basis);
  slots[count++] = (pv_slot){PV_STR("tiers"), true, tiers, tier_count};
  slots[count++] = (pv_slot){PV_STR("rates"), true, rates, rate_count};
  slots[count++] = (pv_slot){PV_STR("tier_basis"), false, basis, t->basis != NULL};
  count = add_sum(arena, slots, count, "minimum", t->minimum);
  count = add_sum(arena, slots, count, "cap", t->cap);
  return (pv_clause){.slots = slots, .slot_count = count};
}

// Checks "reading=amount" of each reading, with "!minimum" or "?reason" behind it.
static void check(terms t, const char *base, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_clause clause = make(arena, &t);
  pv_payment *payment = pv_clause_evaluate(&clause, base, NULL);
  assert_non_null(payment);
  pv_str got = PV_STR("");
  for (size_t i = 0; i < payment->count; i++) {
    const pv_payment_reading *r = &payment->readings[i];
    got = pv_str_printf(arena,
                        PV_STR_FMT "%s" PV_STR_FMT "=" PV_STR_FMT "%s" PV_STR_FMT "%s" PV_STR_FMT,
                        PV_STR_ARG(got), i ? ", " : "", PV_STR_ARG(r->reading),
                        PV_STR_ARG(r->amount), r->applied.size ? "!" : "", PV_STR_ARG(r->applied),
                        r->reason.size ? "?" : "", PV_STR_ARG(r->reason));
  }
  assert_string_equal(pv_str_copy(arena, got).data, expected);
  pv_payment_free(payment);
  pv_arena_free(arena);
}

static void pays_a_rate(void **state) {
  (void)state;
  check((terms){.rates = {"0.05"}}, "1,000,000", "rate=50000");
  check((terms){.rates = {"0.00025"}}, "333.33", "rate=0.0833325");
  check((terms){.rates = {"0.05", "0.2"}}, "100", "rate=5, rate=20");
  check((terms){.rates = {"redacted"}}, "100", "rate=?the rate is withheld");
  check((terms){.rates = {"0.1"}}, "0", "rate=0");
  check((terms){0}, "100", "");
}

static void applies_minimum_and_cap(void **state) {
  (void)state;
  check((terms){.rates = {"0.1"}, .minimum = "20", .cap = "90"}, "100", "rate=20!minimum");
  check((terms){.rates = {"0.1"}, .minimum = "20", .cap = "90"}, "500", "rate=50");
  check((terms){.rates = {"0.1"}, .minimum = "20", .cap = "90"}, "1000", "rate=90!cap");
}

static void pays_by_tiers(void **state) {
  (void)state;
  terms scale = {.tiers = {{"", "1000", "0.05"}, {"1000", "3000", "0.07"}, {"3000", "", "0.09"}}};
  check(scale, "1000", "marginal=50, whole=50");
  check(scale, "2000", "marginal=120, whole=140");
  check(scale, "5000", "marginal=370, whole=450");
  scale.basis = "marginal";
  check(scale, "5000", "marginal=370");
  scale.basis = "whole";
  check(scale, "5000", "whole=450");
  check(scale, "0.5", "whole=0.025");
}

// "1 to 100" and "101 to 200" leave nothing out; other gaps are no part of any tier.
static void tells_steps_from_gaps(void **state) {
  (void)state;
  terms steps = {.tiers = {{"", "100", "0.05"}, {"101", "200", "0.1"}}};
  check(steps, "100.5", "marginal=5.05, whole=10.05");
  check(steps, "150", "marginal=10, whole=15");
  terms gap = {.tiers = {{"", "100", "0.05"}, {"200", "", "0.1"}}};
  check(gap, "150", "marginal=5, whole=?the base lies in none of the tiers");
}

static void says_what_is_no_base(void **state) {
  (void)state;
  static const char *const bases[] = {"", "-5", "ten", "1,00", "9999999999999999999"};
  pv_clause clause = {0};
  for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
    pv_error err = {0};
    assert_null(pv_clause_evaluate(&clause, bases[i], &err));
    assert_int_equal(err.code, PV_ERROR_USAGE);
  }
  pv_arena *arena = pv_arena_new(0);
  pv_clause large = make(arena, &(terms){.rates = {"15"}});
  pv_payment *payment = pv_clause_evaluate(&large, "999999999999999999", NULL);
  assert_int_equal(payment->readings[0].amount.size, 0);
  assert_true(payment->readings[0].reason.size > 0);
  pv_payment_free(payment);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pays_a_rate),          cmocka_unit_test(applies_minimum_and_cap),
      cmocka_unit_test(pays_by_tiers),        cmocka_unit_test(tells_steps_from_gaps),
      cmocka_unit_test(says_what_is_no_base),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
