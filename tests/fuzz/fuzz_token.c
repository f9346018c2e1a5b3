// Any bytes tokenize: the tokens are in order, in bounds and not empty, none touches what is left
// out, and between them there is only white space or what is not seen.
#include <stdlib.h>

#include "text/glyph.h"
#include "text/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_gap(const char *at, const char *end) {
  while (at < end) {
    pv_glyph glyph = pv_glyph_read(at, end);
    if (glyph.kind != PV_GLYPH_SPACE && glyph.kind != PV_GLYPH_NEWLINE &&
        glyph.kind != PV_GLYPH_HIDDEN)
      abort();
    at += glyph.size;
  }
}

static void check_fold(pv_str text, const pv_token *token) {
  char folded[32];
  if (pv_token_fold(text, token, folded, sizeof folded) > sizeof folded) abort();
}

// Leaves out the middle third, if it is cut between characters.
static pv_span left_out_of(pv_str text) {
  uint32_t start = (uint32_t)(text.size / 3), end = (uint32_t)(text.size / 3 * 2);
  while (start < end && ((unsigned char)text.data[start] & 0xC0) == 0x80) start++;
  while (end > start && ((unsigned char)text.data[end] & 0xC0) == 0x80) end--;
  return start < end ? (pv_span){start, end} : (pv_span){0, 0};
}

// The marked tokens are in order, and those that start a line are among them.
static void check_marked(const pv_tokens *tokens) {
  size_t k = 0;
  for (size_t i = 0; i < tokens->count; i++) {
    bool marked = k < tokens->marked_count && tokens->marked[k] == i;
    if (tokens->items[i].flags & PV_TOKEN_LINE && !marked) abort();
    k += marked;
  }
  if (k != tokens->marked_count) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pv_arena *arena = pv_arena_new(0);
  pv_str text = {(const char *)data, size};
  const pv_vocabulary *vocabulary = pv_vocabulary_new(arena);
  pv_span out = left_out_of(text);
  pv_tokens tokens = pv_tokenize(arena, text, vocabulary, (pv_spans){&out, out.end > out.start});
  size_t end = 0;
  for (size_t i = 0; i < tokens.count; i++) {
    const pv_token *token = &tokens.items[i];
    if (token->start < end || token->end <= token->start || token->end > size) abort();
    if (token->start < out.end && token->end > out.start) abort();
    if (token->word >= pv_vocabulary_size(vocabulary)) abort();
    if (token->start >= out.end && end <= out.start && out.end > out.start) {
      if (!(token->flags & PV_TOKEN_BREAK)) abort();
      check_gap(text.data + end, text.data + out.start);
      check_gap(text.data + out.end, text.data + token->start);
    } else {
      check_gap(text.data + end, text.data + token->start);
    }
    check_fold(text, token);
    end = token->end;
  }
  check_marked(&tokens);
  pv_arena_free(arena);
  return 0;
}
