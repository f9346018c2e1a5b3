// output.h - bytes on their way to a sink, in large pieces.
#ifndef PV_WRITE_OUTPUT_H
#define PV_WRITE_OUTPUT_H

#include <string.h>

#include <proviso/write.h>

enum { PV_OUTPUT_SIZE = 64 << 10 };

typedef struct {
  pv_sink sink;
  bool failed; // the sink took no more; all after that is dropped
  size_t size;
  char *bytes; // PV_OUTPUT_SIZE of them, borrowed
} pv_output;

// Hands what is there to the sink. False if the sink failed, now or before.
bool pv_output_flush(pv_output *output);

// Any size.
void pv_output_add_slow(pv_output *output, const char *bytes, size_t size);

static inline void pv_output_add(pv_output *output, pv_str text) {
  if (PV_OUTPUT_SIZE - output->size < text.size) {
    pv_output_add_slow(output, text.data, text.size);
    return;
  }
  if (text.size) memcpy(output->bytes + output->size, text.data, text.size);
  output->size += text.size;
}

static inline void pv_output_add_char(pv_output *output, char c) {
  if (output->size == PV_OUTPUT_SIZE) pv_output_flush(output);
  output->bytes[output->size++] = c;
}

void pv_output_add_number(pv_output *output, uint64_t number);

#endif
