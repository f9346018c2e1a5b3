// Whatever the program and the tokens, the machine finds what the reference matcher finds.
#include <stdlib.h>

#include "support/random_match.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pv_random_match match;
  pv_random_match_read(&match, data, size);
  if (pv_random_match_compare(&match)) abort();
  return 0;
}
