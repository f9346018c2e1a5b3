#include "read/source_map.h"

static size_t source(const pv_source_run *run, size_t offset) {
  return run->file + (offset - run->text) / run->text_unit * run->file_unit;
}

void pv_source_map_add(pv_arena *arena, pv_source_map *map, pv_source_run run) {
  if (map->count) {
    const pv_source_run *last = &map->items[map->count - 1];
    if (last->text_unit == run.text_unit && last->file_unit == run.file_unit &&
        (run.text - last->text) % run.text_unit == 0 && source(last, run.text) == run.file)
      return;
  }
  PV_PUSH(arena, map, run);
}

size_t pv_source_map_find(const pv_source_map *map, size_t offset) {
  if (!map->count) return offset;
  size_t low = 0;
  for (size_t high = map->count; high - low > 1;) {
    size_t middle = low + (high - low) / 2;
    if (map->items[middle].text <= offset)
      low = middle;
    else
      high = middle;
  }
  return source(&map->items[low], offset);
}
