// EXC004: an exclusivity over a technical category ("stateless APIs") that nothing defines.
#include "ambiguity/checks.h"
#include "base/str.h"

bool pv_technical_category(const pv_checking *checking, const pv_clause *clause, pv_span *at) {
  enum { NEAR = 4 }; // tokens
  const pv_slot_value *subject = pv_checking_slot_value(clause, "subject");
  if (!pv_checking_is_family(clause, "exclusivity") || !subject) return false;
  if (subject->status != PV_STATUS_STATED) return false;
  if (pv_checking_annotation(checking, PV_TYPE_TERM, subject->span)) return false;
  pv_marks marks = pv_checking_marks_in(checking, "technical_category", subject->span);
  if (!marks.count) return false;
  *at = pv_checking_words(checking, marks.items[0], "term");
  pv_span behind = {at->end, clause->span.end};
  pv_marks elsewhere = pv_checking_marks_in(checking, "explained_elsewhere", behind);
  uint32_t limit = pv_token_at(checking->findings->text, at->end) + NEAR;
  return !elsewhere.count || elsewhere.items[0]->first >= limit;
}

void pv_check_technical_category(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    pv_span at;
    if (!pv_technical_category(checking, clause, &at)) continue;
    pv_str words = pv_str_slice(checking->findings->text->bytes, at);
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = PV_SEVERITY_HIGH,
            .clause = clause,
            .slot = PV_STR("subject"),
            .span = at,
            .message = pv_str_printf(checking->arena,
                                     "the exclusivity turns on the technical category \"" PV_STR_FMT
                                     "\", which is not defined: a product that is partly within "
                                     "it may be claimed by both sides",
                                     PV_STR_ARG(words)),
        });
  }
}
