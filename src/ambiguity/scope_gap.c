// EXC001: an exclusivity that leaves open what, where, in which field or for how long it holds.
#include "ambiguity/check.h"
#include "base/str.h"

static const char *const scope[] = {"subject", "territory", "field", "term"};
enum { SCOPE_COUNT = sizeof scope / sizeof *scope };

// Kinds that promise an exclusivity with a scope of its own. A lapse or a carve-out has the scope
// of what it cuts into; a bare statement or a disclaimer promises nothing.
static const char *const kinds[] = {
    "exclusive_appointment",      "exclusive_license", "exclusive_right",
    "exclusive_dealing_covenant", "non_compete",
};

static bool has_scope(const pv_clause *clause) {
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (pv_str_equal(clause->kind, pv_str_from(kinds[i]))) return true;
  return false;
}

void pv_check_scope_gap(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    if (!has_scope(clause)) continue;
    pv_str gaps = {"", 0};
    size_t count = 0;
    for (size_t k = 0; k < SCOPE_COUNT; k++) {
      if (pv_checking_slot_value(clause, scope[k])) continue;
      gaps = pv_str_printf(checking->arena, PV_STR_FMT "%s%s", PV_STR_ARG(gaps), count ? ", " : "",
                           scope[k]);
      count++;
    }
    // One open point of four is how most exclusivities are written.
    if (count < 2) continue;
    pv_str place = pv_checking_place(clause);
    pv_checking_add(checking,
                    (pv_finding){
                        .severity = count > 2 ? PV_SEVERITY_HIGH : PV_SEVERITY_MEDIUM,
                        .clause = clause,
                        .span = clause->span,
                        .message = pv_str_printf(checking->arena,
                                                 "the exclusivity in " PV_STR_FMT
                                                 " does not state its " PV_STR_FMT,
                                                 PV_STR_ARG(place), PV_STR_ARG(gaps)),
                        .suggestion = pv_str_printf(checking->arena,
                                                    "State the " PV_STR_FMT
                                                    " of the exclusivity, or say that it has no "
                                                    "such limit.",
                                                    PV_STR_ARG(gaps)),
                    });
  }
}
