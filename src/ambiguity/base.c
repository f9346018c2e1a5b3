// MNY001 and MNY002: a rate needs a base, and the base needs a meaning.
#include "ambiguity/checks.h"
#include "base/str.h"
#include "match/message.h"

// Kinds that pay a share of something. A minimum, a limit or a payment in shares has no base.
static bool is_share(const pv_clause *clause) {
  static const char *const kinds[] = {"royalty", "revenue_share", "profit_split", "commission",
                                      "fee_on_assets"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (pv_str_equal(clause->kind, pv_str_from(kinds[i]))) return true;
  return false;
}

// The rate is a share of something, be it withheld: not an amount per unit.
static const pv_slot_value *share_of(const pv_clause *clause) {
  const pv_slot_value *rate = pv_checking_slot_value(clause, "rates");
  bool is_share =
      rate && (rate->value.kind == PV_JSON_STRING || rate->status == PV_STATUS_REDACTED);
  return is_share ? rate : NULL;
}

// Nothing stands behind the rate that it could be a share of, or that says when it holds.
static bool ends_there(const pv_checking *checking, const pv_slot_value *rate) {
  uint32_t first, end;
  pv_checking_tokens(checking, rate->span, &first, &end);
  const pv_text *text = checking->findings->text;
  return end >= text->tokens.count || text->tokens.items[end].kind == PV_TOKEN_PUNCT;
}

static bool names_a_term(const pv_checking *checking, pv_span words) {
  uint32_t first, end;
  pv_checking_tokens(checking, words, &first, &end);
  pv_annotations all = checking->findings->annotations;
  for (size_t i = pv_annotations_from(all, first); i < all.count; i++) {
    if (all.items[i].first >= end) break;
    if (all.items[i].type == PV_TYPE_TERM) return true;
  }
  for (uint32_t i = first; i < end; i++) // a capitalised word is for DEF001
    if (checking->findings->text->tokens.items[i].letters == PV_CASE_CAPITAL) return true;
  return false;
}

// Does the clause itself say what is deducted ("less returns and taxes")? A rule emits that as
// @InlineBase.
static bool is_explained(const pv_checking *checking, const pv_clause *clause) {
  uint32_t first, end;
  pv_checking_tokens(checking, clause->span, &first, &end);
  uint32_t type = pv_grammar_type(checking->report->grammar, PV_STR("InlineBase"));
  pv_annotations all = checking->findings->annotations;
  for (size_t i = pv_annotations_from(all, first); i < all.count; i++) {
    if (all.items[i].first >= end) break;
    if (all.items[i].type == type) return true;
  }
  return false;
}

void pv_check_undefined_base(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    const pv_slot_value *base = pv_checking_slot_value(clause, "base");
    if (!is_share(clause) || !base || !share_of(clause)) continue;
    if (base->status != PV_STATUS_STATED || names_a_term(checking, base->span)) continue;
    if (is_explained(checking, clause)) continue;
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = pv_checking_has_mark(checking, "accounting_base", base->span)
                            ? PV_SEVERITY_HIGH
                            : PV_SEVERITY_MEDIUM,
            .clause = clause,
            .slot = PV_STR("base"),
            .span = base->span,
            .message = pv_str_printf(checking->arena,
                                     "the rate applies to \"" PV_STR_FMT
                                     "\", which is not defined: what is deducted is open",
                                     PV_STR_ARG(base->text)),
            .suggestion = PV_STR("Define the base: which receipts count, what is deducted, and "
                                 "when a sale counts."),
        });
  }
}

// "a royalty of ten percent.": no rule makes a clause of it, as it has no base.
static void check_bare_rates(pv_checking *checking) {
  pv_marks marks = pv_checking_marks(checking, checking->check->code);
  for (size_t i = 0; i < marks.count; i++) {
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    if (clause && pv_checking_slot_value(clause, "base")) continue;
    pv_checking_add(checking,
                    (pv_finding){
                        .severity = pv_checking_rule_severity(marks.items[i]),
                        .clause = clause,
                        .slot = pv_str_from(clause ? "base" : ""),
                        .span = at,
                        .message = pv_match_message(checking->arena, marks.items[i],
                                                    checking->findings->text, PV_STR("en")),
                    });
  }
}

void pv_check_missing_base(pv_checking *checking) {
  check_bare_rates(checking);
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    if (!is_share(clause) || pv_checking_slot_value(clause, "base")) continue;
    const pv_slot_value *rate = share_of(clause);
    if (!rate || rate->status == PV_STATUS_REDACTED) continue;
    if (pv_checking_has_mark(checking, "has_base", clause->span)) continue;
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = ends_there(checking, rate) ? PV_SEVERITY_HIGH : PV_SEVERITY_MEDIUM,
            .clause = clause,
            .slot = PV_STR("base"),
            .span = rate->span,
            .message =
                pv_str_printf(checking->arena, PV_STR_FMT " of what? The clause names no base",
                              PV_STR_ARG(rate->text)),
            .suggestion = PV_STR("Say what the rate is a share of."),
        });
  }
}
