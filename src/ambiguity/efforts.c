// VAG001: "commercially reasonable efforts" without a measure. Which words are vague, and where,
// the rules of the style phase say; this check drops what the document defines, ties the rest to
// its clause, and says where the document speaks of another standard.
#include "ambiguity/checks.h"
#include "base/str.h"

// The first hit in the document that has other words, or NULL.
static const pv_match *other_standard(const pv_checking *checking, pv_marks marks, pv_str term) {
  enum { MOST_COMPARED = 16 };
  for (size_t i = 0; i < marks.count && i < MOST_COMPARED; i++) {
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    pv_str other = pv_str_slice(checking->findings->text->bytes, at);
    if (!pv_str_equal_ignoring_case(other, term)) return marks.items[i];
  }
  return NULL;
}

static void report(pv_checking *checking, const pv_match *match, const pv_clause *clause,
                   const pv_match *other) {
  pv_span at = pv_checking_words(checking, match, "term");
  pv_str term = pv_str_slice(checking->findings->text->bytes, at);
  pv_finding finding = {
      .severity = pv_checking_rule_severity(match),
      .clause = clause,
      .slot = pv_checking_slot_at(clause, at),
      .span = at,
      .message = pv_str_printf(
          checking->arena,
          "\"" PV_STR_FMT "\" has no measure here and is not defined: how much is enough is open%s",
          PV_STR_ARG(term), other ? ", and the document uses other standards too" : ""),
  };
  if (other) {
    pv_span words = pv_checking_words(checking, other, "term");
    finding.related = pv_checking_related(checking, words, PV_STR(""), "another standard");
    finding.related_count = 1;
  }
  pv_checking_add(checking, finding);
}

void pv_check_efforts(pv_checking *checking) {
  pv_marks marks = pv_checking_marks(checking, checking->check->code);
  for (size_t i = 0; i < marks.count; i++) {
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    if ((!clause && !checking->lint) || pv_term_graph_find(checking->graph, at)) continue;
    pv_str term = pv_str_slice(checking->findings->text->bytes, at);
    report(checking, marks.items[i], clause, other_standard(checking, marks, term));
  }
}
