// anniversary.c - "the fifth (5th) anniversary of the Effective Date": a period of five years.
#include "base/str.h"
#include "value/reader.h"

bool pv_anniversary_read(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  uint32_t next = at + 1;
  int number = pv_reader_small_number(reader, at, true);
  if (number < 0) number = pv_ordinal_read(reader, at, &next);
  if (number <= 0) return false;
  next = pv_ordinal_repeated(reader, next);
  if (pv_reader_is(reader, next, PV_STR("year"))) next++;
  if (!pv_reader_is(reader, next, PV_STR("anniversary"))) return false;
  *value = (pv_value){.kind = PV_VALUE_PERIOD,
                      .first = at,
                      .end = next + 1,
                      .number = {number, 0},
                      .unit = PV_STR("Y")};
  return true;
}
