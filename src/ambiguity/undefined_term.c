// DEF001: a capitalised term in a slot that sets the scope, the rate or the base of a clause, and
// that the document defines nowhere.
#include <stdlib.h>

#include "ambiguity/checks.h"
#include "base/str.h"
#include "base/vector.h"

// The slots that set scope, rate or base; `high` where the whole clause hangs on the term.
typedef struct {
  const char *family;
  const char *slot;
  pv_severity severity;
} scope_slot;

static const scope_slot scope_slots[] = {
    {"exclusivity", "subject", PV_SEVERITY_HIGH},
    {"exclusivity", "territory", PV_SEVERITY_MEDIUM},
    {"exclusivity", "field", PV_SEVERITY_MEDIUM},
    {"exclusivity", "term", PV_SEVERITY_MEDIUM},
    {"ip_license", "subject", PV_SEVERITY_MEDIUM},
    {"ip_license", "territory", PV_SEVERITY_MEDIUM},
    {"ip_license", "field", PV_SEVERITY_MEDIUM},
    {"ip_license", "term", PV_SEVERITY_MEDIUM},
    {"revenue_share", "base", PV_SEVERITY_HIGH},
    {"revenue_share", "rates", PV_SEVERITY_HIGH},
    {"revenue_share", "minimum", PV_SEVERITY_MEDIUM},
    {"revenue_share", "cap", PV_SEVERITY_MEDIUM},
};

static bool has_trait(const pv_text *text, uint32_t token, uint16_t traits) {
  uint32_t word = text->tokens.items[token].word;
  return pv_vocabulary_traits(text->vocabulary)[word] & traits;
}

static bool is_capital(const pv_text *text, uint32_t token) {
  const pv_token *t = &text->tokens.items[token];
  char first = text->bytes.data[t->start];
  enum {
    NO_TERM = PV_TRAIT_MONTH | PV_TRAIT_SECTION | PV_TRAIT_EXHIBIT | PV_TRAIT_CORPORATE |
              PV_TRAIT_PLACE | PV_TRAIT_NUMBER
  };
  return t->kind == PV_TOKEN_WORD && first >= 'A' && first <= 'Z' && t->end - t->start > 1 &&
         !has_trait(text, token, NO_TERM);
}

// The tokens behind `first` that belong to the same term: "Field of Use", "Net Hosting Revenue".
static uint32_t end_of_term(const pv_text *text, uint32_t first, uint32_t limit) {
  uint32_t end = first + 1;
  while (end < limit) {
    if (is_capital(text, end))
      end++;
    else if (end + 1 < limit && has_trait(text, end, PV_TRAIT_FUNCTION) &&
             text->tokens.items[end].end - text->tokens.items[end].start == 2 &&
             is_capital(text, end + 1) && end - first < 4)
      end += 2;
    else
      break;
  }
  return end;
}

// "FDA", "APIs"
static bool is_upper(const pv_text *text, const pv_token *token) {
  if (token->letters == PV_CASE_UPPER) return true;
  pv_str word = pv_str_slice(text->bytes, pv_token_span(token));
  if (word.size < 3 || word.data[word.size - 1] != 's') return false;
  for (size_t i = 0; i + 1 < word.size; i++)
    if (word.data[i] < 'A' || word.data[i] > 'Z') return false;
  return true;
}

// A run of acronyms alone is a name that needs no definition.
static bool is_acronym(const pv_text *text, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++)
    if (!is_upper(text, &text->tokens.items[i])) return false;
  return true;
}

// Is any token of the range named by a term, a party, a place or a date?
static bool is_known(const pv_checking *checking, uint32_t first, uint32_t end) {
  enum { LONGEST = 24 }; // tokens of an annotation
  pv_annotations all = checking->findings->annotations;
  size_t i = pv_annotations_from(all, first > LONGEST ? first - LONGEST : 0);
  for (; i < all.count && all.items[i].first < end; i++) {
    const pv_annotation *a = &all.items[i];
    if (a->end <= first) continue;
    if (a->type == PV_TYPE_TERM || a->type == PV_TYPE_PARTY || a->type == PV_TYPE_PLACE ||
        a->type == PV_TYPE_DATE || a->type == PV_TYPE_QUOTED)
      return true;
  }
  return false;
}

// "Marks of Licensor": where the term ends that a party, which is known, only follows.
static uint32_t end_before_party(const pv_checking *checking, uint32_t first, uint32_t end) {
  const pv_text *text = checking->findings->text;
  uint32_t of = pv_vocabulary_find(text->vocabulary, PV_STR("of"));
  for (uint32_t i = first + 1; i + 1 < end; i++)
    if (text->tokens.items[i].word == of)
      return pv_checking_annotation(checking, PV_TYPE_PARTY, pv_text_span(text, i + 1, end)) ? i
                                                                                             : end;
  return end;
}

static bool is_hyphen(const pv_text *text, uint32_t token) {
  const pv_token *t = &text->tokens.items[token];
  return t->kind == PV_TOKEN_PUNCT && text->bytes.data[t->start] == '-' &&
         !(t->flags & PV_TOKEN_SPACE);
}

// "Rule 406", "Fenn Industries (S) Pte Ltd": the name of a rule or of a company; "Marks (as defined
// in the License Agreement)".
static bool is_name(const pv_checking *checking, uint32_t end) {
  enum { NEAR = 5 };
  const pv_text *text = checking->findings->text;
  if (end >= text->tokens.count) return false;
  if (text->tokens.items[end].kind == PV_TOKEN_NUMBER) return true;
  if (is_hyphen(text, end) || is_capital(text, end)) return true; // a part of a longer name
  uint32_t limit = end + NEAR < text->tokens.count ? end + NEAR : (uint32_t)text->tokens.count;
  if (text->tokens.items[end].kind == PV_TOKEN_SYMBOL) return true; // a brand: Crisp®
  for (uint32_t i = end; i < limit; i++)
    if (text->tokens.items[i].letters > PV_CASE_LOWER && has_trait(text, i, PV_TRAIT_CORPORATE))
      return true;
  return pv_checking_has_mark(checking, "defined_elsewhere",
                              pv_token_span(&text->tokens.items[end]));
}

static bool same_words(const pv_text *text, uint32_t a, uint32_t b, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (!pv_str_equal(pv_str_slice(text->bytes, pv_token_span(&text->tokens.items[a + i])),
                      pv_str_slice(text->bytes, pv_token_span(&text->tokens.items[b + i]))))
      return false;
  return true;
}

// The first token behind each quotation mark, by its text, so that a term is found without reading
// the document again.
typedef struct {
  pv_str word;
  uint32_t token;
} quoted;

typedef struct {
  quoted *items;
  size_t count;
} quoted_list;

static int compare_quoted(const void *left, const void *right) {
  const quoted *a = left, *b = right;
  int order = pv_str_compare(a->word, b->word);
  return order ? order : (a->token > b->token) - (a->token < b->token);
}

static quoted_list find_quoted(const pv_checking *checking) {
  const pv_text *text = checking->findings->text;
  uint32_t mark = pv_vocabulary_find(text->vocabulary, PV_STR("\""));
  PV_VECTOR(quoted) list = {0};
  for (uint32_t i = 1; i < text->tokens.count; i++) {
    if (text->tokens.items[i - 1].word != mark) continue;
    pv_str word = pv_str_slice(text->bytes, pv_token_span(&text->tokens.items[i]));
    PV_PUSH(checking->arena, &list, ((quoted){word, i}));
  }
  if (list.count) qsort(list.items, list.count, sizeof *list.items, compare_quoted);
  return (quoted_list){list.items, list.count};
}

// Does the document put the term in quotation marks anywhere? Then it is at least introduced. Of
// the places that start with the same word only so many are compared.
static bool is_quoted_somewhere(const pv_checking *checking, quoted_list list, uint32_t first,
                                uint32_t end) {
  enum { MOST_COMPARED = 64 };
  const pv_text *text = checking->findings->text;
  quoted wanted = {pv_str_slice(text->bytes, pv_token_span(&text->tokens.items[first])), 0};
  size_t low = 0, high = list.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (compare_quoted(&list.items[middle], &wanted) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  for (size_t i = low; i < list.count && i < low + MOST_COMPARED; i++) {
    if (!pv_str_equal(list.items[i].word, wanted.word)) return false;
    uint32_t at = list.items[i].token;
    if (at + (end - first) <= text->tokens.count && same_words(text, first, at, end - first))
      return true;
  }
  return false;
}

// Kinds that hang on their subject or their base; an exception, a first refusal or a minimum does
// not hang on every term it names.
static bool hangs_on(const pv_clause *clause) {
  static const char *const kinds[] = {
      "exclusive_appointment", "exclusive_license",
      "exclusive_right",       "exclusive_dealing_covenant",
      "requirements",          "statement",
      "non_compete",           "royalty",
      "royalty_per_unit",      "revenue_share",
      "profit_split",          "commission",
      "fee_on_assets",         NULL,
  };
  return pv_checking_is_kind(clause, kinds);
}

static void report_term(pv_checking *checking, const pv_clause *clause, const scope_slot *slot,
                        pv_span at) {
  pv_str term = pv_str_slice(checking->report->text->bytes, at);
  pv_str place = pv_checking_place(clause);
  pv_checking_add(
      checking,
      (pv_finding){
          .severity = hangs_on(clause) ? slot->severity : PV_SEVERITY_MEDIUM,
          .clause = clause,
          .slot = pv_str_from(slot->slot),
          .span = at,
          .message = pv_str_printf(checking->arena,
                                   "\"" PV_STR_FMT "\" sets the %s of " PV_STR_FMT
                                   " but is not defined anywhere in this document",
                                   PV_STR_ARG(term), slot->slot, PV_STR_ARG(place)),
          .suggestion = pv_str_printf(checking->arena,
                                      "Define \"" PV_STR_FMT "\", or say in the clause what it "
                                      "covers and what it does not.",
                                      PV_STR_ARG(term)),
      });
}

static void check_value(pv_checking *checking, quoted_list list, const pv_clause *clause,
                        const scope_slot *slot, pv_span words) {
  const pv_text *text = checking->findings->text;
  uint32_t first, end;
  pv_checking_tokens(checking, words, &first, &end);
  for (uint32_t i = first, next; i < end; i = next) {
    next = i + 1;
    if (!is_capital(text, i) || (i > 0 && is_hyphen(text, i - 1))) continue;
    next = end_before_party(checking, i, end_of_term(text, i, end));
    bool starts_sentence = text->tokens.items[i].start == clause->span.start;
    if (starts_sentence || is_acronym(text, i, next) || is_known(checking, i, next)) continue;
    if (is_quoted_somewhere(checking, list, i, next) || is_name(checking, next)) continue;
    report_term(checking, clause, slot, pv_text_span(text, i, next));
  }
}

// Without capitals: "stateless APIs".
static bool is_small(const pv_checking *checking, pv_span at) {
  const pv_text *text = checking->findings->text;
  uint32_t first, end;
  pv_checking_tokens(checking, at, &first, &end);
  for (uint32_t i = first; i < end; i++) // a brand or an acronym alone makes it no term
    if (text->tokens.items[i].letters == PV_CASE_CAPITAL) return false;
  return first < end;
}

void pv_check_undefined_term(pv_checking *checking) {
  const pv_report *report = checking->report;
  quoted_list list = report->clause_count ? find_quoted(checking) : (quoted_list){0};
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    pv_span at;
    if (pv_technical_category(checking, clause, &at) && is_small(checking, at))
      report_term(checking, clause, &scope_slots[0], at);
    for (size_t k = 0; k < sizeof scope_slots / sizeof *scope_slots; k++) {
      if (!pv_str_equal(clause->family, pv_str_from(scope_slots[k].family))) continue;
      const pv_slot *slot = pv_clause_slot(clause, scope_slots[k].slot);
      for (size_t v = 0; slot && v < slot->count; v++)
        if (slot->values[v].status == PV_STATUS_STATED ||
            slot->values[v].status == PV_STATUS_UNRESOLVED)
          check_value(checking, list, clause, &scope_slots[k], slot->values[v].span);
    }
  }
}
