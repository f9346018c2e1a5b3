// column_marks.h - the tags that old filings have in plain text: <PAGE> between pages, <TABLE>,
// <CAPTION>, <S> and <C> around and in tables. They are no HTML, though some look like it.
#ifndef PV_READ_COLUMN_MARKS_H
#define PV_READ_COLUMN_MARKS_H

#include <proviso/base.h>

// Has the text such tags?
bool pv_column_marks_stand_in(pv_str text);

// Writes blanks over them. The tags of tables stay where the text has rows of HTML.
void pv_column_marks_blank(char *text, size_t size);

// Where `tag`, such as "<page>", is in `text` from `pos` on, with the letters of ASCII alike; the
// size of the text if it is not there.
size_t pv_tag_find(pv_str text, size_t pos, const char *tag);

#endif
