// odt_body.h - the text of an OpenDocument text, from what its elements say.
#ifndef PV_READ_ODT_BODY_H
#define PV_READ_ODT_BODY_H

#include "read/odt_list.h"
#include "read/story.h"

#define PV_ODT_CONTENT "content.xml"

// A tracked change, by the id that the text names it with.
typedef struct {
  pv_str id;
  bool is_deletion;
  pv_str text; // deleted: paragraphs with line ends between
} pv_odt_change;

typedef struct {
  pv_odt_styles *styles; // first, for the rules of styles
  pv_reading *reading;
  pv_arena *scratch;
  pv_story story;
  bool is_text; // an office:text was seen
  uint32_t paragraph_count;
  bool in_paragraph[PV_STORY_DEPTH];
  const pv_odt_style *paragraph_style;
  PV_VECTOR(bool) hidden; // of the open paragraph and spans
  size_t hidden_depth;    // how many of them are
  PV_VECTOR(pv_odt_list) lists;
  PV_VECTOR(size_t) open_lists; // one for each level
  bool wants_number;            // of the open item
  int32_t item_start;
  pv_odt_list headings;
  bool in_contents;
  PV_VECTOR(pv_odt_change) changes;
  pv_odt_change *open_change;
  pv_buffer deleted;
  size_t inserted; // open insertions that are not read
  size_t insertions, deletions;
  bool in_comment;
  pv_buffer comment;
  size_t notes[2]; // footnotes, endnotes so far
  bool is_endnote;
  bool after_blank; // white space is collapsed
} pv_odt;

// The rules of elements of the text; their context is a pv_odt.
extern const pv_xml_rule pv_odt_body_rules[];
extern const size_t pv_odt_body_rule_count;
void pv_odt_add_text(pv_xml *xml, pv_str text);

bool pv_odt_is_original(const pv_odt *o);

#endif
