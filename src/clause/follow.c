#include "clause/follow.h"

// An inline definition names what stands right before it, and a section that is referred to says
// the thing early.
enum { MOST_BEFORE = 64, MOST_SECTION = 400, MOST_WORDS = 60 };

// A name that is defined more often stands in one document after the other.
enum { MOST_DEFINITIONS = 64 };

static void add(pv_meanings *meanings, pv_token_range range) {
  if (range.first < range.end && meanings->count < PV_MOST_MEANINGS)
    meanings->items[meanings->count++] = range;
}

static pv_token_range tokens_of(const pv_slot_context *context, pv_span span) {
  const pv_text *text = context->findings->text;
  return (pv_token_range){pv_token_at(text, span.start), pv_token_at(text, span.end)};
}

pv_meanings pv_follow_references(const pv_slot_context *context, pv_token_range range) {
  const pv_terms *terms = context->findings->terms;
  const pv_sections *sections = &context->findings->text->sections;
  pv_meanings meanings = {0};
  for (size_t i = pv_terms_reference_from(terms, range.first);
       i < terms->reference_count && terms->references[i].first < range.end; i++) {
    const pv_term_reference *reference = &terms->references[i];
    if (reference->external || reference->target >= sections->count) continue;
    const pv_section *section = &sections->items[reference->target];
    pv_token_range words = {section->first, section->end};
    if (words.end - words.first > MOST_SECTION) words.end = words.first + MOST_SECTION;
    add(&meanings, words);
  }
  return meanings;
}

static void add_meaning(const pv_slot_context *context, const pv_term_definition *definition,
                        pv_meanings *meanings) {
  pv_token_range words = tokens_of(context, definition->definition);
  if (definition->kind == PV_DEFINITION_INLINE && words.end - words.first > MOST_BEFORE)
    words.first = words.end - MOST_BEFORE;
  if (definition->kind != PV_DEFINITION_BY_REFERENCE) {
    add(meanings, words);
    return;
  }
  // The number of the section may stand behind the words that the rule has.
  words.end += PV_MOST_MEANINGS;
  pv_meanings elsewhere = pv_follow_references(context, words);
  if (elsewhere.count) add(meanings, elsewhere.items[0]);
}

// The definitions of the name that stand in the sub-document of `term`, or those that do not. The
// kinds come one after the other, so the definitions of a name, which are few, are looked at again.
static void add_definitions(const pv_slot_context *context, const pv_term_definition *term,
                            bool of_same_document, pv_meanings *meanings) {
  static const pv_definition_kind order[] = {PV_DEFINITION_MEANS, PV_DEFINITION_TABLE,
                                             PV_DEFINITION_INLINE, PV_DEFINITION_BY_REFERENCE};
  const pv_terms *terms = context->findings->terms;
  for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
    size_t seen = 0;
    for (size_t i = pv_name_index_first(&terms->definition_names, term->term);
         i < terms->definition_count && seen++ < MOST_DEFINITIONS;
         i = pv_name_index_next(&terms->definition_names, i)) {
      const pv_term_definition *definition = &terms->definitions[i];
      if (definition->kind == order[k] &&
          (definition->section == term->section) == of_same_document)
        add_meaning(context, definition, meanings);
    }
  }
}

pv_meanings pv_follow(const pv_slot_context *context, pv_token_range range) {
  pv_meanings meanings = {0};
  const pv_annotation *use = pv_slot_annotation(context, PV_TYPE_TERM, range);
  if (!use) return meanings;
  add_definitions(context, use->value, true, &meanings);
  add_definitions(context, use->value, false, &meanings);
  return meanings;
}

bool pv_meaning_words(const pv_slot_context *context, pv_token_range *meaning) {
  const pv_token *tokens = context->findings->text->tokens.items;
  const pv_annotation *verb = pv_slot_declared(context, PV_STR("Says"), *meaning);
  if (!verb || meaning->end - meaning->first > MOST_WORDS) return false;
  if (pv_slot_declared(context, PV_STR("Elsewhere"), *meaning)) return false;
  pv_token_range words = {verb->end, meaning->end};
  while (words.first < words.end && tokens[words.first].kind == PV_TOKEN_PUNCT) words.first++;
  while (words.first < words.end && tokens[words.end - 1].kind == PV_TOKEN_PUNCT) words.end--;
  *meaning = words;
  return words.first < words.end;
}
