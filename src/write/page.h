// page.h - text for a terminal: folded, measured in columns, wrapped, and coloured if wanted.
#ifndef PV_WRITE_PAGE_H
#define PV_WRITE_PAGE_H

#include "base/buffer.h"
#include "write/output.h"

typedef enum {
  PV_STYLE_PLAIN,
  PV_STYLE_BOLD,
  PV_STYLE_DIM,
  PV_STYLE_RED,
  PV_STYLE_YELLOW,
  PV_STYLE_GREEN,
  PV_STYLE_BLUE,
  PV_STYLE_MAGENTA,
  PV_STYLE_CYAN,
} pv_style;

typedef struct {
  pv_output *output;
  size_t width;
  bool color;
  size_t column; // where the next byte goes
} pv_page;

// The columns that `text` takes; wide characters take two, combining ones none.
size_t pv_display_width(pv_str text);

// How many bytes of `text` fit into `width` columns.
size_t pv_display_fit(pv_str text, size_t width);

// `text` with its runs of white space as one space, without control characters and marks that turn
// the direction of text around: what stands in a file does nothing to a terminal.
pv_str pv_display_clean(pv_arena *arena, pv_str text);

// The name of a file: as clean, but with all its spaces.
pv_str pv_display_path(pv_arena *arena, pv_str path);

// At most `width` columns of `text`, cut between words with " …" where it is longer.
pv_str pv_display_cut(pv_arena *arena, pv_str text, size_t width);

// Adds `text`, which is clean, on the current line.
void pv_page_put(pv_page *page, pv_style style, pv_str text);

void pv_page_put_number(pv_page *page, pv_style style, uint64_t number);

// Goes to a column of this line, or one space on if it is passed.
void pv_page_go_to(pv_page *page, size_t column);

void pv_page_end_line(pv_page *page);

// Adds `text` in words, up to `end` columns a line; lines after the first start at `indent`.
void pv_page_wrap(pv_page *page, pv_style style, pv_str text, size_t indent, size_t end);

#endif
