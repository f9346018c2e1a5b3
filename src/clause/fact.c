#include "clause/fact.h"

#include "base/buffer.h"
#include "base/str.h"

bool pv_fact_is(const pv_match *match, const char *kind) {
  const pv_rule *rule = match->rule;
  return rule->frame && pv_str_equal(rule->frame->id, PV_STR("Fact")) &&
         pv_str_equal(rule->kind, pv_str_from(kind));
}

const pv_match *pv_fact_match(const pv_findings *findings, const char *kind) {
  const pv_match *best = NULL;
  for (size_t i = 0; i < findings->entity_matches.count; i++) {
    const pv_match *match = &findings->entity_matches.items[i];
    if (best && match->points <= best->points) continue;
    if (pv_fact_is(match, kind)) best = match;
  }
  return best;
}

static const pv_filler *find_filler(const pv_match *match, const char *name) {
  for (size_t i = 0; i < match->filler_count; i++)
    if (pv_str_equal(match->fillers[i].name, pv_str_from(name))) return &match->fillers[i];
  return NULL;
}

pv_fact_range pv_fact_filler(const pv_match *match, const char *name) {
  const pv_filler *filler = find_filler(match, name);
  return filler ? (pv_fact_range){filler->first, filler->end} : (pv_fact_range){0, 0};
}

pv_str pv_fact_choice(const pv_match *match, const char *name) {
  const pv_filler *filler = find_filler(match, name);
  return filler ? filler->value : PV_STR("");
}

const pv_value *pv_fact_value(const pv_findings *findings, uint32_t type, pv_fact_range range) {
  pv_annotations all = findings->annotations;
  for (size_t i = pv_annotations_from(all, range.first); i < all.count; i++) {
    const pv_annotation *one = &all.items[i];
    if (one->first >= range.end) break;
    if (one->type == type && one->end <= range.end && one->value) return one->value;
  }
  return NULL;
}

pv_fact pv_fact_at(pv_arena *arena, const pv_text *text, pv_fact_range range, pv_str value) {
  pv_span span = pv_text_span(text, range.first, range.end);
  if (span.start >= span.end) return (pv_fact){0};
  return (pv_fact){.value = pv_str_copy(arena, value),
                   .text = pv_str_slice(text->bytes, span),
                   .span = span,
                   .status = value.size ? PV_STATUS_STATED : PV_STATUS_UNRESOLVED};
}

pv_str pv_fact_words(pv_arena *arena, const pv_text *text, pv_fact_range range) {
  pv_buffer out = {.arena = arena};
  for (uint32_t i = range.first; i < range.end; i++) {
    const pv_token *token = &text->tokens.items[i];
    bool is_spaced = token->flags & (PV_TOKEN_SPACE | PV_TOKEN_LINE | PV_TOKEN_PARAGRAPH);
    if (out.size && is_spaced) pv_buffer_add(&out, PV_STR(" "));
    pv_buffer_add(&out, pv_str_slice(text->bytes, pv_token_span(token)));
  }
  return pv_buffer_str(&out);
}
