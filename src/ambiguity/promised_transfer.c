// IPL002: "agrees to assign": a promise to transfer, which transfers nothing yet.
#include "ambiguity/checks.h"
#include "base/str.h"

static const char *const kinds[] = {"agreement_to_assign", "covenant_to_grant", NULL};

void pv_check_promised_transfer(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    if (!pv_checking_is_kind(clause, kinds)) continue;
    bool assigns = pv_str_equal(clause->kind, PV_STR("agreement_to_assign"));
    pv_str place = pv_checking_place(clause);
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = PV_SEVERITY_MEDIUM,
            .clause = clause,
            .slot = PV_STR("subject"),
            .span = clause->evidence_count ? clause->evidence[0].span : clause->span,
            .message = pv_str_printf(checking->arena,
                                     "%s in " PV_STR_FMT " is promised, not made: until it is, the "
                                     "rights may stay where they are",
                                     assigns ? "the assignment" : "the license", PV_STR_ARG(place)),
        });
  }
}
