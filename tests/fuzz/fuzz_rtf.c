// Any bytes behind the head of a rich text are read or refused with a message.
#include <stdlib.h>
#include <string.h>

#include "support/check_document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char head[] = "{\\rtf1";
  size_t before = sizeof head - 1;
  char *bytes = malloc(before + size);
  if (!bytes) return 0;
  memcpy(bytes, head, before);
  if (size) memcpy(bytes + before, data, size);
  pv_check_document((pv_str){bytes, before + size},
                    size % 2 ? PV_REVISIONS_ORIGINAL : PV_REVISIONS_ACCEPTED);
  free(bytes);
  return 0;
}
