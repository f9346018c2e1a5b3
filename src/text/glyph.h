// glyph.h - what a character is for the tokenizer, by a table for ASCII and the common marks of
// typeset contracts, by utf8proc for the rest.
#ifndef PV_TEXT_GLYPH_H
#define PV_TEXT_GLYPH_H

#include <stddef.h>
#include <stdint.h>

typedef enum {
  PV_GLYPH_SYMBOL, // and bytes that are not UTF-8
  PV_GLYPH_SPACE,
  PV_GLYPH_NEWLINE,
  PV_GLYPH_LETTER, // and marks
  PV_GLYPH_DIGIT,
  PV_GLYPH_PUNCT,
  PV_GLYPH_APOSTROPHE, // ' ’
  PV_GLYPH_HIDDEN,     // soft hyphen, zero width: part of the word around it, else space
  // Only of bytes: what takes a second look, now or by the stages behind.
  PV_GLYPH_DOT,
  PV_GLYPH_STOP, // ? ! : ;
  PV_GLYPH_BRACKET,
  PV_GLYPH_STAR,
  PV_GLYPH_UNDERSCORE,
  PV_GLYPH_WIDE, // the start of a character beyond ASCII, if it is one
} pv_glyph_kind;

typedef enum { PV_GLYPH_NO_CASE, PV_GLYPH_LOWER, PV_GLYPH_UPPER } pv_glyph_case;

typedef struct {
  pv_glyph_kind kind;
  pv_glyph_case letters;
  size_t size; // bytes, at least 1
} pv_glyph;

extern const uint8_t pv_byte_kinds[256];

// The character that starts at `at`, before `end`.
pv_glyph pv_glyph_read(const char *at, const char *end);

// The quote or dash of ASCII that `codepoint` is a typographic form of, or `codepoint`.
int32_t pv_glyph_plain(int32_t codepoint);

#endif
