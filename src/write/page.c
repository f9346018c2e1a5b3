#include "write/page.h"

#include <utf8proc.h>

#include "base/str.h"
#include "base/utf8.h"

// The character at `pos`, of `size` bytes, of text that is valid from there on.
static int32_t read_character(pv_str text, size_t pos, size_t *size) {
  *size = 1;
  if ((unsigned char)text.data[pos] < 0x80) return text.data[pos];
  utf8proc_int32_t codepoint;
  utf8proc_ssize_t got = utf8proc_iterate((const utf8proc_uint8_t *)text.data + pos,
                                          (utf8proc_ssize_t)(text.size - pos), &codepoint);
  if (got <= 0) return -1;
  *size = (size_t)got;
  return codepoint;
}

static size_t columns_of(int32_t codepoint) {
  if (codepoint >= ' ' && codepoint < 0x7F) return 1;
  int columns = codepoint < 0 ? 1 : utf8proc_charwidth(codepoint);
  return columns < 0 ? 0 : (size_t)columns;
}

size_t pv_display_fit(pv_str text, size_t width) {
  size_t columns = 0, size;
  for (size_t pos = 0; pos < text.size; pos += size) {
    columns += columns_of(read_character(text, pos, &size));
    if (columns > width) return pos;
  }
  return text.size;
}

size_t pv_display_width(pv_str text) {
  size_t columns = 0, size;
  for (size_t pos = 0; pos < text.size; pos += size)
    columns += columns_of(read_character(text, pos, &size));
  return columns;
}

static bool is_blank(int32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x2028 ||
         c == 0x2029;
}

static bool is_harmful(int32_t c) {
  return c < ' ' || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// The bytes at `pos` that stay as they are: graphic characters of ASCII.
static size_t plain_run(pv_str text, size_t pos) {
  size_t end = pos;
  while (end < text.size && text.data[end] > ' ' && text.data[end] < 0x7F) end++;
  return end - pos;
}

pv_str pv_display_clean(pv_arena *arena, pv_str text) {
  pv_buffer out = {.arena = arena};
  bool after_blank = false;
  size_t size;
  for (size_t pos = 0; pos < text.size; pos += size) {
    int32_t c = read_character(text, pos, &size);
    if (is_blank(c)) {
      after_blank = true;
      continue;
    }
    if (after_blank && out.size) pv_buffer_add_char(&out, ' ');
    after_blank = false;
    size_t run = plain_run(text, pos);
    if (run) size = run;
    pv_buffer_add(&out, is_harmful(c) ? PV_UTF8_REPLACEMENT : (pv_str){text.data + pos, size});
  }
  return pv_buffer_str(&out);
}

pv_str pv_display_path(pv_arena *arena, pv_str path) {
  pv_buffer out = {.arena = arena};
  size_t size;
  for (size_t pos = 0; pos < path.size; pos += size) {
    int32_t c = read_character(path, pos, &size);
    pv_buffer_add(&out, is_harmful(c) ? PV_UTF8_REPLACEMENT : (pv_str){path.data + pos, size});
  }
  return pv_buffer_str(&out);
}

// Where to end a line of at most `width` columns: behind a word, or inside one that is too long.
static size_t end_of_line(pv_str text, size_t width) {
  size_t fit = pv_display_fit(text, width);
  if (fit == text.size || text.data[fit] == ' ') return fit;
  for (size_t pos = fit; pos > 0; pos--)
    if (text.data[pos - 1] == ' ') return pos - 1;
  size_t size;
  if (!fit) read_character(text, 0, &size), fit = size;
  return fit;
}

pv_str pv_display_cut(pv_arena *arena, pv_str text, size_t width) {
  if (pv_display_fit(text, width) == text.size) return text;
  size_t end = end_of_line(text, width > 2 ? width - 2 : 1);
  return pv_str_printf(arena, PV_STR_FMT " …", (int)end, text.data);
}

static const pv_str escapes[] = {
    [PV_STYLE_PLAIN] = {"", 0},          [PV_STYLE_BOLD] = {"\033[1m", 4},
    [PV_STYLE_DIM] = {"\033[2m", 4},     [PV_STYLE_RED] = {"\033[31m", 5},
    [PV_STYLE_YELLOW] = {"\033[33m", 5}, [PV_STYLE_GREEN] = {"\033[32m", 5},
    [PV_STYLE_BLUE] = {"\033[34m", 5},   [PV_STYLE_MAGENTA] = {"\033[35m", 5},
    [PV_STYLE_CYAN] = {"\033[36m", 5},
};

void pv_page_put(pv_page *page, pv_style style, pv_str text) {
  bool painted = page->color && style != PV_STYLE_PLAIN && text.size;
  if (painted) pv_output_add(page->output, escapes[style]);
  pv_output_add(page->output, text);
  if (painted) pv_output_add(page->output, PV_STR("\033[0m"));
  page->column += pv_display_width(text);
}

void pv_page_put_number(pv_page *page, pv_style style, uint64_t number) {
  char digits[24];
  pv_output scratch = {.bytes = digits};
  pv_output_add_number(&scratch, number);
  pv_page_put(page, style, (pv_str){digits, scratch.size});
}

void pv_page_go_to(pv_page *page, size_t column) {
  do {
    pv_output_add_char(page->output, ' ');
    page->column++;
  } while (page->column < column);
}

void pv_page_end_line(pv_page *page) {
  pv_output_add_char(page->output, '\n');
  page->column = 0;
}

void pv_page_wrap(pv_page *page, pv_style style, pv_str text, size_t indent, size_t end) {
  while (text.size) {
    size_t room = end > page->column ? end - page->column : 1;
    size_t part = pv_display_fit(text, room) == text.size ? text.size : end_of_line(text, room);
    bool splits_word = part < text.size && text.data[part] != ' ';
    if (splits_word && page->column > indent) part = 0;
    pv_page_put(page, style, (pv_str){text.data, part});
    text.data += part, text.size -= part;
    while (text.size && text.data[0] == ' ') text.data++, text.size--;
    if (!text.size) return;
    pv_page_end_line(page);
    if (indent) pv_page_go_to(page, indent);
  }
}
