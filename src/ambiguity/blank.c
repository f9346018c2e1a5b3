// NUM002 and NUM003: places of a clause that were left blank, and places that were withheld.
#include "ambiguity/checks.h"
#include "base/str.h"

// "____" and "[●]" wait for a value; "[***]" hides one.
static bool is_blank(const pv_text *text, const pv_token *token) {
  pv_str bytes = pv_str_slice(text->bytes, pv_token_span(token));
  for (size_t i = 0; i < bytes.size; i++)
    if (bytes.data[i] == '*' || bytes.data[i] == 'X' || bytes.data[i] == 'x') return false;
  return true;
}

// The slot that the token fills, or the one whose value stands right before it.
static pv_str slot_of(const pv_checking *checking, const pv_clause *clause, uint32_t token) {
  enum { NEAR = 2 };
  const pv_text *text = checking->findings->text;
  uint32_t first = token > NEAR ? token - NEAR : 0;
  pv_span at = pv_token_span(&text->tokens.items[token]);
  pv_span near_it = {text->tokens.items[first].start, at.end};
  pv_str slot = pv_checking_slot_at(clause, at);
  for (size_t i = 0; !slot.size && i < clause->slot_count; i++)
    for (size_t k = 0; k < clause->slots[i].count; k++) {
      pv_span words = clause->slots[i].values[k].span;
      if (words.start < near_it.end && near_it.start < words.end) slot = clause->slots[i].name;
    }
  return slot;
}

// Calls `report` for each redaction of a clause; clauses of one sentence share them.
static void each_redaction(pv_checking *checking, bool blank,
                           void (*report)(pv_checking *, const pv_clause *, uint32_t)) {
  const pv_text *text = checking->findings->text;
  const pv_report *r = checking->report;
  uint32_t behind = 0;
  for (size_t i = 0; i < r->clause_count; i++) {
    uint32_t first, end;
    pv_checking_tokens(checking, r->clauses[i].span, &first, &end);
    for (uint32_t at = first < behind ? behind : first; at < end; at++) {
      const pv_token *token = &text->tokens.items[at];
      if (token->kind != PV_TOKEN_REDACTION || is_blank(text, token) != blank) continue;
      report(checking, pv_checking_clause_at(checking, pv_token_span(token)), at);
    }
    if (end > behind) behind = end;
  }
}

static void report_blank(pv_checking *checking, const pv_clause *clause, uint32_t token) {
  if (!clause) return;
  pv_str slot = slot_of(checking, clause, token);
  pv_checking_add(
      checking,
      (pv_finding){
          .severity = slot.size ? PV_SEVERITY_HIGH : PV_SEVERITY_MEDIUM,
          .clause = clause,
          .slot = slot,
          .span = pv_token_span(&checking->findings->text->tokens.items[token]),
          .message = slot.size ? pv_str_printf(checking->arena,
                                               "a blank stands where the %.*s should be: nothing "
                                               "may be owed, or whatever one side says was meant",
                                               PV_STR_ARG(slot))
                               : PV_STR("a place in the clause is left blank: what stands there "
                                        "may decide its scope"),
      });
}

static void report_redaction(pv_checking *checking, const pv_clause *clause, uint32_t token) {
  if (!clause) return;
  pv_checking_add(checking,
                  (pv_finding){
                      .severity = PV_SEVERITY_INFO,
                      .clause = clause,
                      .slot = slot_of(checking, clause, token),
                      .span = pv_token_span(&checking->findings->text->tokens.items[token]),
                      .message = PV_STR("a value is withheld in this copy: it may be in the one "
                                        "that was signed"),
                  });
}

void pv_check_redaction(pv_checking *checking) {
  each_redaction(checking, false, report_redaction);
}

void pv_check_blank(pv_checking *checking) {
  each_redaction(checking, true, report_blank);
  pv_check_wording(checking); // "to be inserted", TBD
}
