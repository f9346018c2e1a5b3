// machine_data.h - the state of a machine, for the two ways to run a program.
#ifndef PV_MATCH_MACHINE_DATA_H
#define PV_MATCH_MACHINE_DATA_H

#include "match/machine.h"

typedef struct {
  uint32_t pc;
  uint32_t start; // position where the match starts
  uint32_t mark;
  uint32_t extra; // in a gap the age; in an annotation the position where it is left
} thread;

typedef struct {
  thread *items;
  uint32_t count;
} thread_list;

// A place still to be visited by `add`. `waits`: a gap whose continuation is done.
typedef struct {
  uint32_t pc;
  uint32_t mark;
  uint32_t age;
  bool waits;
} visit;

// The state of one run: the first is that of the program, the others of the lookarounds in it.
typedef struct {
  thread_list now;
  thread_list next;
  uint32_t *seen;  // by instruction: the generation in which it was visited last
  uint32_t *least; // by instruction, for gaps: the least age in that generation
  visit *stack;
  uint32_t size; // of `seen` and `least`
  uint32_t generation;
} frame;

// A place to go back to, when the way that was tried first leads to nothing.
typedef struct {
  uint32_t pc;
  uint32_t at; // position
  uint32_t mark;
  uint32_t age;
  size_t mark_count; // marks that were there
} pv_walk_choice;

// What a walk needs, used again by the next one.
typedef struct {
  PV_VECTOR(pv_walk_choice) choices;
  uint8_t *seen;
  size_t seen_size;
  uint32_t *rows; // by join: the walk in which its row of `seen` was zeroed
  size_t row_count;
  uint32_t walk; // counts them
} pv_walk_room;

// Where a capture starts or ends. Marks are chained from the last of a thread to its first, so
// threads share what they have in common.
typedef struct {
  uint32_t capture;
  uint32_t at;
  uint32_t before;
  bool is_end;
} mark;

struct pv_machine {
  pv_tester *tester;
  pv_trace *trace;
  const pv_program *looks;
  pv_arena *arena;
  PV_VECTOR(mark) marks;
  PV_VECTOR(pv_captured) captures;
  uint64_t steps;
  uint64_t limit;
  bool is_over;
  frame frames[1 + PV_MAX_LOOK_DEPTH];
  pv_walk_room walk;
};

// Marks are numbered from 1.
uint32_t pv_machine_add_mark(pv_machine *machine, uint32_t before, const pv_instruction *at,
                             uint32_t position);

// Does the lookaround `at` hold at `position`, `depth` lookarounds deep?
bool pv_machine_look(pv_machine *machine, const pv_machine_run *run, const pv_instruction *at,
                     uint32_t position, int depth);

#endif
