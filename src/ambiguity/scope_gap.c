// EXC001: an exclusivity that leaves open what, where, in which field or for how long it holds.
#include "ambiguity/checks.h"
#include "base/str.h"

// What may be open, and how much each counts. A field is not what every exclusivity has; a term
// does not count where the document has one of its own, which is then the most that can be meant.
static const struct {
  const char *slot;
  int weight;
} scope[] = {{"subject", 2}, {"territory", 1}, {"field", 0}, {"term", 1}};
enum { SCOPE_COUNT = sizeof scope / sizeof *scope };

// Kinds that promise an exclusivity with a scope of its own. A lapse or a carve-out has the scope
// of what it cuts into; a bare statement or a disclaimer promises nothing.
static const char *const kinds[] = {
    "exclusive_appointment",      "exclusive_license", "exclusive_right",
    "exclusive_dealing_covenant", "non_compete",       NULL,
};

// Does the document say how long it holds itself?
static bool has_own_term(const pv_checking *checking) {
  return checking->report->facts.expiration_date.value.size ||
         pv_terms_find(checking->findings->terms, PV_STR("Term")) ||
         pv_checking_marks(checking, "document_term").count > 0;
}

// Words that speak of it, though no slot was filled with them: it is not clear that it is missing.
static bool is_spoken_of(const pv_checking *checking, const pv_clause *clause, const char *slot) {
  static const struct {
    const char *slot;
    const char *mark;
    uint32_t types[2];
  } hints[] = {
      {"subject", "subject_words", {PV_TYPE_TERM, PV_TYPE_QUOTED}},
      {"territory", "territory_words", {PV_TYPE_PLACE, PV_TYPE_PLACE}},
      {"field", "field_words", {PV_TYPE_QUOTED, PV_TYPE_QUOTED}},
      {"term", "term_words", {PV_TYPE_PERIOD, PV_TYPE_DATE}},
  };
  for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
    if (strcmp(hints[i].slot, slot) != 0) continue;
    return pv_checking_has_mark(checking, hints[i].mark, clause->span) ||
           pv_checking_annotation(checking, hints[i].types[0], clause->span) ||
           pv_checking_annotation(checking, hints[i].types[1], clause->span);
  }
  return false;
}

static bool is_open(const pv_checking *checking, const pv_clause *clause, const char *slot) {
  return !pv_checking_slot_value(clause, slot) && !is_spoken_of(checking, clause, slot);
}

static pv_str list_gaps(const pv_checking *checking, const pv_clause *clause, size_t *count,
                        int *weight) {
  pv_str gaps = {"", 0};
  bool own_term = has_own_term(checking);
  for (size_t k = 0; k < SCOPE_COUNT; k++) {
    if (!is_open(checking, clause, scope[k].slot)) continue;
    gaps = pv_str_printf(checking->arena, PV_STR_FMT "%s%s", PV_STR_ARG(gaps), *count ? ", " : "",
                         scope[k].slot);
    ++*count;
    if (!own_term || strcmp(scope[k].slot, "term") != 0) *weight += scope[k].weight;
  }
  return gaps;
}

static void check_clause(pv_checking *checking, const pv_clause *clause) {
  size_t count = 0;
  int weight = 0;
  pv_str gaps = list_gaps(checking, clause, &count, &weight);
  // One open point of four is how most exclusivities are written.
  if (count < 2 || weight == 0) return;
  pv_str place = pv_checking_place(clause);
  pv_checking_add(checking, (pv_finding){
                                .severity = weight > 1 ? PV_SEVERITY_HIGH : PV_SEVERITY_MEDIUM,
                                .clause = clause,
                                .span = clause->span,
                                .message = pv_str_printf(checking->arena,
                                                         "the exclusivity in " PV_STR_FMT
                                                         " does not state its " PV_STR_FMT
                                                         "; how far it reaches may be disputed",
                                                         PV_STR_ARG(place), PV_STR_ARG(gaps)),
                                .suggestion = pv_str_printf(
                                    checking->arena,
                                    "State the " PV_STR_FMT
                                    " of the exclusivity, or say that it has no such limit.",
                                    PV_STR_ARG(gaps)),
                            });
}

void pv_check_scope_gap(pv_checking *checking) {
  for (size_t i = 0; i < checking->report->clause_count; i++)
    if (pv_checking_is_kind(&checking->report->clauses[i], kinds))
      check_clause(checking, &checking->report->clauses[i]);
}
