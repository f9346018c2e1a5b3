// PTY001: a clause that names as a party somebody whom the document does not introduce.
#include "ambiguity/checks.h"
#include "base/str.h"

static const char *const slots[] = {"restricted_party", "protected_party", "licensor",
                                    "licensee",         "payer",           "payee"};

static pv_str without_article(pv_str name) {
  if (name.size > 4 && pv_str_equal_ignoring_case((pv_str){name.data, 4}, PV_STR("the ")))
    return pv_str_trim((pv_str){name.data + 4, name.size - 4});
  return name;
}

// A name with a capital that is neither a party nor a defined term. What it stands for may have
// been filled in all the same, as there are but two sides.
static bool is_unknown(const pv_checking *checking, const pv_slot_value *value) {
  pv_str name = without_article(value->text);
  if (value->status != PV_STATUS_UNRESOLVED && value->status != PV_STATUS_STATED) return false;
  if (!name.size || name.data[0] < 'A' || name.data[0] > 'Z') return false;
  if (value->value.kind == PV_JSON_STRING &&
      (pv_str_equal(value->value.string, PV_STR("each_party")) ||
       (value->status == PV_STATUS_STATED && pv_str_equal(value->value.string, name))))
    return false;
  if (pv_terms_party(checking->findings->terms, name)) return false;
  const pv_annotation *party = pv_checking_annotation(checking, PV_TYPE_PARTY, value->span);
  bool is_role = party && party->rule; // a role word, not a name of the document
  return is_role && !pv_term_graph_find(checking->graph, value->span);
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
                            .severity = PV_SEVERITY_LOW,
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
