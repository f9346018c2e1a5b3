#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

// Room for `more` bytes; returns where they go.
static char *reserve(pv_buffer *buffer, size_t more) {
  if (buffer->capacity - buffer->size < more) {
    size_t wanted = buffer->capacity ? buffer->capacity * 2 : FIRST_CAPACITY;
    if (wanted - buffer->size < more) wanted = buffer->size + more;
    buffer->data = pv_arena_grow(buffer->arena, buffer->data, buffer->capacity, wanted);
    buffer->capacity = wanted;
  }
  return buffer->data + buffer->size;
}

void pv_buffer_add(pv_buffer *buffer, pv_str text) {
  if (!text.size) return;
  memcpy(reserve(buffer, text.size), text.data, text.size);
  buffer->size += text.size;
}

void pv_buffer_add_char(pv_buffer *buffer, char c) { pv_buffer_add(buffer, (pv_str){&c, 1}); }

void pv_buffer_repeat(pv_buffer *buffer, char c, size_t count) {
  if (!count) return;
  memset(reserve(buffer, count), c, count);
  buffer->size += count;
}

void pv_buffer_printf(pv_buffer *buffer, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int size = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (size > 0) {
    vsnprintf(reserve(buffer, (size_t)size + 1), (size_t)size + 1, format, again);
    buffer->size += (size_t)size;
  }
  va_end(again);
}
