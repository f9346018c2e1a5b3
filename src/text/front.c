// front.c - the head of a document line by line: what of it is a title, rules can say.
#include "base/vector.h"
#include "text/text.h"

enum { LONGEST_FRONT = 700, MOST_JOINED = 5, LONGEST_JOINED = 40 };

typedef PV_VECTOR(pv_sentence) lines;

static bool is_break(const pv_text *text, uint32_t at) {
  const pv_token *token = &text->tokens.items[at];
  if (token->flags & (PV_TOKEN_LINE | PV_TOKEN_PARAGRAPH | PV_TOKEN_BREAK)) return true;
  return at > 0 && token->start >= text->tokens.items[at - 1].end + PV_WIDE_GAP - 1;
}

static void add(pv_arena *arena, lines *out, uint32_t first, uint32_t end) {
  pv_sentence line = {.lead = first, .first = first, .end = end, .stem = PV_NO_SENTENCE};
  if (first < end) PV_PUSH(arena, out, line);
}

// Cuts sentences at the ends of lines and at wide gaps.
static lines cut(pv_arena *arena, const pv_text *text) {
  lines out = {0};
  for (size_t i = 0; i < text->sentences.count; i++) {
    const pv_sentence *sentence = &text->sentences.items[i];
    if (sentence->first >= LONGEST_FRONT) break;
    if (sentence->flags & (PV_SENTENCE_CONTENTS | PV_SENTENCE_FOREIGN)) continue;
    uint32_t first = sentence->lead;
    for (uint32_t at = first + 1; at < sentence->end; at++) {
      if (!is_break(text, at)) continue;
      add(arena, &out, first, at);
      first = at;
    }
    add(arena, &out, first, sentence->end);
  }
  return out;
}

static bool is_joint(const pv_text *text, uint32_t at) {
  const pv_token *token = &text->tokens.items[at];
  if (token->kind == PV_TOKEN_PUNCT)
    return text->bytes.data[token->start] == ',' || text->bytes.data[token->start] == '-';
  bool is_and = token->kind == PV_TOKEN_SYMBOL || text->bytes.data[token->start] == '&';
  return is_and || pv_vocabulary_traits(text->vocabulary)[token->word] & PV_TRAIT_FUNCTION;
}

// May a title go on from one line to the next? "AMENDMENT TO / SUPPLY AGREEMENT", "SUPPLY / AND
// LICENSE AGREEMENT", "SOFTWARE HOSTING / AGREEMENT".
static bool goes_on(const pv_text *text, const pv_sentence *line, const pv_sentence *next) {
  return is_joint(text, line->end - 1) || is_joint(text, next->first) ||
         next->end == next->first + 1;
}

const pv_text *pv_text_front(pv_arena *arena, const pv_text *text) {
  lines single = cut(arena, text), all = {0};
  for (size_t i = 0; i < single.count; i++) {
    size_t last = i;
    while (last + 1 < single.count && last + 1 < i + MOST_JOINED &&
           single.items[last + 1].end < single.items[i].first + LONGEST_JOINED &&
           goes_on(text, &single.items[last], &single.items[last + 1]))
      last++;
    for (size_t k = last + 1; k > i; k--)
      add(arena, &all, single.items[i].first, single.items[k - 1].end);
  }
  pv_text *front = PV_NEW(arena, pv_text);
  *front = *text;
  front->sentences = (pv_sentences){all.items, all.count};
  return front;
}
