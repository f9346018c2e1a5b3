// reference.h - a matcher that is slow and plainly right, to compare the machine with.
//
// It tries one way after the other, in the order of preference, and goes back when one fails. So it
// is exponential: `fuel` says how many steps it may take.
#ifndef PV_TEST_REFERENCE_H
#define PV_TEST_REFERENCE_H

#include "match/machine.h"

enum { PV_REFERENCE_CAPTURES = 256 };

// As pv_machine_run; annotations by position, in any order.
typedef struct {
  const pv_program *program;
  const pv_program *looks;
  const pv_predicate *predicates; // PV_PREDICATE_WORDS and PV_PREDICATE_ANY only, or
  pv_tester *tester;              // who answers all of them; NULL: nobody has to
  const pv_token *tokens;
  const pv_annotation *annotations;
  size_t annotation_count;
  uint32_t low;
  uint32_t high;
  uint32_t from;
  uint32_t least_end;
} pv_reference_run;

typedef struct {
  bool found;
  bool out_of_fuel; // the rest says nothing
  uint32_t start;
  uint32_t end;
  pv_captured captures[PV_REFERENCE_CAPTURES]; // in the order of their starts
  size_t capture_count;
} pv_reference_result;

pv_reference_result pv_reference_find(const pv_reference_run *run, uint64_t fuel);

#endif
