// vector.h - an array in an arena that grows by doubling.
//
//   PV_VECTOR(pv_span) spans = {0};
//   PV_PUSH(arena, &spans, ((pv_span){0, 4}));
//   for (size_t i = 0; i < spans.count; i++) use(spans.items[i]);
#ifndef PV_BASE_VECTOR_H
#define PV_BASE_VECTOR_H

#include "base/arena.h"

#define PV_VECTOR(type)                                                                            \
  struct {                                                                                         \
    type *items;                                                                                   \
    size_t count;                                                                                  \
    size_t capacity;                                                                               \
  }

// Room for one item more; returns the new capacity. `items` is the address of the item pointer.
size_t pv_vector_grow(pv_arena *arena, void *items, size_t capacity, size_t item_size);

// Adds `value` (in parentheses if it holds commas at top level) behind the last item.
#define PV_PUSH(arena, vector, ...)                                                                \
  ((void)((vector)->count == (vector)->capacity &&                                                 \
          ((vector)->capacity = pv_vector_grow(arena, (void *)&(vector)->items,                    \
                                               (vector)->capacity, sizeof *(vector)->items))),     \
   (void)((vector)->items[(vector)->count++] = (__VA_ARGS__)))

#endif
