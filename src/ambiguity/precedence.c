// ORD001: two clauses on the same subject that each want to prevail over everything else.
#include "ambiguity/checks.h"
#include "ambiguity/subject.h"
#include "base/str.h"

static bool is_any(const pv_clause *clause) {
  return !pv_str_equal(clause->polarity, PV_STR("carve_out"));
}

static bool claims_all(const pv_checking *checking, const pv_clause *clause, pv_span *at) {
  pv_marks marks = pv_checking_marks_in(checking, checking->check->code, clause->span);
  if (marks.count) *at = pv_checking_words(checking, marks.items[0], "term");
  return marks.count > 0;
}

void pv_check_precedence(pv_checking *checking) {
  if (pv_checking_marks(checking, checking->check->code).count < 2) return;
  pv_subject_clauses all = pv_subject_clauses_find(checking, is_any);
  for (size_t i = 1; i < all.count; i++) {
    const pv_clause *first = all.items[i - 1].clause, *second = all.items[i].clause;
    pv_span at, other;
    if (all.items[i - 1].hash != all.items[i].hash || first->span.start == second->span.start)
      continue;
    if (!claims_all(checking, first, &other) || !claims_all(checking, second, &at)) continue;
    pv_str place = pv_checking_place(first);
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = PV_SEVERITY_MEDIUM,
            .clause = second,
            .span = at,
            .message =
                pv_str_printf(checking->arena,
                              "this clause prevails over everything else, and so does " PV_STR_FMT
                              " on the same subject: either may be first",
                              PV_STR_ARG(place)),
            .related = pv_checking_related(checking, other, first->id, "prevails as well"),
            .related_count = 1,
        });
  }
}
