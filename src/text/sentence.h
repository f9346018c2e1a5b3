// sentence.h - sentences of legal prose, as ranges of tokens.
#ifndef PV_TEXT_SENTENCE_H
#define PV_TEXT_SENTENCE_H

#include "text/section.h"
#include "text/token.h"

enum {
  PV_SENTENCE_HEADING = 1 << 0,  // a heading or title of its own: no clause stands in it
  PV_SENTENCE_ITEM = 1 << 1,     // an item of a list; `stem` says what it goes on from, if known
  PV_SENTENCE_CONTENTS = 1 << 2, // a line of a table of contents
  PV_SENTENCE_FOREIGN = 1 << 3,  // another language or script: left out of matching
  PV_SENTENCE_BROKEN = 1 << 4,   // page furniture stands inside
  PV_SENTENCE_TABLE = 1 << 5,    // cells rather than prose
};

#define PV_NO_SENTENCE UINT32_MAX

typedef struct {
  uint32_t lead;    // first token of the number and the run-in heading before it, or `first`
  uint32_t first;   // first token of the sentence proper
  uint32_t end;     // behind the last token
  uint32_t section; // index of the innermost section
  uint32_t stem;    // the sentence this list item goes on from, or PV_NO_SENTENCE
  uint32_t flags;   // PV_SENTENCE_HEADING and so on
} pv_sentence;

typedef struct {
  const pv_sentence *items;
  size_t count;
} pv_sentences;

#endif
