#include "clause/facts.h"

#include "base/str.h"
#include "clause/fact.h"
#include "clause/link.h"

static void add_parties(pv_report *report, const pv_terms *terms) {
  pv_arena *arena = report->arena;
  report->parties = PV_NEW_ARRAY(arena, pv_party, terms->party_count);
  report->party_count = terms->party_count;
  for (size_t i = 0; i < terms->party_count; i++) {
    const pv_term_party *party = &terms->parties[i];
    pv_str *aliases = PV_NEW_ARRAY(arena, pv_str, party->alias_count);
    for (size_t k = 0; k < party->alias_count; k++)
      aliases[k] = pv_str_copy(arena, party->aliases[k]);
    report->parties[i] = (pv_party){
        .id = pv_str_printf(arena, "p%zu", i + 1),
        .name = pv_str_copy(arena, party->name),
        .span = party->span,
        .aliases = aliases,
        .alias_count = party->alias_count,
    };
  }
}

// The sub-document as it is cited, empty for the document itself.
static pv_str exhibit_of(const pv_text *text, uint32_t section) {
  bool is_exhibit =
      section < text->sections.count && text->sections.items[section].kind == PV_SECTION_EXHIBIT;
  return is_exhibit ? pv_section_name(text, &text->sections.items[section]) : PV_STR("");
}

static void add_terms(pv_report *report, const pv_findings *findings) {
  const pv_terms *terms = findings->terms;
  static const char *const kinds[] = {
      [PV_DEFINITION_MEANS] = "definition",
      [PV_DEFINITION_TABLE] = "table",
      [PV_DEFINITION_INLINE] = "inline",
      [PV_DEFINITION_BY_REFERENCE] = "by_reference",
  };
  report->terms = PV_NEW_ARRAY(report->arena, pv_defined_term, terms->definition_count);
  report->term_count = terms->definition_count;
  for (size_t i = 0; i < terms->definition_count; i++) {
    const pv_term_definition *definition = &terms->definitions[i];
    report->terms[i] = (pv_defined_term){
        .term = pv_str_copy(report->arena, definition->term),
        .kind = pv_str_from(kinds[definition->kind]),
        .span = definition->span,
        .definition_span = definition->definition,
        .uses = definition->uses,
        .exhibit = exhibit_of(findings->text, definition->section),
    };
  }
}

void pv_facts_find(pv_report *report, const pv_findings *findings) {
  report->facts = (pv_document_facts){.language = PV_STR("en")};
  pv_fact_find_title(report, findings);
  pv_fact_find_dates(report, findings);
  pv_fact_find_law(report, findings);
  pv_fact_find_binding(report, findings);
  pv_fact_find_amends(report, findings);
  add_parties(report, findings->terms);
  add_terms(report, findings);
  pv_links_find(report, findings);
}
