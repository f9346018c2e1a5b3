// text.h - the text stage: bytes in, tokens, sentences, sections and page furniture out.
//
//   in:  the text of a document (valid UTF-8) and the vocabulary
//   out: a pv_text in the arena; nothing of the text is copied, all of it is offsets
//
// Page furniture (footers, page numbers, running headers, tables of contents) is recognised on the
// lines of the text and kept out of the tokens, so a sentence reads on over it.
#ifndef PV_TEXT_TEXT_H
#define PV_TEXT_TEXT_H

#include "base/diagnostic.h"
#include "text/section.h"
#include "text/sentence.h"
#include "text/token.h"

typedef enum {
  PV_FURNITURE_SOURCE,      // Source: EXAMPLE CORP, 10-K, 3/31/2019
  PV_FURNITURE_PAGE_NUMBER, // - 12 -, Page 3 of 20
  PV_FURNITURE_RUNNING,     // a short line that comes back on the pages
  PV_FURNITURE_RULE,        // --------
  PV_FURNITURE_CONTENTS,    // a line of a table of contents
} pv_furniture_kind;

typedef struct {
  pv_span at;
  pv_furniture_kind kind;
} pv_furniture;

typedef struct {
  pv_str bytes; // the text itself
  const pv_vocabulary *vocabulary;
  pv_tokens tokens;
  pv_sentences sentences;
  pv_sections sections;
  const pv_furniture *furniture;
  size_t furniture_count;
  const uint32_t *lines; // byte offset where each line starts; the first is 0
  size_t line_count;
} pv_text;

// Cannot fail, whatever the bytes. Says in `diagnostics` what was left out of matching and why.
const pv_text *pv_text_read(pv_arena *arena, pv_str bytes, const pv_vocabulary *vocabulary,
                            pv_diagnostics *diagnostics);

// The head of the document with its lines as sentences, and with those that a title may go on over
// as one sentence, the longest first: so they overlap. For the matching of titles; all else is that
// of `text`.
const pv_text *pv_text_front(pv_arena *arena, const pv_text *text);

// The bytes from the start of token `first` to the end of token `end - 1`; empty if there is none.
static inline pv_span pv_text_span(const pv_text *text, uint32_t first, uint32_t end) {
  if (first >= end) return (pv_span){0, 0};
  return (pv_span){text->tokens.items[first].start, text->tokens.items[end - 1].end};
}

// Line and column (1-based; the column in characters) of a byte offset.
void pv_text_place(const pv_text *text, uint32_t offset, uint32_t *line, uint32_t *column);

// The sentence that holds `token`, by binary search, or PV_NO_SENTENCE.
uint32_t pv_text_sentence_at(const pv_text *text, uint32_t token);

#endif
