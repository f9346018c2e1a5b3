// furniture.h - page furniture: what the pages of the original left in the text.
//
//   in:  the lines of a text
//   out: the pieces of it that are no part of the contract, in order, not overlapping
#ifndef PV_TEXT_FURNITURE_H
#define PV_TEXT_FURNITURE_H

#include "base/vector.h"
#include "text/line.h"
#include "text/text.h"

typedef PV_VECTOR(pv_furniture) pv_furniture_list;

pv_furniture_list pv_furniture_find(pv_arena *arena, const pv_lines *lines);

enum { PV_LONGEST_FURNITURE = 200 }; // bytes of a line that may be all furniture

// Reads a page number at the start of `text`, which has to end there: "12", "iv", "A-3", "- 12 -",
// "Page 3 of 20". `number` is its value (0 where it has none that counts on), `marked` whether it
// says that it is one: "12" alone does not.
bool pv_page_number_read(pv_str text, uint32_t *number, bool *marked);

// The furniture at the end of `line`, a long one, before a page break: "… of this Agreement.   12".
pv_span pv_page_number_at_end(pv_str text, pv_span line, uint32_t *number, size_t *gap);

// Behind the footer "Source: EXAMPLE CORP, 10-K, 3/31/2019" that starts at `at`, or `at`.
uint32_t pv_source_footer_end(pv_str text, uint32_t at, uint32_t end);

// Which lines come back on the pages; indexed by line, in the arena.
const bool *pv_running_lines_find(pv_arena *arena, const pv_lines *lines);

// Which lines are those of a table of contents.
const bool *pv_contents_lines_find(pv_arena *arena, const pv_lines *lines);

#endif
