// unit.h - the units of an expression as it is written, for those who change it or look at it.
//
//   in:  an expression that compiles
//   out: its units (what stands side by side) and choices, as byte ranges of it
#ifndef PV_GRAMMAR_UNIT_H
#define PV_GRAMMAR_UNIT_H

#include "grammar/expression_lexer.h"

// `to?`, `hit:(the #cap)`, `...5![';']`. Those of a sequence have its number.
typedef struct {
  pv_span at;
  pv_span core; // without a capture's name and a count
  pv_sign_kind kind;
  bool has_count; // ? * + {2,5}
  bool is_optional;
  uint32_t most;   // of a gap
  pv_span barrier; // of a gap, with its "!"; empty: none
  uint32_t sequence;
} pv_unit;

// `a | b`, without the brackets around it.
typedef struct {
  pv_span at;
  const pv_span *ways;
  size_t count;
} pv_unit_choice;

typedef struct {
  const pv_unit *items; // in the order in which they end; those of one sequence in their order
  size_t count;
  const pv_unit_choice *choices;
  size_t choice_count;
} pv_units;

// What a macro or lexicon stands for is not looked into, nor what is in a set.
pv_units pv_units_read(pv_arena *arena, pv_str expression);

#endif
