#include "match/presence.h"

#include <string.h>

pv_presence pv_presence_new(pv_arena *arena, const pv_grammar *grammar) {
  size_t width = (pv_vocabulary_size(grammar->vocabulary) + 63) / 64;
  return (pv_presence){.words = PV_NEW_ARRAY(arena, uint64_t, width), .width = width};
}

void pv_presence_clear(pv_presence *presence) {
  if (!presence->is_known) return;
  memset(presence->words, 0, presence->width * sizeof *presence->words);
  presence->types = presence->chunks = 0;
  presence->is_known = false;
}

void pv_presence_add(pv_presence *presence, const pv_text *text, pv_annotations annotations,
                     pv_part part) {
  presence->is_known = true;
  for (uint32_t at = part.first; at < part.end; at++) {
    uint32_t word = text->tokens.items[at].word;
    presence->words[word / 64] |= UINT64_C(1) << (word % 64);
    presence->chunks |= UINT64_C(1) << (word / 64 % 64);
  }
  for (size_t i = pv_annotations_from(annotations, part.first); i < annotations.count; i++) {
    const pv_annotation *a = &annotations.items[i];
    if (a->first >= part.end) break;
    if (a->end <= part.end && a->type < PV_MAX_TYPES) presence->types |= UINT64_C(1) << a->type;
  }
}

static bool has_one(const pv_presence *presence, const pv_first *first) {
  if (presence->types & first->types) return true;
  for (uint64_t chunks = presence->chunks & first->chunks; chunks; chunks &= chunks - 1)
    for (size_t k = pv_lowest_bit(chunks); k < presence->width; k += 64)
      if (presence->words[k] & first->words[k]) return true;
  return false;
}

pv_answer pv_presence_ask(const pv_presence *presence, const pv_start *start) {
  const pv_first *first = &start->first;
  bool says_nothing = first->any || first->at_low || first->test_count > 0;
  if (!says_nothing && !has_one(presence, first)) return PV_ABSENT;
  if (start->is_single) return PV_PRESENT;
  for (uint32_t i = 0; i < start->anchors.count; i++)
    if (!has_one(presence, &start->anchors.items[i].first)) return PV_ABSENT;
  return PV_MAYBE;
}
