// place.h - lines and columns of offsets that lie near each other, without counting from the start
// of the line each time: a contract may be one line of a megabyte.
#ifndef PV_WRITE_PLACE_H
#define PV_WRITE_PLACE_H

#include "text/text.h"

// Zero-initialise all but `text`.
typedef struct {
  const pv_text *text;
  size_t line;     // index of the line of the last place
  uint32_t offset; // the last place
  uint32_t before; // characters before it in its line
} pv_placer;

// As pv_text_place.
void pv_placer_find(pv_placer *placer, uint32_t offset, uint32_t *line, uint32_t *column);

#endif
