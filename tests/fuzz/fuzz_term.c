// Any bytes give parties, references and uses that are in order and in bounds.
#include <stdlib.h>

#include "term/term.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_span(pv_span at, size_t size) {
  if (at.start > at.end || at.end > size) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics = {.arena = arena};
  const pv_text *text = pv_text_read(arena, (pv_str){(const char *)data, size},
                                     pv_vocabulary_new(arena), &diagnostics);
  pv_annotations uses = {0};
  const pv_terms *terms = pv_terms_read(arena, text, (pv_values){0}, (pv_matches){0}, &uses);
  for (size_t i = 0; i < terms->party_count; i++) {
    check_span(terms->parties[i].span, size);
    if (terms->parties[i].name.size == 0) abort();
  }
  for (size_t i = 0; i < terms->reference_count; i++) {
    const pv_term_reference *reference = &terms->references[i];
    if (reference->end <= reference->first || reference->end > text->tokens.count) abort();
    if (reference->target != PV_NO_SECTION && reference->target >= text->sections.count) abort();
  }
  uint32_t end = 0;
  for (size_t i = 0; i < uses.count; i++) {
    if (uses.items[i].first < end || uses.items[i].end > text->tokens.count) abort();
    end = uses.items[i].end;
  }
  pv_arena_free(arena);
  return 0;
}
