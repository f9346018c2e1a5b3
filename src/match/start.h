// start.h - where in a scope a match of a program can start, so that other places are passed over.
#ifndef PV_MATCH_START_H
#define PV_MATCH_START_H

#include "match/anchor.h"
#include "match/guard.h"
#include "match/join.h"

enum { PV_MAX_START_PAIRS = 8 };

// A way to start: what the first token may be, and the one behind it, or behind the annotation.
typedef struct {
  pv_first first;
  pv_first second;
} pv_start_pair;

typedef struct {
  pv_first first;
  const pv_start_pair *pairs; // if there are some, one of them has to hold too
  uint32_t pair_count;
  pv_anchors anchors; // all have to stand behind it
  pv_guards guards;
  pv_joins joins;
  bool is_single; // the program takes one token or annotation, and `first` says all about it
} pv_start;

// Looks `program` through.
pv_start pv_start_find(pv_first_finder *finder, const pv_program *program);

// A search for starts in the positions `low` to `high` of a scope.
typedef struct {
  const pv_start *start;
  pv_tester *tester;
  const pv_scope *scope;
  uint32_t low;
  uint32_t high;
  pv_anchor_search anchors;
} pv_start_search;

pv_start_search pv_start_search_make(const pv_start *start, pv_tester *tester,
                                     const pv_scope *scope, uint32_t low, uint32_t high);

// The first position from `from` on where a match may start; behind the window if there is none.
// From call to call of this and the next function the place only grows.
uint32_t pv_start_next(pv_start_search *search, uint32_t from);

// May a match start at `at`?
bool pv_start_is_at(pv_start_search *search, uint32_t at);

#endif
