// EXC005: an exclusivity that ends or converts, without a measure, a notice or a time to cure.
#include "ambiguity/checks.h"
#include "base/str.h"

static const char *const kinds[] = {"lapse", NULL};

static bool is_measured(const pv_checking *checking, pv_span span) {
  static const uint32_t types[] = {PV_TYPE_NUMBER, PV_TYPE_PERCENT, PV_TYPE_MONEY,
                                   PV_TYPE_PERIOD, PV_TYPE_DATE,    PV_TYPE_REDACTED};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (pv_checking_annotation(checking, types[i], span)) return true;
  return false;
}

void pv_check_lapse(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    if (!pv_checking_is_kind(clause, kinds)) continue;
    bool notice = pv_checking_has_mark(checking, "notice_or_cure", clause->span);
    bool measure = is_measured(checking, clause->span);
    if (notice && measure) continue;
    pv_checking_add(checking,
                    (pv_finding){
                        .severity = PV_SEVERITY_MEDIUM,
                        .clause = clause,
                        .slot = PV_STR("condition"),
                        .span = clause->span,
                        .message = pv_str_printf(
                            checking->arena, "the exclusivity may end here without %s",
                            notice    ? "a figure or a time that says when"
                            : measure ? "a notice or a time to cure"
                                      : "a figure that says when, a notice, or a time to cure"),
                    });
  }
}
