#include "base/utf8.h"

#include <string.h>

#define EVERY_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

// Second bytes allowed after a first byte; the third and fourth are 0x80 to 0xBF.
typedef struct {
  unsigned char size;
  unsigned char low;
  unsigned char high;
} lead;

static lead lead_of(unsigned char first) {
  if (first < 0x80) return (lead){1, 0, 0};
  if (first < 0xC2) return (lead){0, 0, 0};
  if (first < 0xE0) return (lead){2, 0x80, 0xBF};
  if (first < 0xF0) return (lead){3, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF};
  if (first < 0xF5) return (lead){4, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF};
  return (lead){0, 0, 0};
}

size_t pv_utf8_size(pv_str text, size_t pos) {
  const unsigned char *at = (const unsigned char *)text.data + pos;
  lead l = lead_of(at[0]);
  if (l.size < 2) return l.size;
  if (text.size - pos < l.size || at[1] < l.low || at[1] > l.high) return 0;
  for (size_t i = 2; i < l.size; i++)
    if ((at[i] & 0xC0) != 0x80) return 0;
  return l.size;
}

size_t pv_utf8_ascii(pv_str text, size_t pos) {
  size_t start = pos;
  for (uint64_t words[4]; text.size - pos >= sizeof words; pos += sizeof words) {
    memcpy(words, text.data + pos, sizeof words);
    if ((words[0] | words[1] | words[2] | words[3]) & EVERY_BYTE(0x80)) break;
  }
  while (pos < text.size && (unsigned char)text.data[pos] < 0x80) pos++;
  return pos - start;
}

size_t pv_utf8_valid(pv_str text) {
  size_t pos = 0;
  for (;;) {
    pos += pv_utf8_ascii(text, pos);
    if (pos == text.size) return pos;
    size_t size = pv_utf8_size(text, pos);
    if (!size) return pos;
    pos += size;
  }
}

size_t pv_utf8_count(pv_str text) {
  size_t inside = 0; // bytes that continue a character
  size_t pos = 0;
  for (uint64_t word; text.size - pos >= sizeof word; pos += sizeof word) {
    memcpy(&word, text.data + pos, sizeof word);
    uint64_t continues = (word >> 7) & ~(word >> 6) & EVERY_BYTE(1);
    inside += (size_t)((continues * EVERY_BYTE(1)) >> 56);
  }
  for (; pos < text.size; pos++) inside += pv_utf8_continues(text.data[pos]);
  return text.size - inside;
}

size_t pv_utf8_put(uint32_t codepoint, char out[4]) {
  static const unsigned char marks[] = {0, 0, 0xC0, 0xE0, 0xF0};
  size_t size = codepoint < 0x80 ? 1 : codepoint < 0x800 ? 2 : codepoint < 0x10000 ? 3 : 4;
  for (size_t i = size; i-- > 1; codepoint >>= 6) out[i] = (char)(0x80 | (codepoint & 0x3F));
  out[0] = (char)(codepoint | marks[size]);
  return size;
}

void pv_utf8_repair(char *text, size_t size) {
  pv_str all = {text, size};
  for (size_t pos = pv_utf8_valid(all), length; pos < size; pos += length ? length : 1) {
    length = pv_utf8_size(all, pos);
    if (!length) text[pos] = '?';
  }
}
