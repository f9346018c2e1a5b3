// IPL001: a license that is perpetual or irrevocable, in a document that says it ends.
#include "ambiguity/checks.h"
#include "base/str.h"

static bool is_perpetual(const pv_slot_value *term) {
  return term && term->value.kind == PV_JSON_OBJECT && term->value.count &&
         term->value.items[0].kind == PV_JSON_STRING &&
         pv_str_equal(term->value.items[0].string, PV_STR("perpetual"));
}

// The words that promise that the license stays, or NULL.
static const pv_slot_value *promise_of(const pv_clause *clause) {
  const pv_slot_value *term = pv_checking_slot_value(clause, "term");
  if (is_perpetual(term)) return term;
  return pv_checking_slot_is(clause, "revocable", "irrevocable")
             ? pv_checking_slot_value(clause, "revocable")
             : NULL;
}

// "Licenses granted by Fenn": by this one? Where no party is named it is of all.
static bool is_of_licensor(const pv_checking *checking, const pv_clause *clause, pv_span words) {
  const pv_annotation *named = pv_checking_annotation(checking, PV_TYPE_PARTY, words);
  const pv_slot_value *licensor = pv_checking_slot_value(clause, "licensor");
  if (!named || !named->value || named->rule || !licensor) return !named;
  return licensor->value.kind == PV_JSON_STRING &&
         pv_str_equal(licensor->value.string, ((const pv_term_party *)named->value)->name);
}

// "Licenses granted under Section 6.1" are those of that section.
static bool names_section(const pv_checking *checking, pv_span words) {
  const pv_terms *terms = checking->findings->terms;
  uint32_t first, end;
  pv_checking_tokens(checking, words, &first, &end);
  size_t at = pv_terms_reference_from(terms, first);
  return at < terms->reference_count && terms->references[at].first < end;
}

// The first sentence that ends licenses and makes no exception for those that stay.
static const pv_match *ending_of(const pv_checking *checking, const pv_clause *clause) {
  const pv_text *text = checking->findings->text;
  pv_marks marks = pv_checking_marks(checking, "license_ends");
  for (size_t i = 0; i < marks.count; i++) {
    const pv_sentence *sentence = &text->sentences.items[marks.items[i]->sentence];
    pv_span span = pv_text_span(text, sentence->first, sentence->end);
    pv_span words = pv_text_span(text, marks.items[i]->first, marks.items[i]->end);
    if (span.start == clause->span.start || names_section(checking, words)) continue;
    if (!is_of_licensor(checking, clause, words)) continue;
    if (!pv_checking_has_mark(checking, "exception", span)) return marks.items[i];
  }
  return NULL;
}

void pv_check_perpetual(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    if (!pv_checking_is_family(clause, "ip_license")) continue;
    const pv_slot_value *promise = promise_of(clause);
    if (!promise || promise->status != PV_STATUS_STATED) continue;
    if (pv_checking_has_mark(checking, "exception", clause->span)) continue;
    const pv_match *ending = ending_of(checking, clause);
    if (!ending) continue;
    pv_span at = pv_checking_words(checking, ending, "term");
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = PV_SEVERITY_HIGH,
            .clause = clause,
            .slot = pv_checking_slot_at(clause, promise->span),
            .span = promise->span,
            .message = pv_str_printf(checking->arena,
                                     "the license is \"" PV_STR_FMT "\" here, but another sentence "
                                     "ends licenses: it may not outlive the agreement",
                                     PV_STR_ARG(promise->text)),
            .related = pv_checking_related(checking, at, PV_STR(""), "ends licenses"),
            .related_count = 1,
        });
  }
}
