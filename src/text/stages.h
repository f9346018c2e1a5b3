// stages.h - the steps of pv_text_read behind the tokens, in their order. Each fills in what the
// ones before it left open.
#ifndef PV_TEXT_STAGES_H
#define PV_TEXT_STAGES_H

#include "text/text.h"

// Sentences with their leads and flags; `section` and `stem` are still to come.
typedef struct {
  pv_sentence *items;
  size_t count;
} pv_sentence_list;

pv_sentence_list pv_sentences_split(pv_arena *arena, const pv_text *text,
                                    pv_diagnostics *diagnostics);

// Flags the paragraphs in another language or script.
void pv_languages_flag(const pv_text *text, pv_sentence_list sentences,
                       pv_diagnostics *diagnostics);

// The tree of sections; fills in `section`, `stem` and PV_SENTENCE_ITEM of the sentences.
pv_sections pv_sections_read(pv_arena *arena, const pv_text *text, pv_sentence_list sentences);

#endif
