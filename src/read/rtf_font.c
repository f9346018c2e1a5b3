#include "read/rtf_font.h"

#include <stdio.h>

#include "base/str.h"
#include "base/utf8.h"
#include "read/encoding.h"
#include "read/font_sign.h"

enum { WESTERN = 1252, SIGNS = 0xF000, SYMBOL_CHARSET = 2 };

// The numbers of \fcharset, with the code pages that they mean; page 0 is that of the document.
static const struct {
  int32_t charset, page;
} charsets[] = {
    {0, WESTERN}, {1, 0},      {77, 10000}, {128, 932},  {129, 949},  {130, 1361}, {134, 936},
    {136, 950},   {161, 1253}, {162, 1254}, {163, 1258}, {177, 1255}, {178, 1256}, {186, 1257},
    {204, 1251},  {222, 874},  {238, 1250}, {254, 437},  {255, 850},
};

static const int32_t double_byte[] = {932, 936, 949, 950, 1361};

void pv_rtf_fonts_begin(pv_rtf_fonts *fonts, pv_arena *arena) {
  *fonts = (pv_rtf_fonts){.arena = arena, .page = WESTERN};
  PV_PUSH(arena, &fonts->items, ((pv_rtf_font){.number = -1, .is_named = true}));
}

size_t pv_rtf_font_find(const pv_rtf_fonts *fonts, int32_t number) {
  for (size_t i = 1; i < fonts->items.count; i++)
    if (fonts->items.items[i].number == number) return i;
  return 0;
}

void pv_rtf_font_open(pv_rtf_fonts *fonts, int32_t number) {
  PV_PUSH(fonts->arena, &fonts->items, ((pv_rtf_font){.number = number}));
}

static pv_rtf_font *last(pv_rtf_fonts *fonts) {
  return &fonts->items.items[fonts->items.count - 1];
}

void pv_rtf_font_set_charset(pv_rtf_fonts *fonts, int32_t charset) {
  if (fonts->items.count == 1) return;
  last(fonts)->draws_signs = charset == SYMBOL_CHARSET;
  for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++)
    if (charsets[i].charset == charset) last(fonts)->page = charsets[i].page;
}

void pv_rtf_font_set_page(pv_rtf_fonts *fonts, int32_t page) {
  if (fonts->items.count > 1) last(fonts)->page = page;
}

void pv_rtf_font_add_name(pv_rtf_fonts *fonts, pv_str bytes) {
  pv_rtf_font *font = last(fonts);
  for (size_t i = 0; i < bytes.size && !font->is_named; i++) {
    font->is_named = bytes.data[i] == ';';
    bool is_blank = bytes.data[i] == ' ' && !font->name_size;
    if (!font->is_named && !is_blank && font->name_size < sizeof font->name)
      font->name[font->name_size++] = bytes.data[i];
  }
}

static int32_t page_of(const pv_rtf_fonts *fonts, size_t font) {
  int32_t page = fonts->items.items[font].page;
  return page ? page : fonts->page;
}

bool pv_rtf_font_is_double_byte(const pv_rtf_fonts *fonts, size_t font) {
  for (size_t i = 0; i < sizeof double_byte / sizeof *double_byte; i++)
    if (page_of(fonts, font) == double_byte[i]) return true;
  return false;
}

// The names of code pages that are no "CP" and their number.
static const struct {
  int32_t page;
  const char *name;
} names[] = {{10000, "MACINTOSH"},
             {10007, "MAC-CYRILLIC"},
             {1361, "JOHAB"},
             {950, "BIG5-HKSCS"},
             {65001, "UTF-8"}};

static pv_converter *open_page(pv_arena *arena, int32_t page) {
  char name[24];
  snprintf(name, sizeof name, "CP%d", page);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].page == page) snprintf(name, sizeof name, "%s", names[i].name);
  return pv_converter_open(arena, name);
}

// Few pages are met in one document.
static pv_converter *converter_of(pv_rtf_fonts *fonts, int32_t page) {
  if (page == WESTERN) return NULL;
  for (size_t i = 0; i < fonts->pages.count; i++)
    if (fonts->pages.items[i].number == page) return fonts->pages.items[i].converter;
  pv_rtf_page met = {page, open_page(fonts->arena, page)};
  if (!met.converter && !fonts->unknown_page) fonts->unknown_page = page;
  PV_PUSH(fonts->arena, &fonts->pages, met);
  return met.converter;
}

static void add_each(const pv_rtf_font *font, pv_str bytes, pv_buffer *out) {
  pv_str name = {font->name, font->name_size};
  char character[4];
  for (size_t i = 0; i < bytes.size; i++) {
    unsigned char byte = (unsigned char)bytes.data[i];
    uint32_t codepoint =
        font->draws_signs ? pv_font_sign(name, SIGNS + byte) : pv_encoding_windows_1252(byte);
    if (!byte) codepoint = ' ';
    pv_buffer_add(out, (pv_str){character, pv_utf8_put(codepoint, character)});
  }
}

void pv_rtf_font_decode(pv_rtf_fonts *fonts, size_t font, pv_str bytes, pv_buffer *out) {
  const pv_rtf_font *own = &fonts->items.items[font];
  bool is_ascii = pv_utf8_ascii(bytes, 0) == bytes.size && !memchr(bytes.data, 0, bytes.size);
  if (is_ascii && !own->draws_signs) {
    pv_buffer_add(out, bytes);
    return;
  }
  pv_converter *converter = own->draws_signs ? NULL : converter_of(fonts, page_of(fonts, font));
  size_t before = out->size;
  if (converter) pv_converter_add(converter, bytes, out);
  pv_str added = {out->data + before, out->size - before};
  if (converter && !pv_str_equal(added, PV_UTF8_REPLACEMENT)) return;
  out->size = before; // the half of a double byte: a bullet that was never in this font
  add_each(own, bytes, out);
}
