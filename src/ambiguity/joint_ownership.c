// IPL004: joint ownership without a rule for who may use the work, share its proceeds, and sue.
#include "ambiguity/checks.h"
#include "base/str.h"

static const char *const kinds[] = {"joint_ownership", NULL};

static const struct {
  const char *mark;
  const char *words;
} rules[] = {
    {"joint_use", "each owner's use and licensing"},
    {"joint_accounting", "sharing what it earns"},
    {"joint_enforcement", "prosecution and enforcement"},
};
enum { RULE_COUNT = sizeof rules / sizeof *rules };

void pv_check_joint_ownership(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    if (!pv_checking_is_kind(clause, kinds)) continue;
    pv_span around = pv_checking_surroundings(checking, clause);
    pv_str open = {"", 0};
    size_t count = 0;
    for (size_t k = 0; k < RULE_COUNT; k++) {
      if (pv_checking_has_mark(checking, rules[k].mark, around)) continue;
      open = pv_str_printf(checking->arena, PV_STR_FMT "%s%s", PV_STR_ARG(open),
                           count++ ? ", " : "", rules[k].words);
    }
    if (count < 2) continue;
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = PV_SEVERITY_MEDIUM,
            .clause = clause,
            .slot = PV_STR("rights"),
            .span = clause->evidence_count ? clause->evidence[0].span : clause->span,
            .message = pv_str_printf(checking->arena,
                                     "joint ownership without a rule for " PV_STR_FMT
                                     "; what one owner may do alone may differ by country and by "
                                     "kind of right",
                                     PV_STR_ARG(open)),
        });
  }
}
