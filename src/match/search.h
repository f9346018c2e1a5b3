// search.h - the hits of several programs that are alternatives in order: all that do not overlap,
// the leftmost first, and of those that start at one token the first program's.
#ifndef PV_MATCH_SEARCH_H
#define PV_MATCH_SEARCH_H

#include "match/machine.h"

typedef struct {
  const pv_program *program;
  const pv_start *start;
  uint32_t index; // of the program among the alternatives
  bool is_known;  // `hit` is its first one from where the search is
  bool is_done;   // it has no more
  pv_hit hit;
} pv_alternative;

// Where to look; `from` moves on with each hit.
typedef struct {
  pv_machine *machine;
  const pv_scope *scope;
  uint32_t low;
  uint32_t high;
  uint32_t least_end;
  uint32_t from;
  pv_alternative *alternatives;
  size_t count;
} pv_search;

// The next hit, and the index of its alternative; false if there is none or the steps are used up.
bool pv_search_next(pv_search *search, pv_hit *hit, uint32_t *index);

// Does one of the alternatives match at all?
bool pv_search_exists(pv_search *search);

#endif
