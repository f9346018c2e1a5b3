#include "base/diagnostic.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/str.h"
#include "base/utf8.h"

void pv_diagnose(pv_diagnostics *diagnostics, pv_diagnostic_id id, pv_span at, const char *format,
                 ...) {
  char message[1024];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  pv_utf8_repair(message, strlen(message));
  pv_str kept = pv_str_copy(diagnostics->arena, pv_str_from(message));
  PV_PUSH(diagnostics->arena, diagnostics, ((pv_diagnostic){id, at, kept}));
}

const char *pv_diagnostic_id_name(pv_diagnostic_id id) {
  static const char *const names[PV_DIAGNOSTIC_COUNT] = {
      [PV_DIAGNOSTIC_STEP_LIMIT] = "step_limit",
      [PV_DIAGNOSTIC_SENTENCE_LIMIT] = "sentence_limit",
      [PV_DIAGNOSTIC_OTHER_LANGUAGE] = "other_language",
      [PV_DIAGNOSTIC_INVALID_BYTES] = "invalid_bytes",
      [PV_DIAGNOSTIC_ENCODING_GUESSED] = "encoding_guessed",
      [PV_DIAGNOSTIC_HIDDEN_TEXT] = "hidden_text",
      [PV_DIAGNOSTIC_PART_LEFT_OUT] = "part_left_out",
      [PV_DIAGNOSTIC_NO_TEXT] = "no_text",
      [PV_DIAGNOSTIC_REVISIONS] = "revisions",
      [PV_DIAGNOSTIC_COMMENTS] = "comments",
      [PV_DIAGNOSTIC_MEMBERS_LEFT] = "members_left",
  };
  return names[id];
}

const char *pv_diagnostic_severity_name(pv_diagnostic_id id) {
  return id < PV_DIAGNOSTIC_WARNINGS ? "warning" : "note";
}
