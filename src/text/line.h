// line.h - the lines of a text, as page furniture is recognised on them.
#ifndef PV_TEXT_LINE_H
#define PV_TEXT_LINE_H

#include "base/arena.h"
#include "base/str.h"

typedef struct {
  pv_str text;
  const uint32_t *starts; // byte offsets; the first is 0
  const pv_span *trimmed; // without the white space around them and their line ends
  size_t count;
} pv_lines;

pv_lines pv_lines_find(pv_arena *arena, pv_str text);

// Line `i` without the white space around it and its line end; empty where it is blank.
static inline pv_span pv_line_trimmed(const pv_lines *lines, size_t i) { return lines->trimmed[i]; }

// How many lines without text stand before line `i`, and behind it.
size_t pv_line_blanks_before(const pv_lines *lines, size_t i);
size_t pv_line_blanks_behind(const pv_lines *lines, size_t i);

#endif
