// What each element of a part says to the flow of its text.
#include "read/docx_body.h"

#include <stdlib.h>

#include "base/str.h"
#include "base/utf8.h"
#include "read/docx_flow.h"
#include "read/font_sign.h"

static pv_xml_namespace alternatives = {
    "http://schemas.openxmlformats.org/markup-compatibility/2006", NULL};
static pv_xml_namespace mathematics = {"http://schemas.openxmlformats.org/officeDocument/2006/math",
                                       "http://purl.oclc.org/ooxml/officeDocument/math", NULL};

static pv_docx_flow *flow_of(pv_xml *xml) { return pv_xml_context(xml); }

// Paragraphs

static void see_paragraph(pv_xml *xml) { flow_of(xml)->paragraph_count++; }

static void start_paragraph(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  if (flow->cell_is_gone)
    pv_xml_skip(xml);
  else
    pv_docx_flow_begin_paragraph(flow);
}

static void end_paragraph(pv_xml *xml) { pv_docx_flow_end_paragraph(flow_of(xml)); }

static void start_paragraph_properties(pv_xml *xml) {
  flow_of(xml)->in_paragraph_properties = true;
}

static void end_paragraph_properties(pv_xml *xml) { flow_of(xml)->in_paragraph_properties = false; }

static void read_style(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  pv_str id;
  if (flow->in_paragraph_properties && pv_xml_attribute(xml, "val", &id))
    pv_docx_flow_paragraph(flow)->style = pv_docx_style_find(&flow->docx->styles, id);
}

static void start_number(pv_xml *xml) { flow_of(xml)->in_number = true; }

static void end_number(pv_xml *xml) { flow_of(xml)->in_number = false; }

static void read_number(pv_xml *xml) {
  pv_docx_flow_paragraph(flow_of(xml))->number = pv_xml_number(xml, "val", PV_DOCX_UNSET);
}

static void read_level(pv_xml *xml) {
  pv_docx_flow_paragraph(flow_of(xml))->level = pv_xml_number(xml, "val", PV_DOCX_UNSET);
}

// Runs

static void start_run(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  const pv_docx_style *style = pv_docx_flow_paragraph(flow)->style;
  flow->run_is_hidden = style && style->hidden == 1;
}

static void end_run(pv_xml *xml) { flow_of(xml)->run_is_hidden = false; }

static void read_run_style(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  pv_str id;
  if (flow->in_paragraph_properties || !pv_xml_attribute(xml, "val", &id)) return;
  const pv_docx_style *style = pv_docx_style_find(&flow->docx->styles, id);
  if (style && style->hidden != PV_DOCX_UNSET) flow->run_is_hidden = style->hidden;
}

static void read_vanish(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  if (!flow->in_paragraph_properties) flow->run_is_hidden = pv_docx_is_on(xml);
}

// A mark that is never shown: a heading and the text behind it are one line.
static void read_separator(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  if (flow->in_paragraph_properties && pv_docx_is_on(xml))
    pv_docx_flow_paragraph(flow)->is_joined = true;
}

static void start_text(pv_xml *xml) { flow_of(xml)->in_text = true; }

static void end_text(pv_xml *xml) { flow_of(xml)->in_text = false; }

static void add_text(pv_xml *xml, pv_str text) {
  pv_docx_flow *flow = flow_of(xml);
  if (flow->in_text) pv_docx_flow_add(flow, text);
}

static void add_tab(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  if (!flow->in_paragraph_properties) pv_docx_flow_add(flow, PV_STR("\t")); // else a tab stop
}

static void add_break(pv_xml *xml) { pv_docx_flow_break_line(flow_of(xml)); }

static void add_hyphen(pv_xml *xml) { pv_docx_flow_add(flow_of(xml), PV_STR("-")); }

static void add_symbol(pv_xml *xml) {
  pv_str font = {0}, code = {0};
  char digits[8] = "", bytes[4];
  pv_xml_attribute(xml, "font", &font);
  pv_xml_attribute(xml, "char", &code);
  if (!code.size || code.size >= sizeof digits) return;
  memcpy(digits, code.data, code.size);
  uint32_t character = pv_font_sign(font, (uint32_t)strtoul(digits, NULL, 16));
  if (character > 0xFFFF || (character >= 0xD800 && character < 0xE000) || character < ' ') return;
  pv_docx_flow_add(flow_of(xml), (pv_str){bytes, pv_utf8_put(character, bytes)});
}

// Fields: what they say is read, not how it comes about.

static void read_field_mark(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  pv_str type;
  if (!pv_xml_attribute(xml, "fldCharType", &type)) return;
  if (pv_str_equal(type, PV_STR("begin"))) {
    flow->fields++;
    if (!flow->instruction) flow->instruction = flow->fields;
    return;
  }
  if (flow->instruction == flow->fields) flow->instruction = 0;
  if (pv_str_equal(type, PV_STR("end")) && flow->fields) flow->fields--;
}

// Revisions

static bool takes_insertions(const pv_docx_flow *flow) {
  return flow->docx->reading->options.revisions == PV_REVISIONS_ACCEPTED;
}

// `is_taken`: is what is in the element part of the text that is read?
static void start_revision(pv_xml *xml, bool is_taken) {
  pv_docx_flow *flow = flow_of(xml);
  if (is_taken || flow->in_number) return;
  if (flow->in_paragraph_properties)
    pv_docx_flow_paragraph(flow)->is_joined = true;
  else if (flow->in_row_properties)
    flow->row_is_gone = true;
  else
    pv_xml_skip(xml);
}

static void start_insertion(pv_xml *xml) {
  flow_of(xml)->docx->insertions++;
  start_revision(xml, takes_insertions(flow_of(xml)));
}

static void start_deletion(pv_xml *xml) {
  flow_of(xml)->docx->deletions++;
  start_revision(xml, !takes_insertions(flow_of(xml)));
}

static void start_inserted_cell(pv_xml *xml) {
  flow_of(xml)->docx->insertions++;
  if (!takes_insertions(flow_of(xml))) flow_of(xml)->cell_is_gone = true;
}

static void start_deleted_cell(pv_xml *xml) {
  flow_of(xml)->docx->deletions++;
  if (takes_insertions(flow_of(xml))) flow_of(xml)->cell_is_gone = true;
}

// Tables

static void start_table(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  if (flow->cell_is_gone)
    pv_xml_skip(xml);
  else if (pv_docx_flow_paragraph(flow)->is_open)
    pv_docx_flow_end_paragraph(flow);
}

static void start_row(pv_xml *xml) { flow_of(xml)->row_is_gone = false; }

static void end_row(pv_xml *xml) {
  flow_of(xml)->row_is_gone = false;
  pv_builder_end_row(pv_docx_flow_builder(flow_of(xml)));
}

static void start_row_properties(pv_xml *xml) { flow_of(xml)->in_row_properties = true; }

static void end_row_properties(pv_xml *xml) { flow_of(xml)->in_row_properties = false; }

static void start_cell(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  flow->cell_is_gone = false;
  if (flow->row_is_gone)
    pv_xml_skip(xml);
  else
    pv_builder_begin_cell(pv_docx_flow_builder(flow));
}

static void end_cell(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  pv_docx_flow_paragraph(flow)->is_joined = false;
  pv_docx_flow_end_paragraph(flow);
  flow->cell_is_gone = false;
  pv_builder_end_cell(pv_docx_flow_builder(flow));
}

// A cell that goes on from the one above or before it; its text stands there.
static void read_merge(pv_xml *xml) {
  pv_str value = PV_STR("continue");
  pv_xml_attribute(xml, "val", &value);
  if (pv_str_equal(value, PV_STR("continue"))) flow_of(xml)->cell_is_gone = true;
}

// Text boxes, and other things that are written twice

static void start_box(pv_xml *xml) {
  if (!pv_docx_flow_begin_box(flow_of(xml))) pv_xml_skip(xml);
}

static void end_box(pv_xml *xml) { pv_docx_flow_end_box(flow_of(xml)); }

static void start_alternatives(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  if (flow->choice_count < PV_DOCX_MOST_CHOICES)
    flow->choices[flow->choice_count] = (pv_docx_choice){false, flow->emitted};
  flow->choice_count++;
}

static void end_alternatives(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  if (flow->choice_count) flow->choice_count--;
}

static void start_alternative(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  size_t at = flow->choice_count - 1;
  if (at >= PV_DOCX_MOST_CHOICES) return;
  pv_docx_choice *choice = &flow->choices[at];
  if (choice->is_chosen && flow->emitted > choice->emitted)
    pv_xml_skip(xml);
  else
    choice->is_chosen = true;
}

// Notes, comments, other documents

static void refer_footnote(pv_xml *xml) {
  pv_docx_flow_refer(flow_of(xml), PV_DOCX_FOOTNOTES, pv_xml_number(xml, "id", -1));
}

static void refer_endnote(pv_xml *xml) {
  pv_docx_flow_refer(flow_of(xml), PV_DOCX_ENDNOTES, pv_xml_number(xml, "id", -1));
}

static void refer_comment(pv_xml *xml) {
  pv_docx_flow_refer(flow_of(xml), PV_DOCX_COMMENTS, pv_xml_number(xml, "id", -1));
}

static void start_note(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  pv_str type;
  bool is_text = !pv_xml_attribute(xml, "type", &type) || pv_str_equal(type, PV_STR("normal"));
  if (!flow->notes || !is_text) {
    pv_xml_skip(xml);
    return;
  }
  flow->note_id = pv_xml_number(xml, "id", -1);
  flow->note_start = flow->story.levels[0].builder->text.size;
}

static void end_note(pv_xml *xml) {
  pv_docx_flow *flow = flow_of(xml);
  pv_docx_paragraph *paragraph = pv_docx_flow_paragraph(flow);
  paragraph->is_joined = false;
  pv_docx_flow_end_paragraph(flow);
  pv_docx_note note = {
      flow->note_id,
      {(uint32_t)flow->note_start, (uint32_t)flow->story.levels[0].builder->text.size}};
  PV_PUSH(flow->docx->scratch, &flow->notes->items, note);
}

static void embed(pv_xml *xml) {
  pv_str id;
  if (pv_xml_attribute(xml, "id", &id)) pv_docx_flow_embed(flow_of(xml), id);
}

static const pv_xml_rule rules[] = {
    {"p", &pv_docx_word, start_paragraph, end_paragraph, see_paragraph},
    {"pPr", &pv_docx_word, start_paragraph_properties, end_paragraph_properties, NULL},
    {"pStyle", &pv_docx_word, read_style, NULL, NULL},
    {"numId", &pv_docx_word, read_number, NULL, NULL},
    {"ilvl", &pv_docx_word, read_level, NULL, NULL},
    {"r", &pv_docx_word, start_run, end_run, NULL},
    {"rStyle", &pv_docx_word, read_run_style, NULL, NULL},
    {"vanish", &pv_docx_word, read_vanish, NULL, NULL},
    {"specVanish", &pv_docx_word, read_separator, NULL, NULL},
    {"t", &pv_docx_word, start_text, end_text, NULL},
    {"t", &mathematics, start_text, end_text, NULL},
    {"delText", &pv_docx_word, start_text, end_text, NULL}, // the element around it is left out
    {"tab", &pv_docx_word, add_tab, NULL, NULL},
    {"ptab", &pv_docx_word, add_tab, NULL, NULL},
    {"br", &pv_docx_word, add_break, NULL, NULL},
    {"cr", &pv_docx_word, add_break, NULL, NULL},
    {"noBreakHyphen", &pv_docx_word, add_hyphen, NULL, NULL},
    {"sym", &pv_docx_word, add_symbol, NULL, NULL},
    {"rt", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
    {"fldChar", &pv_docx_word, read_field_mark, NULL, NULL},
    {"ins", &pv_docx_word, start_insertion, NULL, NULL},
    {"moveTo", &pv_docx_word, start_insertion, NULL, NULL},
    {"del", &pv_docx_word, start_deletion, NULL, NULL},
    {"moveFrom", &pv_docx_word, start_deletion, NULL, NULL},
    {"cellIns", &pv_docx_word, start_inserted_cell, NULL, NULL},
    {"cellDel", &pv_docx_word, start_deleted_cell, NULL, NULL},
    {"numPr", &pv_docx_word, start_number, end_number, NULL},
    {"pPrChange", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
    {"rPrChange", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
    {"tblPr", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
    {"tblPrEx", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
    {"trPrChange", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
    {"tcPrChange", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
    {"sectPr", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
    {"sdtPr", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
    {"tbl", &pv_docx_word, start_table, NULL, NULL},
    {"tr", &pv_docx_word, start_row, end_row, NULL},
    {"trPr", &pv_docx_word, start_row_properties, end_row_properties, NULL},
    {"tc", &pv_docx_word, start_cell, end_cell, NULL},
    {"vMerge", &pv_docx_word, read_merge, NULL, NULL},
    {"hMerge", &pv_docx_word, read_merge, NULL, NULL},
    {"txbxContent", &pv_docx_word, start_box, end_box, NULL},
    {"AlternateContent", &alternatives, start_alternatives, end_alternatives, NULL},
    {"Choice", &alternatives, start_alternative, NULL, NULL},
    {"Fallback", &alternatives, start_alternative, NULL, NULL},
    {"footnoteReference", &pv_docx_word, refer_footnote, NULL, NULL},
    {"endnoteReference", &pv_docx_word, refer_endnote, NULL, NULL},
    {"commentReference", &pv_docx_word, refer_comment, NULL, NULL},
    {"footnote", &pv_docx_word, start_note, end_note, NULL},
    {"endnote", &pv_docx_word, start_note, end_note, NULL},
    {"comment", &pv_docx_word, start_note, end_note, NULL},
    {"altChunk", &pv_docx_word, embed, NULL, NULL},
    {"subDoc", &pv_docx_word, embed, NULL, NULL},
};

bool pv_docx_body_read(pv_docx *docx, pv_str bytes, const char *part, pv_builder *builder,
                       pv_docx_notes *notes, pv_error *err) {
  pv_docx_flow *flow = PV_NEW(docx->scratch, pv_docx_flow);
  *flow = (pv_docx_flow){.docx = docx, .part = part, .notes = notes};
  pv_story_begin(&flow->story, builder, docx->scratch);
  pv_xml_reader reader = {rules, sizeof rules / sizeof *rules, add_text, flow, !notes};
  bool good = pv_xml_parse(docx->scratch, bytes, &reader, err);
  while (flow->story.depth) pv_docx_flow_end_box(flow);
  pv_docx_flow_paragraph(flow)->is_joined = false;
  pv_docx_flow_end_paragraph(flow);
  if (good && flow->instruction && flow->lost)
    pv_docx_flow_miss(flow, "a field without an end hides %zu bytes of text", flow->lost);
  return good;
}
