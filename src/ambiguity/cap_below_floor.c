// MNY008: "at least $500,000 and not more than $400,000".
#include "ambiguity/checks.h"
#include "base/str.h"

// Money, a percentage or a number at the words of the capture.
static const pv_value *value_of(const pv_checking *checking, const pv_match *match,
                                const char *name) {
  static const uint32_t types[] = {PV_TYPE_MONEY, PV_TYPE_PERCENT, PV_TYPE_PERIOD, PV_TYPE_NUMBER};
  pv_span words = pv_checking_words(checking, match, name);
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    const pv_annotation *found = pv_checking_annotation(checking, types[i], words);
    if (found && found->value) return found->value;
  }
  return NULL;
}

// -1, 0, 1; numbers of 18 digits at most, brought to the same scale as far as that goes.
static int compare(pv_decimal a, pv_decimal b) {
  while (a.scale < b.scale && a.mantissa < INT64_MAX / 10) a.mantissa *= 10, a.scale++;
  while (b.scale < a.scale && b.mantissa < INT64_MAX / 10) b.mantissa *= 10, b.scale++;
  if (a.scale != b.scale) return a.scale < b.scale ? 1 : -1;
  return (a.mantissa > b.mantissa) - (a.mantissa < b.mantissa);
}

void pv_check_cap_below_floor(pv_checking *checking) {
  pv_marks marks = pv_checking_marks(checking, checking->check->code);
  for (size_t i = 0; i < marks.count; i++) {
    const pv_value *floor = value_of(checking, marks.items[i], "floor");
    const pv_value *cap = value_of(checking, marks.items[i], "cap");
    if (!floor || !cap || floor->kind != cap->kind || !pv_str_equal(floor->unit, cap->unit))
      continue;
    if (floor == cap || compare(cap->number, floor->number) >= 0) continue;
    const pv_text *text = checking->findings->text;
    pv_span at = pv_text_span(text, cap->first, cap->end);
    pv_span least = pv_text_span(text, floor->first, floor->end);
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    pv_str most_words = pv_str_slice(text->bytes, at);
    pv_str least_words = pv_str_slice(text->bytes, least);
    pv_checking_add(
        checking, (pv_finding){
                      .severity = PV_SEVERITY_HIGH,
                      .clause = clause,
                      .slot = pv_checking_slot_at(clause, at),
                      .span = at,
                      .message = pv_str_printf(checking->arena,
                                               "at most " PV_STR_FMT ", but at least " PV_STR_FMT
                                               ": no amount may satisfy both",
                                               PV_STR_ARG(most_words), PV_STR_ARG(least_words)),
                      .related = pv_checking_related(checking, least, PV_STR(""), "at least this"),
                      .related_count = 1,
                  });
  }
}
