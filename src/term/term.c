#include "term/term.h"

#include "base/str.h"
#include "term/stage.h"

static void index_definitions(pv_arena *arena, pv_terms *terms) {
  pv_str *names = PV_NEW_ARRAY(arena, pv_str, terms->definition_count);
  for (size_t i = 0; i < terms->definition_count; i++) names[i] = terms->definitions[i].term;
  terms->definition_names = pv_name_index_make(arena, names, terms->definition_count);
}

static void index_parties(pv_arena *arena, pv_terms *terms) {
  size_t count = 0;
  for (size_t i = 0; i < terms->party_count; i++) count += 1 + terms->parties[i].alias_count;
  pv_str *names = PV_NEW_ARRAY(arena, pv_str, count);
  uint32_t *parties = PV_NEW_ARRAY(arena, uint32_t, count);
  count = 0;
  for (uint32_t i = 0; i < terms->party_count; i++) {
    const pv_term_party *party = &terms->parties[i];
    parties[count] = i;
    names[count++] = party->name;
    for (size_t k = 0; k < party->alias_count; k++) {
      parties[count] = i;
      names[count++] = party->aliases[k];
    }
  }
  terms->party_names = pv_name_index_make(arena, names, count);
  terms->party_of_name = parties;
}

const pv_terms *pv_terms_read(pv_arena *arena, const pv_text *text, pv_values values,
                              pv_matches entities, pv_annotations *annotations) {
  (void)values;
  pv_value_reader reader = pv_value_reader_make(arena, text);
  pv_terms *terms = PV_NEW(arena, pv_terms);
  pv_terms_read_parties(&reader, terms);
  pv_term_definition *definitions = pv_terms_read_definitions(&reader, entities, terms);
  pv_terms_read_references(&reader, terms);
  index_definitions(arena, terms);
  index_parties(arena, terms);
  *annotations = pv_terms_annotate(&reader, terms, definitions, *annotations);
  return terms;
}

static bool starts_lower(pv_str name) {
  return name.size && name.data[0] >= 'a' && name.data[0] <= 'z';
}

// The first name of the index that says the same, in the same case; `count`: none.
static size_t find(const pv_name_index *index, pv_str name) {
  size_t at = pv_name_index_first(index, name);
  while (at < index->count && starts_lower(index->names[at]) != starts_lower(name))
    at = pv_name_index_next(index, at);
  return at;
}

const pv_term_definition *pv_terms_find(const pv_terms *terms, pv_str name) {
  size_t at = find(&terms->definition_names, name);
  return at < terms->definition_count ? &terms->definitions[at] : NULL;
}

const pv_term_party *pv_terms_party(const pv_terms *terms, pv_str name) {
  size_t at = find(&terms->party_names, name);
  return at < terms->party_names.count ? &terms->parties[terms->party_of_name[at]] : NULL;
}

size_t pv_terms_reference_from(const pv_terms *terms, uint32_t token) {
  size_t low = 0, high = terms->reference_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (terms->references[middle].first < token)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
