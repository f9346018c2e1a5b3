#include "match/anchor.h"

// Of 10,000 sentences: how many hold an annotation, roughly, and from where on it tells nothing.
enum { COMMON_TYPE = 2500, OTHER_TYPE = 500, TOO_COMMON = 6000 };

// From the start of a match to an instruction, over all ways that do not go back.
typedef struct {
  bool is_known;
  uint32_t least;
  uint32_t most;
  uint32_t annotations;
  uint64_t types;
} distance;

typedef struct {
  pv_first_finder *finder;
  distance *distances;
  pv_anchor found[PV_MAX_ANCHORS];
  uint32_t count;
  uint64_t weights[PV_MAX_ANCHORS];
} builder;

static uint32_t sum(uint32_t a, uint32_t b) { return a > UINT32_MAX - b ? UINT32_MAX : a + b; }

static void reach(builder *b, uint32_t at, distance way) {
  distance *known = &b->distances[at];
  if (!known->is_known) {
    *known = way;
    return;
  }
  if (way.least < known->least) known->least = way.least;
  if (way.most > known->most) known->most = way.most;
  if (way.annotations > known->annotations) known->annotations = way.annotations;
  known->types |= way.types;
}

// The distance behind an instruction.
static distance behind(distance way, pv_instruction instruction) {
  if (instruction.op == PV_OP_GAP) {
    way.most = sum(way.most, instruction.x);
  } else if (instruction.op == PV_OP_TOKEN) {
    way.least = sum(way.least, 1);
    way.most = sum(way.most, 1);
  } else if (instruction.op == PV_OP_ANNOTATION) {
    way.least = sum(way.least, 1);
    way.annotations = sum(way.annotations, 1);
    way.types |= UINT64_C(1) << instruction.x;
  }
  return way;
}

static uint64_t weight_of(const builder *b, const pv_first *first) {
  uint64_t weight = 0;
  for (uint64_t types = first->types; types; types &= types - 1) {
    uint64_t type = types & (~types + 1);
    bool is_common = type == UINT64_C(1) << PV_TYPE_PARTY || type == UINT64_C(1) << PV_TYPE_TERM ||
                     type == UINT64_C(1) << PV_TYPE_NUMBER;
    weight += is_common ? COMMON_TYPE : OTHER_TYPE;
  }
  const uint16_t *frequencies = b->finder->grammar->frequencies;
  uint32_t size = pv_vocabulary_size(b->finder->grammar->vocabulary);
  for (uint32_t word = 0; first->words && word < size; word++) {
    if (word % 64 == 0 && !first->words[word / 64])
      word += 63;
    else if (pv_first_has_word(first->words, word))
      weight += frequencies ? frequencies[word] : 1;
  }
  return weight;
}

// Keeps the anchor if it is one of the rarest, which come first.
static void keep(builder *b, pv_anchor anchor) {
  uint64_t weight = weight_of(b, &anchor.first);
  uint32_t at = b->count;
  if (weight > TOO_COMMON) return;
  if (at < PV_MAX_ANCHORS)
    b->count++;
  else if (weight >= b->weights[--at])
    return;
  for (; at > 0 && b->weights[at - 1] > weight; at--) {
    b->found[at] = b->found[at - 1];
    b->weights[at] = b->weights[at - 1];
  }
  b->found[at] = anchor;
  b->weights[at] = weight;
}

// Adds what is taken at or behind the instruction `at`, which all ways come by. The start is none.
static void add(builder *b, uint32_t at) {
  distance way = b->distances[at];
  if (way.most == 0 && way.annotations == 0) return;
  pv_first first = pv_first_from(b->finder, at);
  if (first.any || first.at_low || first.test_count > 0) return;
  keep(b, (pv_anchor){.first = first,
                      .least = way.least,
                      .most = way.most,
                      .annotations = way.annotations,
                      .types = way.types});
}

static bool takes_or_splits(pv_instruction instruction) {
  return instruction.op == PV_OP_TOKEN || instruction.op == PV_OP_ANNOTATION ||
         instruction.op == PV_OP_SPLIT;
}

pv_anchors pv_anchors_find(pv_first_finder *finder) {
  const pv_program *program = finder->program;
  builder b = {.finder = finder,
               .distances = PV_NEW_ARRAY(finder->arena, distance, program->count)};
  uint32_t furthest = 0; // where an instruction leads to that was seen
  bool went_back = false;
  b.distances[0].is_known = true;
  for (uint32_t i = 0; i < program->count; i++) {
    pv_instruction instruction = program->code[i];
    if (went_back) b.distances[i].most = UINT32_MAX;
    if (furthest <= i && takes_or_splits(instruction)) add(&b, i);
    if (!b.distances[i].is_known || instruction.op == PV_OP_MATCH) continue;
    bool jumps = instruction.op == PV_OP_JUMP || instruction.op == PV_OP_SPLIT;
    uint32_t ways[2] = {jumps ? instruction.x : i + 1,
                        instruction.op == PV_OP_SPLIT ? instruction.y : i + 1};
    if (instruction.op == PV_OP_JUMP) ways[1] = ways[0];
    for (int k = 0; k < 2; k++) {
      went_back |= ways[k] <= i;
      if (ways[k] > furthest) furthest = ways[k];
      if (ways[k] > i) reach(&b, ways[k], behind(b.distances[i], instruction));
    }
  }
  pv_anchor *items = PV_NEW_ARRAY(finder->arena, pv_anchor, b.count);
  for (uint32_t i = 0; i < b.count; i++) items[i] = b.found[i];
  return (pv_anchors){items, b.count};
}

pv_anchor_search pv_anchor_search_make(const pv_anchors *anchors, const pv_scope *scope) {
  pv_anchor_search search = {0};
  for (uint32_t k = 0; k < anchors->count; k++) {
    const pv_anchor *anchor = &anchors->items[k];
    uint32_t longest = 0;
    for (uint64_t types = anchor->types & scope->types; types; types &= types - 1) {
      uint32_t size = scope->longest[pv_lowest_bit(types)];
      if (size > longest) longest = size;
    }
    uint64_t most = anchor->most + (uint64_t)anchor->annotations * longest;
    search.most[k] = most > UINT32_MAX ? UINT32_MAX : (uint32_t)most;
  }
  return search;
}

uint32_t pv_anchors_next(const pv_anchors *anchors, pv_anchor_search *search, const pv_scope *scope,
                         uint32_t from, uint32_t high) {
  uint32_t at = from;
  for (uint32_t k = 0; k < anchors->count;) {
    const pv_anchor *anchor = &anchors->items[k];
    if (anchor->least >= high || at >= high - anchor->least) return high + 1;
    uint32_t least = at + anchor->least;
    if (search->behind[k] <= least)
      search->behind[k] = pv_first_next(&anchor->first, NULL, scope, least, high) + 1;
    uint32_t place = search->behind[k] - 1;
    if (place == high) return high + 1;
    if (place - at > search->most[k]) {
      at = place - search->most[k];
      k = 0;
    } else {
      k++;
    }
  }
  return at;
}
