// source_map.h - from an offset of the text back to the byte of the file that it came from.
#ifndef PV_READ_SOURCE_MAP_H
#define PV_READ_SOURCE_MAP_H

#include "base/vector.h"

// From here on every `text_unit` bytes of the text are `file_unit` bytes of the file: 1 and 1 where
// nothing was converted, 2 and 1 for an é of windows-1252.
typedef struct {
  uint32_t text;
  uint32_t file;
  uint8_t text_unit;
  uint8_t file_unit;
} pv_source_run;

// Without runs the offsets are the same.
typedef PV_VECTOR(pv_source_run) pv_source_map;

// Text that starts at `text` came from `file`; calls go in the order of the text. What goes on as
// the last run did makes no new one.
void pv_source_map_add(pv_arena *arena, pv_source_map *map, pv_source_run run);

// An offset inside a unit came from the start of its bytes. Binary search.
size_t pv_source_map_find(const pv_source_map *map, size_t offset);

#endif
