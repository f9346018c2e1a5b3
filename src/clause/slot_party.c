// Parties: a name or alias in the clause becomes the full name from the preamble.
#include "base/str.h"
#include "clause/slot.h"

// A rule that emits @Party with this kind stands for both sides: "each party", "the parties".
static bool is_each_party(const pv_annotation *party) {
  return party->rule && pv_str_equal(party->rule->kind, PV_STR("each_party"));
}

static pv_slot_value party_value(const pv_slot_context *context, const pv_annotation *party) {
  pv_token_range range = {party->first, party->end};
  if (is_each_party(party))
    return pv_slot_value_at(context, range, pv_json_string(PV_STR("each_party")));
  const pv_term_party *known = party->value;
  if (!known)
    known = pv_terms_party(context->findings->terms,
                           pv_slot_value_at(context, range, pv_json_null()).text);
  if (known) {
    pv_str name = pv_str_copy(context->arena, known->name);
    return pv_slot_value_at(context, range, pv_json_string(name));
  }
  pv_slot_value value = pv_slot_value_at(context, range, pv_json_null());
  value.status = PV_STATUS_UNRESOLVED;
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
  range.end = party->end + NEAR + LONGEST;
  const pv_annotation *found = pv_slot_annotation(context, type, range);
  return found && found->first <= party->end + NEAR;
}

bool pv_slot_party(const pv_slot_context *context, pv_token_range range, pv_slot_values *values) {
  size_t before = values->count;
  while (range.first < range.end) {
    const pv_annotation *party = pv_slot_annotation(context, PV_TYPE_PARTY, range);
    if (!party) break;
    pv_slot_value value = party_value(context, party);
    value.with_affiliates = has_affiliates(context, party, range);
    pv_slot_add(context, values, value);
    range.first = party->end;
  }
  if (values->count > before) return true;
  pv_slot_value value = pv_slot_value_at(context, range, pv_json_null());
  value.status = PV_STATUS_UNRESOLVED;
  if (!value.text.size) return false;
  pv_slot_add(context, values, value);
  return true;
}
