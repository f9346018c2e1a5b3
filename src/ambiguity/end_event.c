// TIM002: a clause that starts or ends with an event that nothing defines.
#include "ambiguity/checks.h"
#include "base/str.h"
#include "match/message.h"

static bool is_defined(const pv_checking *checking, pv_span words) {
  return pv_checking_annotation(checking, PV_TYPE_TERM, words) ||
         pv_checking_annotation(checking, PV_TYPE_DATE, words) ||
         pv_checking_annotation(checking, PV_TYPE_PERIOD, words);
}

void pv_check_end_event(pv_checking *checking) {
  pv_marks marks = pv_checking_own_marks(checking);
  for (size_t i = 0; i < marks.count; i++) {
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    if (!clause || is_defined(checking, at)) continue;
    pv_str slot = pv_checking_slot_at(clause, at);
    if (pv_checking_is_family(clause, "revenue_share") && !pv_str_equal(slot, PV_STR("term")))
      continue; // there it is when something is due
    bool sets_term = pv_str_equal(slot, PV_STR("term")) || !pv_checking_slot_value(clause, "term");
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = sets_term ? pv_checking_rule_severity(marks.items[i]) : PV_SEVERITY_MEDIUM,
            .clause = clause,
            .slot = slot.size ? slot : PV_STR("term"),
            .span = at,
            .message = pv_match_message(checking->arena, marks.items[i], checking->findings->text,
                                        PV_STR("en")),
        });
  }
}
