// Any bytes are taken apart as a filing: each document is read, or refused with a message.
#include <stdlib.h>

#include "base/utf8.h"
#include "read/document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool take(void *context, const char *uri, pv_document *document, const pv_error *why) {
  size_t *count = context;
  ++*count;
  if (!uri || (!document && (!why->code || !why->message[0]))) abort();
  if (!document) return true;
  pv_str text = pv_document_text(document);
  if (!text.size || pv_utf8_valid(text) != text.size) abort();
  pv_document_free(document);
  return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  size_t count = 0;
  pv_read_options options = {.as = "edgar", .exhibits = size % 2};
  pv_documents_from_bytes((pv_str){(const char *)data, size}, "fuzz", &options, take, &count);
  if (!count) abort();
  return 0;
}
