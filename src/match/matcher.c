#include "match/matcher.h"

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

// The place of a program in the table: that of its number, or the free one where it goes.
static uint32_t *place_of(const pv_matcher *matcher, const pv_program *program) {
  uint64_t at = ((uint64_t)(uintptr_t)program * UINT64_C(0x9E3779B97F4A7C15)) >> 32;
  for (;; at++) {
    uint32_t *place = &matcher->places[at & (matcher->place_count - 1)];
    if (*place == 0 || matcher->prepared[*place - 1].program == program) return place;
  }
}

static pv_prepared *find_prepared(const pv_matcher *matcher, const pv_program *program) {
  return &matcher->prepared[*place_of(matcher, program) - 1];
}

const pv_prepared *pv_matcher_prepared(const pv_matcher *matcher, const pv_program *programs) {
  return find_prepared(matcher, programs);
}

// Two rules may share satellites, and so programs: each is prepared once, in arrays as they are.
static void prepare(pv_matcher *matcher, const collection *c) {
  const pv_grammar *grammar = matcher->grammar;
  pv_first_finder finder = pv_first_finder_make(matcher->arena, grammar);
  for (matcher->place_count = 64; matcher->place_count < 2 * c->programs.count;)
    matcher->place_count *= 2;
  matcher->places = PV_NEW_ARRAY(matcher->arena, uint32_t, matcher->place_count);
  matcher->prepared = PV_NEW_ARRAY(matcher->arena, pv_prepared, c->programs.count);
  matcher->remembered = PV_NEW_ARRAY(matcher->arena, pv_remembered, c->programs.count);
  for (size_t i = 0; i < c->programs.count; i++) {
    const pv_program *program = c->programs.items[i];
    uint32_t *place = place_of(matcher, program);
    if (*place) continue;
    matcher->prepared[matcher->prepared_count++] =
        (pv_prepared){.program = program, .start = pv_start_find(&finder, program)};
    *place = (uint32_t)matcher->prepared_count;
  }
}

// Works out the candidates of a phase; returns the size of their sets.
static size_t index_phase(pv_matcher *matcher, pv_phase phase) {
  const pv_grammar *grammar = matcher->grammar;
  PV_VECTOR(pv_candidate) items = {0};
  for (size_t r = grammar->phase_start[phase]; r < grammar->phase_start[phase + 1]; r++) {
    for (size_t m = 0; m < grammar->rules[r].match_count; m++) {
      const pv_program *program = &grammar->rules[r].matches[m];
      const pv_start *start = &find_prepared(matcher, program)->start;
      PV_PUSH(matcher->arena, &items, ((pv_candidate){(uint32_t)r, (uint32_t)m, program, start}));
    }
  }
  pv_candidates *candidates = &matcher->phases[phase];
  *candidates = pv_candidates_new(matcher->arena, grammar, items.items, items.count);
  return candidates->set_words;
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
  prepare(matcher, &c);
  size_t most = 1;
  for (int phase = 0; phase < PV_PHASE_COUNT; phase++) {
    size_t words = index_phase(matcher, (pv_phase)phase);
    if (words > most) most = words;
  }
  matcher->chosen = PV_NEW_ARRAY(arena, uint64_t, most);
  matcher->presence = pv_presence_new(arena, grammar);
  matcher->heading.presence = pv_presence_new(arena, grammar);
  matcher->previous.presence = pv_presence_new(arena, grammar);
  matcher->next.presence = pv_presence_new(arena, grammar);
  matcher->slot_words.presence = pv_presence_new(arena, grammar);
  matcher->best = PV_NEW_ARRAY(arena, int32_t, grammar->frame_count);
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

void pv_matcher_begin(pv_matcher *matcher, pv_arena *arena, const pv_text *text,
                      pv_annotations annotations, pv_phase phase) {
  matcher->results = arena;
  matcher->text = text;
  matcher->annotations = annotations;
  matcher->candidates = &matcher->phases[phase];
  matcher->tester.text = text->bytes;
  matcher->scope = matcher->elsewhere = (pv_scope){0};
  matcher->fillers.items = NULL;
  matcher->fillers.count = matcher->fillers.capacity = 0;
  matcher->found.items = NULL;
  matcher->found.count = matcher->found.capacity = 0;
  matcher->heading.is_known = matcher->previous.is_known = matcher->next.is_known = false;
  pv_machine_begin(matcher->machine, arena);
}

void pv_matcher_set_least_points(pv_matcher *matcher, int32_t points) {
  matcher->least_points = points;
}

void pv_matcher_set_exact(pv_matcher *matcher, bool exact) { matcher->exact = exact; }

uint64_t pv_matcher_steps(const pv_matcher *matcher) { return pv_machine_steps(matcher->machine); }
