// checking.c - what the checks share: looking from words to clauses, slots and hits of style rules.
#include "ambiguity/check.h"
#include "base/str.h"

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

bool pv_checking_slot_is(const pv_clause *clause, const char *slot, const char *value) {
  const pv_slot *found = pv_clause_slot(clause, slot);
  for (size_t i = 0; found && i < found->count; i++)
    if (found->values[i].value.kind == PV_JSON_STRING &&
        pv_str_equal(found->values[i].value.string, pv_str_from(value)))
      return true;
  return false;
}

bool pv_checking_is_kind(const pv_clause *clause, const char *const *kinds) {
  for (; *kinds; kinds++)
    if (pv_str_equal(clause->kind, pv_str_from(*kinds))) return true;
  return false;
}

bool pv_checking_is_family(const pv_clause *clause, const char *family) {
  return pv_str_equal(clause->family, pv_str_from(family));
}

uint32_t pv_checking_sentence(const pv_checking *checking, const pv_clause *clause) {
  const pv_text *text = checking->findings->text;
  return pv_text_sentence_at(text, pv_token_at(text, clause->span.start));
}

// The section at the top of the document, or of its exhibit, that the sentence stands in.
static uint32_t top_section(const pv_text *text, uint32_t sentence) {
  const pv_section *items = text->sections.items;
  uint32_t at = text->sentences.items[sentence].section;
  while (items[at].depth > 1 && items[at].parent != PV_NO_SECTION) at = items[at].parent;
  return at;
}

pv_span pv_checking_surroundings(const pv_checking *checking, const pv_clause *clause) {
  enum { FAR = 12, NEAR = 2 }; // sentences
  const pv_text *text = checking->findings->text;
  uint32_t sentence = pv_checking_sentence(checking, clause);
  if (sentence == PV_NO_SENTENCE) return clause->span;
  uint32_t section = top_section(text, sentence), first = sentence, last = sentence;
  bool is_numbered = text->sections.items[section].kind != PV_SECTION_DOCUMENT;
  uint32_t most = is_numbered ? FAR : NEAR;
  while (first > 0 && sentence - first < most && top_section(text, first - 1) == section) first--;
  while (last + 1 < text->sentences.count && last - sentence < most &&
         top_section(text, last + 1) == section)
    last++;
  return pv_text_span(text, text->sentences.items[first].first, text->sentences.items[last].end);
}

pv_marks pv_checking_marks(const pv_checking *checking, const char *kind) {
  return pv_mark_index_find(checking->marks, pv_str_from(kind));
}

pv_marks pv_checking_clause_marks(const pv_checking *checking, const char *kind) {
  const pv_report *report = checking->report;
  if (checking->lint) return pv_checking_marks(checking, kind);
  for (size_t i = 0; i < report->clause_count; i++)
    pv_mark_index_look(checking->marks, report->clauses[i].span);
  return pv_mark_index_known(checking->marks, pv_str_from(kind));
}

pv_marks pv_checking_own_marks(const pv_checking *checking) {
  return pv_checking_clause_marks(checking, checking->check->code);
}

pv_marks pv_checking_marks_in(const pv_checking *checking, const char *kind, pv_span span) {
  return pv_mark_index_in(checking->marks, pv_str_from(kind), span);
}

bool pv_checking_has_mark(const pv_checking *checking, const char *kind, pv_span span) {
  return pv_checking_marks_in(checking, kind, span).count > 0;
}

pv_span pv_checking_words(const pv_checking *checking, const pv_match *match, const char *name) {
  const pv_text *text = checking->findings->text;
  for (size_t i = 0; i < match->filler_count; i++)
    if (pv_str_equal(match->fillers[i].name, pv_str_from(name)))
      return pv_text_span(text, match->fillers[i].first, match->fillers[i].end);
  return pv_text_span(text, match->first, match->end);
}

bool pv_checking_is_value(const pv_match *match) {
  for (size_t i = 0; i < match->filler_count; i++)
    if (pv_str_equal(match->fillers[i].name, PV_STR("value"))) return true;
  return false;
}

const pv_annotation *pv_checking_annotation(const pv_checking *checking, uint32_t type,
                                            pv_span span) {
  uint32_t first, end;
  pv_checking_tokens(checking, span, &first, &end);
  pv_annotations all = checking->findings->annotations;
  for (size_t i = pv_annotations_from(all, first); i < all.count && all.items[i].first < end; i++)
    if (all.items[i].type == type && all.items[i].end <= end) return &all.items[i];
  return NULL;
}

bool pv_checking_touches(const pv_checking *checking, uint32_t type, pv_span span) {
  enum { LONGEST = 24 }; // tokens of an annotation
  uint32_t first, end;
  pv_checking_tokens(checking, span, &first, &end);
  pv_annotations all = checking->findings->annotations;
  for (size_t i = pv_annotations_from(all, first > LONGEST ? first - LONGEST : 0);
       i < all.count && all.items[i].first < end; i++)
    if (all.items[i].type == type && all.items[i].end > first) return true;
  return false;
}

pv_severity pv_checking_rule_severity(const pv_match *match) {
  pv_severity severity = PV_SEVERITY_MEDIUM;
  (void)pv_severity_parse(match->rule->severity, &severity);
  return severity;
}

const pv_related *pv_checking_related(const pv_checking *checking, pv_span span, pv_str clause,
                                      const char *note) {
  pv_related *related = PV_NEW(checking->arena, pv_related);
  *related = (pv_related){.span = span, .clause = clause, .note = pv_str_from(note)};
  return related;
}
