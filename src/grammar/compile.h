// compile.h - from the tree of an expression to a program.
#ifndef PV_GRAMMAR_COMPILE_H
#define PV_GRAMMAR_COMPILE_H

#include "grammar/expression.h"

// The captures of a rule or satellite; programs name them by their number.
typedef struct {
  const pv_frame *frame; // whose slots they fill, or NULL
  bool only_hit;         // of a slot pattern: "hit" and nothing else
  PV_VECTOR(pv_capture_name) names;
} pv_captures;

// Parses, checks and compiles the expression at `place` for rules of `phase`. `captures` is NULL
// where it may capture nothing. False where it is wrong, which is reported.
bool pv_compile(const pv_place_in_file *place, pv_phase phase, pv_captures *captures, bool is_match,
                pv_program *program);

#endif
