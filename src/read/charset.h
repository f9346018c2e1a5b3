// charset.h - text in the encodings that a name tells: those of web pages, e-mails, code pages.
#ifndef PV_READ_CHARSET_H
#define PV_READ_CHARSET_H

#include "base/buffer.h"
#include "read/reader.h"

typedef struct pv_converter pv_converter;

// Turns bytes of the encoding `name` ("iso-8859-2", "CP932") into UTF-8. Lives as long as `arena`;
// NULL where nobody knows the encoding.
pv_converter *pv_converter_open(pv_arena *arena, const char *name);

// Adds `bytes` as UTF-8 without NUL; what is no text becomes U+FFFD. The bytes stand for
// themselves: no shift state goes on from one call to the next.
void pv_converter_add(pv_converter *converter, pv_str bytes, pv_buffer *out);

// All of `bytes` at once. False where nobody knows the encoding.
bool pv_charset_convert(pv_arena *arena, const char *name, pv_str bytes, pv_str *text);

// Fills in text and encoding of a page: by byte order mark, as UTF-8 where that is what the bytes
// are, as declared, or as windows-1252. Offsets into this text are none of the document, so what
// diagnostics say of places in it is taken back.
void pv_charset_decode(pv_reading *reading);

#endif
