// boundary.h - does a new sentence start at a token?
#ifndef PV_TEXT_BOUNDARY_H
#define PV_TEXT_BOUNDARY_H

#include "text/lead.h"

// The sentence so far: what a boundary is decided by beside the tokens on both sides.
typedef struct {
  uint32_t first; // its first token, lead included
  bool in_line;   // no line has started in it yet
} pv_open_sentence;

// Behind a full stop, question or exclamation mark at `mark`, or an abbreviation with its own stop:
// the token where the next sentence starts, or 0 if this one goes on.
uint32_t pv_boundary_at_mark(const pv_text *text, uint32_t mark);

// The same behind a colon or semicolon: a numbered item may start there ("; 6. Pay …"), or a
// recital.
uint32_t pv_boundary_at_pause(const pv_text *text, pv_open_sentence open, uint32_t mark);

// Does a section start at the number before the full stop at `mark`, in the middle of a line: "…
// of the Officer 5.5. Notices. All …"?
bool pv_boundary_before_mark(const pv_text *text, uint32_t mark);

// `token` is the first on its line, or a wide gap is before it. Does a sentence start there?
bool pv_boundary_at_line(const pv_text *text, pv_open_sentence open, uint32_t token);

#endif
