// REF002: a clause that leans on "Exhibit B", which is not in this file.
#include "ambiguity/checks.h"
#include "base/str.h"

// Has the exhibit been reported already? References to it come in any order, so names are kept.
typedef struct {
  const pv_term_reference *items[64];
  size_t count;
} seen_list;

static bool is_new(seen_list *seen, const pv_term_reference *reference) {
  for (size_t i = 0; i < seen->count; i++)
    if (pv_str_equal(seen->items[i]->number, reference->number) &&
        pv_str_equal_ignoring_case(seen->items[i]->label, reference->label))
      return false;
  if (seen->count < sizeof seen->items / sizeof *seen->items)
    seen->items[seen->count++] = reference;
  return true;
}

void pv_check_missing_exhibit(pv_checking *checking) {
  const pv_terms *terms = checking->findings->terms;
  seen_list seen = {0};
  for (size_t i = 0; i < terms->reference_count; i++) {
    const pv_term_reference *reference = &terms->references[i];
    if (!reference->exhibit || reference->external || reference->target != PV_NO_SECTION) continue;
    pv_span at = pv_text_span(checking->findings->text, reference->first, reference->end);
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    if ((!clause && !checking->lint) || !is_new(&seen, reference)) continue;
    pv_checking_add(checking, (pv_finding){
                                  .severity = PV_SEVERITY_MEDIUM,
                                  .clause = clause,
                                  .slot = pv_checking_slot_at(clause, at),
                                  .span = at,
                                  .message = pv_str_printf(
                                      checking->arena,
                                      "refers to " PV_STR_FMT " " PV_STR_FMT
                                      ", which is not in this file: what it says may "
                                      "decide the scope",
                                      PV_STR_ARG(reference->label), PV_STR_ARG(reference->number)),
                              });
  }
}
