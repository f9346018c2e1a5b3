// MNY007: shares of one pot that do not add up to all of it.
#include "ambiguity/checks.h"
#include "base/str.h"

enum { MOST_SHARES = 8 };

// The percentages of a hit, in its captures `share`.
static size_t read_shares(const pv_checking *checking, const pv_match *match,
                          const pv_value *shares[MOST_SHARES]) {
  const pv_text *text = checking->findings->text;
  size_t count = 0;
  for (size_t i = 0; i < match->filler_count && count < MOST_SHARES; i++) {
    const pv_filler *filler = &match->fillers[i];
    if (!pv_str_starts_with(filler->name, PV_STR("share"))) continue;
    const pv_annotation *found = pv_checking_annotation(
        checking, PV_TYPE_PERCENT, pv_text_span(text, filler->first, filler->end));
    if (found && found->value) shares[count++] = found->value;
  }
  return count;
}

// In hundredths of a percent; -1 where a share has more digits than that.
static int64_t points_of(const pv_value *share) {
  pv_decimal points = pv_decimal_shift(share->number, 4);
  int64_t number = points.mantissa;
  for (uint8_t i = 0; i < points.scale; i++) {
    if (number % 10) return -1;
    number /= 10;
  }
  return number < 0 || number > 1000000 ? -1 : number;
}

void pv_check_share_sum(pv_checking *checking) {
  enum { ALL = 10000 };
  pv_marks marks = pv_checking_marks(checking, checking->check->code);
  for (size_t i = 0; i < marks.count; i++) {
    const pv_value *shares[MOST_SHARES];
    size_t count = read_shares(checking, marks.items[i], shares);
    int64_t sum = 0;
    bool is_known = count > 1;
    for (size_t k = 0; k < count && is_known; k++) {
      int64_t points = points_of(shares[k]);
      is_known = points >= 0;
      sum += points;
    }
    if (!is_known || sum == ALL) continue;
    const pv_text *text = checking->findings->text;
    pv_span at = pv_text_span(text, shares[0]->first, shares[count - 1]->end);
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    pv_decimal percent = {sum, 2};
    pv_str total = pv_decimal_print(checking->arena, percent);
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = PV_SEVERITY_HIGH,
            .clause = clause,
            .slot = pv_str_from(clause ? "rates" : ""),
            .span = at,
            .message = pv_str_printf(
                checking->arena, "the shares add up to " PV_STR_FMT " %%: %s", PV_STR_ARG(total),
                sum > ALL ? "more may be owed than there is" : "who gets the rest may be disputed"),
        });
  }
}
