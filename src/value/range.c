// range.c - two amounts side by side that share a unit ("5-10%", "$10 to $15 million") or make a
// whole ("50/50").
#include "base/str.h"
#include "value/decimal.h"
#include "value/reader.h"

// Past "-", "to" or, of "between", "and"; `at` where none of them stands there.
static uint32_t after_range_mark(const pv_value_reader *reader, uint32_t first, uint32_t at) {
  if (pv_reader_mark(reader, at) == '-' || pv_reader_is(reader, at, PV_STR("to"))) return at + 1;
  bool is_between = first > 0 && pv_reader_is(reader, first - 1, PV_STR("between"));
  return is_between && pv_reader_is(reader, at, PV_STR("and")) ? at + 1 : at;
}

static bool is_bare(const pv_value *value) {
  return value->kind == PV_VALUE_NUMBER ||
         (value->kind == PV_VALUE_REDACTED && value->hidden == PV_VALUE_NUMBER);
}

// "5-10%", "five to ten percent", "$10-15 million": what stands once, behind the end of a range,
// counts for its start.
static void share_unit(const pv_value_reader *reader, pv_value *low, int exponent) {
  bool is_money = low->kind == PV_VALUE_MONEY;
  if (!is_money && !is_bare(low)) return;
  uint32_t next = after_range_mark(reader, low->first, low->end);
  pv_value high;
  pv_unit unit;
  int magnitude;
  if (next == low->end || !pv_measure_alone(reader, next, &high, &unit, &magnitude)) return;
  bool has_unit = unit.kind == PV_VALUE_PERCENT || unit.kind == PV_VALUE_MONEY ||
                  (unit.kind == PV_VALUE_PERIOD && !low->differs);
  if (!is_money && !has_unit) return;
  if (is_money && unit.kind != PV_VALUE_MONEY && unit.kind != PV_VALUE_NUMBER) return;
  if (!exponent && magnitude && low->number.scale + low->number.mantissa < 1000) {
    low->number = pv_decimal_shift(low->number, magnitude);
    low->figures = pv_decimal_shift(low->figures, magnitude);
  }
  if (is_money) return;
  if (low->kind == PV_VALUE_REDACTED)
    low->hidden = unit.kind;
  else
    low->kind = unit.kind;
  low->number = pv_decimal_shift(low->number, unit.exponent);
  low->figures = pv_decimal_shift(low->figures, unit.exponent);
  low->unit = unit.code;
  low->assumed = unit.assumed;
  low->business = unit.business;
}

// "15 million" behind "$10-".
static void take_currency(const pv_value_reader *reader, pv_value *high) {
  const pv_value *low = reader->last;
  if (!low || low->kind != PV_VALUE_MONEY || high->kind != PV_VALUE_NUMBER) return;
  if (low->end + 1 != high->first || pv_reader_mark(reader, low->end) != '-') return;
  high->kind = PV_VALUE_MONEY;
  high->unit = low->unit;
  high->assumed = low->assumed;
}

enum { WHOLE = 100 };

static bool is_share(const pv_value *value) {
  return value->kind == PV_VALUE_NUMBER && !value->differs && value->number.scale == 0 &&
         value->number.mantissa > 0 && value->number.mantissa < WHOLE;
}

// "50-50", "fifty/fifty", "60/40", "50:50": two shares that make a whole.
static bool are_shares(const pv_value *first, char mark, const pv_value *second) {
  if (!is_share(first) || !is_share(second)) return false;
  if (first->number.mantissa + second->number.mantissa != WHOLE) return false;
  bool is_same = first->number.mantissa == second->number.mantissa;
  return mark == '/' || (is_same && (mark == '-' || mark == ':'));
}

static void make_share(pv_value *value) {
  value->kind = PV_VALUE_PERCENT;
  value->number = value->figures = pv_decimal_shift(value->number, -2);
}

// A number is a share if its other half stands behind or, read already, before it.
static void read_split(const pv_value_reader *reader, pv_value *value) {
  if (!is_share(value)) return;
  pv_value other;
  pv_unit unit;
  int exponent;
  char mark = pv_reader_mark(reader, value->end);
  if (mark && pv_measure_alone(reader, value->end + 1, &other, &unit, &exponent) &&
      are_shares(value, mark, &other)) {
    bool is_alone = pv_reader_mark(reader, other.end) != mark &&
                    (value->first == 0 || pv_reader_mark(reader, value->first - 1) != mark);
    if (is_alone) make_share(value);
    return;
  }
  const pv_value *last = reader->last;
  if (!last || last->kind != PV_VALUE_PERCENT || last->end + 1 != value->first) return;
  other = *last;
  other.kind = PV_VALUE_NUMBER;
  other.number = pv_decimal_trim(pv_decimal_shift(other.number, 2));
  if (are_shares(&other, pv_reader_mark(reader, last->end), value)) make_share(value);
}

void pv_range_complete(const pv_value_reader *reader, pv_value *value, int exponent) {
  share_unit(reader, value, exponent);
  take_currency(reader, value);
  read_split(reader, value);
}
