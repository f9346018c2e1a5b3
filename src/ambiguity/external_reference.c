// REF003: what a clause hangs on stands in another document: "as defined in the Supply Agreement",
// "at the same percentage".
#include "ambiguity/checks.h"
#include "base/str.h"
#include "match/message.h"

static const char *const scope[] = {"rates", "base", "subject", "territory", "field", "term", NULL};

static bool is_scope(pv_str slot) {
  for (size_t i = 0; scope[i]; i++)
    if (pv_str_equal(slot, pv_str_from(scope[i]))) return true;
  return false;
}

// The slot whose words the hit touches, or that it follows at once.
static pv_str slot_before(const pv_checking *checking, const pv_clause *clause, pv_span at) {
  enum { NEAR = 3 }; // tokens
  const pv_text *text = checking->findings->text;
  uint32_t first = pv_token_at(text, at.start);
  uint32_t from = text->tokens.items[first > NEAR ? first - NEAR : 0].start;
  for (size_t i = 0; i < clause->slot_count; i++)
    for (size_t k = 0; k < clause->slots[i].count; k++) {
      pv_span words = clause->slots[i].values[k].span;
      if (words.start < at.end && from < words.end && is_scope(clause->slots[i].name))
        return clause->slots[i].name;
    }
  return PV_STR("");
}

// What is left to be paid by reference: the rate where there is none, else the base.
static pv_str open_slot(const pv_clause *clause) {
  if (!pv_checking_is_family(clause, "revenue_share")) return PV_STR("");
  return pv_str_from(pv_checking_slot_value(clause, "rates") ? "base" : "rates");
}

void pv_check_external_reference(pv_checking *checking) {
  pv_marks marks = pv_checking_own_marks(checking);
  for (size_t i = 0; i < marks.count; i++) {
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    bool is_value = pv_checking_is_value(marks.items[i]);
    if (!clause && !checking->lint && !is_value) continue;
    pv_str slot = clause ? slot_before(checking, clause, at) : PV_STR("");
    if (clause && !slot.size) slot = open_slot(clause);
    if (clause && !slot.size && !is_value) continue;
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = clause ? pv_checking_rule_severity(marks.items[i]) : PV_SEVERITY_LOW,
            .clause = clause,
            .slot = slot,
            .span = at,
            .message = pv_match_message(checking->arena, marks.items[i], checking->findings->text,
                                        PV_STR("en")),
        });
  }
}
