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

static bool is_party(const pv_checking *checking, const pv_term_definition *definition) {
  return pv_terms_party(checking->findings->terms, definition->term) != NULL;
}

// The definition in words that the earlier ones are compared with, of those of the name.
static const pv_term_definition *earlier(const pv_checking *checking, size_t index) {
  const pv_terms *terms = checking->findings->terms;
  uint32_t twin = checking->graph->nodes[index].twin;
  if (twin == index || terms->definitions[twin].kind != PV_DEFINITION_MEANS) return NULL;
  return &terms->definitions[twin];
}

void pv_check_two_definitions(pv_checking *checking) {
  const pv_terms *terms = checking->findings->terms;
  for (size_t i = 0; i < terms->definition_count; i++) {
    const pv_term_definition *own = &terms->definitions[i];
    const pv_term_definition *first = earlier(checking, i);
    if (!first || own->kind != PV_DEFINITION_MEANS || is_party(checking, own)) continue;
    bool same = says_the_same(checking, first->definition, own->definition);
    if (same && !checking->lint) continue;
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = same ? PV_SEVERITY_INFO : PV_SEVERITY_HIGH,
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
