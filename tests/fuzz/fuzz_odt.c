// Mutated parts, zipped to an OpenDocument text, are read or refused with a message.
#include <stdlib.h>
#include <string.h>

#include "support/check_document.h"
#include "support/made_odt.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PARTS = 3, MOST = 30000 };

// The input is body, automatic styles and styles, a line that is just "=" between them.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = malloc(size + 1), *parts[PARTS] = {0};
  if (!text || size > MOST) {
    free(text);
    return 0;
  }
  memcpy(text, data, size);
  text[size] = '\0';
  size_t count = 0;
  for (char *at = text; at && count < PARTS; count++) {
    parts[count] = at;
    char *end = strstr(at, "\n=\n");
    if (end) *end = '\0', end += 3;
    at = end;
  }
  size_t zipped;
  char *bytes = pv_made_odt_bytes(parts[1] ? parts[1] : "", parts[0], parts[2], &zipped);
  pv_check_document((pv_str){bytes, zipped},
                    size % 2 ? PV_REVISIONS_ORIGINAL : PV_REVISIONS_ACCEPTED);
  free(bytes);
  free(text);
  return 0;
}
