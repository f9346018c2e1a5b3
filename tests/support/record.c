#include "support/record.h"

#include "base/str.h"
#include "read/document.h"
#include "support/pvtest.h"

__attribute__((format(printf, 2, 3))) static void note(pv_record *r, const char *format, ...) {
  size_t used = strlen(r->log);
  va_list args;
  va_start(args, format);
  vsnprintf(r->log + used, PV_RECORD_ROOM - used, format, args);
  va_end(args);
}

bool pv_record_take(void *context, const char *uri, pv_document *document, const pv_error *why) {
  pv_record *r = context;
  if (!document) {
    note(r, "%s: %s\n", uri, pv_error_code_name(why->code));
    return ++r->count != r->stop_after;
  }
  pv_str text = pv_document_text(document);
  note(r, "%s = " PV_STR_FMT "\n", uri, PV_STR_ARG(text));
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics = pv_document_diagnostics(document, arena);
  for (size_t i = 0; i < diagnostics.count; i++)
    note(r, "  " PV_STR_FMT "\n", PV_STR_ARG(diagnostics.items[i].message));
  pv_arena_free(arena);
  pv_document_free(document);
  return ++r->count != r->stop_after;
}

void pv_check_record(pv_str bytes, const char *uri, const char *expected) {
  pv_record r = {0};
  assert_true(pv_documents_from_bytes(bytes, uri, NULL, pv_record_take, &r));
  assert_string_equal(r.log, expected);
}
