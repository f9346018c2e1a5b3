// layout.h - lines of text with their places on pages, put together as paragraphs.
//
//   in:  the lines of all pages in reading order, as an extractor found them
//   out: paragraphs in a builder, without what pages repeat: headers, footers, page and line
//   numbers
#ifndef PV_READ_LAYOUT_H
#define PV_READ_LAYOUT_H

#include "read/builder.h"

typedef struct {
  pv_str text;
  int16_t box[4]; // left, top, right, bottom in points from the top left corner
  uint32_t page;  // from 1
  uint32_t block; // lines of one number stand together
  bool is_left_out;
} pv_layout_line;

typedef struct {
  pv_arena *arena;
  PV_VECTOR(pv_layout_line) lines;
  PV_VECTOR(int16_t) heights; // of the pages
} pv_layout;

// Blocks that stand beside each other on a page are read from left to right, columns so.
void pv_layout_order(pv_layout *layout);

// Leaves out lines that stand near the edge of three pages or more, alike but for their numbers;
// page numbers that stand alone there; and the numbers of lines.
void pv_layout_drop_furniture(pv_layout *layout);

// A word that was divided at the end of a line is one again.
void pv_layout_write(const pv_layout *layout, pv_builder *builder);

#endif
