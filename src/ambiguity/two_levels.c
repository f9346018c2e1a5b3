// EXC003: exclusive in one clause, non-exclusive in another, for the same subject of the same
// grantor.
#include "ambiguity/checks.h"
#include "ambiguity/subject.h"
#include "base/str.h"

typedef enum { OTHER, EXCLUSIVE, NON_EXCLUSIVE } level;

static level level_of(const pv_clause *clause) {
  static const char *const slots[] = {"level", "exclusivity"};
  for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
    if (pv_checking_slot_is(clause, slots[i], "exclusive")) return EXCLUSIVE;
    if (pv_checking_slot_is(clause, slots[i], "non_exclusive")) return NON_EXCLUSIVE;
  }
  return OTHER;
}

// Exceptions and lapses are meant to say otherwise.
static bool is_wanted(const pv_clause *clause) {
  return level_of(clause) != OTHER && !pv_str_equal(clause->polarity, PV_STR("carve_out")) &&
         !pv_str_equal(clause->polarity, PV_STR("lapse"));
}

static bool is_for_another(const pv_clause *a, const pv_clause *b) {
  static const char *const slots[] = {"protected_party", "licensee", "territory", "field"};
  for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
    if (pv_clause_slot(a, slots[i]) && pv_clause_slot(b, slots[i]) &&
        pv_subject_is_apart(a, b, slots[i]))
      return true;
  return false;
}

static void report_pair(pv_checking *checking, const pv_clause *first, const pv_clause *second) {
  const pv_slot_value *subject = pv_checking_slot_value(second, "subject");
  pv_str place = pv_checking_place(first);
  pv_checking_add(
      checking,
      (pv_finding){
          .severity = PV_SEVERITY_HIGH,
          .clause = second,
          .slot = PV_STR("subject"),
          .span = subject->span,
          .message = pv_str_printf(
              checking->arena, "\"" PV_STR_FMT "\" may be %s here, and is %s in " PV_STR_FMT,
              PV_STR_ARG(subject->text),
              level_of(second) == EXCLUSIVE ? "exclusive" : "non-exclusive",
              level_of(first) == EXCLUSIVE ? "exclusive" : "non-exclusive", PV_STR_ARG(place)),
          .related = pv_checking_related(checking, first->span, first->id, "the other clause"),
          .related_count = 1,
      });
}

void pv_check_two_levels(pv_checking *checking) {
  pv_subject_clauses all = pv_subject_clauses_find(checking, is_wanted);
  for (size_t i = 1; i < all.count; i++) {
    const pv_clause *first = all.items[i - 1].clause, *second = all.items[i].clause;
    if (all.items[i - 1].hash != all.items[i].hash || first->span.start == second->span.start)
      continue;
    if (level_of(first) != level_of(second) && !is_for_another(first, second))
      report_pair(checking, first, second);
  }
}
