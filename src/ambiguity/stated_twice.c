// CON003: the same exclusivity twice, in different words.
#include "ambiguity/checks.h"
#include "ambiguity/subject.h"
#include "base/str.h"

static bool is_wanted(const pv_clause *clause) {
  static const char *const kinds[] = {"exclusive_appointment", "exclusive_license",
                                      "exclusive_right", NULL};
  return pv_checking_is_kind(clause, kinds);
}

static bool says_the_same(const pv_clause *a, const pv_clause *b) {
  return pv_str_equal(a->quote, b->quote);
}

void pv_check_stated_twice(pv_checking *checking) {
  pv_subject_clauses all = pv_subject_clauses_find(checking, is_wanted);
  for (size_t i = 1; i < all.count; i++) {
    const pv_clause *first = all.items[i - 1].clause, *second = all.items[i].clause;
    if (all.items[i - 1].hash != all.items[i].hash || first->span.start == second->span.start)
      continue;
    if (says_the_same(first, second) || pv_subject_is_apart(first, second, "territory") ||
        pv_subject_is_apart(first, second, "protected_party"))
      continue;
    pv_str place = pv_checking_place(first);
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = PV_SEVERITY_LOW,
            .clause = second,
            .slot = PV_STR("subject"),
            .span = second->span,
            .message = pv_str_printf(checking->arena,
                                     "the same exclusivity may be granted in " PV_STR_FMT
                                     " already, in other words: the two may differ in "
                                     "scope",
                                     PV_STR_ARG(place)),
            .related = pv_checking_related(checking, first->span, first->id, "the other grant"),
            .related_count = 1,
        });
  }
}
