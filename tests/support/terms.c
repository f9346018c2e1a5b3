#include "support/terms.h"

#include "base/str.h"
#include "base/vector.h"
#include "support/pvtest.h"
#include "term/stage.h"

typedef PV_VECTOR(pv_match) match_list;

static const pv_frame frame = {.id = {"Definition", 10}};
static const pv_rule means = {.frame = &frame, .kind = {"definition", 10}};
static const pv_rule in_parentheses = {.frame = &frame, .kind = {"inline", 6}};
static const pv_rule by_reference = {.frame = &frame, .kind = {"by_reference", 12}};

static const pv_rule *rule_behind(const pv_value_reader *reader, uint32_t at) {
  if (pv_reader_mark(reader, at) == ')') return &in_parentheses;
  if (pv_reader_is(reader, at, PV_STR("means"))) return &means;
  return pv_reader_is(reader, at, PV_STR("has")) ? &by_reference : NULL;
}

static void find_in(const pv_value_reader *reader, uint32_t i, match_list *found) {
  const pv_sentence *sentence = &reader->text->sentences.items[i];
  for (uint32_t at = sentence->first; at < sentence->end; at++) {
    if (!pv_term_is_quote(reader, at)) continue;
    uint32_t close = at + 1;
    while (close < sentence->end && !pv_term_is_quote(reader, close)) close++;
    const pv_rule *rule = rule_behind(reader, close + 1);
    if (rule) {
      pv_filler *term = PV_NEW(reader->arena, pv_filler);
      *term = (pv_filler){.first = at + 1, .end = close, .name = PV_STR("term")};
      PV_PUSH(reader->arena, found,
              ((pv_match){.rule = rule,
                          .sentence = i,
                          .first = at,
                          .end = close + 1,
                          .fillers = term,
                          .filler_count = 1}));
    }
    at = close;
  }
}

pv_test_terms pv_test_terms_read(const char *bytes) {
  pv_test_terms made = {.arena = pv_arena_new(0)};
  pv_diagnostics diagnostics = {.arena = made.arena};
  made.text =
      pv_text_read(made.arena, pv_str_from(bytes), pv_vocabulary_new(made.arena), &diagnostics);
  pv_value_reader reader = pv_value_reader_make(made.arena, made.text);
  match_list found = {0};
  for (uint32_t i = 0; i < made.text->sentences.count; i++) find_in(&reader, i, &found);
  pv_matches matches = {found.items, found.count};
  pv_values values = pv_values_read(made.arena, made.text);
  made.terms = pv_terms_read(made.arena, made.text, values, matches, &made.annotations);
  return made;
}

void pv_test_terms_free(pv_test_terms terms) { pv_arena_free(terms.arena); }

static void check(pv_test_terms made, pv_str got, const char *text, const char *expected) {
  if (strcmp(got.data, expected) != 0) print_error("in: %s\n", text);
  assert_string_equal(got.data, expected);
  pv_test_terms_free(made);
}

void pv_check_parties(const char *text, const char *expected) {
  pv_test_terms made = pv_test_terms_read(text);
  pv_str got = PV_STR("");
  for (size_t i = 0; i < made.terms->party_count; i++) {
    const pv_term_party *party = &made.terms->parties[i];
    got = pv_str_printf(made.arena, "%s%s" PV_STR_FMT, got.data, i ? "; " : "",
                        PV_STR_ARG(party->name));
    for (size_t k = 0; k < party->alias_count; k++)
      got = pv_str_printf(made.arena, "%s%c" PV_STR_FMT, got.data, k ? '/' : '=',
                          PV_STR_ARG(party->aliases[k]));
  }
  check(made, got, text, expected);
}

void pv_check_references(const char *text, const char *expected) {
  pv_test_terms made = pv_test_terms_read(text);
  pv_str got = PV_STR("");
  for (size_t i = 0; i < made.terms->reference_count; i++) {
    const pv_term_reference *reference = &made.terms->references[i];
    pv_str target = PV_STR("?");
    if (reference->target != PV_NO_SECTION)
      target = pv_str_slice(made.text->bytes, made.text->sections.items[reference->target].number);
    got = pv_str_printf(made.arena, "%s%s" PV_STR_FMT "%s" PV_STR_FMT, got.data, i ? " " : "",
                        PV_STR_ARG(reference->number), reference->external ? "!" : ">",
                        PV_STR_ARG(reference->external ? PV_STR("") : target));
  }
  check(made, got, text, expected);
}

void pv_check_uses(const char *text, const char *expected) {
  pv_test_terms made = pv_test_terms_read(text);
  pv_str got = PV_STR("");
  for (size_t i = 0; i < made.annotations.count; i++) {
    const pv_annotation *use = &made.annotations.items[i];
    pv_str words = pv_str_slice(made.text->bytes, pv_text_span(made.text, use->first, use->end));
    got = pv_str_printf(made.arena, "%s%s%c:" PV_STR_FMT, got.data, i ? " " : "",
                        use->type == PV_TYPE_PARTY ? 'P' : 'T', PV_STR_ARG(words));
  }
  check(made, got, text, expected);
}
