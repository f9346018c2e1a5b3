// str.h - looking at text views, and making new ones in an arena.
#ifndef PV_BASE_STR_H
#define PV_BASE_STR_H

#include <string.h>

#include <proviso/base.h>

#include "base/arena.h"

static inline pv_str pv_str_slice(pv_str text, pv_span at) {
  return (pv_str){text.data + at.start, at.end - at.start};
}

static inline bool pv_str_equal(pv_str a, pv_str b) {
  return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

static inline pv_str pv_str_from(const char *text) {
  return text ? (pv_str){text, strlen(text)} : (pv_str){"", 0};
}

// Byte order; a prefix comes first.
int pv_str_compare(pv_str a, pv_str b);

// Only the letters of ASCII are folded.
bool pv_str_equal_ignoring_case(pv_str a, pv_str b);

bool pv_str_starts_with(pv_str text, pv_str prefix);
bool pv_str_ends_with(pv_str text, pv_str suffix);

// Without the white space of ASCII at both ends.
pv_str pv_str_trim(pv_str text);

// The copies are NUL-terminated too, for the libraries that want it.
pv_str pv_str_copy(pv_arena *arena, pv_str text);
__attribute__((format(printf, 2, 3))) pv_str pv_str_printf(pv_arena *arena, const char *format,
                                                           ...);

// The name of those in `names` that a person who wrote `word` may have meant (at most two edits, or
// a third of the word), or an empty view: for "did you mean".
pv_str pv_str_nearest(pv_str word, const pv_str *names, size_t count);

#endif
