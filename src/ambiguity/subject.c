#include "ambiguity/subject.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/str.h"
#include "base/vector.h"

enum { STEM_SIZE = 48 };

// In small letters, without the "s" of a plural.
static pv_str stem_of(pv_str word, char out[STEM_SIZE]) {
  size_t size = word.size < STEM_SIZE ? word.size : STEM_SIZE;
  for (size_t i = 0; i < size; i++) {
    char c = word.data[i];
    out[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
  }
  if (size > 3 && out[size - 1] == 's' && out[size - 2] != 's') size--;
  return (pv_str){out, size};
}

uint64_t pv_subject_hash(const pv_checking *checking, pv_span words) {
  const pv_text *text = checking->findings->text;
  const uint16_t *traits = pv_vocabulary_traits(text->vocabulary);
  uint32_t first, end;
  pv_checking_tokens(checking, words, &first, &end);
  uint64_t hash = PV_HASH_START;
  size_t count = 0;
  for (uint32_t i = first; i < end; i++) {
    const pv_token *token = &text->tokens.items[i];
    if (token->kind != PV_TOKEN_WORD || (traits[token->word] & PV_TRAIT_FUNCTION)) continue;
    char stem[STEM_SIZE];
    hash = pv_hash_byte(
        pv_hash_add(hash, stem_of(pv_str_slice(text->bytes, pv_token_span(token)), stem)), ' ');
    count++;
  }
  return count ? hash : 0;
}

static const pv_slot_value *grantor_of(const pv_clause *clause) {
  static const char *const slots[] = {"restricted_party", "licensor", "payer"};
  for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
    const pv_slot_value *value = pv_checking_slot_value(clause, slots[i]);
    if (value && value->value.kind == PV_JSON_STRING) return value;
  }
  return NULL;
}

static int by_hash(const void *left, const void *right) {
  const pv_subject_clause *a = left, *b = right;
  if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
  return (a->clause > b->clause) - (a->clause < b->clause);
}

pv_subject_clauses pv_subject_clauses_find(const pv_checking *checking,
                                           bool (*wanted)(const pv_clause *clause)) {
  PV_VECTOR(pv_subject_clause) found = {0};
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    const pv_slot_value *subject = pv_checking_slot_value(clause, "subject");
    const pv_slot_value *grantor = grantor_of(clause);
    if (!subject || !grantor || !wanted(clause)) continue;
    uint64_t hash = pv_subject_hash(checking, subject->span);
    if (!hash) continue;
    hash = pv_hash_add(hash, grantor->value.string);
    PV_PUSH(checking->scratch, &found, ((pv_subject_clause){clause, hash}));
  }
  if (found.count) qsort(found.items, found.count, sizeof *found.items, by_hash);
  return (pv_subject_clauses){found.items, found.count};
}

static bool same_json(const pv_json *a, const pv_json *b) {
  if (a->kind != b->kind || a->count != b->count) return false;
  if (a->kind == PV_JSON_STRING) return pv_str_equal(a->string, b->string);
  for (size_t i = 0; i < a->count; i++)
    if (!same_json(&a->items[i], &b->items[i])) return false;
  return true;
}

bool pv_subject_is_apart(const pv_clause *a, const pv_clause *b, const char *slot) {
  const pv_slot_value *left = pv_checking_slot_value(a, slot);
  const pv_slot_value *right = pv_checking_slot_value(b, slot);
  if (!left || !right) return left != right; // one has a limit that the other has not
  return !same_json(&left->value, &right->value);
}
