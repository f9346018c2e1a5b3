// PTY001: a clause that names as a party somebody whom the document does not introduce.
#include "ambiguity/checks.h"
#include "base/str.h"

static const char *const slots[] = {"restricted_party", "protected_party", "licensor",
                                    "licensee",         "payer",           "payee"};

// A name with a capital that is no party and no defined term.
static bool is_unknown(const pv_checking *checking, const pv_slot_value *value) {
  if (value->status != PV_STATUS_UNRESOLVED || !value->text.size) return false;
  if (value->text.data[0] < 'A' || value->text.data[0] > 'Z') return false;
  if (pv_terms_party(checking->findings->terms, value->text)) return false;
  return !pv_term_graph_find(checking->graph, value->span);
}

// Only where the document says who its parties are, and has not left their names blank.
static bool knows_its_parties(const pv_report *report) {
  size_t named = 0;
  for (size_t i = 0; i < report->party_count; i++) named += report->parties[i].alias_count > 0;
  return named >= 2;
}

void pv_check_party_names(pv_checking *checking) {
  const pv_report *report = checking->report;
  if (!knows_its_parties(report)) return;
  for (size_t i = 0; i < report->clause_count; i++)
    for (size_t k = 0; k < sizeof slots / sizeof *slots; k++) {
      const pv_slot *slot = pv_clause_slot(&report->clauses[i], slots[k]);
      for (size_t v = 0; slot && v < slot->count; v++) {
        const pv_slot_value *value = &slot->values[v];
        if (!is_unknown(checking, value)) continue;
        pv_checking_add(checking,
                        (pv_finding){
                            .severity = PV_SEVERITY_MEDIUM,
                            .clause = &report->clauses[i],
                            .slot = slot->name,
                            .span = value->span,
                            .message = pv_str_printf(
                                checking->arena,
                                "\"" PV_STR_FMT "\" acts as a party here, but the document "
                                "introduces nobody of that name: either side may be meant",
                                PV_STR_ARG(value->text)),
                        });
      }
    }
}
