#include "read/docx_number.h"

#include <stdlib.h>

#include "base/str.h"
#include "read/number_format.h"

enum { LEVELS = 9, MOST_LINKS = 8 };

typedef struct {
  bool is_set;
  int32_t start;
  int32_t restart; // the level, from 1, behind which it starts again; 0: never; UNSET: any above
  pv_number_format format;
  pv_str text;   // "%1.%2"
  pv_str gap;    // behind the number
  pv_str style;  // that has this level
  bool is_legal; // all figures are decimal
} level;

// A list as it is defined, and how far it is counted.
typedef struct {
  int32_t id;
  pv_str link; // of a style that has the levels, where it has none itself
  level levels[LEVELS];
  int32_t counts[LEVELS];
  bool counted[LEVELS];
} definition;

// A list as paragraphs name it.
typedef struct {
  int32_t id;
  int32_t defined_by; // id
  definition *definition;
  level levels[LEVELS];  // those that are set replace those of the definition
  bool restarts[LEVELS]; // when it is named for the first time
  bool has_start[LEVELS];
  int32_t starts[LEVELS];
} list;

struct pv_docx_numbers {
  pv_arena *arena;
  PV_VECTOR(definition) definitions;
  PV_VECTOR(list) lists;
  bool is_english;
};

typedef struct {
  pv_docx_numbers *numbers;
  definition *definition; // that is open, or
  list *list;
  int32_t override; // level of the list, UNSET for none
  level *level;
} reading;

static void start_definition(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  definition d = {.id = pv_xml_number(xml, "abstractNumId", PV_DOCX_UNSET)};
  PV_PUSH(r->numbers->arena, &r->numbers->definitions, d);
  r->definition = &r->numbers->definitions.items[r->numbers->definitions.count - 1];
  r->list = NULL;
}

static void end_definition(pv_xml *xml) { ((reading *)pv_xml_context(xml))->definition = NULL; }

static void start_list(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  list l = {.id = pv_xml_number(xml, "numId", PV_DOCX_UNSET), .defined_by = PV_DOCX_UNSET};
  PV_PUSH(r->numbers->arena, &r->numbers->lists, l);
  r->list = &r->numbers->lists.items[r->numbers->lists.count - 1];
}

static void end_list(pv_xml *xml) { ((reading *)pv_xml_context(xml))->list = NULL; }

static void read_definition_id(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  if (r->list) r->list->defined_by = pv_xml_number(xml, "val", PV_DOCX_UNSET);
}

static bool is_level(int32_t index) { return index >= 0 && index < LEVELS; }

static void start_override(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  r->override = pv_xml_number(xml, "ilvl", PV_DOCX_UNSET);
}

static void end_override(pv_xml *xml) {
  ((reading *)pv_xml_context(xml))->override = PV_DOCX_UNSET;
}

static void read_start_override(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  if (!r->list || !is_level(r->override)) return;
  r->list->restarts[r->override] = r->list->has_start[r->override] = true;
  r->list->starts[r->override] = pv_xml_number(xml, "val", 1);
}

static void start_level(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  int32_t index = pv_xml_number(xml, "ilvl", PV_DOCX_UNSET);
  if (!is_level(index)) {
    pv_xml_skip(xml);
    return;
  }
  r->level = r->list         ? &r->list->levels[index]
             : r->definition ? &r->definition->levels[index]
                             : NULL;
  if (r->level) *r->level = (level){.is_set = true, .restart = PV_DOCX_UNSET, .gap = PV_STR("\t")};
}

static void end_level(pv_xml *xml) { ((reading *)pv_xml_context(xml))->level = NULL; }

static void read_start(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  if (r->level) r->level->start = pv_xml_number(xml, "val", 0);
}

static void read_restart(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  if (r->level) r->level->restart = pv_xml_number(xml, "val", PV_DOCX_UNSET);
}

static void read_format(pv_xml *xml) {
  static const struct {
    const char *name;
    pv_number_format format;
  } formats[] = {
      {"decimal", PV_FORMAT_DECIMAL},
      {"none", PV_FORMAT_NONE},
      {"bullet", PV_FORMAT_BULLET},
      {"decimalZero", PV_FORMAT_DECIMAL_ZERO},
      {"lowerLetter", PV_FORMAT_LOWER_LETTER},
      {"upperLetter", PV_FORMAT_UPPER_LETTER},
      {"lowerRoman", PV_FORMAT_LOWER_ROMAN},
      {"upperRoman", PV_FORMAT_UPPER_ROMAN},
      {"ordinal", PV_FORMAT_ORDINAL},
      {"cardinalText", PV_FORMAT_CARDINAL_TEXT},
      {"ordinalText", PV_FORMAT_ORDINAL_TEXT},
      {"chicago", PV_FORMAT_CHICAGO},
  };
  reading *r = pv_xml_context(xml);
  pv_str name;
  if (!r->level || !pv_xml_attribute(xml, "val", &name)) return;
  r->level->format = PV_FORMAT_DECIMAL;
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (pv_str_equal(name, pv_str_from(formats[i].name))) r->level->format = formats[i].format;
  bool is_words =
      r->level->format == PV_FORMAT_CARDINAL_TEXT || r->level->format == PV_FORMAT_ORDINAL_TEXT;
  if (is_words && !r->numbers->is_english) r->level->format = PV_FORMAT_DECIMAL;
}

static void read_text(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  pv_str text;
  if (r->level && pv_xml_attribute(xml, "val", &text))
    r->level->text = pv_str_copy(r->numbers->arena, text);
}

static void read_gap(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  pv_str gap;
  if (!r->level || !pv_xml_attribute(xml, "val", &gap)) return;
  r->level->gap = pv_str_equal(gap, PV_STR("tab")) ? PV_STR("\t") : PV_STR(" ");
}

static void read_legal(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  if (r->level) r->level->is_legal = pv_docx_is_on(xml);
}

static void read_style(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  pv_str style;
  if (r->level && pv_xml_attribute(xml, "val", &style))
    r->level->style = pv_str_copy(r->numbers->arena, style);
}

static void read_link(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  pv_str style;
  if (r->definition && pv_xml_attribute(xml, "val", &style))
    r->definition->link = pv_str_copy(r->numbers->arena, style);
}

static int compare_lists(const void *a, const void *b) {
  int32_t left = ((const list *)a)->id, right = ((const list *)b)->id;
  return (left > right) - (left < right);
}

static list *find_list(const pv_docx_numbers *numbers, int32_t id) {
  const list key = {.id = id};
  if (!numbers->lists.count) return NULL;
  return bsearch(&key, numbers->lists.items, numbers->lists.count, sizeof key, compare_lists);
}

static definition *find_definition(const pv_docx_numbers *numbers, int32_t id) {
  for (size_t i = 0; i < numbers->definitions.count; i++)
    if (numbers->definitions.items[i].id == id) return &numbers->definitions.items[i];
  return NULL;
}

// A definition may only say which style has the list whose definition has the levels.
static definition *follow_links(const pv_docx_numbers *numbers, const pv_docx_styles *styles,
                                definition *from) {
  for (int i = 0; i < MOST_LINKS && from && from->link.size; i++) {
    const pv_docx_style *style = pv_docx_style_find(styles, from->link);
    const list *linked = style ? find_list(numbers, style->number) : NULL;
    definition *to = linked ? find_definition(numbers, linked->defined_by) : NULL;
    if (!to) return from;
    from = to;
  }
  return from;
}

pv_docx_numbers *pv_docx_numbers_read(pv_arena *arena, pv_str bytes, const pv_docx_styles *styles,
                                      pv_error *err) {
  static const pv_xml_rule rules[] = {
      {"abstractNum", &pv_docx_word, start_definition, end_definition, NULL},
      {"numStyleLink", &pv_docx_word, read_link, NULL, NULL},
      {"num", &pv_docx_word, start_list, end_list, NULL},
      {"abstractNumId", &pv_docx_word, read_definition_id, NULL, NULL},
      {"lvlOverride", &pv_docx_word, start_override, end_override, NULL},
      {"startOverride", &pv_docx_word, read_start_override, NULL, NULL},
      {"lvl", &pv_docx_word, start_level, end_level, NULL},
      {"start", &pv_docx_word, read_start, NULL, NULL},
      {"lvlRestart", &pv_docx_word, read_restart, NULL, NULL},
      {"numFmt", &pv_docx_word, read_format, NULL, NULL},
      {"lvlText", &pv_docx_word, read_text, NULL, NULL},
      {"suff", &pv_docx_word, read_gap, NULL, NULL},
      {"isLgl", &pv_docx_word, read_legal, NULL, NULL},
      {"pStyle", &pv_docx_word, read_style, NULL, NULL},
      {"pPr", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
      {"rPr", &pv_docx_word, pv_xml_skip_element, NULL, NULL},
  };
  pv_docx_numbers *numbers = PV_NEW(arena, pv_docx_numbers);
  numbers->arena = arena;
  numbers->is_english = styles->is_english;
  reading r = {.numbers = numbers, .override = PV_DOCX_UNSET};
  bool good = pv_xml_parse(
      arena, bytes, &(pv_xml_reader){rules, sizeof rules / sizeof *rules, NULL, &r, false}, err);
  if (numbers->lists.count)
    qsort(numbers->lists.items, numbers->lists.count, sizeof(list), compare_lists);
  for (size_t i = 0; i < numbers->lists.count; i++) {
    list *l = &numbers->lists.items[i];
    l->definition = follow_links(numbers, styles, find_definition(numbers, l->defined_by));
  }
  return good ? numbers : NULL;
}

static const level *level_of(const list *l, int32_t index) {
  return l->levels[index].is_set ? &l->levels[index] : &l->definition->levels[index];
}

static int32_t start_of(const list *l, int32_t index) {
  return l->has_start[index] ? l->starts[index] : level_of(l, index)->start;
}

// The level of a list that belongs to a style, or UNSET.
static int32_t level_by_style(const list *l, const pv_docx_style *style) {
  for (int32_t i = 0; style && i < LEVELS; i++)
    if (level_of(l, i)->style.size && pv_str_equal(level_of(l, i)->style, style->id)) return i;
  return PV_DOCX_UNSET;
}

static void step(list *l, int32_t index) {
  definition *d = l->definition;
  if (l->restarts[index]) {
    d->counted[index] = false;
    l->restarts[index] = false;
  }
  d->counts[index] = d->counted[index] ? d->counts[index] + 1 : start_of(l, index);
  d->counted[index] = true;
  for (int32_t i = index + 1; i < LEVELS; i++) {
    int32_t restart = level_of(l, i)->restart;
    if (restart == PV_DOCX_UNSET || index < restart) d->counted[i] = false;
  }
}

// "%1.%2" with the counts in it.
static void add_number(const list *l, int32_t index, pv_buffer *out) {
  const level *own = level_of(l, index);
  size_t before = out->size;
  if (own->format == PV_FORMAT_BULLET) {
    bool is_dash = pv_str_equal(own->text, PV_STR("-")) || pv_str_equal(own->text, PV_STR("–"));
    if (own->text.size) pv_buffer_add(out, is_dash ? own->text : PV_STR("•"));
  } else {
    for (size_t i = 0; i < own->text.size; i++) {
      char c = own->text.data[i], digit = i + 1 < own->text.size ? own->text.data[i + 1] : '\0';
      if (c != '%' || digit < '1' || digit > '9') {
        pv_buffer_add_char(out, c);
        continue;
      }
      i++;
      int32_t named = digit - '1';
      pv_number_format format = level_of(l, named)->format;
      if (own->is_legal && format != PV_FORMAT_NONE && format != PV_FORMAT_DECIMAL_ZERO)
        format = PV_FORMAT_DECIMAL;
      int32_t count =
          l->definition->counted[named] ? l->definition->counts[named] : start_of(l, named);
      pv_number_format_add(out, format, count);
    }
  }
  if (out->size > before) pv_buffer_add(out, own->gap);
}

void pv_docx_numbers_count(pv_docx_numbers *numbers, int32_t number, int32_t index,
                           const pv_docx_style *style, pv_buffer *out) {
  list *l = numbers && number > 0 ? find_list(numbers, number) : NULL;
  if (!l || !l->definition) return;
  if (index == PV_DOCX_UNSET) index = level_by_style(l, style);
  if (index == PV_DOCX_UNSET && style) index = style->level;
  if (!is_level(index)) index = index < 0 ? 0 : LEVELS - 1;
  if (!level_of(l, index)->is_set) return;
  step(l, index);
  if (out) add_number(l, index, out);
}
