// REF001: "as provided in Section 9.4" in a document that ends with Section 8.
#include <stdlib.h>

#include "ambiguity/checks.h"
#include "base/str.h"
#include "base/vector.h"

// The number of the last numbered section at the top of the document, for the message.
static pv_str last_section(const pv_text *text) {
  pv_str last = {"", 0};
  for (size_t i = 0; i < text->sections.count; i++) {
    const pv_section *section = &text->sections.items[i];
    if (section->kind == PV_SECTION_EXHIBIT) break;
    bool numbered = section->kind == PV_SECTION_ARTICLE || section->kind == PV_SECTION_SECTION;
    if (numbered && section->depth == 1) last = pv_str_slice(text->bytes, section->number);
  }
  return last;
}

// Numbers that start a line, a sentence or what follows a wide gap. Not all of them are numbers of
// sections, but a reference to one of them may be right, even where the tree of sections lacks it.
typedef PV_VECTOR(pv_str) number_list;

static int compare_numbers(const void *left, const void *right) {
  return pv_str_compare(*(const pv_str *)left, *(const pv_str *)right);
}

static bool may_start_section(const pv_text *text, uint32_t at) {
  const pv_token *token = &text->tokens.items[at];
  uint16_t traits = pv_vocabulary_traits(text->vocabulary)[token->word];
  bool is_number = token->kind == PV_TOKEN_NUMBER ||
                   (token->letters == PV_CASE_UPPER && (traits & PV_TRAIT_ROMAN));
  if (!is_number) return false;
  if (at == 0 || (token->flags & (PV_TOKEN_LINE | PV_TOKEN_PARAGRAPH | PV_TOKEN_BREAK)))
    return true;
  const pv_token *before = &text->tokens.items[at - 1];
  if (token->start - before->end >= 2) return true; // a gap
  char mark = text->bytes.data[before->start];
  return before->kind == PV_TOKEN_PUNCT && (mark == '.' || mark == ';' || mark == ':');
}

static number_list find_numbers(const pv_checking *checking) {
  const pv_text *text = checking->findings->text;
  number_list list = {0};
  for (size_t i = 0; i < text->tokens.marked_count; i++) {
    uint32_t at = text->tokens.marked[i];
    if (may_start_section(text, at))
      PV_PUSH(checking->scratch, &list,
              pv_str_slice(text->bytes, pv_token_span(&text->tokens.items[at])));
  }
  if (list.count) qsort(list.items, list.count, sizeof *list.items, compare_numbers);
  return list;
}

// "3.6" of "3.6(a)".
static pv_str main_number(pv_str number) {
  size_t size = 0;
  while (size < number.size && number.data[size] != '(' && number.data[size] != ' ') size++;
  return (pv_str){number.data, size};
}

static bool stands_somewhere(const number_list *list, pv_str number) {
  pv_str wanted = main_number(number);
  return wanted.size && list->count &&
         bsearch(&wanted, list->items, list->count, sizeof *list->items, compare_numbers);
}

// High where the clause leans on a section of this very document. An amendment speaks of the
// sections of the document that it changes, and so does "of the Agreement"; items and parts may
// stand in the middle of a sentence, where they are not seen.
static pv_severity severity_of(const pv_checking *checking, const pv_term_reference *reference,
                               const pv_clause *clause) {
  const pv_text *text = checking->findings->text;
  if (pv_str_equal(checking->report->facts.kind, PV_STR("amendment"))) return PV_SEVERITY_INFO;
  if (pv_checking_has_mark(checking, "of_the_agreement",
                           pv_text_span(text, reference->end - 1, reference->end)))
    return PV_SEVERITY_LOW;
  char first = reference->number.size ? reference->number.data[0] : '(';
  return clause && first >= '0' && first <= '9' ? PV_SEVERITY_HIGH : PV_SEVERITY_MEDIUM;
}

static void report_reference(pv_checking *checking, const pv_term_reference *reference,
                             pv_str last) {
  pv_span at = pv_text_span(checking->findings->text, reference->first, reference->end);
  const pv_clause *clause = pv_checking_clause_at(checking, at);
  pv_checking_add(
      checking,
      (pv_finding){
          .severity = severity_of(checking, reference, clause),
          .clause = clause,
          .slot = pv_checking_slot_at(clause, at),
          .span = at,
          .message = pv_str_printf(
              checking->arena,
              "refers to " PV_STR_FMT " " PV_STR_FMT
              ", which this document does not have; its last section is " PV_STR_FMT,
              PV_STR_ARG(reference->label), PV_STR_ARG(reference->number), PV_STR_ARG(last)),
          .suggestion = PV_STR("Correct the reference, or name the document it points into."),
      });
}

void pv_check_dangling_reference(pv_checking *checking) {
  const pv_terms *terms = checking->findings->terms;
  pv_str last = last_section(checking->findings->text);
  if (!last.size) return; // no numbers to compare with
  number_list numbers = {0};
  bool is_read = false;
  for (size_t i = 0; i < terms->reference_count; i++) {
    const pv_term_reference *reference = &terms->references[i];
    if (reference->exhibit || reference->external || reference->target != PV_NO_SECTION) continue;
    if (!is_read) numbers = find_numbers(checking), is_read = true;
    if (!stands_somewhere(&numbers, reference->number)) report_reference(checking, reference, last);
  }
}
