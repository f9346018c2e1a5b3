// docx_body.h - the text of a part of a Word document: the body, or its notes and comments.
#ifndef PV_READ_DOCX_BODY_H
#define PV_READ_DOCX_BODY_H

#include "read/builder.h"
#include "read/docx_number.h"
#include "read/package.h"

// Notes or comments by their id: pieces of a text that was put together apart.
typedef struct {
  int32_t id;
  pv_span text;
} pv_docx_note;

typedef struct {
  pv_reading reading;
  PV_VECTOR(pv_docx_note) items;
} pv_docx_notes;

typedef enum {
  PV_DOCX_FOOTNOTES,
  PV_DOCX_ENDNOTES,
  PV_DOCX_COMMENTS,
  PV_DOCX_NOTE_KINDS
} pv_docx_note_kind;

// The document while it is read.
typedef struct {
  pv_reading *reading;
  pv_arena *scratch;
  pv_package package;
  pv_relations relations; // of the main part
  pv_docx_styles styles;
  pv_docx_numbers *numbers; // NULL: there are none
  pv_docx_notes notes[PV_DOCX_NOTE_KINDS];
  size_t depth;      // documents in documents
  size_t insertions; // tracked
  size_t deletions;
} pv_docx;

// Puts the text of the part together. `notes` is filled in for a part that holds notes; NULL for
// the body.
bool pv_docx_body_read(pv_docx *docx, pv_str bytes, const char *part, pv_builder *builder,
                       pv_docx_notes *notes, pv_error *err);

#endif
