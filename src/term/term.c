#include "term/term.h"

#include "base/str.h"
#include "term/stage.h"

const pv_terms *pv_terms_read(pv_arena *arena, const pv_text *text, pv_values values,
                              pv_matches entities, pv_annotations *annotations) {
  (void)values;
  pv_value_reader reader = pv_value_reader_make(arena, text);
  pv_terms *terms = PV_NEW(arena, pv_terms);
  pv_terms_read_parties(&reader, terms);
  pv_term_definition *definitions = pv_terms_read_definitions(&reader, entities, terms);
  pv_terms_read_references(&reader, terms);
  *annotations = pv_terms_annotate(&reader, terms, definitions, *annotations);
  return terms;
}

static bool starts_lower(pv_str name) {
  return name.size && name.data[0] >= 'a' && name.data[0] <= 'z';
}

static bool is_named(pv_str known, pv_str name) {
  return starts_lower(known) == starts_lower(name) && pv_term_same(known, name);
}

const pv_term_definition *pv_terms_find(const pv_terms *terms, pv_str name) {
  for (size_t i = 0; i < terms->definition_count; i++)
    if (is_named(terms->definitions[i].term, name)) return &terms->definitions[i];
  return NULL;
}

const pv_term_party *pv_terms_party(const pv_terms *terms, pv_str name) {
  for (size_t i = 0; i < terms->party_count; i++) {
    const pv_term_party *party = &terms->parties[i];
    if (is_named(party->name, name)) return party;
    for (size_t k = 0; k < party->alias_count; k++)
      if (is_named(party->aliases[k], name)) return party;
  }
  return NULL;
}
