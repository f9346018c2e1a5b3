#include "text/glyph.h"

#include <utf8proc.h>

// The bytes of ASCII by rows of 16, one letter a kind; those from 0x80 on are PV_GLYPH_WIDE.
enum {
  o = PV_GLYPH_SYMBOL,
  s = PV_GLYPH_SPACE,
  n = PV_GLYPH_NEWLINE,
  A = PV_GLYPH_LETTER,
  d = PV_GLYPH_DIGIT,
  p = PV_GLYPH_PUNCT,
  q = PV_GLYPH_APOSTROPHE,
  D = PV_GLYPH_DOT,
  S = PV_GLYPH_STOP,
  B = PV_GLYPH_BRACKET,
  X = PV_GLYPH_STAR,
  U = PV_GLYPH_UNDERSCORE,
  W = PV_GLYPH_WIDE,
};

#define WIDE_ROW W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W

// clang-format off
const uint8_t pv_byte_kinds[256] = {
    o, o, o, o, o, o, o, o, o, s, n, s, n, s, o, o, // tab, line feed, form feed
    o, o, o, o, o, o, o, o, o, o, o, o, o, o, o, o,
    s, S, p, o, o, o, o, q, p, p, X, o, p, p, D, p, //  !"#$%&'()*+,-./
    d, d, d, d, d, d, d, d, d, d, S, S, o, o, o, S, // 0123456789:;<=>?
    o, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, // @A…
    A, A, A, A, A, A, A, A, A, A, A, B, p, p, o, U, // …Z[\]^_
    o, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, // `a…
    A, A, A, A, A, A, A, A, A, A, A, p, o, p, o, o, // …z{|}~
    WIDE_ROW, WIDE_ROW, WIDE_ROW, WIDE_ROW, WIDE_ROW, WIDE_ROW, WIDE_ROW, WIDE_ROW,
};
// clang-format on

// Common code points whose kind or fold is not what their category says; sorted. `plain` is 0 where
// the character stays itself.
typedef struct {
  uint16_t codepoint;
  uint8_t kind; // pv_glyph_kind
  char plain;
} mark;

static const mark marks[] = {
    {0x0085, PV_GLYPH_SPACE, 0},         {0x00A0, PV_GLYPH_SPACE, 0},
    {0x00A2, PV_GLYPH_SYMBOL, 0},        {0x00A3, PV_GLYPH_SYMBOL, 0},
    {0x00A5, PV_GLYPH_SYMBOL, 0},        {0x00A7, PV_GLYPH_SYMBOL, 0},
    {0x00A9, PV_GLYPH_SYMBOL, 0},        {0x00AB, PV_GLYPH_PUNCT, '"'},
    {0x00AD, PV_GLYPH_HIDDEN, 0},        {0x00AE, PV_GLYPH_SYMBOL, 0},
    {0x00B0, PV_GLYPH_SYMBOL, 0},        {0x00B4, PV_GLYPH_APOSTROPHE, '\''},
    {0x00B6, PV_GLYPH_SYMBOL, 0},        {0x00B7, PV_GLYPH_SYMBOL, 0},
    {0x00BB, PV_GLYPH_PUNCT, '"'},       {0x200B, PV_GLYPH_HIDDEN, 0},
    {0x200C, PV_GLYPH_HIDDEN, 0},        {0x200D, PV_GLYPH_HIDDEN, 0},
    {0x200E, PV_GLYPH_HIDDEN, 0},        {0x200F, PV_GLYPH_HIDDEN, 0},
    {0x2010, PV_GLYPH_PUNCT, '-'},       {0x2011, PV_GLYPH_PUNCT, '-'},
    {0x2012, PV_GLYPH_PUNCT, '-'},       {0x2013, PV_GLYPH_PUNCT, '-'},
    {0x2014, PV_GLYPH_PUNCT, '-'},       {0x2015, PV_GLYPH_PUNCT, '-'},
    {0x2018, PV_GLYPH_APOSTROPHE, '\''}, {0x2019, PV_GLYPH_APOSTROPHE, '\''},
    {0x201A, PV_GLYPH_PUNCT, '\''},      {0x201B, PV_GLYPH_PUNCT, '\''},
    {0x201C, PV_GLYPH_PUNCT, '"'},       {0x201D, PV_GLYPH_PUNCT, '"'},
    {0x201E, PV_GLYPH_PUNCT, '"'},       {0x201F, PV_GLYPH_PUNCT, '"'},
    {0x2022, PV_GLYPH_SYMBOL, 0},        {0x2023, PV_GLYPH_SYMBOL, 0},
    {0x2026, PV_GLYPH_PUNCT, 0},         {0x202F, PV_GLYPH_SPACE, 0},
    {0x2032, PV_GLYPH_PUNCT, '\''},      {0x2033, PV_GLYPH_PUNCT, '"'},
    {0x2039, PV_GLYPH_PUNCT, '\''},      {0x203A, PV_GLYPH_PUNCT, '\''},
    {0x2060, PV_GLYPH_HIDDEN, 0},        {0x20AC, PV_GLYPH_SYMBOL, 0},
    {0x2122, PV_GLYPH_SYMBOL, 0},        {0x2212, PV_GLYPH_PUNCT, '-'},
    {0x25AA, PV_GLYPH_SYMBOL, 0},        {0x25CB, PV_GLYPH_SYMBOL, 0},
    {0x25CF, PV_GLYPH_SYMBOL, 0},        {0x25E6, PV_GLYPH_SYMBOL, 0},
    {0xFE58, PV_GLYPH_PUNCT, '-'},       {0xFE63, PV_GLYPH_PUNCT, '-'},
    {0xFEFF, PV_GLYPH_HIDDEN, 0},        {0xFF0D, PV_GLYPH_PUNCT, '-'},
};

static const mark *find_mark(int32_t codepoint) {
  size_t low = 0, high = sizeof marks / sizeof *marks;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (marks[middle].codepoint == codepoint) return &marks[middle];
    if (marks[middle].codepoint < codepoint)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

static pv_glyph classify(int32_t codepoint, size_t size) {
  const mark *known = find_mark(codepoint);
  if (known) return (pv_glyph){.kind = known->kind, .size = size};
  pv_glyph glyph = {.kind = PV_GLYPH_SYMBOL, .size = size};
  switch (utf8proc_category(codepoint)) {
  case UTF8PROC_CATEGORY_LU:
  case UTF8PROC_CATEGORY_LT: glyph.letters = PV_GLYPH_UPPER; break;
  case UTF8PROC_CATEGORY_LL: glyph.letters = PV_GLYPH_LOWER; break;
  default: break;
  }
  switch (utf8proc_category_string(codepoint)[0]) {
  case 'Z': glyph.kind = PV_GLYPH_SPACE; break;
  case 'L':
  case 'M': glyph.kind = PV_GLYPH_LETTER; break;
  case 'N': glyph.kind = PV_GLYPH_DIGIT; break;
  case 'P': glyph.kind = PV_GLYPH_PUNCT; break;
  default: break;
  }
  return glyph;
}

static pv_glyph read_ascii(unsigned char byte) {
  static const pv_glyph_kind plain[] = {
      [PV_GLYPH_DOT] = PV_GLYPH_PUNCT,         [PV_GLYPH_STOP] = PV_GLYPH_PUNCT,
      [PV_GLYPH_BRACKET] = PV_GLYPH_PUNCT,     [PV_GLYPH_STAR] = PV_GLYPH_SYMBOL,
      [PV_GLYPH_UNDERSCORE] = PV_GLYPH_SYMBOL,
  };
  pv_glyph_kind kind = pv_byte_kinds[byte];
  pv_glyph glyph = {.kind = kind >= PV_GLYPH_DOT ? plain[kind] : kind, .size = 1};
  if (kind == PV_GLYPH_LETTER) glyph.letters = byte & 0x20 ? PV_GLYPH_LOWER : PV_GLYPH_UPPER;
  return glyph;
}

pv_glyph pv_glyph_read(const char *at, const char *end) {
  unsigned char byte = (unsigned char)*at;
  if (byte < 0x80) return read_ascii(byte);
  int32_t codepoint;
  ptrdiff_t size = utf8proc_iterate((const uint8_t *)at, end - at, &codepoint);
  return size > 0 ? classify(codepoint, (size_t)size)
                  : (pv_glyph){.kind = PV_GLYPH_SYMBOL, .size = 1};
}

int32_t pv_glyph_plain(int32_t codepoint) {
  const mark *known = find_mark(codepoint);
  return known && known->plain ? known->plain : codepoint;
}
