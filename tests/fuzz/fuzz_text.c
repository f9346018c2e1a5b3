// Any bytes become a text: sentences cover the tokens, sections nest, furniture is in order.
#include <stdlib.h>

#include "text/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool claim) {
  if (!claim) abort();
}

static void check_sentences(const pv_text *text) {
  uint32_t end = 0;
  for (size_t i = 0; i < text->sentences.count; i++) {
    const pv_sentence *s = &text->sentences.items[i];
    check(s->lead == end && s->lead <= s->first && s->first < s->end);
    check(s->section < text->sections.count);
    check(s->stem == PV_NO_SENTENCE || s->stem < i);
    check(pv_text_sentence_at(text, s->lead) == i && pv_text_sentence_at(text, s->end - 1) == i);
    end = s->end;
  }
  check(end == text->tokens.count);
}

static void check_sections(const pv_text *text) {
  for (size_t i = 0; i < text->sections.count; i++) {
    const pv_section *s = &text->sections.items[i];
    check(s->first <= s->end && s->end <= text->tokens.count);
    check(s->number.start <= s->number.end && s->number.end <= text->bytes.size);
    check(s->heading.start <= s->heading.end && s->heading.end <= text->bytes.size);
    check((s->parent == PV_NO_SECTION) == (i == 0));
    if (i == 0) continue;
    const pv_section *parent = &text->sections.items[s->parent];
    check(s->parent < i && s->depth == parent->depth + 1);
    check(parent->first <= s->first && s->end <= parent->end);
  }
}

static void check_furniture(const pv_text *text) {
  uint32_t end = 0;
  for (size_t i = 0; i < text->furniture_count; i++) {
    pv_span at = text->furniture[i].at;
    check(at.start >= end && at.end > at.start && at.end <= text->bytes.size);
    end = at.end;
  }
}

static void check_places(const pv_text *text) {
  uint32_t line, column;
  pv_text_place(text, 0, &line, &column);
  check(line == 1 && column == 1);
  pv_text_place(text, (uint32_t)text->bytes.size, &line, &column);
  check(line == text->line_count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics = {.arena = arena};
  const pv_text *text = pv_text_read(arena, (pv_str){(const char *)data, size},
                                     pv_vocabulary_new(arena), &diagnostics);
  check_sentences(text);
  check_sections(text);
  check_furniture(text);
  check_places(text);
  pv_arena_free(arena);
  return 0;
}
