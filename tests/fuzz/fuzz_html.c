// Any bytes are read as a web page, or refused with a message; the text is valid UTF-8.
#include <stdlib.h>

#include "base/utf8.h"
#include "read/document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pv_error err = {0};
  pv_read_options options = {.as = "html", .revisions = size % 2};
  pv_document *document =
      pv_document_from_bytes((pv_str){(const char *)data, size}, "fuzz", &options, &err);
  if (!document) {
    if (!err.code || !err.message[0]) abort();
    return 0;
  }
  pv_str text = pv_document_text(document);
  if (!text.size || pv_utf8_valid(text) != text.size) abort();
  for (size_t i = 0; i < text.size; i++)
    if (pv_document_locate(document, i).kind != PV_ORIGIN_ELEMENT) abort();
  pv_document_free(document);
  return 0;
}
