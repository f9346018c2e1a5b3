// anchor.h - tokens that a match of a program cannot do without, and how far from its start they
// are.
//
// A program runs one way up to an instruction that no jump leads past: whatever it takes there, a
// match has to have. Where such a token is not as near as it must be, no match starts.
#ifndef PV_MATCH_ANCHOR_H
#define PV_MATCH_ANCHOR_H

#include "match/first.h"

enum { PV_MAX_ANCHORS = 3 };

typedef struct {
  pv_first first;
  uint32_t least; // tokens of the match before it
  uint32_t most;  // without those in annotations; UINT32_MAX: any number
  uint32_t annotations;
  uint64_t types; // of these annotations
} pv_anchor;

typedef struct {
  const pv_anchor *items;
  uint32_t count;
} pv_anchors;

// The rarest ones.
pv_anchors pv_anchors_find(pv_first_finder *finder);

// Where a search in a scope stands: by anchor, the place behind the first one that is far enough
// from where a match may start (0: not looked for yet), and how far it may be. Starts only go
// forward, so each token is looked at once for an anchor.
typedef struct {
  uint32_t behind[PV_MAX_ANCHORS];
  uint32_t most[PV_MAX_ANCHORS];
} pv_anchor_search;

pv_anchor_search pv_anchor_search_make(const pv_anchors *anchors, const pv_scope *scope);

// The first position from `from` on that all anchors are near enough to, in a window that ends at
// `high`; behind the window if there is none.
uint32_t pv_anchors_next(const pv_anchors *anchors, pv_anchor_search *search, const pv_scope *scope,
                         uint32_t from, uint32_t high);

#endif
