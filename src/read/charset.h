// charset.h - the encoding that a web page declares, where its bytes do not tell it themselves.
#ifndef PV_READ_CHARSET_H
#define PV_READ_CHARSET_H

#include "read/reader.h"

// Fills in text and encoding of a page: by byte order mark, as UTF-8 where that is what the bytes
// are, as declared, or as windows-1252. Offsets into this text are none of the document, so what
// diagnostics say of places in it is taken back.
void pv_charset_decode(pv_reading *reading);

// Converts `bytes` from the encoding that `name` names to UTF-8, in `arena`; what is no text
// becomes U+FFFD. False where nobody knows the encoding.
bool pv_charset_convert(pv_arena *arena, const char *name, pv_str bytes, pv_str *text);

#endif
