// document.h - reading a file into a document: its text, and where every byte of it came from.
#ifndef PROVISO_DOCUMENT_H
#define PROVISO_DOCUMENT_H

#include <proviso/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pv_document pv_document;

// Zero means default.
typedef struct {
  const char *as;   // format by name ("txt", "md"), instead of looking at the bytes
  size_t max_bytes; // a larger file is an error; 0: PV_DOCUMENT_MAX_BYTES
} pv_read_options;

// Offsets are 32 bits wide, and a text may grow when it is converted.
#define PV_DOCUMENT_MAX_BYTES ((size_t)1 << 30)

// Reads the file at `path` ("-": standard input). `options` may be NULL. Returns NULL and fills
// `err` where it cannot be read. The document is yours to free.
pv_document *pv_document_read(const char *path, const pv_read_options *options, pv_error *err);

// The same from memory, which is copied; `uri` is how reports name the document.
pv_document *pv_document_from_bytes(pv_str bytes, const char *uri, const pv_read_options *options,
                                    pv_error *err);

void pv_document_free(pv_document *document);

pv_str pv_document_uri(const pv_document *document);
pv_str pv_document_text(const pv_document *document);       // UTF-8; all spans are offsets into it
pv_str pv_document_media_type(const pv_document *document); // "text/plain", "text/markdown"
pv_str pv_document_encoding(const pv_document *document);   // of the file: "utf-8", "windows-1252"
pv_str pv_document_sha256(const pv_document *document);     // of the file's bytes, in hex
size_t pv_document_size(const pv_document *document);       // of the file, in bytes

// Where in the file the byte at `offset` of the text came from.
size_t pv_document_source(const pv_document *document, size_t offset);

#ifdef __cplusplus
}
#endif

#endif
