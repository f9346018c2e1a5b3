// buffer.h - text that grows in an arena.
//
//   pv_buffer out = {.arena = arena};
//   pv_buffer_add(&out, PV_STR("section "));
//   pv_buffer_printf(&out, "%d", 2);
//   pv_str text = pv_buffer_str(&out);
#ifndef PV_BASE_BUFFER_H
#define PV_BASE_BUFFER_H

#include "base/arena.h"

typedef struct {
  pv_arena *arena;
  char *data;
  size_t size;
  size_t capacity;
} pv_buffer;

void pv_buffer_add(pv_buffer *buffer, pv_str text);
void pv_buffer_add_char(pv_buffer *buffer, char c);
void pv_buffer_repeat(pv_buffer *buffer, char c, size_t count);
__attribute__((format(printf, 2, 3))) void pv_buffer_printf(pv_buffer *buffer, const char *format,
                                                            ...);

// Valid until something is added.
static inline pv_str pv_buffer_str(const pv_buffer *buffer) {
  return (pv_str){buffer->data ? buffer->data : "", buffer->size};
}

#endif
