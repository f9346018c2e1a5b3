// The folded form of tokens: NFKC and case folding by utf8proc, marks of typesetting by our table.
#include <string.h>
#include <utf8proc.h>

#include "base/str.h"
#include "text/glyph.h"
#include "text/token.h"

enum {
  CHUNK = 64,        // code points folded at a time
  MOST = CHUNK * 18, // one code point becomes at most 18 in NFKC
};

static size_t fold_ascii(pv_str token, char *out, size_t size) {
  size_t count = token.size < size ? token.size : size;
  for (size_t i = 0; i < count; i++) {
    char c = token.data[i];
    out[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
  }
  return count;
}

// Bytes of the code points at the start of `text`, at most CHUNK; a byte that is no UTF-8 ends it.
static size_t chunk_size(pv_str text) {
  size_t pos = 0;
  for (int i = 0; i < CHUNK && pos < text.size; i++) {
    int32_t codepoint;
    ptrdiff_t n = utf8proc_iterate((const uint8_t *)text.data + pos, (ptrdiff_t)(text.size - pos),
                                   &codepoint);
    if (n <= 0) break;
    pos += (size_t)n;
  }
  return pos;
}

// What is written so far, and how much may be.
typedef struct {
  char *out;
  size_t used;
  size_t size;
} folded;

// False where `codepoint` does not fit.
static bool append(folded *to, int32_t codepoint) {
  uint8_t bytes[4];
  size_t n = (size_t)utf8proc_encode_char(codepoint, bytes);
  if (to->used + n > to->size) return false;
  memcpy(to->out + to->used, bytes, n);
  to->used += n;
  return true;
}

static int32_t plain(int32_t codepoint, void *unused) {
  (void)unused;
  return pv_glyph_plain(codepoint);
}

static bool fold_chunk(pv_str chunk, folded *to) {
  const utf8proc_option_t options =
      UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
  int32_t codepoints[MOST];
  ptrdiff_t count = utf8proc_decompose_custom((const uint8_t *)chunk.data, (ptrdiff_t)chunk.size,
                                              codepoints, MOST, options, plain, NULL);
  if (count < 0 || count > MOST) return true;
  count = utf8proc_normalize_utf32(codepoints, count, options);
  for (ptrdiff_t i = 0; i < count; i++)
    if (!append(to, codepoints[i])) return false;
  return true;
}

size_t pv_token_fold(pv_str text, const pv_token *token, char *out, size_t size) {
  pv_str left = pv_str_slice(text, pv_token_span(token));
  if (!(token->flags & PV_TOKEN_FOLDS)) return fold_ascii(left, out, size);
  folded to = {.out = out, .size = size};
  while (left.size && to.used < size) {
    size_t n = chunk_size(left);
    if (n == 0) { // not UTF-8: the byte stays
      out[to.used++] = *left.data;
      n = 1;
    } else if (!fold_chunk((pv_str){left.data, n}, &to)) {
      break;
    }
    left = (pv_str){left.data + n, left.size - n};
  }
  return to.used;
}
