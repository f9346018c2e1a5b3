// make.h - bytes and a reader to a document.
#ifndef PV_READ_MAKE_H
#define PV_READ_MAKE_H

#include "read/reader.h"

// Takes `bytes`, from malloc(), over, whatever comes of it. NULL and `err` where they cannot be
// read.
pv_document *pv_document_make(const pv_reader *reader, char *bytes, size_t size, const char *uri,
                              const pv_read_options *options, pv_error *err);

// Something to report about the whole document. Not for one that others see already.
__attribute__((format(printf, 3, 4))) void
pv_document_note(pv_document *document, pv_diagnostic_id id, const char *format, ...);

#endif
