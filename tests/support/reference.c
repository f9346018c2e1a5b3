#include "support/reference.h"

#include <stdlib.h>

// Instructions passed since the last token, so that a loop that takes none ends: it fails.
typedef struct trail {
  const struct trail *before;
  uint32_t pc;
  uint32_t age;
} trail;

typedef struct {
  uint32_t capture;
  uint32_t at;
  bool is_end;
} event;

typedef struct {
  const pv_reference_run *run;
  const pv_program *program;
  bool backward;
  int depth;
  uint64_t *fuel;
  event *events; // NULL in lookarounds
  size_t event_count;
  uint32_t end;
} attempt;

static bool try(attempt *a, uint32_t pc, uint32_t position, uint32_t age, const trail *before);

static bool satisfies(const attempt *a, uint32_t predicate, const pv_token *token) {
  if (a->run->tester) return pv_predicate_test_slow(a->run->tester, predicate, token);
  const pv_predicate *p = &a->run->predicates[predicate];
  return p->kind == PV_PREDICATE_ANY || (p->words[token->word / 64] >> (token->word % 64) & 1);
}

// The token that is next, or NULL at the edge.
static const pv_token *next_token(const attempt *a, uint32_t position) {
  if (a->backward) return position > a->run->low ? &a->run->tokens[position - 1] : NULL;
  return position < a->run->high ? &a->run->tokens[position] : NULL;
}

static uint32_t behind(const attempt *a, uint32_t position) {
  return a->backward ? position - 1 : position + 1;
}

static bool try_annotation(attempt *a, uint32_t pc, uint32_t position) {
  const pv_reference_run *run = a->run;
  for (size_t i = 0; i < run->annotation_count; i++) {
    pv_annotation one = run->annotations[i];
    if (one.type != a->program->code[pc].x || one.first < run->low || one.end > run->high) continue;
    if ((a->backward ? one.end : one.first) != position) continue;
    if (try(a, pc + 1, a->backward ? one.first : one.end, 0, NULL)) return true;
  }
  return false;
}

static bool try_gap(attempt *a, uint32_t pc, uint32_t position, uint32_t age, const trail *path) {
  pv_instruction gap = a->program->code[pc];
  if (try(a, pc + 1, position, 0, path)) return true;
  const pv_token *token = next_token(a, position);
  if (age >= gap.x || !token) return false;
  if (gap.y != PV_NO_PREDICATE && satisfies(a, gap.y, token)) return false;
  return try(a, pc, behind(a, position), age + 1, NULL);
}

static bool try_capture(attempt *a, uint32_t pc, uint32_t position, const trail *path) {
  pv_instruction at = a->program->code[pc];
  if (a->events) {
    if (a->event_count == 2 * PV_REFERENCE_CAPTURES) abort();
    a->events[a->event_count++] = (event){at.x, position, at.op == PV_OP_CLOSE};
  }
  if (try(a, pc + 1, position, 0, path)) return true;
  a->event_count -= a->events != NULL;
  return false;
}

static bool holds(const attempt *a, pv_instruction at, uint32_t position) {
  if (a->depth == PV_MAX_LOOK_DEPTH) return false;
  pv_reference_run run = *a->run;
  run.least_end = 0;
  attempt body = {.run = &run,
                  .program = &a->run->looks[at.x],
                  .backward = at.y & PV_LOOK_BEHIND,
                  .depth = a->depth + 1,
                  .fuel = a->fuel};
  return try(&body, 0, position, 0, NULL) != ((at.y & PV_LOOK_NOT) != 0);
}

static bool try(attempt *a, uint32_t pc, uint32_t position, uint32_t age, const trail *before) {
  for (const trail *t = before; t; t = t->before)
    if (t->pc == pc && t->age == age) return false;
  if (*a->fuel == 0) return false;
  --*a->fuel;
  trail path = {before, pc, age};
  pv_instruction at = a->program->code[pc];
  const pv_token *token = next_token(a, position);
  switch ((pv_op)at.op) {
  case PV_OP_TOKEN:
    return token && satisfies(a, at.x, token) && try(a, pc + 1, behind(a, position), 0, NULL);
  case PV_OP_ANNOTATION: return try_annotation(a, pc, position);
  case PV_OP_GAP: return try_gap(a, pc, position, age, &path);
  case PV_OP_SPLIT: return try(a, at.x, position, 0, &path) || try(a, at.y, position, 0, &path);
  case PV_OP_JUMP: return try(a, at.x, position, 0, &path);
  case PV_OP_OPEN:
  case PV_OP_CLOSE: return try_capture(a, pc, position, &path);
  case PV_OP_LOOK: return holds(a, at, position) && try(a, pc + 1, position, 0, &path);
  case PV_OP_START: return position == a->run->low && try(a, pc + 1, position, 0, &path);
  case PV_OP_END: return position == a->run->high && try(a, pc + 1, position, 0, &path);
  case PV_OP_MATCH: a->end = position; return position >= a->run->least_end;
  }
  return false;
}

// Every end belongs to the last start of its capture that has none yet.
static void pair_captures(pv_reference_result *result, const event *events, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (events[i].is_end) continue;
    for (size_t k = i + 1; k < count; k++) {
      if (events[k].capture != events[i].capture) continue;
      if (events[k].is_end)
        result->captures[result->capture_count++] =
            (pv_captured){events[i].capture, events[i].at, events[k].at};
      break;
    }
  }
}

pv_reference_result pv_reference_find(const pv_reference_run *run, uint64_t fuel) {
  pv_reference_result result = {0};
  event events[2 * PV_REFERENCE_CAPTURES];
  for (uint32_t start = run->from; start <= run->high && !result.found; start++) {
    attempt a = {.run = run, .program = run->program, .fuel = &fuel, .events = events};
    result.found = try(&a, 0, start, 0, NULL);
    result.out_of_fuel = fuel == 0;
    if (result.out_of_fuel) return result;
    if (!result.found) continue;
    result.start = start;
    result.end = a.end;
    pair_captures(&result, events, a.event_count);
  }
  return result;
}
