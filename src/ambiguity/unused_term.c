// DEF004: a term that is defined and never used.
#include "ambiguity/checks.h"
#include "base/str.h"

void pv_check_unused_term(pv_checking *checking) {
  const pv_terms *terms = checking->findings->terms;
  for (size_t i = 0; i < terms->definition_count; i++) {
    const pv_term_definition *definition = &terms->definitions[i];
    if (definition->uses || checking->graph->nodes[i].twin != i) continue;
    if (checking->graph->nodes[i].first_use != PV_NO_USE) continue;
    if (pv_terms_party(terms, definition->term)) continue;
    pv_checking_add(checking,
                    (pv_finding){
                        .severity = PV_SEVERITY_INFO,
                        .span = definition->span,
                        .message = pv_str_printf(checking->arena,
                                                 "\"" PV_STR_FMT "\" is defined but not used; the "
                                                 "text may say the same under another name",
                                                 PV_STR_ARG(definition->term)),
                    });
  }
}
