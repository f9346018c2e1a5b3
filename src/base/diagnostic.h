// diagnostic.h - what a document has to report about its own reading: the call went well, but
// something was left out, guessed or cut. Stable ids, in the order of the text.
#ifndef PV_BASE_DIAGNOSTIC_H
#define PV_BASE_DIAGNOSTIC_H

#include "base/vector.h"

// Banded by severity: below PV_DIAGNOSTIC_WARNINGS something was left out of the report, from there
// on something was guessed or noted.
typedef enum {
  PV_DIAGNOSTIC_STEP_LIMIT,     // matching stopped early in a sentence
  PV_DIAGNOSTIC_SENTENCE_LIMIT, // a sentence was cut into windows
  PV_DIAGNOSTIC_OTHER_LANGUAGE, // a block was left out of matching
  PV_DIAGNOSTIC_INVALID_BYTES,  // bytes that are no text were replaced
  PV_DIAGNOSTIC_HIDDEN_TEXT,    // text that the file does not show was left out
  PV_DIAGNOSTIC_PART_LEFT_OUT,  // a part of the file could not be read
  PV_DIAGNOSTIC_WARNINGS,
  PV_DIAGNOSTIC_ENCODING_GUESSED = PV_DIAGNOSTIC_WARNINGS,
  PV_DIAGNOSTIC_NO_TEXT,      // only white space in it
  PV_DIAGNOSTIC_REVISIONS,    // tracked changes were taken as made, or as not made
  PV_DIAGNOSTIC_COMMENTS,     // comments are no part of the text
  PV_DIAGNOSTIC_MEMBERS_LEFT, // members of a container that are no documents
  PV_DIAGNOSTIC_COUNT,
} pv_diagnostic_id;

typedef struct {
  pv_diagnostic_id id;
  pv_span at;
  pv_str message;
} pv_diagnostic;

typedef struct {
  pv_arena *arena; // holds the messages
  pv_diagnostic *items;
  size_t count;
  size_t capacity;
} pv_diagnostics;

__attribute__((format(printf, 4, 5))) void
pv_diagnose(pv_diagnostics *diagnostics, pv_diagnostic_id id, pv_span at, const char *format, ...);

// "step_limit", "other_language", …
const char *pv_diagnostic_id_name(pv_diagnostic_id id);

// "warning" for what was left out, "note" for the rest.
const char *pv_diagnostic_severity_name(pv_diagnostic_id id);

#endif
