// MNY004: royalty-free in one place, against a royalty in another, for the same subject.
#include "ambiguity/checks.h"
#include "ambiguity/subject.h"
#include "base/str.h"

static bool is_free(const pv_clause *clause) {
  return pv_checking_slot_is(clause, "royalty", "free");
}

static bool is_bearing(const pv_clause *clause) {
  return pv_checking_slot_is(clause, "royalty", "bearing");
}

static bool is_wanted(const pv_clause *clause) { return is_free(clause) || is_bearing(clause); }

static void report_pair(pv_checking *checking, const pv_clause *clause, pv_span at,
                        const pv_related *other) {
  pv_checking_add(checking, (pv_finding){
                                .severity = PV_SEVERITY_MEDIUM,
                                .clause = clause,
                                .slot = PV_STR("royalty"),
                                .span = at,
                                .message = PV_STR("royalty-free here, and against a royalty for "
                                                  "the same subject elsewhere: whether it is to be "
                                                  "paid may be disputed"),
                                .related = other,
                                .related_count = 1,
                            });
}

// "a royalty-free license ... Licensee shall pay a royalty": in one clause.
static void check_clause(pv_checking *checking, const pv_clause *clause) {
  pv_marks marks = pv_checking_marks_in(checking, "pays_royalty", clause->span);
  const pv_slot_value *words = pv_checking_slot_value(clause, "royalty");
  if (!is_free(clause) || !marks.count || !words) return;
  report_pair(checking, clause, words->span,
              pv_checking_related(checking, pv_checking_words(checking, marks.items[0], "term"),
                                  clause->id, "a royalty"));
}

void pv_check_free_and_bearing(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) check_clause(checking, &report->clauses[i]);
  pv_subject_clauses all = pv_subject_clauses_find(checking, is_wanted);
  for (size_t i = 1; i < all.count; i++) {
    const pv_clause *first = all.items[i - 1].clause, *second = all.items[i].clause;
    if (all.items[i - 1].hash != all.items[i].hash || is_free(first) == is_free(second)) continue;
    if (pv_subject_is_apart(first, second, "field")) continue;
    const pv_clause *free = is_free(first) ? first : second;
    const pv_clause *other = free == first ? second : first;
    const pv_slot_value *words = pv_checking_slot_value(free, "royalty");
    if (words)
      report_pair(checking, free, words->span,
                  pv_checking_related(checking, other->span, other->id, "against a royalty"));
  }
}
