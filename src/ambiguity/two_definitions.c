// DEF003: a term that has two definitions, in different words, in the same sub-document.
#include "ambiguity/checks.h"
#include "base/str.h"

static bool is_word(const pv_token *token) {
  return token->kind == PV_TOKEN_WORD || token->kind == PV_TOKEN_NUMBER;
}

static pv_str word_at(const pv_text *text, uint32_t at) {
  return pv_str_slice(text->bytes, pv_token_span(&text->tokens.items[at]));
}

// Are the words the same? Marks, case and white space do not count.
static bool says_the_same(const pv_checking *checking, pv_span left, pv_span right) {
  const pv_text *text = checking->findings->text;
  uint32_t a, a_end, b, b_end;
  pv_checking_tokens(checking, left, &a, &a_end);
  pv_checking_tokens(checking, right, &b, &b_end);
  for (;; a++, b++) {
    while (a < a_end && !is_word(&text->tokens.items[a])) a++;
    while (b < b_end && !is_word(&text->tokens.items[b])) b++;
    if (a >= a_end || b >= b_end) return a >= a_end && b >= b_end;
    if (!pv_str_equal_ignoring_case(word_at(text, a), word_at(text, b))) return false;
  }
}

// Names that say the same in another form ("Controls", "Operator Parties") mean another thing; a
// definition that adds to the first, or that holds for a part of the document, is no second one.
static bool is_rival(const pv_checking *checking, const pv_term_definition *first,
                     const pv_term_definition *own) {
  if (first->kind != PV_DEFINITION_MEANS || own->kind != PV_DEFINITION_MEANS) return false;
  if (!pv_str_equal(first->term, own->term) || own->term.data[0] < 'A' || own->term.data[0] > 'Z')
    return false;
  if (pv_terms_party(checking->findings->terms, own->term)) return false;
  if (own->definition.start < own->definition.end &&
      checking->report->text->bytes.data[own->definition.start] == ':')
    return false; // the label of a form
  const pv_text *text = checking->findings->text;
  const pv_sentence *sentence = &text->sentences.items[own->sentence];
  pv_span words = pv_text_span(text, sentence->first, sentence->end);
  return !pv_checking_has_mark(checking, "adds_to_definition", own->span) &&
         !pv_checking_has_mark(checking, "adds_to_definition", first->span) &&
         !pv_checking_has_mark(checking, "local_definition", words);
}

// Does a clause use the term?
static bool stands_in_clause(const pv_checking *checking, const pv_term_definition *definition) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    uint32_t first, end;
    pv_checking_tokens(checking, report->clauses[i].span, &first, &end);
    pv_annotations all = checking->findings->annotations;
    for (size_t k = pv_annotations_from(all, first); k < all.count && all.items[k].first < end; k++)
      if (all.items[k].type == PV_TYPE_TERM && all.items[k].value &&
          pv_str_equal(((const pv_term_definition *)all.items[k].value)->term, definition->term))
        return true;
  }
  return false;
}

void pv_check_two_definitions(pv_checking *checking) {
  const pv_terms *terms = checking->findings->terms;
  for (size_t i = 0; i < terms->definition_count; i++) {
    const pv_term_definition *own = &terms->definitions[i];
    const pv_term_definition *first = &terms->definitions[checking->graph->nodes[i].twin];
    if (first == own || !is_rival(checking, first, own)) continue;
    bool same = says_the_same(checking, first->definition, own->definition);
    if (same && !checking->lint) continue;
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = same                              ? PV_SEVERITY_INFO
                        : stands_in_clause(checking, own) ? PV_SEVERITY_HIGH
                                                          : PV_SEVERITY_MEDIUM,
            .span = own->span,
            .message = pv_str_printf(checking->arena,
                                     same ? "\"" PV_STR_FMT "\" is defined twice in the same words"
                                          : "\"" PV_STR_FMT "\" is defined twice in different "
                                            "words; either definition may govern its uses",
                                     PV_STR_ARG(own->term)),
            .related =
                pv_checking_related(checking, first->span, PV_STR(""), "defined here before"),
            .related_count = 1,
        });
  }
}
