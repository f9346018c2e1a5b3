// utf8.h - reading and writing UTF-8 one character at a time, and checking it many bytes at a time.
#ifndef PV_BASE_UTF8_H
#define PV_BASE_UTF8_H

#include <proviso/base.h>

// What stands for bytes that are no text: U+FFFD.
#define PV_UTF8_REPLACEMENT PV_STR("\xEF\xBF\xBD")

// Is the byte inside a character rather than the first one of it?
static inline bool pv_utf8_continues(char byte) { return ((unsigned char)byte & 0xC0) == 0x80; }

// The bytes of the character at `pos`, 1 to 4, or 0 if none starts there that is valid: no overlong
// form, no surrogate, nothing above U+10FFFF, nothing cut off.
size_t pv_utf8_size(pv_str text, size_t pos);

// The length of the valid UTF-8 that `text` starts with.
size_t pv_utf8_valid(pv_str text);

// The length of the run of ASCII at `pos`.
size_t pv_utf8_ascii(pv_str text, size_t pos);

// How many characters `text`, which is valid, has.
size_t pv_utf8_count(pv_str text);

// Puts a question mark in the place of each byte that belongs to no valid character.
void pv_utf8_repair(char *text, size_t size);

// Writes the character and returns its bytes. `codepoint` is one of Unicode and no surrogate.
size_t pv_utf8_put(uint32_t codepoint, char out[4]);

#endif
