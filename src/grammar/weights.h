// weights.h - learned evidence: how many points each cue gives a kind of clause.
//
//   in:  <weights> elements and the text files that they name
//   out: pv_weights of the grammar: one weighing a frame, and a table of cues
//
// A cue is something that a sentence has or has not: a word, two words side by side, a rule that
// fires. The points of its cues and the bias of the weighing add up to the score of a sentence, in
// twentieths of a logit; a monotone table of steps turns the score into a confidence.
#ifndef PV_GRAMMAR_WEIGHTS_H
#define PV_GRAMMAR_WEIGHTS_H

#include "grammar/grammar.h"

typedef enum {
  PV_CUE_NONE,
  PV_CUE_WORD,     // word exclusive
  PV_CUE_PAIR,     // pair sole exclusive: side by side, punctuation aside
  PV_CUE_SKIP,     // skip sole right: one word between them
  PV_CUE_HEADING,  // heading exclusivity: in a heading above the sentence
  PV_CUE_RULE,     // rule EXC-APPOINT: fires in the sentence
  PV_CUE_BEFORE,   // before EXC-APPOINT: fires in the sentence before, in the same section
  PV_CUE_AFTER,    // after EXC-APPOINT
  PV_CUE_STRENGTH, // strength Exclusivity 30: the best rule of the frame has at least 30 points
  PV_CUE_TYPE,     // type Percent 2: at least two annotations of that type
  PV_CUE_SHAPE,    // shape item: how the sentence looks
  PV_CUE_KIND_COUNT,
} pv_cue_kind;

// Its kind and up to two numbers: ids of words, rules, frames or types.
typedef uint64_t pv_cue;

static inline pv_cue pv_cue_make(pv_cue_kind kind, uint32_t a, uint32_t b) {
  return (uint64_t)kind << 60 | (uint64_t)(a & 0x3FFFFFFF) << 30 | (b & 0x3FFFFFFF);
}
static inline pv_cue_kind pv_cue_kind_of(pv_cue cue) { return (pv_cue_kind)(cue >> 60); }
static inline uint32_t pv_cue_first(pv_cue cue) { return (uint32_t)(cue >> 30) & 0x3FFFFFFF; }
static inline uint32_t pv_cue_second(pv_cue cue) { return (uint32_t)cue & 0x3FFFFFFF; }

// How a sentence looks.
typedef enum {
  PV_SHAPE_CUE_ITEM,
  PV_SHAPE_CUE_TABLE,
  PV_SHAPE_CUE_BROKEN,
  PV_SHAPE_CUE_STEM,  // it ends in a colon
  PV_SHAPE_CUE_OPEN,  // it ends in no full stop
  PV_SHAPE_CUE_LOWER, // it starts with a small letter
  PV_SHAPE_CUE_PARTY, // it starts with a party
  PV_SHAPE_CUE_8,     // words: at least so many
  PV_SHAPE_CUE_16,
  PV_SHAPE_CUE_32,
  PV_SHAPE_CUE_64,
  PV_SHAPE_CUE_128,
  PV_SHAPE_CUE_COUNT,
} pv_shape_cue;

enum {
  PV_MAX_WEIGHINGS = 32,
  PV_MAX_CUE_POINTS = 127,
  PV_STRENGTH_STEP = 10, // points of a rule between two cues of strength
  PV_CUE_TYPES = 2,      // annotations of a type are counted up to this
};

typedef struct {
  int32_t score;
  int32_t percent;
} pv_confidence_step;

typedef struct {
  const pv_rule *rule; // stands for a clause that no rule finds: its frame, kind and satellites
  const pv_str *kinds;
  size_t kind_count; // of the clauses that it weighs
  const bool *knows; // by number of the rule: it was there when the weights were fitted
  int32_t bias;
  const pv_confidence_step *steps; // by score; the percent in between is on the line
  size_t step_count;
} pv_weighing;

// The table of cues is open-addressed: `cues` by slot (0: free), `rows` the number of its row.
struct pv_weights {
  const pv_weighing *items;
  size_t count;
  const pv_cue *cues;
  const uint32_t *rows;
  uint32_t mask;
  const int8_t *points; // `count` of each row
  uint32_t row_count;
  const uint8_t *uses; // by vocabulary id: bits of the kinds of cues that it is first or second in
  const uint32_t *seeds; // by vocabulary id: the weighings that look at a sentence with the word
};

// Most cues of words have no row, which most words tell by themselves.
enum { PV_USE_SECOND = 3 }; // the bit of the second word is so far behind that of the first
static inline bool pv_weights_may_use(const pv_weights *weights, pv_cue cue) {
  unsigned kind = pv_cue_kind_of(cue);
  if (kind > PV_CUE_HEADING) return true;
  unsigned first = weights->uses[pv_cue_first(cue)], second = weights->uses[pv_cue_second(cue)];
  bool is_pair = kind == PV_CUE_PAIR || kind == PV_CUE_SKIP;
  return first >> kind & 1 && (!is_pair || second >> (kind + PV_USE_SECOND) & 1);
}

// The row of a cue, or UINT32_MAX.
static inline uint32_t pv_weights_row(const pv_weights *weights, pv_cue cue) {
  for (uint32_t slot = (uint32_t)((cue * UINT64_C(0x9E3779B97F4A7C15)) >> 32);; slot++) {
    pv_cue there = weights->cues[slot & weights->mask];
    if (there == cue) return weights->rows[slot & weights->mask];
    if (!there) return UINT32_MAX;
  }
}

// The confidence of a score, 0..100.
int32_t pv_weighing_percent(const pv_weighing *weighing, int32_t score);

// Does it say how likely clauses of this kind are?
bool pv_weighing_has_kind(const pv_weighing *weighing, pv_str kind);

// The weighing that says how likely a clause is whose strongest rule is this one, or NULL: of a
// kind that is not weighed, or of a rule that the weights do not know.
const pv_weighing *pv_weighing_of(const pv_grammar *grammar, const pv_rule *rule);

// A cue as it is written in a file, and back: 0 where `text` is none, or names a rule, frame or
// type that the grammar does not have, or a word, unless `adds`: then it has it from now on.
pv_str pv_cue_print(pv_arena *arena, const pv_grammar *grammar, pv_cue cue);
pv_cue pv_cue_parse(const pv_grammar *grammar, pv_str text, bool adds);

// The kind of cue that the text names, whether or not what it is about is there.
bool pv_cue_has_form(pv_str text);

#endif
