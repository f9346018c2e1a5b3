// reader.h - the formats that are read: one file each, one row each in the table of reader.c.
#ifndef PV_READ_READER_H
#define PV_READ_READER_H

#include "base/diagnostic.h"
#include "read/source_map.h"

// `bytes` come in; the reader fills in the rest.
typedef struct {
  pv_arena *arena; // where text and runs go, unless the text is the bytes themselves
  pv_str bytes;
  pv_str text;     // valid UTF-8 without NUL
  pv_str encoding; // a literal: "utf-8"
  pv_source_map map;
  pv_diagnostics diagnostics;
} pv_reading;

typedef struct {
  const char *name;
  const char *media_type;
  const char *const *extensions; // without the dot, in lower case; NULL behind the last
  bool (*sniff)(pv_str bytes);   // are these bytes of that format? NULL: they do not tell
  bool (*read)(pv_reading *reading, pv_error *err);
} pv_reader;

// All readers; the first one takes what no other one claims.
const pv_reader *pv_readers(size_t *count);

// The reader called `as`, or, if that is NULL, the one for these bytes and this name. NULL and
// `err` for an unknown name, and for bytes of a format that has no reader.
const pv_reader *pv_reader_choose(pv_str bytes, pv_str path, const char *as, pv_error *err);

bool pv_read_text(pv_reading *reading, pv_error *err);
bool pv_read_markdown(pv_reading *reading, pv_error *err);

#endif
