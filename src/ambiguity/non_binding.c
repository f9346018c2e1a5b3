// BND001: grants in a document that says that it does not bind.
#include "ambiguity/checks.h"
#include "base/str.h"
#include "base/vector.h"

enum { MOST_RELATED = 5 };

typedef PV_VECTOR(pv_related) related_list;

static related_list grants_of(const pv_checking *checking) {
  related_list list = {0};
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count && list.count < MOST_RELATED; i++) {
    const pv_clause *clause = &report->clauses[i];
    if (!pv_str_equal(clause->polarity, PV_STR("grant"))) continue;
    PV_PUSH(checking->arena, &list,
            ((pv_related){.span = clause->span,
                          .clause = clause->id,
                          .note = PV_STR("a grant that may not bind")}));
  }
  return list;
}

// Where the document says that it does not bind; false if it does not say so.
static bool find_words(const pv_checking *checking, pv_span *at) {
  const pv_document_facts *facts = &checking->report->facts;
  pv_marks marks = pv_checking_marks(checking, checking->check->code);
  if (facts->binding_known && facts->binding) return false;
  if (facts->binding_known && facts->binding_evidence.end > facts->binding_evidence.start)
    *at = facts->binding_evidence;
  else if (marks.count)
    *at = pv_checking_words(checking, marks.items[0], "term");
  else
    return false;
  return true;
}

void pv_check_non_binding(pv_checking *checking) {
  pv_span at;
  if (!find_words(checking, &at)) return;
  related_list grants = grants_of(checking);
  bool has_exception = pv_checking_marks(checking, "binding_exception").count > 0;
  pv_checking_add(checking, (pv_finding){
                                .severity = grants.count ? PV_SEVERITY_HIGH : PV_SEVERITY_MEDIUM,
                                .span = at,
                                .message = pv_str_printf(
                                    checking->arena,
                                    "the document says that it does not bind%s%s; a duty to "
                                    "negotiate in good faith may bind all the same",
                                    has_exception ? ", with exceptions" : "",
                                    grants.count ? ", and yet it grants rights" : ""),
                                .related = grants.items,
                                .related_count = grants.count,
                            });
}
