#include "match/join.h"

static void count_way(const pv_program *program, uint8_t *ways, uint32_t to) {
  if (to < program->count && ways[to] < 2) ways[to]++;
}

pv_joins pv_joins_find(pv_first_finder *finder) {
  const pv_program *program = finder->program;
  uint8_t *ways = PV_NEW_ARRAY(finder->arena, uint8_t, program->count);
  uint16_t *numbers = PV_NEW_ARRAY(finder->arena, uint16_t, program->count);
  pv_joins joins = {.numbers = numbers};
  count_way(program, ways, 0); // the start
  for (uint32_t i = 0; i < program->count; i++) {
    pv_instruction instruction = program->code[i];
    if (instruction.op == PV_OP_SPLIT || instruction.op == PV_OP_JUMP)
      count_way(program, ways, instruction.x);
    if (instruction.op == PV_OP_SPLIT) count_way(program, ways, instruction.y);
    if (instruction.op != PV_OP_SPLIT && instruction.op != PV_OP_JUMP &&
        instruction.op != PV_OP_MATCH)
      count_way(program, ways, i + 1);
  }
  for (uint32_t i = 0; i < program->count && joins.count < UINT16_MAX; i++)
    if (ways[i] > 1 || program->code[i].op == PV_OP_GAP) numbers[i] = (uint16_t)++joins.count;
  if (joins.count == UINT16_MAX) joins.count = UINT32_MAX; // there may be more
  return joins;
}
