#include "read/rtf_flow.h"

#include "base/str.h"
#include "base/utf8.h"
#include "read/font_sign.h"

enum { CONTENTS_INDENT = 6 };

static pv_builder *builder_of(const pv_rtf *rtf) { return pv_story_builder(&rtf->story); }

static pv_rtf_table *table_of(pv_rtf *rtf) { return &rtf->tables[rtf->story.depth]; }

// Opens and closes cells until the text lies in as many as it says.
static void enter_cells(pv_rtf *rtf) {
  pv_rtf_table *table = table_of(rtf);
  size_t wanted = pv_rtf_top(rtf)->cells;
  if (!wanted && table->is_row) wanted = 1;
  for (; table->open < wanted; table->open++) pv_builder_begin_cell(builder_of(rtf));
  for (; table->open > wanted; table->open--) pv_builder_end_cell(builder_of(rtf));
}

// What the text is instead of text of the document, or PV_LEFT_COUNT.
static pv_left_kind left_kind(const pv_rtf *rtf) {
  const pv_rtf_group *group = pv_rtf_top(rtf);
  bool is_original = rtf->reading->options.revisions == PV_REVISIONS_ORIGINAL;
  if (group->destination == PV_RTF_COMMENT) return PV_LEFT_COMMENT;
  if (group->is_hidden) return PV_LEFT_HIDDEN;
  if (group->is_deleted && !is_original) return PV_LEFT_DELETED;
  if (group->is_inserted && is_original) return PV_LEFT_INSERTED;
  return PV_LEFT_COUNT;
}

static void put(pv_rtf *rtf, pv_str text) {
  pv_left_kind left = left_kind(rtf);
  if (left != PV_LEFT_COUNT) {
    if (left != PV_LEFT_HIDDEN || !pv_text_is_blank(text))
      pv_builder_leave_out(builder_of(rtf), left, text);
    return;
  }
  enter_cells(rtf);
  pv_builder_add(builder_of(rtf), text);
}

void pv_rtf_add_bytes(pv_rtf *rtf, pv_str bytes) {
  switch (pv_rtf_top(rtf)->destination) {
  case PV_RTF_FONTS: pv_rtf_font_add_name(&rtf->fonts, bytes); break;
  case PV_RTF_INSTRUCTION: pv_buffer_add(&rtf->instruction, bytes); break;
  case PV_RTF_TEXT:
  case PV_RTF_COMMENT: pv_buffer_add(&rtf->bytes, bytes); break;
  case PV_RTF_THROUGH:
  case PV_RTF_LEFT_OUT: break;
  }
}

void pv_rtf_flush(pv_rtf *rtf) {
  if (!rtf->bytes.size) return;
  pv_buffer text = {.arena = rtf->scratch};
  pv_rtf_font_decode(&rtf->fonts, pv_rtf_top(rtf)->font, pv_buffer_str(&rtf->bytes), &text);
  rtf->bytes.size = 0;
  put(rtf, pv_buffer_str(&text));
}

static bool holds_text(const pv_rtf *rtf) {
  pv_rtf_destination destination = pv_rtf_top(rtf)->destination;
  return destination == PV_RTF_TEXT || destination == PV_RTF_COMMENT;
}

void pv_rtf_add_char(pv_rtf *rtf, uint32_t codepoint) {
  char bytes[4];
  if (holds_text(rtf)) put(rtf, (pv_str){bytes, pv_utf8_put(codepoint, bytes)});
}

// In a table of contents a tab is shown as a row of dots.
void pv_rtf_add_tab(pv_rtf *rtf) {
  if (!holds_text(rtf)) return;
  const pv_builder *builder = builder_of(rtf);
  bool is_leader =
      pv_rtf_top(rtf)->is_contents && builder->text.size > builder->start + CONTENTS_INDENT;
  put(rtf, is_leader ? PV_STR(" ..... ") : PV_STR("\t"));
}

void pv_rtf_break_line(pv_rtf *rtf) {
  if (left_kind(rtf) == PV_LEFT_COUNT && pv_rtf_is_text(rtf))
    pv_builder_break_line(builder_of(rtf));
}

static void next_place(pv_rtf *rtf) {
  pv_builder_locate(builder_of(rtf), (pv_origin){.kind = PV_ORIGIN_PARAGRAPH,
                                                 .number = rtf->paragraphs,
                                                 .name = PV_STR("document")});
}

void pv_rtf_end_paragraph(pv_rtf *rtf) {
  if (!pv_rtf_is_text(rtf)) return;
  rtf->paragraphs++;
  pv_left_kind left = left_kind(rtf);
  bool is_joined = left == PV_LEFT_DELETED || left == PV_LEFT_INSERTED;
  if (!is_joined) pv_story_end_paragraph(&rtf->story);
  next_place(rtf);
}

void pv_rtf_end_cell(pv_rtf *rtf, size_t depth) {
  if (!pv_rtf_is_text(rtf)) return;
  pv_rtf_table *table = table_of(rtf);
  rtf->paragraphs++;
  pv_story_end_paragraph(&rtf->story);
  size_t outer = depth > 1 ? table->open - (table->open > 1) : 0;
  for (; table->open > outer; table->open--) pv_builder_end_cell(builder_of(rtf));
  next_place(rtf);
}

void pv_rtf_begin_row(pv_rtf *rtf) {
  if (pv_rtf_is_text(rtf)) table_of(rtf)->is_row = true;
}

void pv_rtf_end_row(pv_rtf *rtf, size_t depth) {
  if (!pv_rtf_is_text(rtf)) return;
  pv_rtf_table *table = table_of(rtf);
  pv_story_end_paragraph(&rtf->story);
  for (; table->open >= depth; table->open--) pv_builder_end_cell(builder_of(rtf));
  pv_builder_end_row(builder_of(rtf));
  if (depth == 1) table->is_row = false;
}

bool pv_rtf_begin_box(pv_rtf *rtf) {
  if (!pv_story_begin_box(&rtf->story)) {
    pv_diagnose(&rtf->reading->diagnostics, PV_DIAGNOSTIC_PART_LEFT_OUT, (pv_span){0, 0},
                "a note or text box in %d others was left out", PV_STORY_DEPTH - 1);
    return false;
  }
  *table_of(rtf) = (pv_rtf_table){0};
  pv_rtf_top(rtf)->cells = 0;
  next_place(rtf);
  return true;
}

void pv_rtf_end_box(pv_rtf *rtf) {
  pv_rtf_table *table = table_of(rtf);
  pv_story_end_paragraph(&rtf->story);
  for (; table->open > 0; table->open--) pv_builder_end_cell(builder_of(rtf));
  pv_story_end_box(&rtf->story, PV_STR(""), PV_STR(""));
}

void pv_rtf_end_note(pv_rtf *rtf, bool is_endnote) {
  pv_str label = pv_str_printf(rtf->scratch, "[%s %zu: ", is_endnote ? "Endnote" : "Footnote",
                               ++rtf->notes[is_endnote]);
  pv_story_end_box(&rtf->story, label, PV_STR("]"));
}
