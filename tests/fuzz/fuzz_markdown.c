// Any bytes are read as Markdown, or refused with a message.
#include <stdlib.h>

#include "base/utf8.h"
#include "read/document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pv_error err = {0};
  pv_read_options options = {.as = "md"};
  pv_document *document =
      pv_document_from_bytes((pv_str){(const char *)data, size}, "fuzz", &options, &err);
  if (!document) {
    if (!err.code || !err.message[0]) abort();
    return 0;
  }
  pv_str text = pv_document_text(document);
  if (!text.size || pv_utf8_valid(text) != text.size) abort();
  for (size_t i = 0; i < text.size; i++)
    if (pv_document_locate(document, i).number > pv_document_size(document)) abort();
  pv_document_free(document);
  return 0;
}
