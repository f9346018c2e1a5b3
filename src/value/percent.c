// percent.c - "%", "percent", "per cent", "percentage points", "basis points".
#include "base/str.h"
#include "value/reader.h"

typedef struct {
  pv_str first;
  pv_str second; // empty: one token
  int exponent;
} percent_row;

bool pv_percent_unit(const pv_value_reader *reader, uint32_t at, pv_unit *unit) {
  static const percent_row rows[] = {
      {{"%", 1}, {"", 0}, -2},
      {{"percent", 7}, {"", 0}, -2},
      {{"pct", 3}, {"", 0}, -2},
      {{"per", 3}, {"cent", 4}, -2},
      {{"per", 3}, {"centum", 6}, -2},
      {{"percentage", 10}, {"point", 5}, -2},
      {{"percentage", 10}, {"points", 6}, -2},
      {{"basis", 5}, {"point", 5}, -4},
      {{"basis", 5}, {"points", 6}, -4},
      {{"bps", 3}, {"", 0}, -4},
  };
  at = pv_reader_after_hyphen(reader, at);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (!pv_reader_is(reader, at, rows[i].first)) continue;
    bool is_long = rows[i].second.size > 0;
    if (is_long && !pv_reader_is(reader, at + 1, rows[i].second)) continue;
    *unit = (pv_unit){
        .kind = PV_VALUE_PERCENT, .end = at + (is_long ? 2 : 1), .exponent = rows[i].exponent};
    return true;
  }
  return false;
}
