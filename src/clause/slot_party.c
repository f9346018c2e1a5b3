// Parties: a name or alias in the clause becomes the full name from the preamble. Words that stand
// for a party named before them ("such party", "the other party") become that one, or the other
// side of a contract of two.
#include "base/str.h"
#include "clause/slot.h"

static bool is_kind(const pv_annotation *party, const char *kind) {
  return party->rule && pv_str_equal(party->rule->kind, pv_str_from(kind));
}

// A rule that emits @Party with this kind stands for both sides: "each party", "the parties".
static bool is_each_party(const pv_annotation *party) { return is_kind(party, "each_party"); }

static bool points_back(const pv_annotation *party) {
  return is_kind(party, "same_party") || is_kind(party, "other_party");
}

static pv_slot_value each_party_at(const pv_slot_context *context, pv_token_range range) {
  return pv_slot_value_at(context, range, pv_json_string(PV_STR("each_party")));
}

static const pv_term_party *known_party(const pv_slot_context *context,
                                        const pv_annotation *party) {
  if (party->value) return party->value;
  const pv_terms *terms = context->findings->terms;
  pv_token_range range = {party->first, party->end};
  const pv_term_party *known = NULL;
  for (; !known && range.first < range.end; range.first++) // its article may be in capitals
    known = pv_terms_party(terms, pv_slot_value_at(context, range, pv_json_null()).text);
  return known;
}

static pv_slot_value named_party(const pv_slot_context *context, pv_token_range range,
                                 const pv_term_party *known) {
  pv_slot_value value = pv_slot_value_at(context, range, pv_json_null());
  if (known)
    value.value = pv_json_string(pv_str_copy(context->arena, known->name));
  else
    value.status = PV_STATUS_UNRESOLVED;
  return value;
}

// The parties that the clause names before a token, or those that its stem names.
typedef struct {
  const pv_term_party *only; // NULL: none, or several
  bool several;
  bool each_party;
} named_before;

static void look_at(const pv_slot_context *context, pv_token_range range, named_before *found) {
  const pv_annotation *party;
  while ((party = pv_slot_annotation(context, PV_TYPE_PARTY, range))) {
    range.first = party->end;
    const pv_term_party *known = known_party(context, party);
    found->each_party |= is_each_party(party);
    if (!known || known == found->only) continue;
    found->several |= found->only != NULL;
    found->only = known;
  }
}

static named_before parties_before(const pv_slot_context *context, uint32_t token) {
  const pv_sentences *sentences = &context->findings->text->sentences;
  const pv_sentence *sentence = context->sentence;
  named_before found = {0};
  look_at(context, (pv_token_range){sentence->first, token}, &found);
  if (found.only || found.each_party || sentence->stem >= sentences->count) return found;
  const pv_sentence *stem = &sentences->items[sentence->stem];
  look_at(context, (pv_token_range){stem->first, stem->end}, &found);
  return found;
}

// The other one of two parties, or NULL.
static const pv_term_party *other_than(const pv_terms *terms, const pv_term_party *party) {
  if (terms->party_count != 2) return NULL;
  return party == &terms->parties[0] ? &terms->parties[1] : &terms->parties[0];
}

static pv_slot_value party_named_before(const pv_slot_context *context,
                                        const pv_annotation *party) {
  pv_token_range range = {party->first, party->end};
  named_before found = parties_before(context, party->first);
  if (found.each_party && !found.only) return each_party_at(context, range);
  const pv_term_party *known = found.several || found.each_party ? NULL : found.only;
  if (known && is_kind(party, "other_party")) known = other_than(context->findings->terms, known);
  return named_party(context, range, known);
}

// A role that the document gives to nobody stands for itself: "Licensee" of "the Licensee".
static void keep_role(pv_slot_value *value) {
  pv_str role = value->text;
  for (size_t i = role.size; i > 0; i--) // it is the last word
    if (role.data[i - 1] == ' ') {
      role = (pv_str){role.data + i, role.size - i};
      break;
    }
  value->value = pv_json_string(role);
}

static pv_slot_value party_value(const pv_slot_context *context, const pv_annotation *party) {
  pv_token_range range = {party->first, party->end};
  if (is_each_party(party)) return each_party_at(context, range);
  if (points_back(party)) return party_named_before(context, party);
  const pv_term_party *known = known_party(context, party);
  pv_slot_value value = named_party(context, range, known);
  if (!known && is_kind(party, "role")) keep_role(&value);
  return value;
}

// Do affiliates, which a rule emits as @Affiliates, stand right behind the party, or behind the
// punctuation mark that follows it, or else in the words that fill the slot?
static bool has_affiliates(const pv_slot_context *context, const pv_annotation *party,
                           pv_token_range range) {
  enum { NEAR = 1, LONGEST = 32 };
  uint32_t type = pv_grammar_type(context->grammar, PV_STR("Affiliates"));
  range.first = party->end;
  if (pv_slot_annotation(context, type, range)) return true;
  const pv_text *text = context->findings->text;
  uint32_t sentence = pv_text_sentence_at(text, party->first);
  if (sentence == PV_NO_SENTENCE) return false;
  range.end = party->end + NEAR + LONGEST;
  if (range.end > text->sentences.items[sentence].end)
    range.end = text->sentences.items[sentence].end;
  const pv_annotation *found = pv_slot_annotation(context, type, range);
  return found && found->first <= party->end + NEAR;
}

static bool has_alias(const pv_term_party *party, pv_str name) {
  for (size_t i = 0; i < party->alias_count; i++)
    if (pv_term_same(party->aliases[i], name)) return true;
  return false;
}

// The other parties that go by the alias of `value`: "the Sellers".
static void add_partners(const pv_slot_context *context, const pv_term_party *party,
                         pv_slot_value value, pv_slot_values *values) {
  const pv_terms *terms = context->findings->terms;
  if (!has_alias(party, value.text)) return;
  for (size_t i = 0; i < terms->party_count; i++) {
    const pv_term_party *other = &terms->parties[i];
    if (other == party || !has_alias(other, value.text)) continue;
    value.value = pv_json_string(pv_str_copy(context->arena, other->name));
    pv_slot_add(context, values, value);
  }
}

bool pv_slot_party(const pv_slot_context *context, pv_token_range range, pv_slot_values *values) {
  size_t before = values->count;
  while (range.first < range.end) {
    const pv_annotation *party = pv_slot_annotation(context, PV_TYPE_PARTY, range);
    if (!party) break;
    pv_slot_value value = party_value(context, party);
    value.with_affiliates = has_affiliates(context, party, range);
    pv_slot_add(context, values, value);
    if (party->value) add_partners(context, party->value, value, values);
    range.first = party->end;
  }
  if (values->count > before) return true;
  pv_slot_value value = pv_slot_value_at(context, range, pv_json_null());
  value.status = PV_STATUS_UNRESOLVED;
  if (!value.text.size) return false;
  pv_slot_add(context, values, value);
  return true;
}
