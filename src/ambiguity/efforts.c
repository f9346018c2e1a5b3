// VAG001: "commercially reasonable efforts" without a measure. Which words are vague, and where,
// the rules of the style phase say; this check drops what the document defines and ties the rest to
// its clause.
#include "ambiguity/check.h"
#include "base/str.h"

// The words that the rule captured as `term`, or the whole match.
static pv_span term_of(const pv_text *text, const pv_match *match) {
  for (size_t i = 0; i < match->filler_count; i++)
    if (pv_str_equal(match->fillers[i].name, PV_STR("term")))
      return pv_text_span(text, match->fillers[i].first, match->fillers[i].end);
  return pv_text_span(text, match->first, match->end);
}

// As the rule says, so that a pack can change it.
static pv_severity severity_of(const pv_rule *rule) {
  pv_severity severity = PV_SEVERITY_MEDIUM;
  (void)pv_severity_parse(rule->severity, &severity);
  return severity;
}

static bool is_code(const pv_match *match, const char *code) {
  return pv_str_equal(match->rule->kind, pv_str_from(code));
}

void pv_check_efforts(pv_checking *checking) {
  const pv_findings *findings = checking->findings;
  for (size_t i = 0; i < findings->style_matches.count; i++) {
    const pv_match *match = &findings->style_matches.items[i];
    if (!is_code(match, checking->check->code)) continue;
    pv_span at = term_of(findings->text, match);
    pv_str term = pv_str_slice(findings->text->bytes, at);
    if (pv_terms_find(findings->terms, term)) continue;
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    if (!clause && !checking->lint) continue;
    pv_checking_add(checking,
                    (pv_finding){
                        .severity = severity_of(match->rule),
                        .clause = clause,
                        .slot = pv_checking_slot_at(clause, at),
                        .span = at,
                        .message = pv_str_printf(checking->arena,
                                                 "\"" PV_STR_FMT "\" has no measure here and is "
                                                 "not defined: how much is enough is open",
                                                 PV_STR_ARG(term)),
                        .suggestion = PV_STR("Define the standard, or name the acts, the spending "
                                             "or the result that is owed."),
                    });
  }
}
