// TIM003: 03/04/2026, "bi-weekly", and Business Days that nothing defines.
#include "ambiguity/checks.h"
#include "base/str.h"

// Is the date in figures, such that day and month may change places?
static bool has_two_readings(const pv_text *text, const pv_value *date) {
  if (date->precision != PV_DATE_DAY || date->month == date->day) return false;
  if (date->day > 12 || date->month > 12) return false;
  pv_str bytes = pv_str_slice(text->bytes, pv_text_span(text, date->first, date->end));
  size_t slashes = 0;
  for (size_t i = 0; i < bytes.size; i++) {
    char c = bytes.data[i];
    if ((c < '0' || c > '9') && c != '/' && c != '.') return false;
    slashes += c == '/' || c == '.';
  }
  return slashes == 2 && !(bytes.size > 4 && bytes.data[2] != '/' && bytes.data[2] != '.' &&
                           bytes.data[1] != '/' && bytes.data[1] != '.'); // 2026/03/04
}

void pv_check_ambiguous_date(pv_checking *checking) {
  const pv_text *text = checking->findings->text;
  pv_values values = checking->findings->values;
  for (size_t i = 0; i < values.count; i++) {
    const pv_value *date = &values.items[i];
    if (date->kind != PV_VALUE_DATE || !has_two_readings(text, date)) continue;
    pv_span at = pv_text_span(text, date->first, date->end);
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    if (!clause && !checking->lint) continue;
    pv_str words = pv_str_slice(text->bytes, at);
    pv_checking_add(checking,
                    (pv_finding){
                        .severity = PV_SEVERITY_LOW,
                        .clause = clause,
                        .slot = pv_checking_slot_at(clause, at),
                        .span = at,
                        .message = pv_str_printf(checking->arena,
                                                 "\"" PV_STR_FMT "\" may be read with the day or "
                                                 "with the month first",
                                                 PV_STR_ARG(words)),
                    });
  }
  pv_check_wording(checking);
}
