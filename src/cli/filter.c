#include "cli/filter.h"

#include "ambiguity/check.h"
#include "base/error.h"
#include "base/str.h"
#include "portfolio/kind.h"

typedef PV_VECTOR(pv_str) strings;

static bool contains(const pv_names *names, pv_str name) {
  for (size_t i = 0; i < names->count; i++)
    if (pv_str_equal(pv_str_from(names->items[i]), name)) return true;
  return false;
}

// All of `wanted` are among `known`, or `err` says which is not, and what it might be.
static bool check_names(const pv_names *wanted, const strings *known, const char *what,
                        pv_error *err) {
  for (size_t i = 0; i < wanted->count; i++) {
    pv_str name = pv_str_from(wanted->items[i]);
    bool found = false;
    for (size_t k = 0; k < known->count && !found; k++) found = pv_str_equal(known->items[k], name);
    if (found) continue;
    pv_str nearest = pv_str_nearest(name, known->items, known->count);
    if (nearest.size)
      return pv_fail(err, PV_ERROR_USAGE, "unknown %s \"%s\", did you mean \"" PV_STR_FMT "\"?",
                     what, wanted->items[i], PV_STR_ARG(nearest));
    return pv_fail(err, PV_ERROR_USAGE, "unknown %s \"%s\"", what, wanted->items[i]);
  }
  return true;
}

bool pv_filter_check(const pv_settings *settings, const pv_grammar *grammar, pv_error *err) {
  strings families = {0}, kinds = {0}, codes = {0};
  for (size_t i = 0; i < grammar->frame_count; i++) {
    const pv_frame *frame = &grammar->frames[i];
    if (frame->family.size) PV_PUSH(settings->arena, &families, frame->family);
    for (size_t k = 0; k < frame->kind_count; k++)
      PV_PUSH(settings->arena, &kinds, frame->kinds[k]);
  }
  size_t count;
  const pv_check *checks = pv_checks(&count);
  for (size_t i = 0; i < count; i++) PV_PUSH(settings->arena, &codes, pv_str_from(checks[i].code));
  const pv_conflict_kind *conflicts = pv_conflict_kinds(&count);
  for (size_t i = 0; i < count; i++)
    PV_PUSH(settings->arena, &codes, pv_str_from(conflicts[i].code));
  return check_names(&settings->families, &families, "family", err) &&
         check_names(&settings->kinds, &kinds, "kind", err) &&
         check_names(&settings->codes, &codes, "code", err);
}

static bool wants_clause(const pv_settings *settings, const pv_clause *clause) {
  if (settings->families.count && !contains(&settings->families, clause->family)) return false;
  return !settings->kinds.count || contains(&settings->kinds, clause->kind);
}

// "c2" comes before "c10".
static int compare_ids(pv_str a, pv_str b) {
  if (a.size != b.size) return a.size < b.size ? -1 : 1;
  return pv_str_compare(a, b);
}

// Clauses stand in the order of their ids.
static bool has_clause(const pv_report *report, pv_str id) {
  size_t low = 0, high = report->clause_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = compare_ids(report->clauses[middle].id, id);
    if (order == 0) return true;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}

static bool wants_ambiguity(const pv_settings *settings, const pv_report *report,
                            const pv_ambiguity *ambiguity) {
  if (settings->codes.count && !contains(&settings->codes, ambiguity->code)) return false;
  if (settings->has_min_severity && (int)ambiguity->severity < settings->min_severity) return false;
  return !ambiguity->clause.size || has_clause(report, ambiguity->clause);
}

// The ids of `list` whose clauses are still there.
static const pv_str *keep_ids(const pv_report *report, const pv_str *list, size_t *count) {
  size_t kept = 0;
  pv_str *ids = PV_NEW_ARRAY(report->arena, pv_str, *count);
  for (size_t i = 0; i < *count; i++)
    if (has_clause(report, list[i])) ids[kept++] = list[i];
  *count = kept;
  return ids;
}

static void forget_clauses(pv_report *report) {
  for (size_t i = 0; i < report->clause_count; i++) {
    pv_clause *clause = &report->clauses[i];
    clause->modifies = keep_ids(report, clause->modifies, &clause->modifies_count);
    clause->modified_by = keep_ids(report, clause->modified_by, &clause->modified_by_count);
  }
  for (size_t i = 0; i < report->ambiguity_count; i++) {
    pv_ambiguity *ambiguity = &report->ambiguities[i];
    if (!has_clause(report, ambiguity->clause)) ambiguity->clause = ambiguity->slot = PV_STR("");
    pv_related *related = PV_NEW_ARRAY(report->arena, pv_related, ambiguity->related_count);
    for (size_t k = 0; k < ambiguity->related_count; k++) {
      related[k] = ambiguity->related[k];
      if (!has_clause(report, related[k].clause)) related[k].clause = PV_STR("");
    }
    ambiguity->related = related;
  }
}

void pv_filter_apply(const pv_settings *settings, pv_report *report) {
  size_t clauses = 0, ambiguities = 0, before = report->clause_count;
  for (size_t i = 0; i < report->clause_count; i++)
    if (wants_clause(settings, &report->clauses[i]))
      report->clauses[clauses++] = report->clauses[i];
  report->clause_count = clauses;
  for (size_t i = 0; i < report->ambiguity_count; i++)
    if (wants_ambiguity(settings, report, &report->ambiguities[i]))
      report->ambiguities[ambiguities++] = report->ambiguities[i];
  report->ambiguity_count = ambiguities;
  if (clauses < before) forget_clauses(report);
}

void pv_filter_hide(const pv_settings *settings, pv_report *report) {
  if (settings->only == PV_ONLY_CLAUSES) report->ambiguity_count = 0;
  if (settings->only != PV_ONLY_AMBIGUITIES) return;
  report->clause_count = 0;
  forget_clauses(report);
}

bool pv_filter_fails(const pv_settings *settings, const pv_report *report) {
  for (size_t i = 0; i < report->ambiguity_count; i++)
    if ((int)report->ambiguities[i].severity >= settings->fail_on) return true;
  return false;
}
