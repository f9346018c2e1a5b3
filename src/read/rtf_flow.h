// rtf_flow.h - the text of a rich text document while it is put together.
#ifndef PV_READ_RTF_FLOW_H
#define PV_READ_RTF_FLOW_H

#include "read/rtf_font.h"
#include "read/rtf_lex.h"
#include "read/story.h"

// Where the text of a group goes.
typedef enum {
  PV_RTF_TEXT,
  PV_RTF_THROUGH,     // nowhere, but groups in it may hold text
  PV_RTF_LEFT_OUT,    // nowhere, nor that of groups in it
  PV_RTF_FONTS,       // to the table of fonts
  PV_RTF_INSTRUCTION, // what a field shows
  PV_RTF_COMMENT,
} pv_rtf_destination;

// What the end of a group ends.
typedef enum {
  PV_RTF_ENDS_NOTHING,
  PV_RTF_ENDS_NOTE,
  PV_RTF_ENDS_BOX,
  PV_RTF_ENDS_FIELD
} pv_rtf_ends;

// Groups hand what they are on to the groups in them, except for what they end.
typedef struct {
  pv_rtf_destination destination;
  pv_rtf_ends ends;
  size_t font;
  size_t replaced; // characters behind \u that are its like in an old code page
  size_t cells;    // that the paragraph lies in, as it says itself
  bool is_hidden, is_deleted, is_inserted;
  bool is_contents; // of a table of contents
  bool is_endnote;
} pv_rtf_group;

typedef struct {
  size_t open; // cells
  bool is_row; // between \trowd and \row
} pv_rtf_table;

typedef struct {
  pv_reading *reading;
  pv_arena *scratch;
  pv_builder builder;
  pv_story story;
  pv_rtf_fonts fonts;
  int32_t default_font;
  PV_VECTOR(pv_rtf_group) groups;
  pv_rtf_table tables[PV_STORY_DEPTH]; // of the text, and of boxes in it
  pv_buffer bytes;                     // of text, not decoded yet
  pv_buffer instruction;               // of the field
  uint32_t paragraphs;
  uint32_t high;   // the first half of a character
  size_t skipped;  // characters that are still to be left out behind \u
  bool is_starred; // \* was read
  bool after_dbch; // \dbch was read: its font is the next one
  size_t notes[2]; // footnotes, endnotes
} pv_rtf;

static inline pv_rtf_group *pv_rtf_top(const pv_rtf *rtf) {
  return &rtf->groups.items[rtf->groups.count - 1];
}

static inline bool pv_rtf_is_text(const pv_rtf *rtf) {
  return pv_rtf_top(rtf)->destination == PV_RTF_TEXT;
}

// Bytes of text in the font of the group; they are kept until something else comes.
void pv_rtf_add_bytes(pv_rtf *rtf, pv_str bytes);
void pv_rtf_flush(pv_rtf *rtf);

void pv_rtf_add_char(pv_rtf *rtf, uint32_t codepoint);
void pv_rtf_add_tab(pv_rtf *rtf);
void pv_rtf_break_line(pv_rtf *rtf);

void pv_rtf_end_paragraph(pv_rtf *rtf);
void pv_rtf_end_cell(pv_rtf *rtf, size_t depth); // 1: of the table, 2: of a table in it
void pv_rtf_begin_row(pv_rtf *rtf);
void pv_rtf_end_row(pv_rtf *rtf, size_t depth);

// False, with a diagnostic, where boxes are too deep in each other.
bool pv_rtf_begin_box(pv_rtf *rtf);
void pv_rtf_end_note(pv_rtf *rtf, bool is_endnote);
void pv_rtf_end_box(pv_rtf *rtf);

#endif
