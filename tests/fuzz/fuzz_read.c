// Any bytes are read or refused with a message; the text is valid UTF-8 and leads back to the file.
#include <stdlib.h>

#include "base/utf8.h"
#include "read/document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_source(const pv_document *document) {
  size_t end = pv_document_text(document).size;
  size_t last = 0;
  for (size_t i = 0; i < end; i++) {
    pv_origin source = pv_document_locate(document, i);
    if (source.kind != PV_ORIGIN_BYTE) continue;
    if (source.number < last || source.number >= pv_document_size(document)) abort();
    last = source.number;
  }
  pv_origin behind = pv_document_locate(document, end);
  if (behind.kind == PV_ORIGIN_BYTE && behind.number > pv_document_size(document) + 1) abort();
}

static void check_diagnostics(const pv_document *document) {
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics = pv_document_diagnostics(document, arena);
  for (size_t i = 0; i < diagnostics.count; i++) {
    pv_span at = diagnostics.items[i].at;
    if (at.start > at.end || at.end > pv_document_text(document).size) abort();
  }
  pv_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pv_error err = {0};
  pv_document *document =
      pv_document_from_bytes((pv_str){(const char *)data, size}, "fuzz", NULL, &err);
  if (!document) {
    if (!err.code || !err.message[0]) abort();
    return 0;
  }
  pv_str text = pv_document_text(document);
  if (!text.size || pv_utf8_valid(text) != text.size) abort();
  check_source(document);
  check_diagnostics(document);
  pv_document_free(document);
  return 0;
}
