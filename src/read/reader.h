// reader.h - the formats that are read: one file each, one row each in the table of reader.c.
#ifndef PV_READ_READER_H
#define PV_READ_READER_H

#include <proviso/document.h>

#include "base/diagnostic.h"
#include "read/locator.h"
#include "read/source_map.h"

// `bytes` and `options` come in; the reader fills in the rest.
typedef struct {
  pv_arena *arena; // where text and runs go, unless the text is the bytes themselves
  pv_str bytes;
  pv_read_options options;
  size_t nesting;     // documents that it is a part of
  pv_str text;        // valid UTF-8 without NUL
  pv_str encoding;    // a literal: "utf-8"
  pv_source_map map;  // of text that is the file's, converted at most
  pv_locators places; // of text that was put together; then `map` is empty
  pv_diagnostics diagnostics;
} pv_reading;

typedef struct pv_container pv_container;

// Either `read`, for a format of one document, or `unpack`, for one that holds documents.
typedef struct {
  const char *name;
  const char *media_type;
  const char *const *extensions; // without the dot, in lower case; NULL behind the last
  bool (*sniff)(pv_str bytes);   // are these bytes of that format? NULL: they do not tell
  bool (*read)(pv_reading *reading, pv_error *err);
  bool (*unpack)(pv_container *container, pv_str bytes, pv_error *err); // see read/container.h
} pv_reader;

// All readers; the first one takes what no other one claims.
const pv_reader *pv_readers(size_t *count);

// The reader called `as`, or, if that is NULL, the one for these bytes and this name. NULL and
// `err` for an unknown name, and for bytes of a format that has no reader.
const pv_reader *pv_reader_choose(pv_str bytes, pv_str path, const char *as, pv_error *err);

// Does the name say that it is one of a document: by an extension of the table, or by having none?
bool pv_reader_takes_name(pv_str name);

// Is there nothing but white space, byte order marks, spaces without width and spaces
// that do not break?
bool pv_text_is_blank(pv_str text);

#endif
