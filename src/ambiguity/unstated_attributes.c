// IPL003: what a license does not say: whether it is exclusive, may be sublicensed or transferred,
// for which use, and whether the licensee may make derivative works.
#include "ambiguity/checks.h"
#include "base/str.h"

static const char *const kinds[] = {"license_grant", "sublicense", "cross_license", "license_back",
                                    NULL};

static const struct {
  const char *slot;
  const char *words;
} attributes[] = {
    {"exclusivity", "exclusive or not"},
    {"sublicensable", "whether it may be sublicensed"},
    {"transferable", "whether it may be transferred"},
    {"field", "its field or purpose"},
};

static bool is_open(const pv_clause *clause, const char *slot) {
  return !pv_checking_slot_value(clause, slot) || pv_checking_slot_is(clause, slot, "unstated");
}

// Software and content invite changes; a mark does not.
static bool leaves_changes_open(const pv_clause *clause) {
  bool can_change = pv_checking_slot_is(clause, "subject_kinds", "software") ||
                    pv_checking_slot_is(clause, "subject_kinds", "content") ||
                    pv_checking_slot_is(clause, "subject_kinds", "technology");
  return can_change && !pv_checking_slot_is(clause, "rights", "modify");
}

void pv_check_unstated_attributes(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    if (!pv_checking_is_kind(clause, kinds)) continue;
    pv_str open = {"", 0};
    for (size_t k = 0; k < sizeof attributes / sizeof *attributes; k++)
      if (is_open(clause, attributes[k].slot))
        open = pv_str_printf(checking->arena, PV_STR_FMT "%s%s", PV_STR_ARG(open),
                             open.size ? ", " : "", attributes[k].words);
    if (leaves_changes_open(clause))
      open = pv_str_printf(checking->arena, PV_STR_FMT "%sderivative works", PV_STR_ARG(open),
                           open.size ? ", " : "");
    if (!open.size) continue;
    bool level = is_open(clause, "exclusivity");
    pv_checking_add(checking,
                    (pv_finding){
                        .severity = level ? PV_SEVERITY_LOW : PV_SEVERITY_INFO,
                        .clause = clause,
                        .slot = PV_STR(""),
                        .span = clause->span,
                        .message = pv_str_printf(checking->arena,
                                                 "the license does not say: " PV_STR_FMT
                                                 "; the law that governs it may fill the gap",
                                                 PV_STR_ARG(open)),
                    });
  }
}
