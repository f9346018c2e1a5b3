#include "support/check_document.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/document.h"

static void check_places(const pv_document *document) {
  size_t size = pv_document_text(document).size;
  for (size_t i = 0; i <= size; i += size / 50 + 1) {
    pv_origin origin = pv_document_locate(document, i);
    bool is_byte = origin.kind == PV_ORIGIN_BYTE;
    if (is_byte && origin.number > pv_document_size(document) + 1) abort();
    if (!is_byte && !origin.number) abort();
    if (origin.kind == PV_ORIGIN_PARAGRAPH && !origin.name.size) abort();
  }
}

static bool check(void *context, const char *uri, pv_document *document, const pv_error *why) {
  (void)context;
  if (!uri || !*uri) abort();
  if (!document) {
    if (!why->code || !why->message[0]) abort();
    return true;
  }
  pv_str text = pv_document_text(document);
  if (!text.size || pv_utf8_valid(text) != text.size || memchr(text.data, 0, text.size)) abort();
  check_places(document);
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics = pv_document_diagnostics(document, arena);
  for (size_t i = 0; i < diagnostics.count; i++) {
    pv_span at = diagnostics.items[i].at;
    if (at.start > at.end || at.end > text.size || !diagnostics.items[i].message.size) abort();
    if (pv_utf8_valid(diagnostics.items[i].message) != diagnostics.items[i].message.size) abort();
  }
  pv_arena_free(arena);
  pv_document_free(document);
  return true;
}

void pv_check_document(pv_str bytes, pv_revisions revisions) {
  pv_documents_from_bytes(bytes, "fuzz", &(pv_read_options){.revisions = revisions}, check, NULL);
}
