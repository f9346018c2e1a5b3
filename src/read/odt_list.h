// odt_list.h - styles of OpenDocument texts, as far as they show or hide text, and the numbers of
// their lists and headings, which the file does not hold.
#ifndef PV_READ_ODT_LIST_H
#define PV_READ_ODT_LIST_H

#include "base/buffer.h"
#include "base/vector.h"
#include "read/number_format.h"
#include "read/xml.h"

enum { PV_ODT_LEVELS = 10 };

typedef struct {
  bool is_set;
  pv_number_format format;
  pv_str before, behind; // "(", ")"
  int32_t shown;         // levels, its own counted
  int32_t start;
} pv_odt_level;

typedef struct {
  pv_str name; // empty: that of headings
  pv_odt_level levels[PV_ODT_LEVELS];
} pv_odt_list_style;

typedef struct {
  pv_str name;
  pv_str parent;
  pv_str list;    // name of its list style; or empty
  int32_t hidden; // 0, 1, -1: not told
} pv_odt_style;

typedef struct {
  pv_arena *arena;
  PV_VECTOR(pv_odt_style) styles;
  PV_VECTOR(pv_odt_list_style) lists;
  uint32_t *slots; // a hash of the names of styles: index + 1
  size_t slot_count;
  pv_odt_list_style *open_list; // while the styles are read
  pv_odt_level *open_level;
  pv_odt_style *open_style;
} pv_odt_styles;

// How far a list is counted.
typedef struct {
  pv_str id;
  const pv_odt_list_style *style;
  int32_t counts[PV_ODT_LEVELS];
  bool counted[PV_ODT_LEVELS];
} pv_odt_list;

// The rules of elements of styles; the context of the parser starts with a pv_odt_styles *.
extern const pv_xml_rule pv_odt_style_rules[];
extern const size_t pv_odt_style_rule_count;

// When all styles are read.
void pv_odt_styles_finish(pv_odt_styles *styles);

const pv_odt_style *pv_odt_style_find(const pv_odt_styles *styles, pv_str name);
const pv_odt_list_style *pv_odt_list_style_find(const pv_odt_styles *styles, pv_str name);

// Counts an item on `level`, from 0, and adds its number with a gap behind it. `start` is where it
// is to start from, or -1.
void pv_odt_list_count(pv_odt_list *list, size_t level, int32_t start, pv_buffer *out);

extern pv_xml_namespace pv_odt_text, pv_odt_style_space, pv_odt_office, pv_odt_table, pv_odt_draw,
    pv_odt_svg;

#endif
