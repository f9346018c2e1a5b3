// docx_flow.h - the paragraphs of a part of a Word document while they are put together.
#ifndef PV_READ_DOCX_FLOW_H
#define PV_READ_DOCX_FLOW_H

#include "read/docx_body.h"
#include "read/story.h"

enum { PV_DOCX_MOST_CHOICES = 32 };

typedef struct {
  bool is_open;
  bool is_numbered; // its number was counted
  bool is_joined;   // it goes on in the next one: its mark is deleted
  const pv_docx_style *style;
  int32_t number; // as the paragraph says itself
  int32_t level;
} pv_docx_paragraph;

// Two ways to write the same: the first one is taken, unless it gives no text.
typedef struct {
  bool is_chosen;
  size_t emitted;
} pv_docx_choice;

typedef struct {
  pv_docx *docx;
  const char *part;     // name, in the arena of the document
  pv_docx_notes *notes; // that the part holds, or NULL
  pv_story story;
  pv_docx_paragraph paragraphs[PV_STORY_DEPTH]; // of the text, and of boxes in it
  pv_docx_choice choices[PV_DOCX_MOST_CHOICES];
  size_t choice_count;
  uint32_t paragraph_count; // in the part, also those that are left out
  size_t emitted;           // bytes of text
  size_t fields;            // open ones
  size_t instruction;       // the open one that is in its instruction, from 1; 0: none
  size_t lost;              // bytes of text in instructions
  bool in_paragraph_properties;
  bool in_number;
  bool in_row_properties;
  bool row_is_gone;
  bool cell_is_gone;
  bool run_is_hidden;
  bool in_text;
  size_t note_start; // of the open note
  int32_t note_id;
  size_t references[PV_DOCX_NOTE_KINDS]; // seen so far
  pv_error err;
} pv_docx_flow;

// The open paragraph, or what stands for it.
pv_docx_paragraph *pv_docx_flow_paragraph(pv_docx_flow *flow);
pv_builder *pv_docx_flow_builder(pv_docx_flow *flow);

void pv_docx_flow_begin_paragraph(pv_docx_flow *flow);
void pv_docx_flow_end_paragraph(pv_docx_flow *flow);

// Text, its number before it; nothing in an instruction of a field, and left out where it is
// hidden.
void pv_docx_flow_add(pv_docx_flow *flow, pv_str text);
void pv_docx_flow_break_line(pv_docx_flow *flow);

// False where boxes are too deep in each other.
bool pv_docx_flow_begin_box(pv_docx_flow *flow);
void pv_docx_flow_end_box(pv_docx_flow *flow);

// A note that the paragraph refers to.
void pv_docx_flow_refer(pv_docx_flow *flow, pv_docx_note_kind kind, int32_t id);

// A part of the file that is a document itself.
void pv_docx_flow_embed(pv_docx_flow *flow, pv_str relation);

// Says that something could not be read, here.
__attribute__((format(printf, 2, 3))) void pv_docx_flow_miss(pv_docx_flow *flow, const char *format,
                                                             ...);

#endif
