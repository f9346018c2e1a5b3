// IPL005: work that the parties develop together, in a document that does not say who owns it.
#include "ambiguity/checks.h"
#include "base/str.h"

static const char *const ownership[] = {"joint_ownership",     "ownership_statement", "assignment",
                                        "agreement_to_assign", "work_for_hire",       NULL};

static bool has_ownership_rule(const pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++)
    if (pv_checking_is_kind(&report->clauses[i], ownership)) return true;
  return pv_checking_marks(checking, "ownership_rule").count > 0;
}

void pv_check_joint_development(pv_checking *checking) {
  pv_marks marks = pv_checking_marks(checking, "joint_development");
  if (!marks.count || has_ownership_rule(checking)) return;
  pv_span at = pv_checking_words(checking, marks.items[0], "term");
  const pv_clause *clause = pv_checking_clause_at(checking, at);
  pv_checking_add(checking, (pv_finding){
                                .severity = PV_SEVERITY_HIGH,
                                .clause = clause,
                                .span = at,
                                .message = PV_STR("the parties develop something together, and "
                                                  "nothing in the document says who owns it: each "
                                                  "may claim it"),
                            });
}
