// Any bytes in a legal document in XML are read or refused with a message.
#include <stdlib.h>
#include <string.h>

#include "support/check_document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char head[] = "<akomaNtoso>", tail[] = "</akomaNtoso>";
  size_t before = sizeof head - 1, behind = sizeof tail - 1;
  char *bytes = malloc(before + size + behind);
  if (!bytes) return 0;
  memcpy(bytes, head, before);
  if (size) memcpy(bytes + before, data, size);
  memcpy(bytes + before + size, tail, behind);
  pv_check_document((pv_str){bytes, before + size + behind},
                    size % 2 ? PV_REVISIONS_ORIGINAL : PV_REVISIONS_ACCEPTED);
  free(bytes);
  return 0;
}
