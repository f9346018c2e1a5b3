// document.h - reading a file into documents: their text, and where every byte of it came from.
#ifndef PROVISO_DOCUMENT_H
#define PROVISO_DOCUMENT_H

#include <proviso/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pv_document pv_document;

// Which text of a document with tracked changes is read.
typedef enum {
  PV_REVISIONS_ACCEPTED, // with what was inserted, without what was deleted
  PV_REVISIONS_ORIGINAL, // as it was before
} pv_revisions;

// Which documents of a filing are read.
typedef enum {
  PV_EXHIBITS_CONTRACTS, // the exhibits that are agreements
  PV_EXHIBITS_ALL,       // all that hold text
} pv_exhibits;

// Zero means default.
typedef struct {
  const char *as;   // format by name ("txt", "docx"), instead of looking at the bytes
  size_t max_bytes; // a larger file is an error; 0: PV_DOCUMENT_MAX_BYTES
  pv_revisions revisions;
  pv_exhibits exhibits;
} pv_read_options;

// Offsets are 32 bits wide, and a text may grow when it is converted.
#define PV_DOCUMENT_MAX_BYTES ((size_t)1 << 30)

// Reads the file at `path` ("-": standard input). `options` may be NULL. Returns NULL and fills
// `err` where it cannot be read, or holds several documents. The document is yours to free.
//
// A document in a container has a path of its own: "letters.zip!mail.eml!terms.docx".
pv_document *pv_document_read(const char *path, const pv_read_options *options, pv_error *err);

// The same from memory, which is copied; `uri` is how reports name the document.
pv_document *pv_document_from_bytes(pv_str bytes, const char *uri, const pv_read_options *options,
                                    pv_error *err);

// Receives one document, which is yours to free, or NULL and why it could not be read. `uri` names
// it: the path, or "letters.zip!terms.docx". Returns false to end the reading.
typedef bool pv_document_take(void *context, const char *uri, pv_document *document,
                              const pv_error *err);

// Reads all documents at `path`: the one, or those in an archive, an e-mail, a filing, in their
// order and nested ones too. Calls `take` at least once; returns false where that ended it.
bool pv_documents_read(const char *path, const pv_read_options *options, pv_document_take *take,
                       void *context);

void pv_document_free(pv_document *document);

pv_str pv_document_uri(const pv_document *document);
pv_str pv_document_text(const pv_document *document);       // UTF-8; all spans are offsets into it
pv_str pv_document_media_type(const pv_document *document); // "text/plain", …
pv_str pv_document_encoding(const pv_document *document);   // of the file: "utf-8", "windows-1252"
pv_str pv_document_sha256(const pv_document *document);     // of the file's bytes, in hex
size_t pv_document_size(const pv_document *document);       // of the file, in bytes

typedef enum {
  PV_ORIGIN_BYTE,      // `number` is the offset in the file
  PV_ORIGIN_PARAGRAPH, // `number` counts from 1 in the part `name`: "word/document.xml"
  PV_ORIGIN_ELEMENT, // `number` is the line of the file, from 1; `name` is the element: "p", "#s2"
  PV_ORIGIN_PAGE,    // `number` counts from 1; `box` is where on it
} pv_origin_kind;

// A place in the file as its format has places.
typedef struct {
  pv_origin_kind kind;
  uint32_t number;
  pv_str name;    // empty for bytes and pages
  int16_t box[4]; // left, top, right, bottom in points from the top left corner; or all 0
} pv_origin;

// Where in the file the byte at `offset` of the text came from. Borrows its name.
pv_origin pv_document_locate(const pv_document *document, size_t offset);

#ifdef __cplusplus
}
#endif

#endif
