// EXC006: a covenant that bars direct acts and leaves the indirect way open.
#include "ambiguity/checks.h"
#include "base/str.h"
#include "match/message.h"

static const char *const kinds[] = {"exclusive_dealing_covenant", "non_compete", "no_solicit",
                                    "requirements", NULL};

void pv_check_direct_only(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    if (!pv_checking_is_kind(clause, kinds)) continue;
    pv_marks marks = pv_checking_marks_in(checking, checking->check->code, clause->span);
    if (!marks.count || pv_checking_has_mark(checking, "indirect_route", clause->span)) continue;
    pv_checking_add(checking,
                    (pv_finding){
                        .severity = pv_checking_rule_severity(marks.items[0]),
                        .clause = clause,
                        .slot = PV_STR("activities"),
                        .span = pv_checking_words(checking, marks.items[0], "term"),
                        .message = pv_match_message(checking->arena, marks.items[0],
                                                    checking->findings->text, PV_STR("en")),
                    });
  }
}
