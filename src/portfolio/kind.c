#include "portfolio/kind.h"

#include "base/str.h"

static const pv_conflict_kind kinds[] = {
    {"PORT001", "overlapping_exclusivity", "Two people were promised the same exclusivity",
     PV_SEVERITY_HIGH},
    {"PORT002", "exclusive_and_other_license",
     "What was licensed exclusively to one is licensed to another, too", PV_SEVERITY_HIGH},
    {"PORT003", "term_defined_differently", "Two documents give one term two meanings",
     PV_SEVERITY_MEDIUM},
    {"PORT004", "different_figures", "Two documents give different figures for the same thing",
     PV_SEVERITY_MEDIUM},
    {"PORT005", "non_compete_and_deal", "Who promised not to compete deals in the same elsewhere",
     PV_SEVERITY_HIGH},
    {"PORT006", "requirements_from_two", "All of one need is to be bought from two people",
     PV_SEVERITY_HIGH},
    {"PORT007", "best_terms_and_other_terms",
     "Who was promised the best terms may not have what another got", PV_SEVERITY_LOW},
    {"PORT008", "first_refusal_and_deal",
     "What was to be offered to one first was promised to another", PV_SEVERITY_MEDIUM},
};

enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

const pv_conflict_kind *pv_conflict_kinds(size_t *count) {
  *count = KIND_COUNT;
  return kinds;
}

const pv_conflict_kind *pv_conflict_kind_find(pv_str code) {
  for (size_t i = 0; i < KIND_COUNT; i++)
    if (pv_str_equal_ignoring_case(pv_str_from(kinds[i].code), code)) return &kinds[i];
  return NULL;
}

static bool one_is_exclusive(const pv_promise *one, const pv_promise *other) {
  return one->is_exclusive || other->is_exclusive;
}

static bool have_figures(const pv_promise *one, const pv_promise *other) {
  return one->figure.size && other->figure.size && !pv_str_equal(one->figure, other->figure);
}

static bool other_is_exclusive(const pv_promise *one, const pv_promise *other) {
  (void)one;
  return other->is_exclusive;
}

static const pv_comparison comparisons[] = {
    {PV_PROMISE_EXCLUSIVITY, PV_PROMISE_EXCLUSIVITY, "PORT001", false, false, false, NULL},
    {PV_PROMISE_LICENSE, PV_PROMISE_LICENSE, "PORT002", false, false, false, one_is_exclusive},
    {PV_PROMISE_EXCLUSIVITY, PV_PROMISE_LICENSE, "PORT002", false, false, true, NULL},
    {PV_PROMISE_PAYMENT, PV_PROMISE_PAYMENT, "PORT004", true, false, true, have_figures},
    {PV_PROMISE_PURCHASE, PV_PROMISE_PURCHASE, "PORT004", true, false, true, have_figures},
    {PV_PROMISE_NON_COMPETE, PV_PROMISE_EXCLUSIVITY, "PORT005", false, true, true, NULL},
    {PV_PROMISE_NON_COMPETE, PV_PROMISE_LICENSE, "PORT005", false, true, true, NULL},
    {PV_PROMISE_NON_COMPETE, PV_PROMISE_REQUIREMENTS, "PORT005", false, true, true, NULL},
    {PV_PROMISE_REQUIREMENTS, PV_PROMISE_REQUIREMENTS, "PORT006", false, false, false, NULL},
    {PV_PROMISE_REQUIREMENTS, PV_PROMISE_PURCHASE, "PORT006", false, false, true, NULL},
    {PV_PROMISE_BEST_TERMS, PV_PROMISE_LICENSE, "PORT007", false, false, true, NULL},
    {PV_PROMISE_BEST_TERMS, PV_PROMISE_EXCLUSIVITY, "PORT007", false, false, true, NULL},
    {PV_PROMISE_FIRST_REFUSAL, PV_PROMISE_EXCLUSIVITY, "PORT008", false, false, true, NULL},
    {PV_PROMISE_FIRST_REFUSAL, PV_PROMISE_REQUIREMENTS, "PORT008", false, false, false, NULL},
    {PV_PROMISE_FIRST_REFUSAL, PV_PROMISE_PURCHASE, "PORT008", false, false, false, NULL},
    {PV_PROMISE_FIRST_REFUSAL, PV_PROMISE_LICENSE, "PORT008", false, false, true,
     other_is_exclusive},
};

const pv_comparison *pv_comparison_of(const pv_promise *a, const pv_promise *b, bool *swapped) {
  for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++) {
    const pv_comparison *c = &comparisons[i];
    bool forward = c->one == a->kind && c->other == b->kind;
    bool backward = c->one == b->kind && c->other == a->kind;
    if (!forward && !backward) continue;
    const pv_promise *one = forward ? a : b, *other = forward ? b : a;
    *swapped = !forward;
    return !c->applies || c->applies(one, other) ? c : NULL;
  }
  return NULL;
}
