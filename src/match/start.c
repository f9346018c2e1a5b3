#include "match/start.h"

// The ways that the last search found, and what may stand behind each.
static void find_pairs(pv_start *start, pv_first_finder *finder) {
  uint32_t count = finder->taker_count, takers[PV_MAX_START_PAIRS];
  pv_start_pair pairs[PV_MAX_START_PAIRS];
  bool tells = false;
  if (count > PV_MAX_START_PAIRS) return;
  for (uint32_t i = 0; i < count; i++) takers[i] = finder->takers[i];
  for (uint32_t i = 0; i < count; i++) {
    pairs[i] =
        (pv_start_pair){pv_first_at(finder, takers[i]), pv_first_from(finder, takers[i] + 1)};
    tells |= !pairs[i].second.any;
  }
  if (!tells) return;
  pv_start_pair *kept = PV_NEW_ARRAY(finder->arena, pv_start_pair, count);
  for (uint32_t i = 0; i < count; i++) kept[i] = pairs[i];
  start->pairs = kept;
  start->pair_count = count;
}

// Is the program one instruction that takes, with or without a capture, whose `first` is exact?
static bool is_single(const pv_first_finder *finder) {
  const pv_program *program = finder->program;
  uint32_t takers = 0;
  for (uint32_t i = 0; i < program->count; i++) {
    pv_instruction instruction = program->code[i];
    bool is_words = instruction.op == PV_OP_TOKEN &&
                    finder->grammar->predicates[instruction.x].kind == PV_PREDICATE_WORDS;
    if (is_words || instruction.op == PV_OP_ANNOTATION)
      takers++;
    else if (instruction.op != PV_OP_OPEN && instruction.op != PV_OP_CLOSE &&
             instruction.op != PV_OP_MATCH)
      return false;
  }
  return takers == 1;
}

pv_start pv_start_find(pv_first_finder *finder, const pv_program *program) {
  pv_first_finder_turn_to(finder, program);
  pv_start start = {.first = pv_first_from(finder, 0)};
  if (!start.first.any) find_pairs(&start, finder);
  start.anchors = pv_anchors_find(finder);
  start.guards = pv_guards_find(finder);
  start.joins = pv_joins_find(finder);
  start.is_single = is_single(finder);
  return start;
}

pv_start_search pv_start_search_make(const pv_start *start, pv_tester *tester,
                                     const pv_scope *scope, uint32_t low, uint32_t high) {
  return (pv_start_search){.start = start,
                           .tester = tester,
                           .scope = scope,
                           .low = low,
                           .high = high,
                           .anchors = pv_anchor_search_make(&start->anchors, scope)};
}

// Where the first one of a pair leads to; behind the window if it does not hold.
static uint32_t behind_first(const pv_start_search *search, const pv_first *first, uint32_t at) {
  if (!pv_first_is_at(first, search->tester, search->scope, at)) return search->high + 1;
  if (!first->types) return at + 1;
  return pv_scope_other_end(search->scope, at, pv_lowest_bit(first->types), false);
}

static bool allows_pair(const pv_start_search *search, uint32_t at) {
  const pv_start *start = search->start;
  for (uint32_t i = 0; i < start->pair_count; i++) {
    const pv_start_pair *pair = &start->pairs[i];
    uint32_t next = behind_first(search, &pair->first, at);
    if (next > search->high) continue;
    if (pair->second.any) return true;
    if (next < search->high && pv_first_is_at(&pair->second, search->tester, search->scope, next))
      return true;
  }
  return start->pair_count == 0;
}

static uint32_t next_in_reach(pv_start_search *search, uint32_t at) {
  return pv_anchors_next(&search->start->anchors, &search->anchors, search->scope, at,
                         search->high);
}

uint32_t pv_start_next(pv_start_search *search, uint32_t from) {
  const pv_first *first = &search->start->first;
  uint32_t at = from, high = search->high;
  for (;;) {
    at = next_in_reach(search, at);
    if (at > high || first->any || (first->at_low && at == search->low)) return at;
    uint32_t next = pv_first_next(first, search->tester, search->scope, at, high);
    if (next == high) return high + 1;
    if (next == at && allows_pair(search, at)) return at;
    at = next == at ? at + 1 : next;
  }
}

bool pv_start_is_at(pv_start_search *search, uint32_t at) {
  const pv_first *first = &search->start->first;
  if (!first->any && !(first->at_low && at == search->low)) {
    if (at >= search->high || !pv_first_is_at(first, search->tester, search->scope, at))
      return false;
    if (!allows_pair(search, at)) return false;
  }
  return next_in_reach(search, at) == at;
}
