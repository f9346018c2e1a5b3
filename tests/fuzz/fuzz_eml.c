// Any bytes are read as an e-mail and as a mailbox, or refused with a message.
#include <stdlib.h>
#include <string.h>

#include "support/check_document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_behind(const char *head, const uint8_t *data, size_t size) {
  size_t before = strlen(head);
  char *bytes = malloc(before + size);
  if (!bytes) return;
  memcpy(bytes, head, before);
  if (size) memcpy(bytes + before, data, size);
  pv_check_document((pv_str){bytes, before + size}, PV_REVISIONS_ACCEPTED);
  free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  check_behind("MIME-Version: 1.0\n", data, size);
  check_behind("From a@example.com Mon Jun  1 10:00:00 2026\n", data, size);
  return 0;
}
