// builder.h - the text of a rich format, put together as its reader meets it.
//
//   pv_builder b;
//   pv_builder_begin(&b, reading);
//   pv_builder_locate(&b, place);              // of the text to come
//   pv_builder_add(&b, PV_STR("2.1\tGrant. ")); // as often as there are runs
//   pv_builder_end_paragraph(&b);
//   return pv_builder_finish(&b, err);         // fills in the text of the reading
//
// Paragraphs are divided by an empty line, for so the text stage knows them; empty ones leave no
// trace. The cells of a row stand in one line, a tab between them, where they hold one paragraph
// each; so the number of a clause and its text, in two cells, are one paragraph.
#ifndef PV_READ_BUILDER_H
#define PV_READ_BUILDER_H

#include "base/buffer.h"
#include "read/limits.h"
#include "read/reader.h"

// What is no part of the text; told once a kind, with the words it starts with.
typedef enum {
  PV_LEFT_HIDDEN,   // not shown by the file
  PV_LEFT_DELETED,  // tracked or struck
  PV_LEFT_INSERTED, // tracked, where the original is read
  PV_LEFT_COMMENT,
  PV_LEFT_COUNT,
} pv_left_kind;

typedef struct {
  size_t places;
  uint32_t first, last; // offsets of the text behind them
  char words[80];       // how the first one starts
  size_t word_bytes;
  bool is_full; // it has more words
} pv_left;

typedef struct {
  pv_reading *reading;
  pv_buffer text;
  pv_origin place;
  bool is_placed;                     // `place` is in the locators
  uint8_t gap;                        // what goes before the next text
  size_t start;                       // of the paragraph
  size_t paragraphs;                  // that have text
  size_t cells[PV_LIMIT_TABLE_DEPTH]; // `paragraphs` when the open cells began
  size_t depth;                       // open cells
  pv_left left[PV_LEFT_COUNT];
  bool too_long;
} pv_builder;

void pv_builder_begin(pv_builder *builder, pv_reading *reading);

// The text to come is from `place`.
void pv_builder_locate(pv_builder *builder, pv_origin place);

// Text of the paragraph: valid UTF-8. Line ends and other controls in it are blanks; soft hyphens
// and characters without width go, and so does white space at both ends of a paragraph.
void pv_builder_add(pv_builder *builder, pv_str text);
void pv_builder_add_char(pv_builder *builder, uint32_t codepoint);
void pv_builder_break_line(pv_builder *builder);

// Has the open paragraph text?
bool pv_builder_has_text(const pv_builder *builder);

void pv_builder_end_paragraph(pv_builder *builder);

// Paragraphs that were put together apart (a note, a text box), with their places, as paragraphs of
// their own; `before` and `behind` go around them. Names of places are borrowed.
void pv_builder_splice(pv_builder *builder, const pv_reading *from, pv_span part, pv_str before,
                       pv_str behind);

// A cell ends the paragraph in it; the next cell of the row goes on in its line where it can.
void pv_builder_begin_cell(pv_builder *builder);
void pv_builder_end_cell(pv_builder *builder);
void pv_builder_end_row(pv_builder *builder);

// Text that is left out here. What follows on it without other text is the same place.
void pv_builder_leave_out(pv_builder *builder, pv_left_kind kind, pv_str text);

// The text so far goes to the reading, as it is: for pieces that are put together apart.
void pv_builder_take(pv_builder *builder);

// What `from` left out counts as left out by `builder`.
void pv_builder_left_move(pv_builder *builder, pv_builder *from);

// The text is done. False and `err` where it is empty or passed its limit.
bool pv_builder_finish(pv_builder *builder, pv_error *err);

#endif
