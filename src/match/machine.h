// machine.h - finding where a program matches in a scope.
//
// A Pike machine: it goes over the tokens once, with all ways of matching side by side as threads
// in order of preference. Two threads at the same instruction and token have the same future, so
// only the preferred one stays, and a position costs at most the size of the program (a gap counts
// as many instructions as it may take tokens).
#ifndef PV_MATCH_MACHINE_H
#define PV_MATCH_MACHINE_H

#include "match/start.h"
#include "match/trace.h"

enum {
  PV_MAX_LOOK_DEPTH = 4, // lookarounds in one another; a deeper one does not match
  PV_NO_MARK = 0,
};

// A match: positions in the scope; `mark` is the last of its capture marks.
typedef struct {
  uint32_t start;
  uint32_t end;
  uint32_t mark;
} pv_hit;

// What to look for: the leftmost match of `program` in the positions `low` to `high` of `scope`
// that starts at `from` or behind and ends at `least_end` or behind.
typedef struct {
  const pv_program *program;
  const pv_start *start; // or NULL: look at every position
  const pv_scope *scope;
  uint32_t low;
  uint32_t high;
  uint32_t from;
  uint32_t least_end;
  bool exists; // any match will do: captures and the end are not wanted
} pv_machine_run;

// A capture of a hit, in positions of the scope.
typedef struct {
  uint32_t capture;
  uint32_t first;
  uint32_t end;
} pv_captured;

typedef struct pv_machine pv_machine;

// Room for the largest of `programs` and for `looks`, the bodies of lookarounds.
pv_machine *pv_machine_new(pv_arena *arena, pv_tester *tester, const pv_program *const *programs,
                           size_t program_count, const pv_program *looks, size_t look_count);

// Capture marks go into `arena` from here on. Forgets the marks that were there.
void pv_machine_begin(pv_machine *machine, pv_arena *arena);

// Sets how many steps there may be from here on.
void pv_machine_allow(pv_machine *machine, uint64_t steps);

// Did a run stop since then because there were more? Its result says nothing.
bool pv_machine_is_over(const pv_machine *machine);
uint64_t pv_machine_steps(const pv_machine *machine);

// Who is told where a run does not get on; NULL: nobody.
void pv_machine_trace(pv_machine *machine, pv_trace *trace);

bool pv_machine_find(pv_machine *machine, const pv_machine_run *run, pv_hit *hit);

// The captures of a hit in the order of their starts, repeated ones as often as they took part. The
// result is valid until the next call, and the marks of a hit until they are forgotten.
const pv_captured *pv_machine_captures(pv_machine *machine, pv_hit hit, size_t *count);

// Forgets the marks of all hits.
void pv_machine_forget(pv_machine *machine);

#endif
