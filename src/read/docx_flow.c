#include "read/docx_flow.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/error.h"
#include "base/str.h"

enum { MOST_DOCUMENTS = 4, CONTENTS_INDENT = 6 };

pv_docx_paragraph *pv_docx_flow_paragraph(pv_docx_flow *flow) {
  return &flow->paragraphs[flow->story.depth];
}

pv_builder *pv_docx_flow_builder(pv_docx_flow *flow) { return pv_story_builder(&flow->story); }

void pv_docx_flow_miss(pv_docx_flow *flow, const char *format, ...) {
  char message[512];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  uint32_t at = (uint32_t)flow->story.levels[0].builder->text.size;
  pv_diagnose(&flow->docx->reading->diagnostics, PV_DIAGNOSTIC_PART_LEFT_OUT, (pv_span){at, at},
              "%s", message);
}

void pv_docx_flow_begin_paragraph(pv_docx_flow *flow) {
  pv_docx_paragraph *p = pv_docx_flow_paragraph(flow);
  if (p->is_open) pv_docx_flow_end_paragraph(flow);
  *p = (pv_docx_paragraph){.is_open = true, .number = PV_DOCX_UNSET, .level = PV_DOCX_UNSET};
  pv_builder_locate(pv_docx_flow_builder(flow),
                    (pv_origin){.kind = PV_ORIGIN_PARAGRAPH,
                                .number = flow->paragraph_count ? flow->paragraph_count : 1,
                                .name = pv_str_from(flow->part)});
}

// Counts the paragraph in its list; its number goes before its first text.
static void count_paragraph(pv_docx_flow *flow, bool is_shown) {
  pv_builder *builder = pv_docx_flow_builder(flow);
  pv_docx_paragraph *p = pv_docx_flow_paragraph(flow);
  int32_t number = p->number, list_level = p->level;
  if (p->is_numbered || !p->is_open) return;
  p->is_numbered = true;
  if (pv_builder_has_text(builder)) return; // it goes on from the one before
  if (number == PV_DOCX_UNSET && p->style) number = p->style->number;
  if (number <= 0) return;
  pv_buffer label = {.arena = flow->docx->scratch};
  pv_docx_numbers_count(flow->docx->numbers, number, list_level, p->style, &label);
  if (is_shown) pv_builder_add(builder, pv_buffer_str(&label));
}

void pv_docx_flow_end_paragraph(pv_docx_flow *flow) {
  pv_docx_paragraph *p = pv_docx_flow_paragraph(flow);
  bool is_joined = p->is_joined;
  if (!is_joined) count_paragraph(flow, false);
  *p = (pv_docx_paragraph){.number = PV_DOCX_UNSET, .level = PV_DOCX_UNSET};
  if (!is_joined) pv_story_end_paragraph(&flow->story);
}

// In a table of contents a tab is shown as a row of dots.
static bool is_leader(pv_docx_flow *flow, pv_str text) {
  const pv_builder *builder = pv_docx_flow_builder(flow);
  const pv_docx_style *style = pv_docx_flow_paragraph(flow)->style;
  return pv_str_equal(text, PV_STR("\t")) && style && style->is_contents &&
         builder->text.size > builder->start + CONTENTS_INDENT;
}

void pv_docx_flow_add(pv_docx_flow *flow, pv_str text) {
  if (flow->instruction) {
    flow->lost += text.size;
    return;
  }
  if (flow->run_is_hidden) {
    pv_builder_leave_out(pv_docx_flow_builder(flow), PV_LEFT_HIDDEN, text);
    return;
  }
  if (!pv_docx_flow_paragraph(flow)->is_numbered) count_paragraph(flow, true);
  flow->emitted += text.size;
  pv_builder_add(pv_docx_flow_builder(flow), is_leader(flow, text) ? PV_STR(" ..... ") : text);
}

void pv_docx_flow_break_line(pv_docx_flow *flow) {
  if (!flow->instruction && !flow->run_is_hidden) pv_builder_break_line(pv_docx_flow_builder(flow));
}

bool pv_docx_flow_begin_box(pv_docx_flow *flow) {
  if (!pv_story_begin_box(&flow->story)) {
    pv_docx_flow_miss(flow, "a text box in %d other text boxes was left out", PV_STORY_DEPTH - 1);
    return false;
  }
  *pv_docx_flow_paragraph(flow) = (pv_docx_paragraph){0};
  return true;
}

void pv_docx_flow_end_box(pv_docx_flow *flow) {
  if (!flow->story.depth) return;
  pv_docx_flow_end_paragraph(flow);
  pv_story_end_box(&flow->story, PV_STR(""), PV_STR(""));
  if (!pv_docx_flow_paragraph(flow)->is_open) pv_story_end_paragraph(&flow->story);
}

static const pv_docx_note *find_note(const pv_docx_notes *notes, int32_t id) {
  for (size_t i = 0; i < notes->items.count; i++)
    if (notes->items.items[i].id == id) return &notes->items.items[i];
  return NULL;
}

void pv_docx_flow_refer(pv_docx_flow *flow, pv_docx_note_kind kind, int32_t id) {
  static const char *const labels[] = {
      [PV_DOCX_FOOTNOTES] = "[Footnote %zu: ", [PV_DOCX_ENDNOTES] = "[Endnote %zu: "};
  pv_docx_notes *notes = &flow->docx->notes[kind];
  const pv_docx_note *note = find_note(notes, id);
  if (!note || flow->instruction || flow->notes == notes) return;
  if (kind == PV_DOCX_COMMENTS) {
    pv_builder_leave_out(pv_docx_flow_builder(flow), PV_LEFT_COMMENT,
                         pv_str_slice(notes->reading.text, note->text));
    return;
  }
  char label[40];
  snprintf(label, sizeof label, labels[kind], ++flow->references[kind]);
  pv_str before = pv_str_copy(flow->docx->scratch, pv_str_from(label));
  pv_story_hang(&flow->story, (pv_aside){&notes->reading, note->text, before, PV_STR("]")});
  flow->emitted++;
}

// Reads bytes of any format that is one document.
static bool read_part(pv_docx_flow *flow, const char *part, pv_reading *reading, pv_error *err) {
  pv_docx *docx = flow->docx;
  if (!pv_package_part(&docx->package, part, &reading->bytes, err)) return false;
  if (docx->depth + 1 >= MOST_DOCUMENTS)
    return pv_fail(err, PV_ERROR_LIMIT, "it lies in %d other documents", MOST_DOCUMENTS);
  const pv_reader *reader = pv_reader_choose(reading->bytes, pv_str_from(part), NULL, err);
  if (!reader) return false;
  if (!reader->read) return pv_fail(err, PV_ERROR_FORMAT, "it holds documents itself");
  return reader->read(reading, err);
}

void pv_docx_flow_embed(pv_docx_flow *flow, pv_str id) {
  pv_docx *docx = flow->docx;
  const pv_relation *relation = pv_relation_of_id(&docx->relations, id);
  if (!relation || relation->external) {
    pv_docx_flow_miss(flow, "a part of the document is not in this file%s%.200s",
                      relation ? ": " : "", relation ? relation->target : "");
    return;
  }
  pv_error err = {0};
  pv_reading *reading = PV_NEW(docx->scratch, pv_reading);
  *reading = (pv_reading){.arena = docx->scratch,
                          .options = docx->reading->options,
                          .nesting = docx->depth + 1,
                          .diagnostics = {.arena = docx->scratch}};
  if (!read_part(flow, relation->target, reading, &err)) {
    pv_docx_flow_miss(flow, "%.100s was left out: %.300s", relation->target, err.message);
    return;
  }
  pv_str name = pv_str_copy(docx->reading->arena, pv_str_from(relation->target));
  reading->places = (pv_locators){0};
  pv_locators_add(docx->scratch, &reading->places, 0,
                  (pv_origin){.kind = PV_ORIGIN_PARAGRAPH, .number = 1, .name = name});
  flow->emitted += reading->text.size;
  pv_builder_splice(pv_docx_flow_builder(flow), reading, (pv_span){0, (uint32_t)reading->text.size},
                    PV_STR(""), PV_STR(""));
}
