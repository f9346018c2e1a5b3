// definition.c - the terms that the document defines, from the matches of the definition rules.
#include <stdlib.h>

#include "base/str.h"
#include "term/stage.h"

enum { LONGEST_TERM = 12 };

typedef PV_VECTOR(pv_term_definition) definitions;

static pv_definition_kind kind_of(const pv_rule *rule) {
  if (pv_str_equal(rule->kind, PV_STR("table"))) return PV_DEFINITION_TABLE;
  if (pv_str_equal(rule->kind, PV_STR("inline"))) return PV_DEFINITION_INLINE;
  if (pv_str_equal(rule->kind, PV_STR("by_reference"))) return PV_DEFINITION_BY_REFERENCE;
  return PV_DEFINITION_MEANS;
}

static pv_token_range filler_of(const pv_match *match, pv_str name) {
  for (size_t i = 0; i < match->filler_count; i++)
    if (pv_str_equal(match->fillers[i].name, name))
      return (pv_token_range){match->fillers[i].first, match->fillers[i].end};
  return (pv_token_range){0, 0};
}

// The exhibit that the section belongs to, or the root.
uint32_t pv_term_document_of(const pv_text *text, uint32_t section) {
  const pv_section *items = text->sections.items;
  while (section < text->sections.count && items[section].kind != PV_SECTION_EXHIBIT &&
         items[section].parent != PV_NO_SECTION)
    section = items[section].parent;
  return section < text->sections.count ? section : 0;
}

// The words that explain the term: those of the match, or what stands before an inline definition,
// or the rest of the sentence.
static pv_span explanation(const pv_value_reader *reader, const pv_match *match,
                           pv_token_range term, pv_definition_kind kind) {
  const pv_text *text = reader->text;
  pv_token_range words = filler_of(match, PV_STR("text"));
  if (words.first < words.end) return pv_text_span(text, words.first, words.end);
  const pv_sentence *sentence = &text->sentences.items[match->sentence];
  if (kind != PV_DEFINITION_INLINE) {
    uint32_t behind = term.end;
    if (pv_term_is_quote(reader, behind)) behind++;
    return pv_text_span(text, behind, sentence->end);
  }
  uint32_t end = term.first;
  for (uint32_t at = term.first; at > sentence->first; at--)
    if (pv_reader_mark(reader, at - 1) == '(') {
      end = at - 1;
      break;
    }
  return pv_text_span(text, sentence->first, end);
}

// The quoted term before `term` in `"X" or "Y" means`, or an empty range.
static pv_token_range term_before(const pv_value_reader *reader, pv_token_range term) {
  static const pv_word_row links[] = {{"and", 0, 0}, {"or", 0, 0}};
  const pv_token_range none = {term.first, term.first};
  uint32_t at = term.first;
  if (at < 4 || !pv_term_is_quote(reader, at - 1)) return none;
  if (!pv_reader_row(reader, at - 2, links, sizeof links / sizeof *links)) return none;
  uint32_t end = at - 2;
  if (pv_reader_mark(reader, end - 1) == ',') end--;
  if (end == 0 || !pv_term_is_quote(reader, end - 1)) return none;
  for (uint32_t first = end - 1; first > 0 && first + LONGEST_TERM > end; first--)
    if (pv_term_is_quote(reader, first - 1)) return (pv_token_range){first, end - 1};
  return none;
}

static bool has_letters(const pv_value_reader *reader, pv_token_range term) {
  for (uint32_t at = term.first; at < term.end; at++)
    if (reader->tokens[at].kind == PV_TOKEN_WORD) return true;
  return false;
}

// Does a cell end behind the term? Its row has a tab there, or wide white space.
static bool ends_cell(const pv_value_reader *reader, pv_token_range term) {
  enum { WIDE = 3 }; // bytes
  if (term.end >= reader->count) return false;
  uint32_t start = reader->tokens[term.end - 1].end, end = reader->tokens[term.end].start;
  for (uint32_t at = start; at < end; at++)
    if (reader->text->bytes.data[at] == '\t') return true;
  return end - start >= WIDE;
}

// A term in quotation marks needs no cell of its own.
static bool is_row(const pv_value_reader *reader, pv_token_range term) {
  return pv_term_is_quote(reader, term.end) || ends_cell(reader, term);
}

// Adds `term`; `explained` is the term that the explanation follows.
static void add(const pv_value_reader *reader, definitions *found, const pv_match *match,
                pv_token_range term, pv_token_range explained) {
  const pv_text *text = reader->text;
  pv_definition_kind kind = kind_of(match->rule);
  pv_token_range trimmed = pv_term_trim(reader, term);
  if (trimmed.first >= trimmed.end || trimmed.end - trimmed.first > LONGEST_TERM) return;
  if (!has_letters(reader, trimmed)) return;
  if (kind == PV_DEFINITION_TABLE && !is_row(reader, term)) return;
  uint32_t section = text->sentences.items[match->sentence].section;
  pv_term_definition definition = {
      .term = pv_term_bytes(reader, trimmed),
      .kind = kind,
      .span = pv_text_span(text, trimmed.first, trimmed.end),
      .definition = explanation(reader, match, explained, kind),
      .sentence = match->sentence,
      .section = pv_term_document_of(text, section),
  };
  PV_PUSH(reader->arena, found, definition);
}

static int by_place(const void *left, const void *right) {
  const pv_term_definition *a = left, *b = right;
  if (a->span.start != b->span.start) return a->span.start < b->span.start ? -1 : 1;
  if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
  return (int)a->kind - (int)b->kind;
}

// Of several definitions of the same words the first in order stands.
static size_t drop_doubles(pv_term_definition *items, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || items[i].span.start >= items[kept - 1].span.end) items[kept++] = items[i];
  return kept;
}

pv_term_definition *pv_terms_read_definitions(const pv_value_reader *reader, pv_matches entities,
                                              pv_terms *terms) {
  definitions found = {0};
  for (size_t i = 0; i < entities.count; i++) {
    const pv_match *match = &entities.items[i];
    bool is_definition =
        match->rule->frame && pv_str_equal(match->rule->frame->id, PV_STR("Definition"));
    pv_token_range term = filler_of(match, PV_STR("term"));
    if (!is_definition || term.first >= term.end) continue;
    add(reader, &found, match, term, term);
    pv_token_range before = term_before(reader, term);
    if (before.first < before.end && kind_of(match->rule) != PV_DEFINITION_INLINE)
      add(reader, &found, match, before, term);
  }
  if (found.count) qsort(found.items, found.count, sizeof *found.items, by_place);
  terms->definition_count = drop_doubles(found.items, found.count);
  terms->definitions = found.items;
  return found.items;
}
