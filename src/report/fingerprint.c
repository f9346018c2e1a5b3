// A fingerprint is FNV-1a over code, words and section, each ended by a byte that no text holds.
#include "base/hash.h"
#include "base/str.h"
#include "report/report.h"

enum { END_OF_PART = 0xFF };

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Runs of white space count as one space, so that a new line break is no new finding.
static uint64_t add_words(uint64_t hash, pv_str text) {
  text = pv_str_trim(text);
  for (size_t i = 0; i < text.size; i++) {
    if (!is_blank(text.data[i]))
      hash = pv_hash_byte(hash, (unsigned char)text.data[i]);
    else if (!is_blank(text.data[i - 1]))
      hash = pv_hash_byte(hash, ' ');
  }
  return pv_hash_byte(hash, END_OF_PART);
}

void pv_fingerprint(pv_str code, pv_str quote, const pv_str *path, size_t path_count,
                    char out[17]) {
  uint64_t hash = add_words(add_words(PV_HASH_START, code), quote);
  for (size_t i = 0; i < path_count; i++) hash = add_words(hash, path[i]);
  for (size_t i = 0; i < 16; i++, hash <<= 4) out[i] = "0123456789abcdef"[hash >> 60];
  out[16] = '\0';
}
