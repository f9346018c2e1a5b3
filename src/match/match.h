// match.h - running the rules of a phase over a text.
//
//   in:  a grammar, a text, and the annotations of earlier stages
//   out: matches, in the order of the text; annotations of the rules that emit one
//
// The machine visits each (instruction, token) once in a sentence, so its time is linear in the
// text; a step budget stands behind that. All state is in the matcher: one a thread.
#ifndef PV_MATCH_MATCH_H
#define PV_MATCH_MATCH_H

#include "grammar/grammar.h"
#include "text/text.h"

// A typed range of tokens. `value` points at what it stands for (a pv_value for the value types, a
// party or term for PV_TYPE_PARTY and PV_TYPE_TERM, else NULL); `rule` is the rule that emitted it,
// or NULL for those of the value and term stages.
typedef struct {
  uint32_t first;
  uint32_t end;
  uint32_t type;
  const void *value;
  const pv_rule *rule;
} pv_annotation;

// Sorted by first token, then by end, longest first. Of one type none overlap.
typedef struct {
  const pv_annotation *items;
  size_t count;
} pv_annotations;

// What filled a slot: by a capture or a satellite. `value` is that of an enumeration, else empty.
// For a fallback value the range is empty.
typedef struct {
  uint32_t slot; // index in the frame; PV_NO_SLOT: a capture that is no slot
  uint32_t first;
  uint32_t end;
  pv_str value;
  pv_str name; // of the slot, or of the capture
} pv_filler;

typedef struct {
  const pv_rule *rule;
  uint32_t sentence;
  uint32_t first; // tokens of the hit; where it starts in the stem of a list item, tokens of that
  uint32_t end;
  bool from_stem; // it starts in the stem
  uint32_t match; // which <match> of the rule
  int32_t points; // score and boosts, 0..100
  const pv_filler *fillers;
  size_t filler_count;
} pv_match;

typedef struct {
  const pv_match *items;
  size_t count;
} pv_matches;

typedef struct pv_matcher pv_matcher;

// NULL where there is no memory.
pv_matcher *pv_matcher_new(const pv_grammar *grammar);
void pv_matcher_free(pv_matcher *matcher);

// Matches whose frame reaches no more than this in their sentence are not worth the search for what
// fills their slots: only their captures do. 0, which it is at first: all are; PV_NO_POINTS: none.
enum { PV_NO_POINTS = INT32_MAX };
void pv_matcher_set_least_points(pv_matcher *matcher, int32_t points);

// Switches off all filters and limits, whose results have to be the same: for tests.
void pv_matcher_set_exact(pv_matcher *matcher, bool exact);

// Runs the rules of `phase` over all sentences that take part in matching. Results are in `arena`.
pv_matches pv_match_phase(pv_matcher *matcher, pv_arena *arena, const pv_text *text,
                          pv_annotations annotations, pv_phase phase, pv_diagnostics *diagnostics);

// Lets the satellites of matches of the clause phase, sorted by sentence, look for what fills their
// slots: of those that pv_match_phase left out, or that no rule made (their rule has no <match>,
// and the satellites of a frame).
void pv_matches_complete(pv_matcher *matcher, pv_arena *arena, const pv_text *text,
                         pv_annotations annotations, pv_match *const *matches, size_t count,
                         pv_diagnostics *diagnostics);

// `annotations` and what the rules behind `matches` emit, merged: sorted, and of one type the
// longest where two overlap.
pv_annotations pv_annotations_add(pv_arena *arena, pv_annotations annotations,
                                  const pv_annotation *more, size_t count);

// Those of the value stage, and `annotations` with what the rules behind `matches` emit.
pv_annotations pv_annotations_of_values(pv_arena *arena, pv_values values);
pv_annotations pv_annotations_of_matches(pv_arena *arena, pv_annotations annotations,
                                         pv_matches matches);

// The first annotation that starts at or behind `token`, by binary search.
size_t pv_annotations_from(pv_annotations annotations, uint32_t token);

// The same from a place that is mostly near.
size_t pv_annotations_near(pv_annotations annotations, uint32_t token, size_t near);

// Machine steps since the matcher was made: for tests and profiles.
uint64_t pv_matcher_steps(const pv_matcher *matcher);

#endif
