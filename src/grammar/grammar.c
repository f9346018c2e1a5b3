// Looking at a grammar that is loaded.
#include "grammar/grammar.h"

#include "base/str.h"

pv_str pv_grammar_id(const pv_grammar *grammar) { return grammar->id; }

pv_str pv_grammar_version(const pv_grammar *grammar) { return grammar->version; }

pv_str pv_grammar_sha256(const pv_grammar *grammar) { return grammar->sha256; }

const pv_rule *pv_grammar_rule(const pv_grammar *grammar, pv_str id) {
  for (size_t i = 0; i < grammar->rule_count; i++)
    if (pv_str_equal(grammar->rules[i].id, id)) return &grammar->rules[i];
  return NULL;
}

uint32_t pv_grammar_type(const pv_grammar *grammar, pv_str name) {
  for (uint32_t i = 0; i < grammar->type_count; i++)
    if (pv_str_equal(grammar->type_names[i], name)) return i;
  return PV_MAX_TYPES;
}
