// encoding.h - which encoding bytes are in, and turning them into UTF-8.
#ifndef PV_READ_ENCODING_H
#define PV_READ_ENCODING_H

#include "read/reader.h"

typedef struct pv_encoding pv_encoding;

// UTF-8, UTF-16 of both kinds (by byte order mark, or by where the NULs stand), windows-1252 where
// the bytes are not UTF-8. Cannot fail.
const pv_encoding *pv_encoding_detect(pv_str bytes);

// Is a character of ASCII one byte in it, so that a NUL is no part of text?
bool pv_encoding_is_8_bit(const pv_encoding *encoding);

// Fills in text, encoding, map and diagnostics. Valid UTF-8 is not copied: the text is the bytes, a
// byte order mark included. What is no text becomes U+FFFD.
void pv_encoding_decode(const pv_encoding *encoding, pv_reading *reading);

// The character that a byte from 0x80 to 0x9F means in windows-1252; U+FFFD for those that mean
// none.
uint32_t pv_encoding_windows_1252(unsigned char byte);

#endif
