// scope.h - what a rule is matched in: the tokens of a sentence, and behind the stem of its list
// those of a list item, as one row. Positions in a scope count from 0.
#ifndef PV_MATCH_SCOPE_H
#define PV_MATCH_SCOPE_H

#include "base/vector.h"
#include "match/match.h"

// A range of tokens of the text.
typedef struct {
  uint32_t first;
  uint32_t end;
} pv_part;

enum {
  PV_MAX_STEM = 96,      // tokens of stems that a list item is read with: the last ones
  PV_MAX_STEM_DEPTH = 8, // lists in one another
  PV_MAX_PARTS = PV_MAX_STEM_DEPTH + 1,
};

typedef struct {
  const pv_token *tokens;
  uint32_t count;
  uint32_t stem;                        // how many of them stand in stems
  PV_VECTOR(pv_annotation) annotations; // by positions, those that lie in one part
  // By position, `count + 1` of them: the types of the annotations that start or end there.
  const uint64_t *starts;
  const uint64_t *ends;
  uint64_t types;                 // of annotations that are there
  uint32_t longest[PV_MAX_TYPES]; // by type that is there: tokens of an annotation at most
  uint32_t free_from[PV_MAX_TYPES];
  size_t next_annotation; // of the text: the first one of the last part
  pv_part parts[PV_MAX_PARTS];
  size_t part_count;
  uint64_t *bits; // of `starts` and `ends`
  size_t bit_capacity;
  pv_token *copies;
  size_t copy_capacity;
} pv_scope;

// The ranges of sentence `index`, those of its stems first, at least one; how many of their tokens
// stand in stems goes to `stem`.
size_t pv_scope_parts(const pv_text *text, uint32_t index, pv_part parts[PV_MAX_PARTS],
                      uint32_t *stem);

// Makes `scope` the row of `parts`. Its memory is in `arena` and is used again by later calls with
// the same scope, which has to be zeroed before the first one.
void pv_scope_set(pv_scope *scope, pv_arena *arena, const pv_text *text, pv_annotations annotations,
                  const pv_part *parts, size_t part_count);

// The token number in the text of the position `at` (smaller than `count`).
uint32_t pv_scope_token(const pv_scope *scope, uint32_t at);

// The position of a token of the text, which has to be in the scope.
uint32_t pv_scope_position(const pv_scope *scope, uint32_t token);

// Where the annotation of `type` that starts (`backward`: ends) at `at` ends (starts). There has
// to be one: see `starts` and `ends`.
uint32_t pv_scope_other_end(const pv_scope *scope, uint32_t at, uint32_t type, bool backward);

// The parts that `where` means for a sentence, for PV_WHERE_HEADING, _PREVIOUS and _NEXT: each is
// a scope of its own. At most `capacity` are written; returns how many.
size_t pv_scope_elsewhere(const pv_text *text, uint32_t sentence, pv_where where, pv_part *out,
                          size_t capacity);

// Does a sentence take part in matching?
static inline bool pv_sentence_matches(const pv_sentence *sentence) {
  const uint32_t out = PV_SENTENCE_HEADING | PV_SENTENCE_CONTENTS | PV_SENTENCE_FOREIGN;
  return !(sentence->flags & out) && sentence->first < sentence->end;
}

// The lowest bit of a set that is not empty.
static inline uint32_t pv_lowest_bit(uint64_t bits) { return (uint32_t)__builtin_ctzll(bits); }

#endif
