// rtf_font.h - the fonts of a rich text, which say in which code page its bytes are.
#ifndef PV_READ_RTF_FONT_H
#define PV_READ_RTF_FONT_H

#include "read/charset.h"

enum { PV_RTF_FONT_NAME = 20 };

typedef struct {
  int32_t number;
  int32_t page; // code page; 0: that of the document
  bool draws_signs;
  char name[PV_RTF_FONT_NAME]; // how it starts
  size_t name_size;
  bool is_named; // its name is complete
} pv_rtf_font;

typedef struct {
  int32_t number;
  pv_converter *converter; // NULL: windows-1252, and what nobody knows
} pv_rtf_page;

// The first font is that of text before any font is told; it says nothing.
typedef struct {
  pv_arena *arena;
  int32_t page; // of the document
  PV_VECTOR(pv_rtf_font) items;
  PV_VECTOR(pv_rtf_page) pages; // that were met
  int32_t unknown_page;         // one that nobody knows, or 0
} pv_rtf_fonts;

void pv_rtf_fonts_begin(pv_rtf_fonts *fonts, pv_arena *arena);

// The index of the font of that number, or 0.
size_t pv_rtf_font_find(const pv_rtf_fonts *fonts, int32_t number);

// In the table of fonts: what follows is told of this one.
void pv_rtf_font_open(pv_rtf_fonts *fonts, int32_t number);
void pv_rtf_font_set_charset(pv_rtf_fonts *fonts, int32_t charset);
void pv_rtf_font_set_page(pv_rtf_fonts *fonts, int32_t page);
void pv_rtf_font_add_name(pv_rtf_fonts *fonts, pv_str bytes); // up to a semicolon

bool pv_rtf_font_is_double_byte(const pv_rtf_fonts *fonts, size_t font);

// Adds `bytes` of text in that font as UTF-8.
void pv_rtf_font_decode(pv_rtf_fonts *fonts, size_t font, pv_str bytes, pv_buffer *out);

#endif
