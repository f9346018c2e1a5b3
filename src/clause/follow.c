#include "clause/follow.h"

// An inline definition names what stands right before it, and a section that is referred to says
// the thing early.
enum { MOST_BEFORE = 64, MOST_SECTION = 400, MOST_WORDS = 60 };

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
  for (size_t i = 0; i < terms->reference_count; i++) {
    const pv_term_reference *reference = &terms->references[i];
    if (reference->first < range.first || reference->first >= range.end) continue;
    if (reference->external || reference->target >= sections->count) continue;
    const pv_section *section = &sections->items[reference->target];
    pv_token_range words = {section->first, section->end};
    if (words.end - words.first > MOST_SECTION) words.end = words.first + MOST_SECTION;
    add(&meanings, words);
  }
  return meanings;
}

static void add_kind(const pv_slot_context *context, pv_str name, pv_definition_kind kind,
                     pv_meanings *meanings) {
  const pv_terms *terms = context->findings->terms;
  for (size_t i = 0; i < terms->definition_count; i++) {
    const pv_term_definition *definition = &terms->definitions[i];
    if (definition->kind != kind || !pv_term_same(definition->term, name)) continue;
    pv_token_range words = tokens_of(context, definition->definition);
    if (kind == PV_DEFINITION_INLINE && words.end - words.first > MOST_BEFORE)
      words.first = words.end - MOST_BEFORE;
    if (kind != PV_DEFINITION_BY_REFERENCE) {
      add(meanings, words);
      continue;
    }
    // The number of the section may stand behind the words that the rule has.
    words.end += PV_MOST_MEANINGS;
    pv_meanings elsewhere = pv_follow_references(context, words);
    if (elsewhere.count) add(meanings, elsewhere.items[0]);
  }
}

pv_meanings pv_follow(const pv_slot_context *context, pv_token_range range) {
  static const pv_definition_kind order[] = {PV_DEFINITION_MEANS, PV_DEFINITION_INLINE,
                                             PV_DEFINITION_BY_REFERENCE};
  pv_meanings meanings = {0};
  const pv_annotation *use = pv_slot_annotation(context, PV_TYPE_TERM, range);
  if (!use) return meanings;
  const pv_term_definition *term = use->value;
  for (size_t i = 0; i < sizeof order / sizeof *order; i++)
    add_kind(context, term->term, order[i], &meanings);
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
