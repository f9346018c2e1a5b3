#include "base/vector.h"

#include <string.h>

size_t pv_vector_grow(pv_arena *arena, void *items, size_t capacity, size_t item_size) {
  size_t grown = capacity ? capacity * 2 : 8;
  void *old;
  memcpy(&old, items, sizeof old);
  void *new = pv_arena_grow(arena, old, capacity * item_size, grown * item_size);
  memcpy(items, &new, sizeof new);
  return grown;
}
