#include "read/odt_body.h"

#include "base/str.h"

enum { CONTENTS_INDENT = 6, MOST_BLANKS = 80 };

static pv_odt *odt_of(pv_xml *xml) { return pv_xml_context(xml); }

static pv_builder *builder_of(const pv_odt *o) { return pv_story_builder(&o->story); }

bool pv_odt_is_original(const pv_odt *o) {
  return o->reading->options.revisions == PV_REVISIONS_ORIGINAL;
}

static pv_str attribute(const pv_xml *xml, const char *name) {
  pv_str value = {0};
  pv_xml_attribute(xml, name, &value);
  return value;
}

// Text

static void put(pv_odt *o, pv_str text) {
  if (o->inserted) return;
  if (o->hidden_depth)
    pv_builder_leave_out(builder_of(o), PV_LEFT_HIDDEN, text);
  else
    pv_builder_add(builder_of(o), text);
}

// White space of the file is one blank.
void pv_odt_add_text(pv_xml *xml, pv_str text) {
  pv_odt *o = odt_of(xml);
  if (o->open_change || o->in_comment) {
    pv_buffer_add(o->open_change ? &o->deleted : &o->comment, text);
    return;
  }
  if (!o->in_paragraph[o->story.depth]) return;
  size_t from = 0;
  for (size_t i = 0; i <= text.size; i++) {
    bool blank = i < text.size && memchr(" \t\r\n", text.data[i], 4);
    if (i < text.size && !blank) {
      o->after_blank = false;
      continue;
    }
    bool single = blank && text.data[i] == ' ' && !o->after_blank;
    if (single) {
      o->after_blank = true;
      continue;
    }
    if (i > from) put(o, (pv_str){text.data + from, i - from});
    if (blank && !o->after_blank) put(o, PV_STR(" "));
    o->after_blank |= blank;
    from = i + 1;
  }
}

static void add_blanks(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  int32_t count = pv_xml_number(xml, "c", 1);
  for (int32_t i = 0; i < count && i < MOST_BLANKS; i++) put(o, PV_STR(" "));
  o->after_blank = false;
}

static void add_tab(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  const pv_builder *b = builder_of(o);
  bool leader = o->in_contents && b->text.size > b->start + CONTENTS_INDENT;
  put(o, leader ? PV_STR(" ..... ") : PV_STR("\t"));
  o->after_blank = false;
}

static void add_break(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  if (!o->inserted && !o->hidden_depth) pv_builder_break_line(builder_of(o));
  o->after_blank = true;
}

// Paragraphs, headings, spans

static void push_hidden(pv_odt *o, const pv_odt_style *style) {
  bool hidden = style && style->hidden == 1;
  PV_PUSH(o->scratch, &o->hidden, hidden);
  o->hidden_depth += hidden;
}

static void pop_hidden(pv_odt *o) {
  if (o->hidden.count) o->hidden_depth -= o->hidden.items[--o->hidden.count];
}

static void see_paragraph(pv_xml *xml) { odt_of(xml)->paragraph_count++; }

static pv_odt_list *open_list(pv_odt *o) {
  return o->open_lists.count ? &o->lists.items[o->open_lists.items[o->open_lists.count - 1]] : NULL;
}

static void put_number(pv_odt *o, pv_buffer label) {
  if (label.size) put(o, pv_buffer_str(&label));
}

// The number of the item whose first paragraph this is.
static bool number_item(pv_odt *o) {
  pv_odt_list *list = open_list(o);
  if (!list || !o->wants_number) return false;
  o->wants_number = false;
  if (!list->style && o->paragraph_style)
    list->style = pv_odt_list_style_find(o->styles, o->paragraph_style->list);
  if (!list->style) return false;
  pv_buffer label = {.arena = o->scratch};
  pv_odt_list_count(list, o->open_lists.count - 1, o->item_start, &label);
  put_number(o, label);
  return label.size > 0;
}

static void begin_paragraph(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  pv_str style = attribute(xml, "style-name");
  if (o->open_change || o->in_comment) return;
  if (o->in_paragraph[o->story.depth]) pv_story_end_paragraph(&o->story);
  o->in_paragraph[o->story.depth] = true;
  o->after_blank = true;
  o->paragraph_style = pv_odt_style_find(o->styles, style);
  push_hidden(o, o->paragraph_style);
  pv_builder_locate(builder_of(o), (pv_origin){.kind = PV_ORIGIN_PARAGRAPH,
                                               .number = o->paragraph_count,
                                               .name = PV_STR(PV_ODT_CONTENT)});
}

static void start_paragraph(pv_xml *xml) {
  begin_paragraph(xml);
  pv_odt *o = odt_of(xml);
  if (!o->open_change && !o->in_comment) number_item(o);
}

static void start_heading(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  begin_paragraph(xml);
  if (o->open_change || o->in_comment || number_item(o)) return;
  int32_t level = pv_xml_number(xml, "outline-level", 1);
  if (level < 1 || level > PV_ODT_LEVELS) return;
  if (pv_str_equal(attribute(xml, "is-list-header"), PV_STR("true"))) return;
  pv_buffer label = {.arena = o->scratch};
  int32_t start = pv_str_equal(attribute(xml, "restart-numbering"), PV_STR("true"))
                      ? pv_xml_number(xml, "start-value", 1)
                      : -1;
  pv_odt_list_count(&o->headings, (size_t)level - 1, start, &label);
  put_number(o, label);
}

static void end_paragraph(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  if (o->open_change || o->in_comment) {
    pv_buffer_add_char(o->open_change ? &o->deleted : &o->comment, '\n');
    return;
  }
  pop_hidden(o);
  o->in_paragraph[o->story.depth] = false;
  if (!o->inserted) pv_story_end_paragraph(&o->story); // else it goes on in the next one
}

static void start_span(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  push_hidden(o, pv_odt_style_find(o->styles, attribute(xml, "style-name")));
}

static void end_span(pv_xml *xml) { pop_hidden(odt_of(xml)); }

static void read_hidden(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  pv_str text = attribute(xml, "string-value");
  if (pv_str_equal(attribute(xml, "is-hidden"), PV_STR("false")))
    put(o, text);
  else
    pv_builder_leave_out(builder_of(o), PV_LEFT_HIDDEN, text);
  pv_xml_skip(xml);
}

static void start_hidden_paragraph(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  if (pv_str_equal(attribute(xml, "is-hidden"), PV_STR("true")) && o->hidden.count &&
      !o->hidden.items[o->hidden.count - 1]) {
    o->hidden.items[o->hidden.count - 1] = true; // what follows in the paragraph
    o->hidden_depth++;
  }
  pv_xml_skip(xml);
}

static void start_section(pv_xml *xml) {
  pv_odt_style hidden = {.hidden = pv_str_equal(attribute(xml, "display"), PV_STR("none"))};
  push_hidden(odt_of(xml), &hidden);
}

// Lists

static const pv_odt_list *list_to_go_on_from(const pv_odt *o, const pv_xml *xml, pv_str style) {
  pv_str id = attribute(xml, "continue-list");
  bool goes_on = pv_str_equal(attribute(xml, "continue-numbering"), PV_STR("true"));
  for (size_t i = o->lists.count; i-- > 0;) {
    const pv_odt_list *list = &o->lists.items[i];
    if (id.size ? pv_str_equal(list->id, id)
                : goes_on && list->style && pv_str_equal(list->style->name, style))
      return list;
  }
  return NULL;
}

// A list in a list is a level of it.
static void start_list(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  pv_str style = attribute(xml, "style-name"), id = attribute(xml, "id");
  size_t index = o->lists.count;
  o->wants_number = false;
  if (o->open_lists.count) {
    index = o->open_lists.items[o->open_lists.count - 1];
    pv_odt_list *outer = &o->lists.items[index];
    const pv_odt_list_style *own = style.size ? pv_odt_list_style_find(o->styles, style) : NULL;
    if (own && own != outer->style) { // another look for this level: the counts above go on
      pv_odt_list inner = *outer;
      inner.style = own;
      index = o->lists.count;
      PV_PUSH(o->scratch, &o->lists, inner);
    }
  } else {
    pv_odt_list list = {0};
    const pv_odt_list *before = list_to_go_on_from(o, xml, style);
    if (before) list = *before;
    if (style.size) list.style = pv_odt_list_style_find(o->styles, style);
    list.id = id.size ? pv_str_copy(o->scratch, id) : (pv_str){0};
    PV_PUSH(o->scratch, &o->lists, list);
  }
  PV_PUSH(o->scratch, &o->open_lists, index);
}

static void end_list(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  o->wants_number = false;
  if (o->open_lists.count) o->open_lists.count--;
}

static void start_item(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  o->wants_number = true;
  o->item_start = pv_xml_number(xml, "start-value", -1);
}

static void end_item(pv_xml *xml) { odt_of(xml)->wants_number = false; }

// Tables

static void start_cell(pv_xml *xml) { pv_builder_begin_cell(builder_of(odt_of(xml))); }

static void end_cell(pv_xml *xml) { pv_builder_end_cell(builder_of(odt_of(xml))); }

static void end_row(pv_xml *xml) { pv_builder_end_row(builder_of(odt_of(xml))); }

// Notes and boxes

static void start_box(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  if (!pv_story_begin_box(&o->story)) {
    pv_diagnose(&o->reading->diagnostics, PV_DIAGNOSTIC_PART_LEFT_OUT, (pv_span){0, 0},
                "a text box in %d other text boxes was left out", PV_STORY_DEPTH - 1);
    pv_xml_skip(xml);
    return;
  }
  o->in_paragraph[o->story.depth] = false;
}

static void leave_box(pv_odt *o, pv_str before, pv_str behind) {
  pv_story_end_box(&o->story, before, behind);
  if (!o->in_paragraph[o->story.depth]) pv_story_end_paragraph(&o->story);
}

static void end_box(pv_xml *xml) { leave_box(odt_of(xml), PV_STR(""), PV_STR("")); }

static void start_note(pv_xml *xml) {
  odt_of(xml)->is_endnote = pv_str_equal(attribute(xml, "note-class"), PV_STR("endnote"));
}

static void end_note(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  pv_str label = pv_str_printf(o->scratch, "[%s %zu: ", o->is_endnote ? "Endnote" : "Footnote",
                               ++o->notes[o->is_endnote]);
  leave_box(o, label, PV_STR("]"));
}

static void start_comment(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  o->in_comment = true;
  o->comment = (pv_buffer){.arena = o->scratch};
}

static void end_comment(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  o->in_comment = false;
  pv_builder_leave_out(builder_of(o), PV_LEFT_COMMENT, pv_buffer_str(&o->comment));
}

static void start_contents(pv_xml *xml) { odt_of(xml)->in_contents = true; }

static void end_contents(pv_xml *xml) { odt_of(xml)->in_contents = false; }

// Revisions

static void start_change(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  pv_odt_change c = {.id = pv_str_copy(o->scratch, attribute(xml, "id"))};
  PV_PUSH(o->scratch, &o->changes, c);
  o->open_change = &o->changes.items[o->changes.count - 1];
  o->deleted = (pv_buffer){.arena = o->scratch};
}

static void end_change(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  o->open_change->text = pv_str_trim(pv_buffer_str(&o->deleted));
  o->open_change = NULL;
}

static void start_insertion(pv_xml *xml) { odt_of(xml)->insertions++; }

static void start_deletion(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  o->deletions++;
  if (o->open_change) o->open_change->is_deletion = true;
}

static const pv_odt_change *find_change(const pv_odt *o, const pv_xml *xml) {
  pv_str id = attribute(xml, "change-id");
  for (size_t i = 0; i < o->changes.count; i++)
    if (pv_str_equal(o->changes.items[i].id, id)) return &o->changes.items[i];
  return NULL;
}

// Where something was deleted.
static void put_deleted(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  const pv_odt_change *c = find_change(o, xml);
  if (!pv_odt_is_original(o) || !c || !c->is_deletion) return;
  pv_str rest = c->text;
  while (rest.size) {
    const char *end = memchr(rest.data, '\n', rest.size);
    size_t size = end ? (size_t)(end - rest.data) : rest.size;
    put(o, (pv_str){rest.data, size});
    if (!end) break;
    pv_builder_end_paragraph(builder_of(o));
    rest = (pv_str){end + 1, rest.size - size - 1};
  }
}

static void start_inserted(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  const pv_odt_change *c = find_change(o, xml);
  if (pv_odt_is_original(o) && c && !c->is_deletion) o->inserted++;
}

static void end_inserted(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  if (o->inserted) o->inserted--;
}

static void see_text(pv_xml *xml) {
  pv_odt *o = odt_of(xml);
  o->is_text = true;
  pv_odt_styles_finish(o->styles);
  o->headings.style = pv_odt_list_style_find(o->styles, PV_STR(""));
}

const pv_xml_rule pv_odt_body_rules[] = {
    {"text", &pv_odt_office, see_text, NULL, NULL},
    {"forms", &pv_odt_office, pv_xml_skip_element, NULL, NULL},
    {"p", &pv_odt_text, start_paragraph, end_paragraph, see_paragraph},
    {"h", &pv_odt_text, start_heading, end_paragraph, see_paragraph},
    {"span", &pv_odt_text, start_span, end_span, NULL},
    {"s", &pv_odt_text, add_blanks, NULL, NULL},
    {"tab", &pv_odt_text, add_tab, NULL, NULL},
    {"tab-stop", &pv_odt_text, add_tab, NULL, NULL},
    {"line-break", &pv_odt_text, add_break, NULL, NULL},
    {"hidden-text", &pv_odt_text, read_hidden, NULL, NULL},
    {"hidden-paragraph", &pv_odt_text, start_hidden_paragraph, NULL, NULL},
    {"section", &pv_odt_text, start_section, end_span, NULL},
    {"ruby-text", &pv_odt_text, pv_xml_skip_element, NULL, NULL},
    {"list", &pv_odt_text, start_list, end_list, NULL},
    {"ordered-list", &pv_odt_text, start_list, end_list, NULL},
    {"unordered-list", &pv_odt_text, start_list, end_list, NULL},
    {"list-item", &pv_odt_text, start_item, end_item, NULL},
    {"table-cell", &pv_odt_table, start_cell, end_cell, NULL},
    {"covered-table-cell", &pv_odt_table, pv_xml_skip_element, NULL, NULL},
    {"table-row", &pv_odt_table, NULL, end_row, NULL},
    {"note", &pv_odt_text, start_note, NULL, NULL},
    {"note-citation", &pv_odt_text, pv_xml_skip_element, NULL, NULL},
    {"note-body", &pv_odt_text, start_box, end_note, NULL},
    {"footnote-citation", &pv_odt_text, pv_xml_skip_element, NULL, NULL},
    {"footnote-body", &pv_odt_text, start_box, end_note, NULL},
    {"annotation", &pv_odt_office, start_comment, end_comment, NULL},
    {"text-box", &pv_odt_draw, start_box, end_box, NULL},
    {"rect", &pv_odt_draw, start_box, end_box, NULL},
    {"custom-shape", &pv_odt_draw, start_box, end_box, NULL},
    {"ellipse", &pv_odt_draw, start_box, end_box, NULL},
    {"circle", &pv_odt_draw, start_box, end_box, NULL},
    {"polygon", &pv_odt_draw, start_box, end_box, NULL},
    {"path", &pv_odt_draw, start_box, end_box, NULL},
    {"line", &pv_odt_draw, start_box, end_box, NULL},
    {"connector", &pv_odt_draw, start_box, end_box, NULL},
    {"caption", &pv_odt_draw, start_box, end_box, NULL},
    {"object", &pv_odt_draw, pv_xml_skip_element, NULL, NULL},
    {"title", &pv_odt_svg, pv_xml_skip_element, NULL, NULL},
    {"desc", &pv_odt_svg, pv_xml_skip_element, NULL, NULL},
    {"table-of-content", &pv_odt_text, start_contents, end_contents, NULL},
    {"table-of-content-source", &pv_odt_text, pv_xml_skip_element, NULL, NULL},
    {"illustration-index-source", &pv_odt_text, pv_xml_skip_element, NULL, NULL},
    {"table-index-source", &pv_odt_text, pv_xml_skip_element, NULL, NULL},
    {"object-index-source", &pv_odt_text, pv_xml_skip_element, NULL, NULL},
    {"user-index-source", &pv_odt_text, pv_xml_skip_element, NULL, NULL},
    {"alphabetical-index-source", &pv_odt_text, pv_xml_skip_element, NULL, NULL},
    {"bibliography-source", &pv_odt_text, pv_xml_skip_element, NULL, NULL},
    {"changed-region", &pv_odt_text, start_change, end_change, NULL},
    {"change-info", &pv_odt_office, pv_xml_skip_element, NULL, NULL},
    {"insertion", &pv_odt_text, start_insertion, NULL, NULL},
    {"deletion", &pv_odt_text, start_deletion, NULL, NULL},
    {"change", &pv_odt_text, put_deleted, NULL, NULL},
    {"change-start", &pv_odt_text, start_inserted, NULL, NULL},
    {"change-end", &pv_odt_text, end_inserted, NULL, NULL},
};

const size_t pv_odt_body_rule_count = sizeof pv_odt_body_rules / sizeof *pv_odt_body_rules;
