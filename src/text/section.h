// section.h - the tree of articles, sections and list items, with exhibits as sub-documents.
#ifndef PV_TEXT_SECTION_H
#define PV_TEXT_SECTION_H

#include "base/arena.h"

typedef enum {
  PV_SECTION_DOCUMENT, // the root: all that stands before the first number
  PV_SECTION_EXHIBIT,  // Exhibit A, Schedule 2, Annex I: a document in the document
  PV_SECTION_ARTICLE,  // ARTICLE IV
  PV_SECTION_SECTION,  // Section 2, 2., 2.1
  PV_SECTION_ITEM,     // (a), (i), a.
  PV_SECTION_HEADING,  // a heading without a number
} pv_section_kind;

#define PV_NO_SECTION UINT32_MAX

// Sections stand in the order of the text, the root first. `number` is as it is cited, without the
// label: "IV", "2.1", "(a)", "A"; empty for the root and for a heading without one.
typedef struct {
  pv_section_kind kind;
  uint8_t depth;   // 0 for the root
  uint32_t parent; // index, PV_NO_SECTION for the root
  pv_span number;  // bytes; empty: none
  pv_span heading; // bytes, without number and end punctuation; empty: none
  uint32_t first;  // token where it starts: its number or heading
  uint32_t end;    // token behind its last one, those of its children included
} pv_section;

typedef struct {
  const pv_section *items;
  size_t count;
} pv_sections;

#endif
