// DEF006: a defined term that a clause also writes in small letters.
#include "ambiguity/checks.h"
#include "base/str.h"

// Is the term used with its capital in the clause?
static bool stands_in(const pv_checking *checking, const pv_term_definition *definition,
                      pv_span span) {
  uint32_t first, end;
  pv_checking_tokens(checking, span, &first, &end);
  pv_annotations all = checking->findings->annotations;
  for (size_t i = pv_annotations_from(all, first); i < all.count && all.items[i].first < end; i++)
    if (all.items[i].type == PV_TYPE_TERM && all.items[i].value &&
        pv_term_graph_find(checking->graph, pv_text_span(checking->findings->text,
                                                         all.items[i].first, all.items[i].end)) ==
            definition)
      return true;
  return false;
}

static void report_use(pv_checking *checking, const pv_clause *clause, pv_span at,
                       const pv_term_definition *definition) {
  bool both = stands_in(checking, definition, clause->span);
  pv_checking_add(
      checking,
      (pv_finding){
          .severity = both ? PV_SEVERITY_LOW : PV_SEVERITY_INFO,
          .clause = clause,
          .slot = pv_checking_slot_at(clause, at),
          .span = at,
          .message =
              pv_str_printf(checking->arena,
                            "\"" PV_STR_FMT "\" is defined, but stands here in small "
                            "letters%s: it may mean something else",
                            PV_STR_ARG(definition->term), both ? " beside the defined term" : ""),
          .related = pv_checking_related(checking, definition->span, PV_STR(""), "defined here"),
          .related_count = 1,
      });
}

static void check_clause(pv_checking *checking, const pv_clause *clause) {
  uint32_t first, end;
  pv_checking_tokens(checking, clause->span, &first, &end);
  const pv_term_definition *last = NULL; // each term once in a row
  for (uint32_t at = first, behind; at < end; at = behind) {
    const pv_term_definition *found = pv_term_graph_lower(checking->graph, at, end, &behind);
    if (!found) behind = at + 1;
    if (!found || found == last || pv_terms_party(checking->findings->terms, found->term)) continue;
    pv_span at_span = pv_text_span(checking->findings->text, at, behind);
    if (pv_checking_has_mark(checking, "usual_sense", at_span)) continue;
    last = found;
    report_use(checking, clause, at_span, found);
  }
}

void pv_check_lower_case_term(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    bool again = i && report->clauses[i - 1].span.start == report->clauses[i].span.start;
    if (!again) check_clause(checking, &report->clauses[i]);
  }
}
