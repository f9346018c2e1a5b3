// made_docx.h - Word documents made in memory, from the XML of their parts.
#ifndef PV_TEST_MADE_DOCX_H
#define PV_TEST_MADE_DOCX_H

#include <proviso/document.h>

// What a test does not give is not in the file.
typedef struct {
  const char *body;      // of w:body
  const char *styles;    // of w:styles
  const char *numbering; // of w:numbering
  const char *footnotes; // of w:footnotes
  const char *endnotes;
  const char *comments;
  const char *chunk_name; // of a part that the body names as "rChunk"
  const char *chunk;
  size_t chunk_size;
  bool strict; // the namespaces of Strict
} pv_made_docx;

// From malloc().
char *pv_made_docx_bytes(const pv_made_docx *docx, size_t *size);

#endif
