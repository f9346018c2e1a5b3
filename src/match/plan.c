#include "match/plan.h"

#include "grammar/weights.h"

// All programs of the rules.
typedef struct {
  pv_arena *arena;
  PV_VECTOR(const pv_program *) programs;
  size_t most; // programs that are alternatives to one another
} collection;

static void collect(collection *c, const pv_program *programs, size_t count) {
  if (count > c->most) c->most = count;
  for (size_t i = 0; i < count; i++) PV_PUSH(c->arena, &c->programs, &programs[i]);
}

static void collect_rule(collection *c, const pv_rule *rule) {
  collect(c, rule->matches, rule->match_count);
  for (size_t i = 0; i < rule->condition_count; i++)
    collect(c, rule->conditions[i].programs, rule->conditions[i].program_count);
  for (size_t i = 0; i < rule->boost_count; i++)
    collect(c, rule->boosts[i].programs, rule->boosts[i].program_count);
  for (size_t i = 0; i < rule->slot_count; i++)
    collect(c, rule->slots[i].programs, rule->slots[i].program_count);
  for (size_t i = 0; i < rule->field_count; i++)
    for (size_t k = 0; k < rule->fields[i].value_count; k++)
      collect(c, rule->fields[i].values[k].programs, rule->fields[i].values[k].program_count);
}

// Those that stand for clauses that no rule finds.
static void collect_weighings(collection *c, const pv_grammar *grammar) {
  for (size_t i = 0; grammar->weights && i < grammar->weights->count; i++)
    collect_rule(c, grammar->weights->items[i].rule);
}

// Two rules may share satellites, and so programs: by the address of the first of an array the
// others of it are known.
typedef struct {
  const pv_program **programs; // with open addressing; NULL: free
  uint32_t *numbers;
  size_t size; // a power of two
} known_programs;

static size_t place_of(const known_programs *known, const pv_program *program) {
  size_t at = (size_t)(((uint64_t)(uintptr_t)program * UINT64_C(0x9E3779B97F4A7C15)) >> 32);
  while (known->programs[at & (known->size - 1)] &&
         known->programs[at & (known->size - 1)] != program)
    at++;
  return at & (known->size - 1);
}

static known_programs prepare(pv_arena *arena, const pv_grammar *grammar, const collection *c,
                              pv_plan *plan) {
  pv_first_finder finder = pv_first_finder_make(arena, grammar);
  known_programs known = {.size = 64};
  while (known.size < 2 * c->programs.count) known.size *= 2;
  known.programs = PV_NEW_ARRAY(arena, const pv_program *, known.size);
  known.numbers = PV_NEW_ARRAY(arena, uint32_t, known.size);
  pv_prepared *prepared = PV_NEW_ARRAY(arena, pv_prepared, c->programs.count);
  for (size_t i = 0; i < c->programs.count; i++) {
    const pv_program *program = c->programs.items[i];
    size_t place = place_of(&known, program);
    if (known.programs[place]) continue;
    known.programs[place] = program;
    known.numbers[place] = (uint32_t)plan->prepared_count;
    prepared[plan->prepared_count++] =
        (pv_prepared){.program = program, .start = pv_start_find(&finder, program)};
  }
  plan->prepared = prepared;
  return known;
}

static pv_candidates index_phase(pv_arena *arena, const pv_grammar *grammar,
                                 const known_programs *known, pv_phase phase, const pv_plan *plan) {
  PV_VECTOR(pv_candidate) items = {0};
  for (size_t r = grammar->phase_start[phase]; r < grammar->phase_start[phase + 1]; r++)
    for (size_t m = 0; m < grammar->rules[r].match_count; m++) {
      const pv_program *program = &grammar->rules[r].matches[m];
      uint32_t number = known->numbers[place_of(known, program)];
      PV_PUSH(arena, &items,
              ((pv_candidate){(uint32_t)r, (uint32_t)m, program, &plan->prepared[number].start}));
    }
  return pv_candidates_new(arena, grammar, items.items, items.count);
}

const pv_plan *pv_plan_make(pv_arena *arena, const pv_grammar *grammar) {
  pv_plan *plan = PV_NEW(arena, pv_plan);
  collection c = {.arena = arena, .most = 1};
  for (size_t i = 0; i < grammar->rule_count; i++) collect_rule(&c, &grammar->rules[i]);
  collect_weighings(&c, grammar);
  plan->most_alternatives = c.most;
  plan->most_set_words = 1;
  known_programs known = prepare(arena, grammar, &c, plan);
  pv_candidates *phases = PV_NEW_ARRAY(arena, pv_candidates, PV_PHASE_COUNT);
  for (int phase = 0; phase < PV_PHASE_COUNT; phase++) {
    phases[phase] = index_phase(arena, grammar, &known, (pv_phase)phase, plan);
    if (phases[phase].set_words > plan->most_set_words)
      plan->most_set_words = phases[phase].set_words;
  }
  plan->phases = phases;
  plan->phase_count = PV_PHASE_COUNT;
  return plan;
}
