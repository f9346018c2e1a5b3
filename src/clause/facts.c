#include "clause/facts.h"

#include "base/str.h"
#include "clause/link.h"

enum { TITLE_SENTENCES = 12, PREAMBLE_SENTENCES = 30, LONGEST_TITLE = 160 };

// Is the line a label such as "Exhibit 10.4" rather than a title?
static bool is_label(const pv_text *text, const pv_sentence *sentence) {
  const pv_token *first = &text->tokens.items[sentence->first];
  uint16_t traits = pv_vocabulary_traits(text->vocabulary)[first->word];
  return (traits & (PV_TRAIT_EXHIBIT | PV_TRAIT_SECTION)) && sentence->end - sentence->first < 5;
}

static bool has_words(const pv_text *text, const pv_sentence *sentence) {
  size_t words = 0;
  for (uint32_t i = sentence->first; i < sentence->end; i++)
    words += text->tokens.items[i].kind == PV_TOKEN_WORD;
  return words >= 2;
}

// The first heading of some words that is no label.
static pv_str find_title(const pv_text *text) {
  for (size_t i = 0; i < text->sentences.count && i < TITLE_SENTENCES; i++) {
    const pv_sentence *sentence = &text->sentences.items[i];
    if (!(sentence->flags & PV_SENTENCE_HEADING) || sentence->flags & PV_SENTENCE_CONTENTS)
      continue;
    pv_span at = pv_text_span(text, sentence->lead, sentence->end);
    if (at.end - at.start > LONGEST_TITLE || is_label(text, sentence)) continue;
    if (has_words(text, sentence)) return pv_str_slice(text->bytes, at);
  }
  return PV_STR("");
}

// The first full date of the preamble.
static pv_fact find_agreement_date(pv_arena *arena, const pv_findings *findings) {
  const pv_text *text = findings->text;
  size_t count = text->sentences.count;
  if (!count) return (pv_fact){0};
  if (count > PREAMBLE_SENTENCES) count = PREAMBLE_SENTENCES;
  uint32_t end = text->sentences.items[count - 1].end;
  for (size_t i = 0; i < findings->values.count; i++) {
    const pv_value *value = &findings->values.items[i];
    if (value->first >= end) break;
    if (value->kind != PV_VALUE_DATE || value->precision != PV_DATE_DAY) continue;
    return (pv_fact){pv_date_print(arena, value), pv_text_span(text, value->first, value->end)};
  }
  return (pv_fact){0};
}

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

static void add_terms(pv_report *report, const pv_terms *terms) {
  static const char *const kinds[] = {
      [PV_DEFINITION_MEANS] = "definition",
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
    };
  }
}

void pv_facts_find(pv_report *report, const pv_findings *findings) {
  report->facts = (pv_document_facts){
      .title = find_title(findings->text),
      .kind = PV_STR("agreement"),
      .language = PV_STR("en"),
      .agreement_date = find_agreement_date(report->arena, findings),
  };
  add_parties(report, findings->terms);
  add_terms(report, findings->terms);
  pv_links_find(report, findings);
}
