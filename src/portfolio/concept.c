#include "portfolio/concept.h"

#include "base/buffer.h"
#include "base/str.h"

enum { LONGEST_TEXT = 120 }; // bytes

static pv_bag read_words(pv_arena *arena, const pv_report *report, pv_str text) {
  return pv_bag_read(arena, report->grammar->vocabulary, text);
}

static bool is_party(const pv_report *report, pv_str term) {
  for (size_t i = 0; i < report->party_count; i++) {
    const pv_party *party = &report->parties[i];
    if (pv_str_equal(party->name, term)) return true;
    for (size_t k = 0; k < party->alias_count; k++)
      if (pv_str_equal(party->aliases[k], term)) return true;
  }
  return false;
}

// Does the phrase begin with the name, but for a few words? "the Territory" at the end of a phrase
// says where, not what.
static bool is_named_early(pv_bag name, pv_bag words) {
  enum { EARLY = 3 };
  for (size_t i = 0; name.count && i < words.count && i < EARLY; i++)
    if (pv_str_equal(words.items[i], name.items[0])) return pv_bag_within(name, words);
  return false;
}

const pv_defined_term *pv_concept_term(pv_arena *arena, const pv_report *report, pv_bag words,
                                       pv_str exhibit) {
  const pv_defined_term *best = NULL;
  size_t most = 0;
  for (size_t i = 0; words.count && i < report->term_count; i++) {
    const pv_defined_term *term = &report->terms[i];
    pv_bag name = read_words(arena, report, term->term);
    bool is_nearer = best && name.count == most && pv_str_equal(term->exhibit, exhibit) &&
                     !pv_str_equal(best->exhibit, exhibit);
    if ((name.count <= most && !is_nearer) || !is_named_early(name, words) ||
        is_party(report, term->term))
      continue;
    best = term;
    most = name.count;
  }
  return best;
}

// What is left out of the text at `span`: the words of the exclusions in it.
static pv_bag read_excluded(pv_arena *arena, const pv_report *report, pv_span span) {
  pv_buffer text = {.arena = arena};
  for (size_t i = 0; i < report->link_count; i++) {
    const pv_link *link = &report->links[i];
    if (link->kind != PV_LINK_EXCLUSION || link->span.start < span.start ||
        link->span.end > span.end)
      continue;
    pv_buffer_add(&text, link->words);
    pv_buffer_add_char(&text, ' ');
  }
  return read_words(arena, report, pv_buffer_str(&text));
}

void pv_concept_define(pv_arena *arena, const pv_report *report, const pv_defined_term *term,
                       size_t document, pv_concept *concept) {
  concept->term = pv_str_copy(arena, term->term);
  concept->term_words = read_words(arena, report, term->term);
  concept->defined_in = document;
  pv_span at = term->definition_span;
  concept->is_defined = at.start < at.end && !pv_str_equal(term->kind, PV_STR("by_reference"));
  if (!concept->is_defined) return;
  concept->meaning = read_words(arena, report, pv_str_slice(report->text->bytes, at));
  concept->excluded = read_excluded(arena, report, at);
}

// What the carve-outs of the clause take away from all that it is about.
static pv_bag read_carve_outs(pv_arena *arena, const pv_report *report, const pv_clause *clause) {
  pv_buffer text = {.arena = arena};
  const pv_slot *slot = pv_clause_slot(clause, "carve_outs");
  for (size_t i = 0; slot && i < slot->count; i++) {
    pv_buffer_add(&text, slot->values[i].text);
    pv_buffer_add_char(&text, ' ');
  }
  return read_words(arena, report, pv_buffer_str(&text));
}

static pv_bag join(pv_arena *arena, pv_bag a, pv_bag b) {
  pv_str *items = PV_NEW_ARRAY(arena, pv_str, a.count + b.count);
  for (size_t i = 0; i < a.count; i++) items[i] = a.items[i];
  for (size_t i = 0; i < b.count; i++) items[a.count + i] = b.items[i];
  return (pv_bag){items, a.count + b.count};
}

pv_concept pv_concept_read(pv_arena *arena, const pv_report *report, const pv_clause *clause,
                           size_t document, const char *name) {
  pv_concept concept = {.defined_in = document};
  const pv_slot *slot = pv_clause_slot(clause, name);
  if (!slot || !slot->count || slot->values[0].status == PV_STATUS_MISSING) return concept;
  const pv_slot_value *value = &slot->values[0];
  concept.words = read_words(arena, report, value->text);
  if (!concept.words.count) return (pv_concept){.defined_in = document};
  concept.text = pv_phrase_of(arena, report->grammar->vocabulary, value->text, LONGEST_TEXT);
  const pv_defined_term *term =
      pv_concept_term(arena, report, concept.words, pv_clause_exhibit(clause));
  if (term) pv_concept_define(arena, report, term, document, &concept);
  concept.excluded = join(arena, concept.excluded, read_carve_outs(arena, report, clause));
  return concept;
}
