// EXC002: "exclusive": does it keep out the one who grants it, too?
#include "ambiguity/checks.h"
#include "base/str.h"

static const char *const kinds[] = {"exclusive_appointment", "exclusive_license", "exclusive_right",
                                    NULL};

static bool reserves(const pv_report *report, pv_span span) {
  for (size_t i = 0; i < report->clause_count; i++) {
    if (report->clauses[i].span.start >= span.end) break;
    if (report->clauses[i].span.start >= span.start &&
        pv_str_equal(report->clauses[i].polarity, PV_STR("reservation")))
      return true;
  }
  return false;
}

void pv_check_binds_grantor(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    if (!pv_checking_is_kind(clause, kinds)) continue;
    const pv_slot_value *level = pv_checking_slot_value(clause, "level");
    bool is_exclusive = pv_checking_slot_is(clause, "level", "exclusive") ||
                        pv_checking_slot_is(clause, "level", "sole");
    if (!level || !is_exclusive) continue;
    pv_span around = pv_checking_surroundings(checking, clause);
    if (pv_checking_has_mark(checking, "binds_grantor", around) || reserves(report, around))
      continue;
    pv_str place = pv_checking_place(clause);
    pv_checking_add(checking,
                    (pv_finding){
                        .severity = PV_SEVERITY_MEDIUM,
                        .clause = clause,
                        .slot = PV_STR("level"),
                        .span = level->status == PV_STATUS_STATED ? level->span : clause->span,
                        .message = pv_str_printf(checking->arena,
                                                 "\"" PV_STR_FMT "\" in " PV_STR_FMT
                                                 " may or may not keep out the grantor itself",
                                                 PV_STR_ARG(level->text), PV_STR_ARG(place)),
                    });
  }
}
