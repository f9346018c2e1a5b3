// VAG003: a covenant against those who compete, without saying who they are.
#include "ambiguity/checks.h"
#include "base/str.h"
#include "match/message.h"

static const char *const covenants[] = {"non_compete",     "exclusive_dealing_covenant",
                                        "no_solicit",      "requirements",
                                        "exclusive_right", NULL};

// Has the clause a term for them that the document defines?
static bool is_known(const pv_checking *checking, pv_span at) {
  return pv_term_graph_find(checking->graph, at) ||
         pv_checking_touches(checking, PV_TYPE_TERM, at) ||
         pv_checking_touches(checking, PV_TYPE_QUOTED, at);
}

// Does the sentence, or the one behind it, speak of a name for them: (a "Competitor")?
static bool is_named_nearby(const pv_checking *checking, const pv_match *match) {
  const pv_text *text = checking->findings->text;
  uint32_t last =
      match->sentence + 1 < text->sentences.count ? match->sentence + 1 : match->sentence;
  pv_span span = pv_text_span(text, text->sentences.items[match->sentence].first,
                              text->sentences.items[last].end);
  return pv_checking_has_mark(checking, "competitor_name", span) ||
         pv_checking_has_mark(checking, "defined_elsewhere", span);
}

// Once a sentence: what it says of one competitor it says of all.
void pv_check_competitor_class(pv_checking *checking) {
  pv_marks marks = pv_checking_own_marks(checking);
  uint32_t last = UINT32_MAX;
  for (size_t i = 0; i < marks.count; i++) {
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    if ((!clause && !checking->lint) || marks.items[i]->sentence == last) continue;
    if (is_known(checking, at)) continue;
    last = marks.items[i]->sentence;
    bool binds = clause && !is_named_nearby(checking, marks.items[i]) &&
                 pv_checking_is_kind(clause, covenants);
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = binds ? pv_checking_rule_severity(marks.items[i]) : PV_SEVERITY_LOW,
            .clause = clause,
            .slot = pv_checking_slot_at(clause, at),
            .span = at,
            .message = pv_match_message(checking->arena, marks.items[i], checking->findings->text,
                                        PV_STR("en")),
        });
  }
}
