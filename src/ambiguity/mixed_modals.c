// MOD001: one party, one verb, two words of duty: "shall pay" here, "will pay" there; and "may
// not".
#include <stdlib.h>

#include "ambiguity/checks.h"
#include "base/hash.h"
#include "base/str.h"
#include "base/vector.h"

// "Licensee shall pay", with a hash of who and what.
typedef struct {
  const pv_match *match;
  uint64_t hash;
  pv_str modal;
} duty;

static pv_str words_of(const pv_checking *checking, const pv_match *match, const char *name) {
  return pv_str_slice(checking->findings->text->bytes, pv_checking_words(checking, match, name));
}

// The party, whatever it is called, or its words.
static pv_str party_of(const pv_checking *checking, const pv_match *match) {
  pv_span who = pv_checking_words(checking, match, "who");
  const pv_annotation *party = pv_checking_annotation(checking, PV_TYPE_PARTY, who);
  if (party && party->value && !party->rule) return ((const pv_term_party *)party->value)->name;
  return pv_str_slice(checking->findings->text->bytes, who);
}

static int by_hash(const void *left, const void *right) {
  const duty *a = left, *b = right;
  if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
  return (a->match->first > b->match->first) - (a->match->first < b->match->first);
}

static void report_pair(pv_checking *checking, const duty *first, const duty *second) {
  pv_span at = pv_checking_words(checking, second->match, "modal");
  const pv_clause *clause = pv_checking_clause_at(checking, at);
  pv_str act = words_of(checking, second->match, "act");
  pv_span other = pv_checking_words(checking, first->match, "modal");
  pv_checking_add(checking,
                  (pv_finding){
                      .severity = PV_SEVERITY_INFO,
                      .clause = clause,
                      .span = at,
                      .message = pv_str_printf(
                          checking->arena,
                          "\"" PV_STR_FMT " " PV_STR_FMT "\" here, \"" PV_STR_FMT
                          "\" of the same party elsewhere: two words may be read as two "
                          "kinds of duty",
                          PV_STR_ARG(second->modal), PV_STR_ARG(act), PV_STR_ARG(first->modal)),
                      .related = pv_checking_related(checking, other, PV_STR(""), "the other word"),
                      .related_count = 1,
                  });
}

static void check_drift(pv_checking *checking) {
  PV_VECTOR(duty) duties = {0};
  pv_marks marks = pv_checking_clause_marks(checking, "duty");
  for (size_t i = 0; i < marks.count; i++) {
    const pv_match *match = marks.items[i];
    pv_span modal = pv_checking_words(checking, match, "modal");
    if (!pv_checking_clause_at(checking, modal)) continue;
    uint64_t hash = pv_hash_add(PV_HASH_START, party_of(checking, match));
    hash = pv_hash_add(pv_hash_byte(hash, ' '), words_of(checking, match, "act"));
    PV_PUSH(checking->scratch, &duties,
            ((duty){match, hash, pv_str_slice(checking->findings->text->bytes, modal)}));
  }
  if (duties.count) qsort(duties.items, duties.count, sizeof(duty), by_hash);
  for (size_t i = 1; i < duties.count; i++)
    if (duties.items[i - 1].hash == duties.items[i].hash &&
        !pv_str_equal_ignoring_case(duties.items[i - 1].modal, duties.items[i].modal))
      report_pair(checking, &duties.items[i - 1], &duties.items[i]);
}

void pv_check_mixed_modals(pv_checking *checking) {
  check_drift(checking);
  pv_check_wording(checking);
}
