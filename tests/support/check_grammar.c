#include "support/check_grammar.h"

#include <stdlib.h>

static void need(bool holds) {
  if (!holds) abort();
}

static void check_instruction(const pv_grammar *g, const pv_program *program,
                              const pv_instruction *in, size_t captures) {
  switch ((pv_op)in->op) {
  case PV_OP_TOKEN: need(in->x < g->predicate_count); break;
  case PV_OP_ANNOTATION: need(in->x < g->type_count); break;
  case PV_OP_SPLIT: need(in->x < program->count && in->y < program->count); break;
  case PV_OP_JUMP: need(in->x < program->count); break;
  case PV_OP_OPEN:
  case PV_OP_CLOSE: need(in->x < captures); break;
  case PV_OP_GAP:
    need(in->x <= PV_MAX_GAP);
    need(in->y == PV_NO_PREDICATE || in->y < g->predicate_count);
    break;
  case PV_OP_LOOK:
    need(in->x < g->look_count);
    need(in->y <= (PV_LOOK_BEHIND | PV_LOOK_NOT));
    break;
  default: break;
  }
}

// It ends in a match, and there only.
static void check_program(const pv_grammar *g, const pv_program *program, size_t captures) {
  need(program->count > 0);
  for (uint32_t i = 0; i < program->count; i++) {
    check_instruction(g, program, &program->code[i], captures);
    need((program->code[i].op == PV_OP_MATCH) == (i + 1 == program->count));
  }
}

static void check_programs(const pv_grammar *g, const pv_program *programs, size_t count,
                           size_t captures) {
  for (size_t i = 0; i < count; i++) check_program(g, &programs[i], captures);
}

static void check_rule(const pv_grammar *g, const pv_rule *rule) {
  check_programs(g, rule->matches, rule->match_count, rule->capture_count);
  for (size_t i = 0; i < rule->condition_count; i++)
    check_programs(g, rule->conditions[i].programs, rule->conditions[i].program_count, 0);
  for (size_t i = 0; i < rule->slot_count; i++)
    check_programs(g, rule->slots[i].programs, rule->slots[i].program_count, 1);
  for (size_t i = 0; i < rule->field_count; i++)
    for (size_t k = 0; k < rule->fields[i].value_count; k++)
      check_programs(g, rule->fields[i].values[k].programs, rule->fields[i].values[k].program_count,
                     0);
  for (size_t i = 0; i < rule->boost_count; i++)
    check_programs(g, rule->boosts[i].programs, rule->boosts[i].program_count, 0);
  for (size_t i = 0; i < rule->capture_count; i++)
    need(rule->captures[i].slot == PV_NO_SLOT ||
         (rule->frame && rule->captures[i].slot < rule->frame->slot_count));
  need(rule->type < g->type_count);
}

// Parts come before what they are part of, so no predicate is part of itself.
static void check_predicate(const pv_grammar *g, uint32_t index) {
  const pv_predicate *p = &g->predicates[index];
  if (p->kind >= PV_PREDICATE_AND) need(p->left < index);
  if (p->kind == PV_PREDICATE_AND || p->kind == PV_PREDICATE_OR) need(p->right < index);
  if (p->kind == PV_PREDICATE_WORDS || p->kind == PV_PREDICATE_REGEX) need(p->words != NULL);
  if (p->kind == PV_PREDICATE_EXACT) need(p->id < pv_vocabulary_size(g->vocabulary));
}

void pv_test_check_grammar(const pv_grammar *g) {
  for (uint32_t i = 0; i < g->predicate_count; i++) check_predicate(g, i);
  for (size_t i = 0; i < g->look_count; i++) check_program(g, &g->looks[i], 0);
  for (size_t i = 0; i < g->rule_count; i++) check_rule(g, &g->rules[i]);
}
