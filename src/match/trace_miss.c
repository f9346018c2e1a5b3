// Of the places where the machine did not get on, the farthest ones: by unit of the expression,
// then by token. A gap makes the machine try the unit behind it at each token, so the last of them
// tells.
#include <stdlib.h>

#include "base/str.h"
#include "grammar/unit.h"
#include "match/trace_data.h"

static bool holds(pv_span outer, uint32_t at) { return at >= outer.start && at < outer.end; }

static uint32_t size_of(pv_span at) { return at.end - at.start; }

// Of the units that `at` stands in the largest one and the smallest one.
static void find_units(const pv_units *units, uint32_t at, const pv_unit **top,
                       const pv_unit **inner) {
  for (size_t i = 0; i < units->count; i++) {
    const pv_unit *unit = &units->items[i];
    if (!holds(unit->at, at)) continue;
    if (!*top || size_of(unit->at) > size_of((*top)->at)) *top = unit;
    if (!*inner || size_of(unit->at) < size_of((*inner)->at)) *inner = unit;
  }
}

// Grammars that are made by hand do not know where their instructions come from.
const pv_trace_place *pv_trace_places(pv_arena *arena, const pv_program *program) {
  pv_trace_place *places = PV_NEW_ARRAY(arena, pv_trace_place, program->count);
  pv_units units = pv_units_read(arena, program->source);
  for (uint32_t pc = 0; pc < program->count; pc++) {
    const pv_unit *top = NULL, *inner = NULL;
    if (program->where) find_units(&units, program->where[pc], &top, &inner);
    if (!top && program->where && program->where[pc] < program->source.size) {
      // The bar between single tokens of which the whole expression is a choice.
      pv_span all = {0, (uint32_t)program->source.size};
      places[pc] = (pv_trace_place){.unit = 1, .units = 1, .around = all, .element = all};
      continue;
    }
    if (!top) {
      places[pc] = (pv_trace_place){.unit = pc + 1, .units = program->count - 1};
      continue;
    }
    places[pc] = (pv_trace_place){.around = top->at, .element = inner->at};
    for (size_t i = 0; i < units.count; i++) {
      if (units.items[i].sequence != top->sequence) continue;
      places[pc].units++;
      places[pc].unit += units.items[i].at.start <= top->at.start;
    }
  }
  return places;
}

static uint32_t match_of(const pv_trace *trace, const pv_program *program) {
  return (uint32_t)(program - trace->rule->matches);
}

// Is it a <match> of the rule, rather than one of its satellites?
static bool is_match(const pv_trace *trace, const pv_program *program) {
  for (size_t i = 0; i < trace->rule->match_count; i++)
    if (program == &trace->rule->matches[i]) return true;
  return false;
}

// Negative where the first one is nearer to a match.
static int compare_reaches(const pv_trace_place *places, const pv_trace_reach *a,
                           const pv_trace_reach *b) {
  uint32_t unit_a = places[a->pc].unit, unit_b = places[b->pc].unit;
  if (unit_a != unit_b) return unit_a > unit_b ? -1 : 1;
  if (a->reached.end != b->reached.end) return a->reached.end > b->reached.end ? -1 : 1;
  return 0;
}

void pv_trace_stop(pv_trace *trace, const pv_program *program, uint32_t pc, pv_hit reached) {
  if (!is_match(trace, program)) return;
  uint32_t match = match_of(trace, program);
  const pv_trace_place *places = trace->places[match];
  pv_trace_reach *best = &trace->reached[match * trace->starts + reached.start];
  pv_trace_reach one = {.is_known = true, .pc = pc, .reached = reached};
  int order = best->is_known ? compare_reaches(places, &one, best) : -1;
  if (order < 0)
    *best = one;
  else if (order == 0 && places[pc].element.start != places[best->pc].element.start)
    best->is_one_of_several = true;
}

void pv_trace_gap(pv_trace *trace, const pv_program *program, uint32_t pc, uint32_t position,
                  pv_gap_end end) {
  if (is_match(trace, program))
    PV_PUSH(trace->arena, &trace->gap_ends,
            ((pv_trace_gap_end){match_of(trace, program), pc, position, end}));
}

// The gap that ends where the match did not get on, the last one before what did not fit.
static void find_gap(const pv_trace *trace, uint32_t match, const pv_trace_reach *reach,
                     pv_near_miss *miss) {
  const pv_trace_place *places = trace->places[match];
  uint32_t last = 0;
  for (size_t i = 0; i < trace->gap_ends.count; i++) {
    const pv_trace_gap_end *gap = &trace->gap_ends.items[i];
    if (gap->match != match || gap->position != reach->reached.end) continue;
    if (gap->pc >= reach->pc || gap->pc < last) continue;
    last = gap->pc;
    miss->gap_end = gap->end;
    miss->gap = places[gap->pc].element;
  }
}

static void find_captures(const pv_trace *trace, const pv_matcher *matcher, pv_hit reached,
                          pv_near_miss *miss) {
  size_t count;
  const pv_captured *captured = pv_machine_captures(matcher->machine, reached, &count);
  pv_filler *fillers = PV_NEW_ARRAY(trace->arena, pv_filler, count);
  for (size_t i = 0; i < count; i++) {
    if (captured[i].capture >= trace->rule->capture_count) continue;
    if (captured[i].first >= captured[i].end) continue;
    const pv_capture_name *name = &trace->rule->captures[captured[i].capture];
    fillers[miss->capture_count++] =
        (pv_filler){.slot = name->slot,
                    .first = pv_scope_token(&matcher->scope, captured[i].first),
                    .end = pv_scope_token(&matcher->scope, captured[i].end - 1) + 1,
                    .name = name->name};
  }
  miss->captures = fillers;
}

static pv_near_miss miss_of(const pv_trace *trace, const pv_matcher *matcher, uint32_t match,
                            const pv_trace_reach *reach) {
  const pv_trace_place *place = &trace->places[match][reach->pc];
  const pv_scope *scope = &matcher->scope;
  pv_hit reached = reach->reached;
  pv_near_miss miss = {
      .match = match,
      .unit = place->unit,
      .units = place->units,
      .around = place->around,
      .expected = reach->is_one_of_several ? place->around : place->element,
      .first = reached.start < scope->count ? pv_scope_token(scope, reached.start) : PV_NO_TOKEN,
      .token = reached.end < scope->count ? pv_scope_token(scope, reached.end) : PV_NO_TOKEN,
      .took_some = reached.end > reached.start,
      .is_in_stem = trace->rule->matches[match].code[reach->pc].op == PV_OP_MATCH,
  };
  find_gap(trace, match, reach, &miss);
  find_captures(trace, matcher, reached, &miss);
  return miss;
}

typedef PV_VECTOR(pv_near_miss) near_misses;

static void keep_misses_of(pv_trace *trace, const pv_matcher *matcher, uint32_t match,
                           near_misses *out) {
  const pv_trace_place *places = trace->places[match];
  pv_trace_reach *all = trace->reached + match * trace->starts;
  const pv_trace_reach *last = NULL;
  uint32_t unit = UINT32_MAX;
  for (;;) { // the units from the last to the first
    uint32_t next = 0;
    for (uint32_t i = 0; i < trace->starts; i++)
      if (all[i].is_known && places[all[i].pc].unit < unit && places[all[i].pc].unit > next)
        next = places[all[i].pc].unit;
    if (next == 0) break;
    unit = next;
    for (uint32_t i = 0; i < trace->starts; i++) {
      if (!all[i].is_known || places[all[i].pc].unit != unit) continue;
      if (!last) last = &all[i];
      if (all[i].reached.end > all[i].reached.start)
        PV_PUSH(trace->arena, out, miss_of(trace, matcher, match, &all[i]));
    }
  }
  bool none = out->count == 0 || out->items[out->count - 1].match != match;
  if (none && last) PV_PUSH(trace->arena, out, miss_of(trace, matcher, match, last));
}

void pv_trace_keep_misses(pv_trace *trace, pv_matcher *matcher, pv_traced_sentence *sentence) {
  near_misses misses = {0};
  for (uint32_t match = 0; match < trace->rule->match_count; match++)
    keep_misses_of(trace, matcher, match, &misses);
  sentence->misses = misses.items;
  sentence->miss_count = misses.count;
}
