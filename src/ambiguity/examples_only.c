// DEF007: "Products" includes phones: a definition that gives examples and no kind.
#include "ambiguity/checks.h"
#include "base/str.h"
#include "match/message.h"

// The definition whose term the hit names, if no other definition of the name says what it is.
static const pv_term_definition *only_definition(const pv_checking *checking, pv_span at) {
  const pv_terms *terms = checking->findings->terms;
  const pv_term_definition *first = pv_term_graph_find(checking->graph, at);
  if (!first) return NULL;
  for (size_t i = (size_t)(first - terms->definitions) + 1; i < terms->definition_count; i++)
    if (checking->graph->nodes[i].twin == (uint32_t)(first - terms->definitions)) return NULL;
  return first;
}

void pv_check_examples_only(pv_checking *checking) {
  pv_marks marks = pv_checking_marks(checking, checking->check->code);
  for (size_t i = 0; i < marks.count; i++) {
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    const pv_term_definition *definition = only_definition(checking, at);
    if (!definition || (definition->uses == 0 && !checking->lint)) continue;
    pv_checking_add(checking,
                    (pv_finding){
                        .severity = pv_checking_rule_severity(marks.items[i]),
                        .span = at,
                        .message = pv_match_message(checking->arena, marks.items[i],
                                                    checking->findings->text, PV_STR("en")),
                    });
  }
}
