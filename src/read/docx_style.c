#include "read/docx_style.h"

#include "base/hash.h"
#include "base/str.h"

enum { MOST_PARENTS = 32 };

pv_xml_namespace pv_docx_word = {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                 "http://purl.oclc.org/ooxml/wordprocessingml/main", NULL};

typedef struct {
  pv_arena *arena;
  pv_docx_styles *styles;
  pv_docx_style *open; // NULL outside of styles
} reading;

bool pv_docx_is_on(const pv_xml *xml) {
  static const pv_str no[] = {{"0", 1}, {"false", 5}, {"off", 3}, {"none", 4}};
  pv_str value;
  if (!pv_xml_attribute(xml, "val", &value)) return true;
  for (size_t i = 0; i < sizeof no / sizeof *no; i++)
    if (pv_str_equal(value, no[i])) return false;
  return true;
}

static void start_style(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  pv_str id = {0};
  pv_xml_attribute(xml, "styleId", &id);
  pv_docx_style style = {
      pv_str_copy(r->arena, id), {0}, PV_DOCX_UNSET, PV_DOCX_UNSET, PV_DOCX_UNSET, false};
  PV_PUSH(r->arena, &r->styles->items, style);
  r->open = &r->styles->items.items[r->styles->items.count - 1];
}

static void end_style(pv_xml *xml) { ((reading *)pv_xml_context(xml))->open = NULL; }

static void read_name(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  pv_str name;
  if (!r->open || !pv_xml_attribute(xml, "val", &name) || name.size < 4) return;
  r->open->is_contents = pv_str_equal_ignoring_case((pv_str){name.data, 4}, PV_STR("toc ")) &&
                         name.size == 5 && name.data[4] != 'h';
}

static void read_parent(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  pv_str id;
  if (r->open && pv_xml_attribute(xml, "val", &id)) r->open->based_on = pv_str_copy(r->arena, id);
}

static void read_number(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  if (r->open) r->open->number = pv_xml_number(xml, "val", PV_DOCX_UNSET);
}

static void read_level(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  if (r->open) r->open->level = pv_xml_number(xml, "val", PV_DOCX_UNSET);
}

static void read_vanish(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  if (r->open) r->open->hidden = pv_docx_is_on(xml);
}

// Outside of styles: that of the whole document.
static void read_language(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  pv_str language;
  if (!r->open && pv_xml_attribute(xml, "val", &language))
    r->styles->is_english = pv_str_starts_with(language, PV_STR("en"));
}

static void fill_slots(pv_arena *arena, pv_docx_styles *styles) {
  styles->slot_count = 16;
  while (styles->slot_count < 2 * styles->items.count) styles->slot_count *= 2;
  styles->slots = PV_NEW_ARRAY(arena, uint32_t, styles->slot_count);
  for (size_t i = styles->items.count; i-- > 0;) { // the first of two comes before the other
    size_t at = pv_hash_add(PV_HASH_START, styles->items.items[i].id) % styles->slot_count;
    while (styles->slots[at] &&
           !pv_str_equal(styles->items.items[styles->slots[at] - 1].id, styles->items.items[i].id))
      at = (at + 1) % styles->slot_count;
    styles->slots[at] = (uint32_t)i + 1;
  }
}

const pv_docx_style *pv_docx_style_find(const pv_docx_styles *styles, pv_str id) {
  if (!styles->slot_count) return NULL;
  size_t at = pv_hash_add(PV_HASH_START, id) % styles->slot_count;
  for (; styles->slots[at]; at = (at + 1) % styles->slot_count) {
    const pv_docx_style *style = &styles->items.items[styles->slots[at] - 1];
    if (pv_str_equal(style->id, id)) return style;
  }
  return NULL;
}

static void inherit(const pv_docx_styles *styles, pv_docx_style *style) {
  const pv_docx_style *parent = style;
  for (int i = 0; i < MOST_PARENTS && parent->based_on.size; i++) {
    parent = pv_docx_style_find(styles, parent->based_on);
    if (!parent) return;
    if (style->number == PV_DOCX_UNSET) style->number = parent->number;
    if (style->level == PV_DOCX_UNSET) style->level = parent->level;
    if (style->hidden == PV_DOCX_UNSET) style->hidden = parent->hidden;
    style->is_contents |= parent->is_contents;
  }
}

bool pv_docx_styles_read(pv_arena *arena, pv_str bytes, pv_docx_styles *styles, pv_error *err) {
  static const pv_xml_rule rules[] = {
      {"style", &pv_docx_word, start_style, end_style, NULL},
      {"name", &pv_docx_word, read_name, NULL, NULL},
      {"basedOn", &pv_docx_word, read_parent, NULL, NULL},
      {"numId", &pv_docx_word, read_number, NULL, NULL},
      {"ilvl", &pv_docx_word, read_level, NULL, NULL},
      {"vanish", &pv_docx_word, read_vanish, NULL, NULL},
      {"lang", &pv_docx_word, read_language, NULL, NULL},
      {"tblStylePr", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
      {"pPrChange", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
      {"rPrChange", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
      {"latentStyles", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
  };
  reading r = {arena, styles, NULL};
  *styles = (pv_docx_styles){.is_english = true};
  bool good = pv_xml_parse(
      arena, bytes, &(pv_xml_reader){rules, sizeof rules / sizeof *rules, NULL, &r, false}, err);
  fill_slots(arena, styles);
  for (size_t i = 0; i < styles->items.count; i++) inherit(styles, &styles->items.items[i]);
  return good;
}
