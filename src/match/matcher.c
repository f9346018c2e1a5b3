#include "match/matcher.h"

// The place of a program in the table: that of its number, or the free one where it goes.
static uint32_t *place_of(const pv_matcher *matcher, const pv_program *program) {
  uint64_t at = ((uint64_t)(uintptr_t)program * UINT64_C(0x9E3779B97F4A7C15)) >> 32;
  for (;; at++) {
    uint32_t *place = &matcher->places[at & (matcher->place_count - 1)];
    if (*place == 0 || matcher->plan->prepared[*place - 1].program == program) return place;
  }
}

const pv_prepared *pv_matcher_prepared(const pv_matcher *matcher, const pv_program *programs) {
  return &matcher->plan->prepared[*place_of(matcher, programs) - 1];
}

static void number_programs(pv_matcher *matcher) {
  const pv_plan *plan = matcher->plan;
  for (matcher->place_count = 64; matcher->place_count < 2 * plan->prepared_count;)
    matcher->place_count *= 2;
  matcher->places = PV_NEW_ARRAY(matcher->arena, uint32_t, matcher->place_count);
  for (size_t i = 0; i < plan->prepared_count; i++)
    *place_of(matcher, plan->prepared[i].program) = (uint32_t)i + 1;
}

static void init(pv_matcher *matcher, const pv_grammar *grammar) {
  pv_arena *arena = matcher->arena;
  matcher->grammar = grammar;
  pv_tester_init(&matcher->tester, arena, grammar->predicates);
  matcher->plan = grammar->plan ? grammar->plan : pv_plan_make(arena, grammar);
  const pv_plan *plan = matcher->plan;
  const pv_program **programs = PV_NEW_ARRAY(arena, const pv_program *, plan->prepared_count);
  for (size_t i = 0; i < plan->prepared_count; i++) programs[i] = plan->prepared[i].program;
  matcher->machine = pv_machine_new(arena, &matcher->tester, programs, plan->prepared_count,
                                    grammar->looks, grammar->look_count);
  matcher->rule_alternatives = PV_NEW_ARRAY(arena, pv_alternative, plan->most_alternatives);
  matcher->satellite_alternatives = PV_NEW_ARRAY(arena, pv_alternative, plan->most_alternatives);
  matcher->remembered = PV_NEW_ARRAY(arena, pv_remembered, plan->prepared_count);
  number_programs(matcher);
  matcher->chosen = PV_NEW_ARRAY(arena, uint64_t, plan->most_set_words);
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
  matcher->candidates = &matcher->plan->phases[phase];
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
