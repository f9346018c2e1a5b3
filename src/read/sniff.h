// sniff.h - telling by its first bytes what a file is.
#ifndef PV_READ_SNIFF_H
#define PV_READ_SNIFF_H

#include <proviso/base.h>

// A format that has no reader: "a PDF", and what to do: "save it as text".
typedef struct {
  const char *looks_like;
  const char *way_out;
} pv_foreign;

// What the bytes look like, or NULL if they may be text.
const pv_foreign *pv_sniff_foreign(pv_str bytes);

// Is it an Office document behind a password: an OLE file with the encrypted one in it?
bool pv_sniff_is_encrypted(pv_str bytes);

// Are there so many NULs and control characters that this is no text in an encoding of 8 bits?
bool pv_sniff_is_binary(pv_str bytes);

#endif
