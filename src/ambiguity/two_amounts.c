// NUM004: a rise that may be by or to, and two figures for one thing.
#include "ambiguity/checks.h"
#include "base/str.h"

// Of one measure a clause has one value: of its slots that are no lists, those that conflict.
static void check_clause(pv_checking *checking, const pv_clause *clause) {
  static const char *const slots[] = {"minimum", "cap", "term", "frequency"};
  for (size_t k = 0; k < sizeof slots / sizeof *slots; k++) {
    const pv_slot *slot = pv_clause_slot(clause, slots[k]);
    for (size_t v = 0; slot && v < slot->count; v++) {
      if (slot->values[v].status != PV_STATUS_CONFLICTING) continue;
      pv_checking_add(checking,
                      (pv_finding){
                          .severity = PV_SEVERITY_MEDIUM,
                          .clause = clause,
                          .slot = slot->name,
                          .span = slot->values[v].span,
                          .message = pv_str_printf(checking->arena,
                                                   "more than one value may be meant for the %s "
                                                   "of this clause",
                                                   slots[k]),
                      });
    }
  }
}

void pv_check_two_amounts(pv_checking *checking) {
  for (size_t i = 0; i < checking->report->clause_count; i++)
    check_clause(checking, &checking->report->clauses[i]);
  pv_check_wording(checking);
}
