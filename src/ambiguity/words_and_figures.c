// NUM001: "twenty percent (25%)".
#include "ambiguity/checks.h"
#include "base/str.h"

// A percentage as people write it: 0.05 is 5.
static pv_str print(pv_arena *arena, const pv_value *value, pv_decimal number) {
  if (value->kind != PV_VALUE_PERCENT) return pv_decimal_print(arena, number);
  return pv_str_printf(arena, PV_STR_FMT " %%",
                       PV_STR_ARG(pv_decimal_print(arena, pv_decimal_shift(number, 2))));
}

void pv_check_words_and_figures(pv_checking *checking) {
  pv_values values = checking->findings->values;
  for (size_t i = 0; i < values.count; i++) {
    const pv_value *value = &values.items[i];
    if (!value->differs) continue;
    pv_span at = pv_text_span(checking->findings->text, value->first, value->end);
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    pv_str words = print(checking->arena, value, value->number);
    pv_str figures = print(checking->arena, value, value->figures);
    pv_checking_add(
        checking, (pv_finding){
                      .severity = PV_SEVERITY_HIGH,
                      .clause = clause,
                      .slot = pv_checking_slot_at(clause, at),
                      .span = at,
                      .message = pv_str_printf(checking->arena,
                                               "words say " PV_STR_FMT ", figures say " PV_STR_FMT,
                                               PV_STR_ARG(words), PV_STR_ARG(figures)),
                      .suggestion = PV_STR("Correct one of the two; where they differ, words "
                                           "usually prevail over figures."),
                  });
  }
}
