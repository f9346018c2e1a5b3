// story.h - a text with notes and boxes that hang on its paragraphs and have paragraphs of their
// own: they come behind the paragraph, wherever in it they hang.
#ifndef PV_READ_STORY_H
#define PV_READ_STORY_H

#include "read/builder.h"

enum { PV_STORY_DEPTH = 8 }; // boxes in each other, the text itself counted

// What comes behind the paragraph, with what goes around it.
typedef struct {
  const pv_reading *reading;
  pv_span text;
  pv_str before, behind;
} pv_aside;

typedef struct {
  pv_builder *builder;
  PV_VECTOR(pv_aside) asides;
} pv_story_level;

typedef struct {
  pv_arena *scratch;
  pv_story_level levels[PV_STORY_DEPTH];
  size_t depth; // of the open one; 0: the text itself
} pv_story;

void pv_story_begin(pv_story *story, pv_builder *builder, pv_arena *scratch);

// Of the open box, or of the text.
static inline pv_builder *pv_story_builder(const pv_story *story) {
  return story->levels[story->depth].builder;
}

// Ends the paragraph and puts behind it what hangs on it.
void pv_story_end_paragraph(pv_story *story);

// The views are borrowed up to the end of the paragraph.
void pv_story_hang(pv_story *story, pv_aside aside);

// From here on text goes to a box that hangs on the open paragraph. False where boxes are too deep
// in each other.
bool pv_story_begin_box(pv_story *story);

// The box ends, and its last paragraph with it; `before` and `behind` go around it.
void pv_story_end_box(pv_story *story, pv_str before, pv_str behind);

#endif
