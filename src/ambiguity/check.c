#include "ambiguity/check.h"

#include <stdlib.h>

#include "base/str.h"
#include "base/vector.h"

static const pv_check checks[] = {
    {"DEF001", "undefined_scope_term", "gap",
     "A term that sets the scope, the rate or the base of a clause is not defined",
     pv_check_undefined_term},
    {"EXC001", "scope_gap", "gap",
     "An exclusivity does not say what, where, for whom or how long it covers", pv_check_scope_gap},
    {"MNY001", "undefined_base", "gap", "A rate applies to a base that nothing defines",
     pv_check_undefined_base},
    {"MNY002", "missing_base", "gap", "A rate does not say what it is a rate of",
     pv_check_missing_base},
    {"NUM001", "words_and_figures", "mistake", "A number in words differs from its figures",
     pv_check_words_and_figures},
    {"REF001", "dangling_reference", "mistake",
     "A reference names a section that this document does not have", pv_check_dangling_reference},
    {"VAG001", "efforts_standard", "vagueness",
     "An obligation is measured by an efforts standard that nothing defines", pv_check_efforts},
};

// A finding with what it takes to sort it.
typedef struct {
  pv_ambiguity ambiguity;
  size_t order;
} entry;

typedef struct {
  pv_checking public; // what the checks see
  PV_VECTOR(entry) entries;
} run;

const pv_check *pv_checks(size_t *count) {
  *count = sizeof checks / sizeof *checks;
  return checks;
}

void pv_checking_tokens(const pv_checking *checking, pv_span span, uint32_t *first, uint32_t *end) {
  *first = pv_token_at(checking->findings->text, span.start);
  *end = pv_token_at(checking->findings->text, span.end);
}

const pv_clause *pv_checking_clause_at(const pv_checking *checking, pv_span span) {
  const pv_clause *clauses = checking->report->clauses;
  size_t low = 0, high = checking->report->clause_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (clauses[middle].span.start <= span.start)
      low = middle + 1;
    else
      high = middle;
  }
  // Clauses are sentences, so those that hold the span all start at the same place.
  const pv_clause *found = NULL;
  for (size_t i = low; i-- > 0 && clauses[i].span.start == clauses[low - 1].span.start;) {
    if (clauses[i].span.end < span.end) continue;
    if (!found || clauses[i].points >= found->points) found = &clauses[i];
  }
  return found;
}

pv_str pv_checking_slot_at(const pv_clause *clause, pv_span span) {
  if (!clause) return PV_STR("");
  for (size_t i = 0; i < clause->slot_count; i++)
    for (size_t k = 0; k < clause->slots[i].count; k++) {
      pv_span at = clause->slots[i].values[k].span;
      if (at.start <= span.start && span.end <= at.end) return clause->slots[i].name;
    }
  return PV_STR("");
}

const pv_slot_value *pv_checking_slot_value(const pv_clause *clause, const char *slot) {
  const pv_slot *found = pv_clause_slot(clause, slot);
  return found && found->count && found->values[0].text.size ? &found->values[0] : NULL;
}

pv_str pv_checking_place(const pv_clause *clause) {
  return clause->section_count ? clause->section_path[clause->section_count - 1]
                               : PV_STR("this clause");
}

void pv_checking_add(pv_checking *checking, pv_finding finding) {
  run *r = (run *)checking;
  const pv_report *report = checking->report;
  const pv_clause *clause = finding.clause;
  pv_str quote = {report->text->bytes.data + finding.span.start,
                  finding.span.end - finding.span.start};
  pv_ambiguity made = {
      .code = pv_str_from(checking->check->code),
      .category = pv_str_from(checking->check->category),
      .severity = finding.severity,
      .clause = clause ? clause->id : PV_STR(""),
      .slot = finding.slot,
      .span = finding.span,
      .message = finding.message,
      .related = finding.related,
      .related_count = finding.related_count,
      .suggestion = finding.suggestion,
  };
  pv_fingerprint(made.code, quote, clause ? clause->section_path : NULL,
                 clause ? clause->section_count : 0, made.fingerprint);
  PV_PUSH(checking->arena, &r->entries, ((entry){made, r->entries.count}));
}

// By place; the longer one first; then by code; then as found.
static int compare_entries(const void *left, const void *right) {
  const entry *a = left, *b = right;
  pv_span x = a->ambiguity.span, y = b->ambiguity.span;
  if (x.start != y.start) return x.start < y.start ? -1 : 1;
  if (x.end != y.end) return x.end > y.end ? -1 : 1;
  int code = pv_str_compare(a->ambiguity.code, b->ambiguity.code);
  return code ? code : (a->order > b->order) - (a->order < b->order);
}

// The same thing said twice of one place.
static bool is_repeated(const pv_ambiguity *a, const pv_ambiguity *b) {
  return a->span.start == b->span.start && a->span.end == b->span.end &&
         pv_str_equal(a->code, b->code);
}

void pv_ambiguities_find(pv_report *report, const pv_findings *findings, bool lint) {
  run r = {
      .public = {.arena = report->arena, .report = report, .findings = findings, .lint = lint}};
  for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
    r.public.check = &checks[i];
    checks[i].run(&r.public);
  }
  if (r.entries.count) qsort(r.entries.items, r.entries.count, sizeof(entry), compare_entries);
  report->ambiguities = PV_NEW_ARRAY(report->arena, pv_ambiguity, r.entries.count);
  for (size_t i = 0; i < r.entries.count; i++) {
    pv_ambiguity *last = report->ambiguities + report->ambiguity_count;
    if (report->ambiguity_count && is_repeated(last - 1, &r.entries.items[i].ambiguity)) continue;
    *last = r.entries.items[i].ambiguity;
    last->id = pv_str_printf(report->arena, "a%zu", ++report->ambiguity_count);
  }
}
