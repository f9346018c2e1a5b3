#include "grammar/node.h"

#include "grammar/program.h"

static uint32_t capped(uint64_t value, uint32_t limit) {
  return value > limit ? limit : (uint32_t)value;
}

// Lengths stop short of PV_UNLIMITED.
static uint32_t length(uint64_t tokens) { return capped(tokens, 1u << 20); }

static uint32_t longest_of(uint64_t a, uint64_t b) {
  return a == PV_UNLIMITED || b == PV_UNLIMITED ? PV_UNLIMITED : length(a + b);
}

// What is at an edge of the scope, or looks, says where a gap beside it ends.
static bool stops_gap(const pv_node *n) {
  return n->shortest > 0 || n->kind == PV_NODE_LOOK || n->kind == PV_NODE_START ||
         n->kind == PV_NODE_END;
}

static void measure_sequence(pv_node *n) {
  for (size_t i = 0; i < n->count; i++) {
    n->shortest = length((uint64_t)n->shortest + n->items[i]->shortest);
    n->longest = longest_of(n->longest, n->items[i]->longest);
  }
  for (size_t i = 0; i < n->count && !n->first_gap; i++) {
    n->first_gap = n->items[i]->first_gap;
    if (stops_gap(n->items[i])) break;
  }
  for (size_t i = n->count; i-- > 0 && !n->last_gap;) {
    n->last_gap = n->items[i]->last_gap;
    if (stops_gap(n->items[i])) break;
  }
}

static void measure_choice(pv_node *n) {
  n->shortest = PV_UNLIMITED;
  for (size_t i = 0; i < n->count; i++) {
    const pv_node *item = n->items[i];
    if (item->shortest < n->shortest) n->shortest = item->shortest;
    if (item->longest > n->longest) n->longest = item->longest;
    if (!n->first_gap) n->first_gap = item->first_gap;
    if (!n->last_gap) n->last_gap = item->last_gap;
  }
}

static void measure_repeat(pv_node *n) {
  const pv_node *item = n->items[0];
  n->shortest = length((uint64_t)item->shortest * n->min);
  bool endless = n->max == PV_UNLIMITED || item->longest == PV_UNLIMITED;
  n->longest = endless ? PV_UNLIMITED : length((uint64_t)item->longest * n->max);
  uint64_t copies = n->max == PV_UNLIMITED ? (uint64_t)n->min + 1 : n->max;
  n->cost = capped(copies * (item->cost + 2), PV_MAX_NODE_COST + 1);
  n->first_gap = item->first_gap;
  n->last_gap = item->last_gap;
}

// A macro's gap is shown where the macro stands.
static void measure_wrapper(pv_node *n) {
  const pv_node *item = n->items[0];
  bool moves = n->kind == PV_NODE_MACRO;
  n->shortest = item->shortest;
  n->longest = item->longest;
  n->first_gap = item->first_gap && moves ? n : item->first_gap;
  n->last_gap = item->last_gap && moves ? n : item->last_gap;
}

static const pv_node *measured(pv_node *n) {
  uint64_t cost = 2;
  for (size_t i = 0; i < n->count; i++) {
    const pv_node *item = n->items[i];
    cost += item->cost + 2;
    if (item->depth > n->depth) n->depth = item->depth;
    n->has_argument |= item->has_argument;
    n->has_look |= item->has_look;
    n->has_capture |= item->has_capture;
    n->has_edge |= item->has_edge;
  }
  n->cost = capped(cost, PV_MAX_NODE_COST + 1);
  n->depth++;
  if (n->kind == PV_NODE_SEQUENCE) measure_sequence(n);
  if (n->kind == PV_NODE_CHOICE) measure_choice(n);
  if (n->kind == PV_NODE_REPEAT) measure_repeat(n);
  if (n->kind == PV_NODE_CAPTURE || n->kind == PV_NODE_MACRO) measure_wrapper(n);
  n->has_capture |= n->kind == PV_NODE_CAPTURE;
  n->has_look |= n->kind == PV_NODE_LOOK;
  n->has_edge |= n->kind == PV_NODE_START || n->kind == PV_NODE_END;
  return n;
}

const pv_node *pv_node_leaf(pv_arena *arena, pv_node_kind kind, size_t at, uint32_t x) {
  pv_node *n = PV_NEW(arena, pv_node);
  bool takes = kind == PV_NODE_TOKEN || kind == PV_NODE_ANNOTATION || kind == PV_NODE_ARGUMENT;
  *n = (pv_node){.kind = kind,
                 .at = at,
                 .x = x,
                 .shortest = takes,
                 .longest = takes,
                 .has_argument = kind == PV_NODE_ARGUMENT};
  return measured(n);
}

const pv_node *pv_node_gap(pv_arena *arena, size_t at, uint32_t most, uint32_t barrier) {
  pv_node *n = PV_NEW(arena, pv_node);
  *n = (pv_node){.kind = PV_NODE_GAP, .at = at, .x = most, .y = barrier, .longest = most};
  n->first_gap = n->last_gap = n;
  return measured(n);
}

static const pv_node *many(pv_arena *arena, pv_node_kind kind, size_t at, size_t x,
                           pv_nodes items) {
  if (items.count == 1) return items.items[0];
  pv_node *n = PV_NEW(arena, pv_node);
  *n = (pv_node){
      .kind = kind, .at = at, .x = (uint32_t)x, .items = items.items, .count = items.count};
  return measured(n);
}

const pv_node *pv_node_sequence(pv_arena *arena, size_t at, pv_nodes items) {
  if (items.count == 0) return pv_node_leaf(arena, PV_NODE_EMPTY, at, 0);
  return many(arena, PV_NODE_SEQUENCE, at, 0, items);
}

const pv_node *pv_node_choice(pv_arena *arena, size_t at, size_t bar, pv_nodes items) {
  return many(arena, PV_NODE_CHOICE, at, bar, items);
}

// A node like `like` with one item.
static const pv_node *wrap(pv_arena *arena, pv_node like, const pv_node *item) {
  pv_nodes items = {0};
  PV_PUSH(arena, &items, item);
  pv_node *n = PV_NEW(arena, pv_node);
  *n = like;
  n->items = items.items;
  n->count = 1;
  return measured(n);
}

const pv_node *pv_node_repeat(pv_arena *arena, const pv_node *item, uint32_t min, uint32_t max) {
  if (min == 1 && max == 1) return item;
  return wrap(arena, (pv_node){.kind = PV_NODE_REPEAT, .at = item->at, .min = min, .max = max},
              item);
}

const pv_node *pv_node_look(pv_arena *arena, size_t at, const pv_node *item, uint32_t bits) {
  return wrap(arena, (pv_node){.kind = PV_NODE_LOOK, .at = at, .x = bits}, item);
}

const pv_node *pv_node_macro(pv_arena *arena, size_t at, const pv_node *item) {
  return wrap(arena, (pv_node){.kind = PV_NODE_MACRO, .at = at}, item);
}

const pv_node *pv_node_capture(pv_arena *arena, size_t at, const pv_node *item, pv_str name) {
  pv_node capture = {.kind = PV_NODE_CAPTURE, .at = at, .name = name};
  if (item->kind != PV_NODE_REPEAT || item->min > 0) return wrap(arena, capture, item);
  const pv_node *some = pv_node_repeat(arena, item->items[0], 1, item->max);
  return pv_node_repeat(arena, wrap(arena, capture, some), 0, 1);
}

// Recursion: the depth of nodes has a limit.
const pv_node *pv_node_fill(pv_arena *arena, const pv_node *body, const pv_node *argument) {
  if (body->kind == PV_NODE_ARGUMENT) return argument;
  if (!body->has_argument) return body;
  pv_nodes items = {0};
  for (size_t i = 0; i < body->count; i++)
    PV_PUSH(arena, &items, pv_node_fill(arena, body->items[i], argument));
  pv_node *n = PV_NEW(arena, pv_node);
  *n = (pv_node){.kind = body->kind,
                 .at = body->at,
                 .x = body->x,
                 .y = body->y,
                 .min = body->min,
                 .max = body->max,
                 .name = body->name,
                 .items = items.items,
                 .count = items.count};
  return measured(n);
}
