// number_format.h - the numbers of lists as word processors write them.
#ifndef PV_READ_NUMBER_FORMAT_H
#define PV_READ_NUMBER_FORMAT_H

#include "base/buffer.h"

typedef enum {
  PV_FORMAT_DECIMAL, // 3
  PV_FORMAT_NONE,
  PV_FORMAT_BULLET,
  PV_FORMAT_DECIMAL_ZERO, // 03
  PV_FORMAT_LOWER_LETTER, // c; aa behind z
  PV_FORMAT_UPPER_LETTER,
  PV_FORMAT_LOWER_ROMAN,
  PV_FORMAT_UPPER_ROMAN,
  PV_FORMAT_ORDINAL,       // 3rd
  PV_FORMAT_CARDINAL_TEXT, // Three
  PV_FORMAT_ORDINAL_TEXT,  // Third
  PV_FORMAT_CHICAGO,       // *, †, ‡, §, **, …
} pv_number_format;

// Adds `number` as that format has it; in figures where the format has no such number.
void pv_number_format_add(pv_buffer *out, pv_number_format format, int32_t number);

#endif
