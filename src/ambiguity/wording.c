// wording.c - findings that are words as such. Which words, where, how bad and what to say of them
// stands in the rules of the style phase; here they are tied to their clause.
#include "ambiguity/checks.h"
#include "base/str.h"
#include "match/message.h"

static void report(pv_checking *checking, const pv_match *match, const pv_clause *clause,
                   pv_str slot) {
  const pv_text *text = checking->findings->text;
  pv_checking_add(checking,
                  (pv_finding){
                      .severity = pv_checking_rule_severity(match),
                      .clause = clause,
                      .slot = slot,
                      .span = pv_checking_words(checking, match, "term"),
                      .message = pv_match_message(checking->arena, match, text, PV_STR("en")),
                  });
}

void pv_check_wording(pv_checking *checking) {
  pv_marks marks = pv_checking_own_marks(checking);
  for (size_t i = 0; i < marks.count; i++) {
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    if (!clause && !checking->lint && !pv_checking_is_value(marks.items[i])) continue;
    if (pv_term_graph_find(checking->graph, at)) continue;
    if (pv_checking_touches(checking, PV_TYPE_QUOTED, at)) continue; // spoken of, not used
    report(checking, marks.items[i], clause, pv_checking_slot_at(clause, at));
  }
}

// The slot whose words the hit touches, or follows at once; or an empty one.
static pv_str touched_slot(const pv_checking *checking, const pv_clause *clause, pv_span at) {
  uint32_t token = pv_token_at(checking->findings->text, at.start);
  if (token > 0) at.start = checking->findings->text->tokens.items[token - 1].start;
  for (size_t i = 0; i < clause->slot_count; i++)
    for (size_t k = 0; k < clause->slots[i].count; k++) {
      pv_span words = clause->slots[i].values[k].span;
      if (words.start < at.end && at.start < words.end) return clause->slots[i].name;
    }
  return PV_STR("");
}

void pv_check_slot_wording(pv_checking *checking) {
  pv_marks marks = pv_checking_own_marks(checking);
  for (size_t i = 0; i < marks.count; i++) {
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    pv_str slot = clause ? touched_slot(checking, clause, at) : PV_STR("");
    if (slot.size || checking->lint) report(checking, marks.items[i], clause, slot);
  }
}
