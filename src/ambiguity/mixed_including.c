// SYN005: "including" in one clause, "including without limitation" in another of the same family.
#include "ambiguity/checks.h"
#include "base/str.h"
#include "match/message.h"

// The first clause of the family that has the full form, or NULL.
static const pv_clause *full_form(const pv_checking *checking, pv_str family, pv_span *at) {
  pv_marks marks = pv_checking_marks(checking, "including_without_limit");
  for (size_t i = 0; i < marks.count; i++) {
    *at = pv_checking_words(checking, marks.items[i], "term");
    const pv_clause *clause = pv_checking_clause_at(checking, *at);
    if (clause && pv_str_equal(clause->family, family)) return clause;
  }
  return NULL;
}

void pv_check_mixed_including(pv_checking *checking) {
  pv_marks marks = pv_checking_own_marks(checking);
  if (!pv_checking_marks(checking, "including_without_limit").count) return;
  if (pv_checking_marks(checking, "including_rule").count) return; // said once, for all
  pv_str family = {"", 0};
  const pv_clause *other = NULL;
  pv_span full = {0};
  for (size_t i = 0; i < marks.count; i++) {
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    if (!clause) continue;
    if (!pv_str_equal(clause->family, family)) other = full_form(checking, clause->family, &full);
    family = clause->family;
    if (!other) continue;
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = pv_checking_rule_severity(marks.items[i]),
            .clause = clause,
            .slot = pv_checking_slot_at(clause, at),
            .span = at,
            .message = pv_match_message(checking->arena, marks.items[i], checking->findings->text,
                                        PV_STR("en")),
            .related = pv_checking_related(checking, full, other->id, "without limitation here"),
            .related_count = 1,
        });
  }
}
