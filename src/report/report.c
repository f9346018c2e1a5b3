#include "report/report.h"

#include "base/str.h"

void pv_report_free(pv_report *report) {
  if (report) pv_arena_free(report->arena);
}

pv_str pv_report_uri(const pv_report *report) { return report->uri; }

pv_str pv_report_text(const pv_report *report) {
  return report->text ? report->text->bytes : PV_STR("");
}

size_t pv_report_clause_count(const pv_report *report) { return report->clause_count; }

const pv_clause *pv_report_clause(const pv_report *report, size_t i) { return &report->clauses[i]; }

size_t pv_report_ambiguity_count(const pv_report *report) { return report->ambiguity_count; }

const pv_ambiguity *pv_report_ambiguity(const pv_report *report, size_t i) {
  return &report->ambiguities[i];
}

size_t pv_report_party_count(const pv_report *report) { return report->party_count; }

const pv_party *pv_report_party(const pv_report *report, size_t i) { return &report->parties[i]; }

size_t pv_report_term_count(const pv_report *report) { return report->term_count; }

const pv_defined_term *pv_report_term(const pv_report *report, size_t i) {
  return &report->terms[i];
}

size_t pv_report_diagnostic_count(const pv_report *report) { return report->diagnostic_count; }

const pv_report_diagnostic *pv_report_diagnostic_at(const pv_report *report, size_t i) {
  return &report->diagnostics[i];
}

void pv_report_place(const pv_report *report, uint32_t offset, uint32_t *line, uint32_t *column) {
  pv_text_place(report->text, offset, line, column);
}

const pv_slot *pv_clause_slot(const pv_clause *clause, const char *name) {
  pv_str wanted = pv_str_from(name);
  for (size_t i = 0; i < clause->slot_count; i++)
    if (pv_str_equal(clause->slots[i].name, wanted)) return &clause->slots[i];
  return NULL;
}

// The label of an exhibit makes two words of it, other sections are cited by number alone.
pv_str pv_clause_exhibit(const pv_clause *clause) {
  pv_str outermost = clause->section_count ? clause->section_path[0] : PV_STR("");
  return outermost.size && memchr(outermost.data, ' ', outermost.size) ? outermost : PV_STR("");
}
