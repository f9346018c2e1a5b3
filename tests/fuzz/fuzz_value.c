// Any bytes give values that are in order, in bounds and not empty.
#include <stdlib.h>

#include "value/value.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pv_arena *arena = pv_arena_new(0);
  pv_text text = {.bytes = {(const char *)data, size}, .vocabulary = pv_vocabulary_new(arena)};
  text.tokens = pv_tokenize(arena, text.bytes, text.vocabulary, (pv_spans){0});
  pv_values values = pv_values_read(arena, &text);
  uint32_t end = 0;
  for (size_t i = 0; i < values.count; i++) {
    const pv_value *value = &values.items[i];
    if (value->first < end || value->end <= value->first) abort();
    if (value->end > text.tokens.count) abort();
    if (value->kind == PV_VALUE_DATE) pv_date_print(arena, value);
    if (value->kind == PV_VALUE_PERIOD) pv_period_print(arena, value);
    pv_decimal_print(arena, value->number);
    end = value->end;
  }
  pv_arena_free(arena);
  return 0;
}
