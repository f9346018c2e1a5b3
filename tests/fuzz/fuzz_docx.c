// Mutated parts, zipped to a Word document, are read or refused with a message; what comes out is
// valid UTF-8 that leads back to paragraphs.
#include <stdlib.h>
#include <string.h>

#include "support/check_document.h"
#include "support/made_docx.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PARTS = 7 };

// The input is the parts, a line that is just "=" between them.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = malloc(size + 1), *parts[PARTS] = {0};
  if (!text) return 0;
  memcpy(text, data, size);
  text[size] = '\0';
  size_t count = 0;
  for (char *at = text; at && count < PARTS; count++) {
    parts[count] = at;
    char *end = strstr(at, "\n=\n");
    if (end) *end = '\0', end += 3;
    at = end;
  }
  pv_made_docx docx = {.body = parts[0],
                       .styles = parts[1],
                       .numbering = parts[2],
                       .footnotes = parts[3],
                       .endnotes = parts[4],
                       .comments = parts[5],
                       .chunk_name = parts[6] ? "chunk" : NULL,
                       .chunk = parts[6],
                       .strict = size % 7 == 0};
  size_t zipped;
  char *bytes = pv_made_docx_bytes(&docx, &zipped);
  pv_check_document((pv_str){bytes, zipped},
                    size % 2 ? PV_REVISIONS_ORIGINAL : PV_REVISIONS_ACCEPTED);
  if (zipped > size % 97) bytes[size * 31 % zipped] ^= (char)(1 << size % 8); // a damaged archive
  pv_check_document((pv_str){bytes, zipped}, PV_REVISIONS_ACCEPTED);
  free(bytes);
  free(text);
  return 0;
}
