#include "support/check_text.h"

#include "base/str.h"
#include "read/document.h"
#include "support/pvtest.h"

void pv_check_text(pv_str bytes, const pv_read_options *options, const char *text,
                   const char *message) {
  pv_error err = {0};
  pv_document *document = pv_document_from_bytes(bytes, "test", options, &err);
  if (!document) fail_msg("%s", err.message);
  pv_arena *arena = pv_arena_new(0);
  assert_string_equal(pv_str_copy(arena, pv_document_text(document)).data, text);
  pv_diagnostics diagnostics = pv_document_diagnostics(document, arena);
  assert_int_equal(diagnostics.count, message ? 1 : 0);
  if (message) assert_string_equal(pv_str_copy(arena, diagnostics.items[0].message).data, message);
  pv_arena_free(arena);
  pv_document_free(document);
}

void pv_check_refused(pv_str bytes, const pv_read_options *options, pv_error_code code,
                      const char *part) {
  pv_error err = {0};
  pv_document *document = pv_document_from_bytes(bytes, "test", options, &err);
  if (document) fail_msg("was read");
  assert_int_equal(err.code, code);
  if (!strstr(err.message, part)) fail_msg("\"%s\" does not say \"%s\"", err.message, part);
}
