#include "write/output.h"

bool pv_output_flush(pv_output *output) {
  if (!output->failed && output->size &&
      !output->sink.write(output->sink.to, output->bytes, output->size))
    output->failed = true;
  output->size = 0;
  return !output->failed;
}

void pv_output_add_slow(pv_output *output, const char *bytes, size_t size) {
  while (size) {
    if (output->size == PV_OUTPUT_SIZE) pv_output_flush(output);
    size_t room = PV_OUTPUT_SIZE - output->size;
    size_t part = size < room ? size : room;
    memcpy(output->bytes + output->size, bytes, part);
    output->size += part;
    bytes += part;
    size -= part;
  }
}

void pv_output_add_number(pv_output *output, uint64_t number) {
  char digits[20];
  size_t first = sizeof digits;
  do digits[--first] = (char)('0' + number % 10);
  while (number /= 10);
  pv_output_add(output, (pv_str){digits + first, sizeof digits - first});
}
