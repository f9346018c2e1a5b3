// MNY006: a scale that leaves amounts out, or has two rates for the same amount.
#include "ambiguity/checks.h"
#include "base/str.h"
#include "clause/payment.h"
#include "value/decimal.h"

static pv_str side(pv_arena *arena, bool is_known, pv_decimal number, const char *open) {
  return is_known ? pv_decimal_print(arena, number) : pv_str_from(open);
}

// Reports what stands between two rows, in the order of the scale: `before` ends before `after`
// starts, or behind it.
static void check_rows(pv_checking *checking, const pv_clause *clause, const pv_slot_value *row,
                       const pv_tier *before, const pv_tier *after) {
  if (!before->has_to || !after->has_from || pv_tier_joins(before, after)) return;
  bool is_gap = pv_decimal_compare(before->to, after->from) < 0;
  pv_arena *arena = checking->arena;
  pv_str first = side(arena, true, is_gap ? before->to : after->from, "");
  pv_str last = side(arena, true, is_gap ? after->from : before->to, "");
  pv_checking_add(
      checking,
      (pv_finding){.severity = PV_SEVERITY_HIGH,
                   .clause = clause,
                   .slot = PV_STR("tiers"),
                   .span = row->span,
                   .message = pv_str_printf(
                       arena,
                       is_gap ? "no tier covers what lies between " PV_STR_FMT " and " PV_STR_FMT
                              : "two tiers cover what lies between " PV_STR_FMT " and " PV_STR_FMT,
                       PV_STR_ARG(first), PV_STR_ARG(last))});
}

void pv_check_tier_gap(pv_checking *checking) {
  for (size_t i = 0; i < checking->report->clause_count; i++) {
    const pv_clause *clause = &checking->report->clauses[i];
    const pv_slot *tiers = pv_clause_slot(clause, "tiers");
    for (size_t k = 1; tiers && k < tiers->count; k++) {
      pv_tier before, after;
      if (pv_tier_read(&tiers->values[k - 1].value, &before) &&
          pv_tier_read(&tiers->values[k].value, &after))
        check_rows(checking, clause, &tiers->values[k], &before, &after);
    }
  }
}
