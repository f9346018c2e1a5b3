// mime.h - the parts of an e-mail: RFC 5322 headers, RFC 2045 parameters and encodings, RFC 2047
// and 2231 names.
#ifndef PV_READ_MIME_H
#define PV_READ_MIME_H

#include "base/arena.h"

// Views of the bytes of the message.
typedef struct {
  pv_str head; // its header lines
  pv_str body; // as it was sent
} pv_mime;

// At the first empty line.
pv_mime pv_mime_split(pv_str bytes);

// The value of a header, its lines joined; empty if it is missing. Letters of ASCII are alike.
pv_str pv_mime_header(pv_arena *arena, const pv_mime *part, const char *name);

// "text/html" of a Content-Type, in lower case; what stands before the first semicolon.
pv_str pv_mime_kind(pv_arena *arena, pv_str value);

// A parameter of a header, in UTF-8: `charset`, `boundary`, `filename`; empty if it is missing.
pv_str pv_mime_parameter(pv_arena *arena, pv_str value, const char *name);

// The body without its transfer encoding, in memory from malloc(), which is yours; NULL where the
// system gives none.
char *pv_mime_decode(pv_arena *arena, const pv_mime *part, size_t *size);

// Goes over the parts of a body between lines that are "--" and the boundary; false behind the
// last. `*pos` starts as 0.
bool pv_mime_next(pv_str body, pv_str boundary, size_t *pos, pv_mime *part);

#endif
