// The law that governs the document, whether it binds, and the agreement that it changes.
#include "base/str.h"
#include "base/vector.h"
#include "clause/fact.h"

static pv_span span_of(const pv_findings *findings, const pv_match *match) {
  return pv_text_span(findings->text, match->first, match->end);
}

void pv_fact_find_law(pv_report *report, const pv_findings *findings) {
  const pv_match *match = pv_fact_match(findings, "governing_law");
  if (!match) return;
  pv_fact_range law = pv_fact_filler(match, "law");
  pv_str words = pv_fact_words(report->arena, findings->text, law);
  report->facts.governing_law = pv_fact_at(report->arena, findings->text, law, words);
}

void pv_fact_find_binding(pv_report *report, const pv_findings *findings) {
  pv_document_facts *facts = &report->facts;
  const pv_match *match = pv_fact_match(findings, "non_binding");
  facts->binding = !match;
  if (!match) match = pv_fact_match(findings, "binding");
  if (!match) return;
  facts->binding_known = true;
  facts->binding_evidence = span_of(findings, match);
  if (facts->binding) return;
  PV_VECTOR(pv_span) parts = {0};
  for (size_t i = 0; i < findings->entity_matches.count; i++) {
    const pv_match *part = &findings->entity_matches.items[i];
    if (pv_fact_is(part, "binding_part")) PV_PUSH(report->arena, &parts, span_of(findings, part));
  }
  facts->binding_parts = parts.items;
  facts->binding_part_count = parts.count;
}

// Does a document of this kind change another one?
static bool changes_another(pv_str kind) {
  return pv_str_equal(kind, PV_STR("amendment")) || pv_str_equal(kind, PV_STR("restatement")) ||
         pv_str_equal(kind, PV_STR("termination"));
}

// The parties of the document that are named in the range.
static void name_parties(pv_report *report, const pv_findings *findings, pv_fact_range range) {
  pv_annotations all = findings->annotations;
  PV_VECTOR(pv_str) names = {0};
  for (size_t i = pv_annotations_from(all, range.first); i < all.count; i++) {
    const pv_annotation *one = &all.items[i];
    if (one->first >= range.end) break;
    if (one->type != PV_TYPE_PARTY || !one->value || one->end > range.end) continue;
    const pv_term_party *party = one->value;
    size_t k = 0;
    while (k < names.count && !pv_str_equal(names.items[k], party->name)) k++;
    if (k == names.count) PV_PUSH(report->arena, &names, party->name);
  }
  report->facts.amends.parties = names.items;
  report->facts.amends.party_count = names.count;
}

void pv_fact_find_amends(pv_report *report, const pv_findings *findings) {
  const pv_match *match = pv_fact_match(findings, "amends");
  if (!match && changes_another(report->facts.kind)) match = pv_fact_match(findings, "earlier");
  if (!match) return;
  pv_fact_range words = pv_fact_filler(match, "text");
  pv_fact_range title = pv_fact_filler(match, "title");
  const pv_value *date = pv_fact_value(findings, PV_TYPE_DATE, words);
  pv_span span = pv_text_span(findings->text, words.first, words.end);
  if (span.start >= span.end) return;
  report->facts.amends = (pv_amends){
      .text = pv_str_slice(findings->text->bytes, span),
      .span = span,
      .title = pv_fact_words(report->arena, findings->text, title),
      .date = date ? pv_date_print(report->arena, date) : PV_STR(""),
  };
  name_parties(report, findings, words);
}
