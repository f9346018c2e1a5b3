#include "match/guard.h"

#include <string.h>

#include "base/vector.h"

enum { LEAST_WAYS = 3 }; // to guard fewer does not pay

// What the instruction at `at` leads to is behind its guard, which lets `ways` of them pass.
static void cover(const pv_program *program, uint32_t *covered, uint32_t at, uint32_t ways) {
  pv_instruction instruction = program->code[at];
  bool is_split = instruction.op == PV_OP_SPLIT;
  uint32_t next[2] = {is_split ? instruction.x : at + 1, is_split ? instruction.y : at + 1};
  for (int i = 0; i < 2; i++)
    if (next[i] > at) covered[next[i]] = ways;
}

// A search starts where one of the first ways stands, so that the first instruction needs none.
// Behind a guard another one pays where it leaves out many of the ways.
pv_guards pv_guards_find(pv_first_finder *finder) {
  const pv_program *program = finder->program;
  uint16_t *numbers = PV_NEW_ARRAY(finder->arena, uint16_t, program->count);
  uint32_t *covered = finder->notes; // by instruction: the ways that its guard lets pass, or 0
  memset(covered, 0, program->count * sizeof *covered);
  PV_VECTOR(pv_first) found = {0};
  for (uint32_t i = 0; i < program->count; i++) {
    bool is_gap = program->code[i].op == PV_OP_GAP;
    if (!is_gap && program->code[i].op != PV_OP_SPLIT) continue;
    pv_first first = pv_first_from(finder, is_gap ? i + 1 : i);
    uint32_t ways = finder->taker_count;
    if (first.any) continue;
    bool pays = is_gap || (ways >= LEAST_WAYS && (!covered[i] || ways * 3 <= covered[i] * 2));
    cover(program, covered, i, pays ? ways : covered[i]);
    if (!pays || i == 0 || found.count == UINT16_MAX) continue;
    PV_PUSH(finder->arena, &found, first);
    numbers[i] = (uint16_t)found.count;
  }
  return (pv_guards){numbers, found.items, found.count};
}
