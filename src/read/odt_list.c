#include "read/odt_list.h"

#include "base/hash.h"
#include "base/str.h"

enum { MOST_PARENTS = 32 };

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
#define OOO "http://openoffice.org/2000/"

pv_xml_namespace pv_odt_text = {ODF "text:1.0", OOO "text", NULL};
pv_xml_namespace pv_odt_style_space = {ODF "style:1.0", OOO "style", NULL};
pv_xml_namespace pv_odt_office = {ODF "office:1.0", OOO "office", NULL};
pv_xml_namespace pv_odt_table = {ODF "table:1.0", OOO "table", NULL};
pv_xml_namespace pv_odt_draw = {ODF "drawing:1.0", OOO "drawing", NULL};
pv_xml_namespace pv_odt_svg = {ODF "svg-compatible:1.0", "http://www.w3.org/2000/svg", NULL};

static pv_odt_styles *styles_of(pv_xml *xml) { return *(pv_odt_styles **)pv_xml_context(xml); }

static pv_str copy(pv_xml *xml, const char *name) {
  pv_str value = {0};
  if (!pv_xml_attribute(xml, name, &value) || !value.size) return (pv_str){0};
  return pv_str_copy(styles_of(xml)->arena, value);
}

static void start_style(pv_xml *xml) {
  pv_odt_styles *styles = styles_of(xml);
  pv_odt_style style = {copy(xml, "name"), copy(xml, "parent-style-name"),
                        copy(xml, "list-style-name"), -1};
  PV_PUSH(styles->arena, &styles->styles, style);
  styles->open_style = &styles->styles.items[styles->styles.count - 1];
}

static void end_style(pv_xml *xml) { styles_of(xml)->open_style = NULL; }

static void read_text_properties(pv_xml *xml) {
  pv_odt_styles *styles = styles_of(xml);
  pv_str display;
  if (styles->open_style && pv_xml_attribute(xml, "display", &display))
    styles->open_style->hidden = pv_str_equal(display, PV_STR("none"));
}

static void start_list_style(pv_xml *xml) {
  pv_odt_styles *styles = styles_of(xml);
  pv_odt_list_style style = {.name = copy(xml, "name")};
  PV_PUSH(styles->arena, &styles->lists, style);
  styles->open_list = &styles->lists.items[styles->lists.count - 1];
}

static void start_outline(pv_xml *xml) {
  start_list_style(xml);
  styles_of(xml)->open_list->name = PV_STR("");
}

static void end_list_style(pv_xml *xml) { styles_of(xml)->open_list = NULL; }

static pv_odt_level *open_level(pv_xml *xml) {
  pv_odt_styles *styles = styles_of(xml);
  int32_t level = pv_xml_number(xml, "level", 0);
  if (!styles->open_list || level < 1 || level > PV_ODT_LEVELS) return NULL;
  pv_odt_level *found = &styles->open_list->levels[level - 1];
  *found = (pv_odt_level){true,
                          PV_FORMAT_NONE,
                          copy(xml, "num-prefix"),
                          copy(xml, "num-suffix"),
                          pv_xml_number(xml, "display-levels", 1),
                          pv_xml_number(xml, "start-value", 1)};
  return found;
}

static void read_number_level(pv_xml *xml) {
  static const struct {
    char name;
    pv_number_format format;
  } formats[] = {{'1', PV_FORMAT_DECIMAL},
                 {'a', PV_FORMAT_LOWER_LETTER},
                 {'A', PV_FORMAT_UPPER_LETTER},
                 {'i', PV_FORMAT_LOWER_ROMAN},
                 {'I', PV_FORMAT_UPPER_ROMAN}};
  pv_odt_level *level = open_level(xml);
  pv_str format;
  if (!level || !pv_xml_attribute(xml, "num-format", &format) || !format.size) return;
  level->format = PV_FORMAT_DECIMAL;
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (format.data[0] == formats[i].name) level->format = formats[i].format;
}

static void read_bullet_level(pv_xml *xml) {
  pv_odt_level *level = open_level(xml);
  pv_str mark = {0};
  if (!level) return;
  pv_xml_attribute(xml, "bullet-char", &mark);
  level->before = pv_str_equal(mark, PV_STR("-")) || pv_str_equal(mark, PV_STR("–"))
                      ? pv_str_copy(styles_of(xml)->arena, mark)
                      : PV_STR("•");
  level->behind = PV_STR("");
}

const pv_xml_rule pv_odt_style_rules[] = {
    {"style", &pv_odt_style_space, start_style, end_style, NULL},
    {"text-properties", &pv_odt_style_space, read_text_properties, NULL, NULL},
    {"properties", &pv_odt_style_space, read_text_properties, NULL, NULL},
    {"list-style", &pv_odt_text, start_list_style, end_list_style, NULL},
    {"outline-style", &pv_odt_text, start_outline, end_list_style, NULL},
    {"list-level-style-number", &pv_odt_text, read_number_level, NULL, NULL},
    {"outline-level-style", &pv_odt_text, read_number_level, NULL, NULL},
    {"list-level-style-bullet", &pv_odt_text, read_bullet_level, NULL, NULL},
    {"list-level-style-image", &pv_odt_text, read_bullet_level, NULL, NULL},
    {"master-styles", &pv_odt_office, pv_xml_skip_element, NULL, NULL}, // headers and footers
};

const size_t pv_odt_style_rule_count = sizeof pv_odt_style_rules / sizeof *pv_odt_style_rules;

static void add_slot(pv_odt_styles *styles, size_t index) {
  size_t at = pv_hash_add(PV_HASH_START, styles->styles.items[index].name) % styles->slot_count;
  while (styles->slots[at]) at = (at + 1) % styles->slot_count;
  styles->slots[at] = (uint32_t)index + 1;
}

const pv_odt_style *pv_odt_style_find(const pv_odt_styles *styles, pv_str name) {
  if (!styles->slot_count || !name.size) return NULL;
  size_t at = pv_hash_add(PV_HASH_START, name) % styles->slot_count;
  for (; styles->slots[at]; at = (at + 1) % styles->slot_count) {
    const pv_odt_style *style = &styles->styles.items[styles->slots[at] - 1];
    if (pv_str_equal(style->name, name)) return style;
  }
  return NULL;
}

static void inherit(const pv_odt_styles *styles, pv_odt_style *style) {
  const pv_odt_style *parent = style;
  for (int i = 0; i < MOST_PARENTS && parent->parent.size; i++) {
    parent = pv_odt_style_find(styles, parent->parent);
    if (!parent) return;
    if (!style->list.size) style->list = parent->list;
    if (style->hidden < 0) style->hidden = parent->hidden;
  }
}

void pv_odt_styles_finish(pv_odt_styles *styles) {
  styles->slot_count = 16;
  while (styles->slot_count < 2 * styles->styles.count) styles->slot_count *= 2;
  styles->slots = PV_NEW_ARRAY(styles->arena, uint32_t, styles->slot_count);
  for (size_t i = 0; i < styles->styles.count; i++) add_slot(styles, i);
  for (size_t i = 0; i < styles->styles.count; i++) inherit(styles, &styles->styles.items[i]);
}

const pv_odt_list_style *pv_odt_list_style_find(const pv_odt_styles *styles, pv_str name) {
  for (size_t i = 0; i < styles->lists.count; i++)
    if (pv_str_equal(styles->lists.items[i].name, name)) return &styles->lists.items[i];
  return NULL;
}

static void add_number(const pv_odt_list *list, size_t level, pv_buffer *out) {
  const pv_odt_level *own = &list->style->levels[level];
  size_t before = out->size;
  pv_buffer_add(out, own->before);
  size_t shown = own->shown > 1 ? (size_t)own->shown : 1;
  size_t first = shown > level ? 0 : level + 1 - shown;
  bool is_first = true;
  for (size_t i = own->format == PV_FORMAT_NONE ? level + 1 : first; i <= level; i++) {
    const pv_odt_level *l = &list->style->levels[i];
    if (!l->is_set || l->format == PV_FORMAT_NONE) continue;
    if (!is_first) pv_buffer_add_char(out, '.');
    is_first = false;
    pv_number_format_add(out, l->format, list->counted[i] ? list->counts[i] : l->start);
  }
  pv_buffer_add(out, own->behind);
  if (out->size > before) pv_buffer_add_char(out, '\t');
}

void pv_odt_list_count(pv_odt_list *list, size_t level, int32_t start, pv_buffer *out) {
  if (!list->style || level >= PV_ODT_LEVELS || !list->style->levels[level].is_set) return;
  if (start >= 0)
    list->counts[level] = start;
  else
    list->counts[level] =
        list->counted[level] ? list->counts[level] + 1 : list->style->levels[level].start;
  list->counted[level] = true;
  for (size_t i = level + 1; i < PV_ODT_LEVELS; i++) list->counted[i] = false;
  add_number(list, level, out);
}
