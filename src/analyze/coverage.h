// coverage.h - which parts of a rule its examples need.
#ifndef PV_ANALYZE_COVERAGE_H
#define PV_ANALYZE_COVERAGE_H

#include "grammar/variant.h"

typedef enum {
  PV_COVERED_MATCH,     // a fire example is found by it
  PV_COVERED_WAY,       // of a choice in a match: a fire example takes it
  PV_COVERED_CONDITION, // a quiet example is silenced by it
  PV_COVERED_SLOT,      // it fills a slot of a fire example
  PV_COVERED_VALUE,     // a fire example has it in a field
  PV_COVERED_BOOST,     // it changes the points of an example
  PV_COVERED_KINDS,
} pv_covered_kind;

typedef struct {
  pv_covered_kind kind;
  uint32_t line;
  pv_str what;        // "unless 2"
  const void *shared; // the same for each rule of a frame that has it from there; else NULL
  bool is_covered;
} pv_covered;

typedef struct {
  const pv_covered *items;
  size_t count;
} pv_coverage;

// False where there is no memory for the matcher; the result is in `arena`, like all that is needed
// on the way.
bool pv_coverage_find(pv_arena *arena, const pv_grammar *grammar, const pv_rule *rule,
                      const pv_ways *ways, pv_coverage *coverage);

// "match", "alternative", …
const char *pv_covered_name(pv_covered_kind kind);

#endif
