#include "match/matcher.h"

#include <stdlib.h>

// All programs of the rules, as a matcher is made.
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

static int by_address(const void *left, const void *right) {
  const pv_program_start *a = left, *b = right;
  return (uintptr_t)a->program < (uintptr_t)b->program
             ? -1
             : (uintptr_t)a->program > (uintptr_t)b->program;
}

static void find_starts(pv_matcher *matcher, const collection *c) {
  const pv_grammar *grammar = matcher->grammar;
  uint32_t size = pv_vocabulary_size(grammar->vocabulary);
  matcher->start_count = c->programs.count;
  matcher->starts = PV_NEW_ARRAY(matcher->arena, pv_program_start, matcher->start_count);
  for (size_t i = 0; i < matcher->start_count; i++)
    matcher->starts[i] =
        (pv_program_start){c->programs.items[i], pv_start_find(matcher->arena, c->programs.items[i],
                                                               grammar->predicates, size)};
  if (matcher->start_count > 1)
    qsort(matcher->starts, matcher->start_count, sizeof *matcher->starts, by_address);
}

const pv_start *pv_matcher_start(const pv_matcher *matcher, const pv_program *program) {
  pv_program_start key = {.program = program};
  const pv_program_start *found =
      bsearch(&key, matcher->starts, matcher->start_count, sizeof *matcher->starts, by_address);
  return found ? &found->start : NULL;
}

static size_t index_phase(pv_matcher *matcher, pv_phase phase) {
  const pv_grammar *grammar = matcher->grammar;
  PV_VECTOR(pv_candidate) items = {0};
  for (size_t r = grammar->phase_start[phase]; r < grammar->phase_start[phase + 1]; r++)
    for (size_t m = 0; m < grammar->rules[r].match_count; m++) {
      const pv_program *program = &grammar->rules[r].matches[m];
      pv_candidate one = {(uint32_t)r, (uint32_t)m, program, pv_matcher_start(matcher, program)};
      PV_PUSH(matcher->arena, &items, one);
    }
  matcher->phases[phase] = pv_candidates_new(matcher->arena, grammar, items.items, items.count);
  return matcher->phases[phase].set_words;
}

static void init(pv_matcher *matcher, const pv_grammar *grammar) {
  pv_arena *arena = matcher->arena;
  matcher->grammar = grammar;
  pv_tester_init(&matcher->tester, arena, grammar->predicates);
  collection c = {.arena = arena, .most = 1};
  for (size_t i = 0; i < grammar->rule_count; i++) collect_rule(&c, &grammar->rules[i]);
  matcher->machine = pv_machine_new(arena, &matcher->tester, c.programs.items, c.programs.count,
                                    grammar->looks, grammar->look_count);
  matcher->rule_alternatives = PV_NEW_ARRAY(arena, pv_alternative, c.most);
  matcher->satellite_alternatives = PV_NEW_ARRAY(arena, pv_alternative, c.most);
  find_starts(matcher, &c);
  size_t most = 1;
  for (int phase = 0; phase < PV_PHASE_COUNT; phase++) {
    size_t words = index_phase(matcher, (pv_phase)phase);
    if (words > most) most = words;
  }
  matcher->chosen = PV_NEW_ARRAY(arena, uint64_t, most);
}

pv_matcher *pv_matcher_new(const pv_grammar *grammar) {
  pv_arena *arena = pv_arena_new(0);
  if (!arena) return NULL;
  jmp_buf out;
  if (setjmp(out)) {
    pv_arena_free(arena);
    return NULL;
  }
  pv_arena_guard(arena, &out);
  pv_matcher *matcher = PV_NEW(arena, pv_matcher);
  matcher->arena = arena;
  init(matcher, grammar);
  pv_arena_guard(arena, NULL);
  return matcher;
}

void pv_matcher_free(pv_matcher *matcher) {
  if (matcher) pv_arena_free(matcher->arena);
}

uint64_t pv_matcher_steps(const pv_matcher *matcher) { return pv_machine_steps(matcher->machine); }
