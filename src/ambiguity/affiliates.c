// GRT002: a grant that speaks of a party and its affiliates, and a covenant that binds the party
// alone.
#include "ambiguity/checks.h"
#include "base/str.h"

static const char *const covenants[] = {"exclusive_dealing_covenant", "non_compete", "no_solicit",
                                        "requirements", NULL};

// The first clause in which the party of that name stands with its affiliates, or NULL.
static const pv_clause *with_affiliates(const pv_report *report, pv_str name,
                                        const pv_slot_value **found) {
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    for (size_t k = 0; k < clause->slot_count; k++)
      for (size_t v = 0; v < clause->slots[k].count; v++) {
        const pv_slot_value *value = &clause->slots[k].values[v];
        if (!value->with_affiliates || value->value.kind != PV_JSON_STRING) continue;
        if (!pv_str_equal(value->value.string, name)) continue;
        *found = value;
        return clause;
      }
  }
  return NULL;
}

void pv_check_affiliates(pv_checking *checking) {
  const pv_report *report = checking->report;
  pv_str last = {"", 0}; // names come in rows: asked once
  const pv_clause *other = NULL;
  const pv_slot_value *words = NULL;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    const pv_slot_value *bound = pv_checking_slot_value(clause, "restricted_party");
    if (!pv_checking_is_kind(clause, covenants) || !bound || bound->with_affiliates) continue;
    if (bound->value.kind != PV_JSON_STRING ||
        pv_checking_has_mark(checking, "indirect_route", clause->span))
      continue;
    if (!pv_str_equal(bound->value.string, last))
      other = with_affiliates(report, bound->value.string, &words);
    last = bound->value.string;
    if (!other) continue;
    pv_str place = pv_checking_place(other);
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = PV_SEVERITY_LOW,
            .clause = clause,
            .slot = PV_STR("restricted_party"),
            .span = bound->span,
            .message = pv_str_printf(checking->arena,
                                     "\"" PV_STR_FMT "\" is bound alone here, and stands with its "
                                     "affiliates in " PV_STR_FMT ": these may be free to do what "
                                     "it may not",
                                     PV_STR_ARG(bound->text), PV_STR_ARG(place)),
            .related = pv_checking_related(checking, words->span, other->id, "with its affiliates"),
            .related_count = 1,
        });
  }
}
