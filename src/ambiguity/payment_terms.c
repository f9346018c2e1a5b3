// MNY005: a share that does not say how often it is paid, in a document without audit or survival.
#include "ambiguity/checks.h"
#include "base/str.h"

static const char *const kinds[] = {"royalty",      "royalty_per_unit", "revenue_share",
                                    "profit_split", "commission",       NULL};

static bool is_open(const pv_checking *checking, const pv_clause *clause, const char *slot,
                    const char *mark) {
  return !pv_checking_slot_value(clause, slot) && !pv_checking_marks(checking, mark).count;
}

void pv_check_payment_terms(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    if (!pv_checking_is_kind(clause, kinds)) continue;
    bool frequency = !pv_checking_slot_value(clause, "frequency") ||
                     pv_checking_slot_is(clause, "frequency", "unstated");
    bool audit = is_open(checking, clause, "audit", "audit");
    bool survival = is_open(checking, clause, "survival", "survives");
    if (frequency + audit + survival < 2) continue;
    pv_str place = pv_checking_place(clause);
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = PV_SEVERITY_LOW,
            .clause = clause,
            .slot = pv_str_from(frequency ? "frequency" : "audit"),
            .span = clause->span,
            .message = pv_str_printf(
                checking->arena,
                "the payment in " PV_STR_FMT " does not say%s%s%s; it may be due at any time, and "
                "cannot be checked",
                PV_STR_ARG(place), frequency ? " how often it is paid" : "",
                audit ? (frequency ? ", whether it may be audited" : " whether it may be audited")
                      : "",
                survival ? ", what is owed after the end" : ""),
        });
  }
}
