// Legal documents in XML as OASIS LegalDocML (Akoma Ntoso) has them. What a number belongs to
// stands behind it in one line; notes come behind their paragraph.
#include "base/error.h"
#include "base/str.h"
#include "read/formats.h"
#include "read/story.h"
#include "read/xml.h"

enum { LOOKED_AT = 4096 };

typedef PV_VECTOR(pv_str) names;

typedef struct {
  pv_reading *reading;
  pv_arena *scratch;
  pv_builder builder;
  pv_story story;
  names ids;         // of the open elements; one without has that of its outer one
  bool after_number; // the next block goes on in the line of its number
  bool after_blank;
  size_t deleted, inserted; // open ones
  size_t notes;
  bool is_akn;
} akn;

static akn *akn_of(const pv_xml *xml) { return pv_xml_context(xml); }

static pv_builder *builder_of(const akn *a) { return pv_story_builder(&a->story); }

static void push_id(akn *a, const pv_xml *xml) {
  pv_str id = a->ids.count ? a->ids.items[a->ids.count - 1] : (pv_str){"", 0};
  pv_str own;
  if (pv_xml_attribute(xml, "eId", &own) || pv_xml_attribute(xml, "id", &own))
    id = pv_str_printf(a->reading->arena, "#" PV_STR_FMT, PV_STR_ARG(own));
  PV_PUSH(a->scratch, &a->ids, id);
}

static void pop_id(pv_xml *xml) {
  akn *a = akn_of(xml);
  if (a->ids.count) a->ids.count--;
}

static void start_container(pv_xml *xml) { push_id(akn_of(xml), xml); }

static void end_paragraph(akn *a) {
  pv_story_end_paragraph(&a->story);
  a->after_blank = true;
}

static void locate(akn *a, const pv_xml *xml) {
  pv_str id = a->ids.items[a->ids.count - 1];
  pv_builder_locate(builder_of(a),
                    (pv_origin){.kind = PV_ORIGIN_ELEMENT,
                                .number = pv_xml_line(xml),
                                .name = id.size ? id : pv_str_from(pv_xml_name(xml))});
}

static void start_block(pv_xml *xml) {
  akn *a = akn_of(xml);
  push_id(a, xml);
  if (!a->after_number) end_paragraph(a);
  locate(a, xml);
}

static void end_block(pv_xml *xml) {
  akn *a = akn_of(xml);
  pop_id(xml);
  if (!pv_builder_has_text(builder_of(a))) return;
  a->after_number = false;
  end_paragraph(a);
}

static void start_number(pv_xml *xml) {
  akn *a = akn_of(xml);
  push_id(a, xml);
  end_paragraph(a);
  locate(a, xml);
}

static void end_number(pv_xml *xml) {
  akn *a = akn_of(xml);
  pop_id(xml);
  if (!pv_builder_has_text(builder_of(a))) return;
  pv_builder_add(builder_of(a), PV_STR("\t"));
  a->after_number = a->after_blank = true;
}

static void start_cell(pv_xml *xml) {
  akn *a = akn_of(xml);
  push_id(a, xml);
  end_paragraph(a);
  a->after_number = false;
  pv_builder_begin_cell(builder_of(a));
  locate(a, xml);
}

static void end_cell(pv_xml *xml) {
  akn *a = akn_of(xml);
  pop_id(xml);
  end_paragraph(a);
  a->after_number = false;
  pv_builder_end_cell(builder_of(a));
}

static void end_row(pv_xml *xml) { pv_builder_end_row(builder_of(akn_of(xml))); }

static void break_line(pv_xml *xml) {
  akn *a = akn_of(xml);
  pv_builder_break_line(builder_of(a));
  a->after_blank = true;
}

static void start_note(pv_xml *xml) {
  akn *a = akn_of(xml);
  if (!pv_story_begin_box(&a->story)) {
    pv_xml_skip(xml);
    return;
  }
  push_id(a, xml);
  locate(a, xml);
  a->after_number = false;
  a->after_blank = true;
}

static void end_note(pv_xml *xml) {
  akn *a = akn_of(xml);
  pop_id(xml);
  pv_story_end_box(&a->story, pv_str_printf(a->scratch, "[Footnote %zu: ", ++a->notes),
                   PV_STR("]"));
  a->after_number = false;
  a->after_blank = false;
}

static void start_deletion(pv_xml *xml) { akn_of(xml)->deleted++; }

static void end_deletion(pv_xml *xml) { akn_of(xml)->deleted--; }

static void start_insertion(pv_xml *xml) { akn_of(xml)->inserted++; }

static void end_insertion(pv_xml *xml) { akn_of(xml)->inserted--; }

static void see_root(pv_xml *xml) { akn_of(xml)->is_akn = true; }

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// White space is one blank, as in a web page.
static void add_flowing(akn *a, pv_str text) {
  for (size_t pos = 0, end; pos < text.size; pos = end) {
    bool is_space = is_blank(text.data[pos]);
    for (end = pos; end < text.size && is_blank(text.data[end]) == is_space;) end++;
    if (is_space && !a->after_blank) pv_builder_add(builder_of(a), PV_STR(" "));
    if (!is_space) pv_builder_add(builder_of(a), (pv_str){text.data + pos, end - pos});
    a->after_blank = is_space;
  }
}

static void add_text(pv_xml *xml, pv_str text) {
  akn *a = akn_of(xml);
  bool is_original = a->reading->options.revisions == PV_REVISIONS_ORIGINAL;
  if (a->deleted && !is_original)
    pv_builder_leave_out(builder_of(a), PV_LEFT_DELETED, text);
  else if (a->inserted && is_original)
    pv_builder_leave_out(builder_of(a), PV_LEFT_INSERTED, text);
  else
    add_flowing(a, text);
}

static pv_xml_namespace any = {"*", NULL};

#define CONTAINER(name)                                                                            \
  { name, &any, start_container, pop_id, NULL }
#define BLOCK(name)                                                                                \
  { name, &any, start_block, end_block, NULL }
#define LEFT_OUT(name)                                                                             \
  { name, &any, pv_xml_skip_element, NULL, NULL }

static const pv_xml_rule rules[] = {
    {"akomaNtoso", &any, NULL, NULL, see_root},
    LEFT_OUT("meta"),
    LEFT_OUT("toc"),
    LEFT_OUT("presentation"),
    CONTAINER("alinea"),
    CONTAINER("article"),
    CONTAINER("book"),
    CONTAINER("chapter"),
    CONTAINER("clause"),
    CONTAINER("component"),
    CONTAINER("division"),
    CONTAINER("hcontainer"),
    CONTAINER("indent"),
    CONTAINER("level"),
    CONTAINER("list"),
    CONTAINER("paragraph"),
    CONTAINER("part"),
    CONTAINER("point"),
    CONTAINER("proviso"),
    CONTAINER("recital"),
    CONTAINER("rule"),
    CONTAINER("section"),
    CONTAINER("subchapter"),
    CONTAINER("subclause"),
    CONTAINER("sublist"),
    CONTAINER("subparagraph"),
    CONTAINER("subpart"),
    CONTAINER("subrule"),
    CONTAINER("subsection"),
    CONTAINER("title"),
    BLOCK("block"),
    BLOCK("blockContainer"),
    BLOCK("crossHeading"),
    BLOCK("from"),
    BLOCK("heading"),
    BLOCK("item"),
    BLOCK("li"),
    BLOCK("listConclusion"),
    BLOCK("listIntroduction"),
    BLOCK("listWrapUp"),
    BLOCK("longTitle"),
    BLOCK("p"),
    BLOCK("scene"),
    BLOCK("subheading"),
    BLOCK("tblock"),
    {"num", &any, start_number, end_number, NULL},
    {"td", &any, start_cell, end_cell, NULL},
    {"th", &any, start_cell, end_cell, NULL},
    {"tr", &any, NULL, end_row, NULL},
    {"br", &any, break_line, NULL, NULL},
    {"authorialNote", &any, start_note, end_note, NULL},
    {"del", &any, start_deletion, end_deletion, NULL},
    {"ins", &any, start_insertion, end_insertion, NULL},
};

bool pv_sniff_akn(pv_str bytes) {
  static const char root[] = "akomaNtoso";
  pv_str start = {bytes.data, bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT};
  if (pv_str_starts_with(start, PV_STR("\xEF\xBB\xBF"))) start.data += 3, start.size -= 3;
  start = pv_str_trim(start);
  if (!pv_str_starts_with(start, PV_STR("<"))) return false;
  for (size_t i = 1; i + sizeof root - 1 <= start.size; i++)
    if ((start.data[i - 1] == '<' || start.data[i - 1] == ':') &&
        memcmp(start.data + i, root, sizeof root - 1) == 0)
      return true;
  return false;
}

static bool read_akn(akn *a, pv_error *err) {
  pv_xml_reader reader = {rules, sizeof rules / sizeof *rules, add_text, a, false};
  if (!pv_xml_parse(a->scratch, a->reading->bytes, &reader, err)) return false;
  if (!a->is_akn)
    return pv_fail(err, PV_ERROR_FORMAT,
                   "XML, but no legal document of Akoma Ntoso; leave --as out and try again");
  pv_story_end_paragraph(&a->story);
  return pv_builder_finish(&a->builder, err);
}

bool pv_read_akn(pv_reading *reading, pv_error *err) {
  pv_arena *scratch = pv_arena_child(reading->arena);
  akn *a = PV_NEW(scratch, akn);
  *a = (akn){.reading = reading, .scratch = scratch, .after_blank = true};
  pv_builder_begin(&a->builder, reading);
  pv_story_begin(&a->story, &a->builder, scratch);
  pv_builder_locate(
      &a->builder,
      (pv_origin){.kind = PV_ORIGIN_ELEMENT, .number = 1, .name = PV_STR("akomaNtoso")});
  bool good = read_akn(a, err);
  pv_arena_free(scratch);
  return good;
}
