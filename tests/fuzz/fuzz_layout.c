// What the programs that read PDF write, mutated, becomes paragraphs on pages or an error.
#include <stdlib.h>

#include "base/utf8.h"
#include "read/pdf_output.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool (*parse)(pv_layout *, pv_str, pv_error *), const uint8_t *data,
                  size_t size) {
  pv_arena *arena = pv_arena_new(0);
  pv_reading reading = {.arena = arena, .diagnostics = {.arena = arena}};
  pv_layout layout = {.arena = arena};
  pv_error err = {0};
  char *output = pv_arena_alloc(arena, size + 1);
  for (size_t i = 0; i < size; i++) output[i] = (char)data[i];
  if (parse(&layout, (pv_str){output, size}, &err)) {
    pv_builder builder;
    pv_builder_begin(&builder, &reading);
    pv_layout_order(&layout);
    pv_layout_drop_furniture(&layout);
    pv_layout_write(&layout, &builder);
    pv_builder_take(&builder);
    if (pv_utf8_valid(reading.text) != reading.text.size) abort();
    for (size_t i = 0; i < reading.places.count; i++)
      if (!reading.places.items[i].source.number) abort();
  } else if (!err.code) {
    abort();
  }
  pv_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  check(pv_pdf_parse_boxes, data, size);
  check(pv_pdf_parse_characters, data, size);
  return 0;
}
