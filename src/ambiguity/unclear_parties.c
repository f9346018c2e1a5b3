// GRT001: "is hereby granted an exclusive license": by whom, or to whom?
#include "ambiguity/checks.h"
#include "base/str.h"

static const struct {
  const char *kind;
  const char *giver;
  const char *taker;
} grants[] = {
    {"exclusive_appointment", "restricted_party", "protected_party"},
    {"exclusive_license", "restricted_party", "protected_party"},
    {"exclusive_right", "restricted_party", "protected_party"},
    {"license_grant", "licensor", "licensee"},
    {"sublicense", "licensor", "licensee"},
    {"assignment", "licensor", "licensee"},
};

// A side that the sentence before names is a guess of the reader, too.
static bool is_stated(const pv_clause *clause, const char *slot) {
  const pv_slot_value *value = pv_checking_slot_value(clause, slot);
  return value && value->status == PV_STATUS_STATED;
}

static void report_open(pv_checking *checking, const pv_clause *clause, size_t grant, bool no_giver,
                        bool no_taker) {
  pv_str place = pv_checking_place(clause);
  bool is_known = pv_checking_slot_value(clause, grants[grant].giver) ||
                  pv_checking_slot_value(clause, grants[grant].taker);
  pv_checking_add(checking,
                  (pv_finding){
                      .severity = is_known ? PV_SEVERITY_MEDIUM : PV_SEVERITY_HIGH,
                      .clause = clause,
                      .slot = pv_str_from(no_giver ? grants[grant].giver : grants[grant].taker),
                      .span = clause->span,
                      .message = pv_str_printf(checking->arena,
                                               "the grant in " PV_STR_FMT
                                               " does not say %s; more than one party may be meant",
                                               PV_STR_ARG(place),
                                               !no_taker   ? "who grants"
                                               : !no_giver ? "to whom it is granted"
                                                           : "who grants, nor to whom"),
                  });
}

void pv_check_unclear_parties(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    for (size_t k = 0; k < sizeof grants / sizeof *grants; k++) {
      if (!pv_str_equal(clause->kind, pv_str_from(grants[k].kind))) continue;
      if (!pv_clause_slot(clause, grants[k].giver)) continue; // of another pack
      bool no_giver = !is_stated(clause, grants[k].giver);
      bool no_taker = !is_stated(clause, grants[k].taker);
      // A party that stands there has something to do with it, whatever it is.
      bool is_open = pv_checking_has_mark(checking, "passive_grant", clause->span) &&
                     !pv_checking_annotation(checking, PV_TYPE_PARTY, clause->span);
      if ((no_giver || no_taker) && is_open) report_open(checking, clause, k, no_giver, no_taker);
    }
  }
}
