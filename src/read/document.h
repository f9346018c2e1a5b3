// document.h - the document inside: what its reader made of the bytes.
//
//   in:  a path, or bytes
//   out: UTF-8 text without an invalid byte, and the way back from its offsets to the file
#ifndef PV_READ_DOCUMENT_H
#define PV_READ_DOCUMENT_H

#include <proviso/document.h>

#include "base/diagnostic.h"

// What reading has to report, as a list in `arena` that may grow. Borrows its messages.
pv_diagnostics pv_document_diagnostics(const pv_document *document, pv_arena *arena);

// Like pv_documents_read, from memory, which is copied.
bool pv_documents_from_bytes(pv_str bytes, const char *uri, const pv_read_options *options,
                             pv_document_take *take, void *context);

// The document, and with it its text, lives at least as long as `arena`, also if it is freed
// before.
void pv_document_keep(const pv_document *document, pv_arena *arena);

#endif
