// docx_style.h - what the styles of a Word document say about text: numbers, headings, hidden text.
#ifndef PV_READ_DOCX_STYLE_H
#define PV_READ_DOCX_STYLE_H

#include "base/vector.h"
#include "read/xml.h"

enum { PV_DOCX_UNSET = -1 };

typedef struct {
  pv_str id;
  pv_str based_on;
  int32_t number;   // id of its list, PV_DOCX_UNSET for none
  int32_t level;    // in that list
  int32_t hidden;   // 0, 1, PV_DOCX_UNSET
  bool is_contents; // a line of a table of contents
} pv_docx_style;

typedef struct {
  PV_VECTOR(pv_docx_style) items;
  uint32_t *slots; // a hash of their ids: index + 1
  size_t slot_count;
  bool is_english; // of the language of the document, where that is told
} pv_docx_styles;

// Reads word/styles.xml and follows `basedOn`.
bool pv_docx_styles_read(pv_arena *arena, pv_str bytes, pv_docx_styles *styles, pv_error *err);

// NULL where there is none.
const pv_docx_style *pv_docx_style_find(const pv_docx_styles *styles, pv_str id);

extern pv_xml_namespace pv_docx_word;

// What a switch of Word says: "1", "true" and no value at all are true.
bool pv_docx_is_on(const pv_xml *xml);

#endif
