// EXC007: "Exclusivity" as a word of the contract: what it means, and where the contract says so.
#include "ambiguity/checks.h"
#include "base/str.h"
#include "match/message.h"

// In a clause that leans on the word, where nothing says what it is.
void pv_check_exclusivity_word(pv_checking *checking) {
  pv_marks marks = pv_checking_own_marks(checking);
  for (size_t i = 0; i < marks.count; i++) {
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    if (!clause || !pv_checking_is_family(clause, "exclusivity")) continue;
    if (pv_term_graph_find(checking->graph, at)) continue;
    pv_checking_add(checking,
                    (pv_finding){
                        .severity = pv_checking_rule_severity(marks.items[i]),
                        .clause = clause,
                        .slot = pv_checking_slot_at(clause, at),
                        .span = at,
                        .message = pv_match_message(checking->arena, marks.items[i],
                                                    checking->findings->text, PV_STR("en")),
                    });
  }
}
