#include "evidence/evidence.h"

#include <stdlib.h>

#include "base/str.h"
#include "match/scope.h"

// The sentence that is under way: `last_seen` tells by row whether its cue was counted.
typedef struct {
  const pv_weights *weights;
  uint32_t *last_seen;
  uint32_t number; // of the sentence, plus one
  int32_t scores[PV_MAX_WEIGHINGS];
} weighing_sum;

static void add_points(void *context, pv_cue cue, uint32_t first, uint32_t end) {
  (void)first, (void)end;
  weighing_sum *sum = context;
  if (!pv_weights_may_use(sum->weights, cue)) return;
  uint32_t row = pv_weights_row(sum->weights, cue);
  if (row == UINT32_MAX || sum->last_seen[row] == sum->number) return;
  sum->last_seen[row] = sum->number;
  size_t count = sum->weights->count;
  const int8_t *points = sum->weights->points + row * count;
  for (size_t i = 0; i < count; i++) sum->scores[i] += points[i];
}

// The weighings that look at the sentence: bits by number.
static uint32_t seeds_of(const pv_weights *weights, const pv_text *text,
                         const pv_sentence *sentence) {
  uint32_t seeds = 0;
  for (uint32_t i = sentence->first; i < sentence->end; i++)
    seeds |= weights->seeds[text->tokens.items[i].word];
  return seeds;
}

typedef PV_VECTOR(pv_weighed) weighed_list;
typedef PV_VECTOR(pv_match) match_list;

// A clause that no rule finds stands on the whole sentence.
static void add_found(pv_arena *arena, match_list *found, const pv_weighing *weighing,
                      const pv_text *text, uint32_t sentence, int32_t percent) {
  const pv_sentence *s = &text->sentences.items[sentence];
  pv_match match = {.rule = weighing->rule,
                    .sentence = sentence,
                    .first = s->first,
                    .end = s->end,
                    .points = percent};
  PV_PUSH(arena, found, match);
}

// The weighings for which a rule of theirs fires in the sentence.
static uint32_t fired(const pv_cue_source *source, const pv_weights *weights, uint32_t sentence) {
  uint32_t bits = 0;
  for (uint32_t i = source->starts[sentence]; i < source->starts[sentence + 1]; i++)
    for (size_t k = 0; k < weights->count; k++)
      if (weights->items[k].rule->frame == source->sorted[i]->rule->frame) bits |= UINT32_C(1) << k;
  return bits;
}

static void weigh_sentence(const pv_evidences *all, weighing_sum *sum, uint32_t sentence) {
  sum->number = sentence + 1;
  for (size_t k = 0; k < sum->weights->count; k++) sum->scores[k] = sum->weights->items[k].bias;
  pv_cues_tell(&all->source, sentence, add_points, sum);
}

// The matches of the rules, and those that were found besides.
static void join_matches(pv_arena *arena, pv_evidences *all, pv_matches rules, pv_matches found) {
  all->match_count = rules.count + found.count;
  all->matches = PV_NEW_ARRAY(arena, pv_match, all->match_count);
  if (rules.count) memcpy(all->matches, rules.items, rules.count * sizeof *rules.items);
  if (found.count)
    memcpy(all->matches + rules.count, found.items, found.count * sizeof *found.items);
}

pv_evidences pv_evidences_weigh(pv_arena *arena, const pv_grammar *grammar, const pv_text *text,
                                pv_annotations annotations, pv_matches clause_matches,
                                int32_t least_percent) {
  const pv_weights *weights = grammar->weights;
  pv_evidences all = {.grammar = grammar};
  match_list found = {0};
  weighed_list items = {0};
  if (weights) {
    all.source = pv_cue_source_make(arena, grammar, text, annotations, clause_matches);
    all.last_seen = PV_NEW_ARRAY(arena, uint32_t, weights->row_count);
    all.listed = (uint32_t)text->sentences.count;
  }
  weighing_sum sum = {.weights = weights, .last_seen = all.last_seen};
  for (uint32_t i = 0; weights && i < text->sentences.count; i++) {
    const pv_sentence *sentence = &text->sentences.items[i];
    if (!pv_sentence_matches(sentence)) continue;
    uint32_t seeds = seeds_of(weights, text, sentence), rules = fired(&all.source, weights, i);
    if (!(seeds | rules)) continue;
    weigh_sentence(&all, &sum, i);
    int32_t *scores = PV_NEW_ARRAY(arena, int32_t, weights->count);
    memcpy(scores, sum.scores, weights->count * sizeof *scores);
    PV_PUSH(arena, &items, ((pv_weighed){i, scores}));
    for (size_t k = 0; k < weights->count; k++) {
      if (!((seeds & ~rules) >> k & 1)) continue;
      int32_t percent = pv_weighing_percent(&weights->items[k], scores[k]);
      if (percent >= least_percent) add_found(arena, &found, &weights->items[k], text, i, percent);
    }
  }
  all.items = items.items;
  all.count = items.count;
  join_matches(arena, &all, clause_matches, (pv_matches){found.items, found.count});
  return all;
}

bool pv_evidences_score(const pv_evidences *evidences, uint32_t sentence,
                        const pv_weighing *weighing, int32_t *score) {
  size_t low = 0, high = evidences->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (evidences->items[middle].sentence < sentence)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == evidences->count || evidences->items[low].sentence != sentence) return false;
  *score = evidences->items[low].scores[weighing - evidences->grammar->weights->items];
  return true;
}

typedef struct {
  pv_arena *arena;
  const pv_weights *weights;
  size_t weighing;
  uint32_t *last_seen;
  uint32_t number;
  pv_cue_list list;
} listing;

static void list_cue(void *context, pv_cue cue, uint32_t first, uint32_t end) {
  listing *l = context;
  if (!pv_weights_may_use(l->weights, cue)) return;
  uint32_t row = pv_weights_row(l->weights, cue);
  if (row == UINT32_MAX || l->last_seen[row] == l->number) return;
  l->last_seen[row] = l->number;
  int32_t points = l->weights->points[row * l->weights->count + l->weighing];
  if (points) PV_PUSH(l->arena, &l->list, ((pv_cue_points){cue, points, first, end}));
}

static int by_points(const void *left, const void *right) {
  const pv_cue_points *a = left, *b = right;
  int32_t x = abs(a->points), y = abs(b->points);
  if (x != y) return x > y ? -1 : 1;
  if (a->first != b->first) return a->first < b->first ? -1 : 1;
  return (a->cue > b->cue) - (a->cue < b->cue);
}

pv_cue_list pv_evidences_cues(pv_arena *arena, pv_evidences *evidences, uint32_t sentence,
                              const pv_weighing *weighing) {
  const pv_weights *weights = evidences->grammar->weights;
  listing l = {.arena = arena,
               .weights = weights,
               .weighing = (size_t)(weighing - weights->items),
               .last_seen = evidences->last_seen,
               .number = ++evidences->listed};
  pv_cues_tell(&evidences->source, sentence, list_cue, &l);
  if (l.list.count > 1) qsort(l.list.items, l.list.count, sizeof *l.list.items, by_points);
  return l.list;
}

// How many points a match may bring its clause.
static int32_t reach_of(const pv_evidences *all, const pv_match *match) {
  const pv_rule *rule = match->rule;
  const pv_weighing *weighing = pv_weighing_of(all->grammar, rule);
  int32_t score;
  if (weighing && pv_evidences_score(all, match->sentence, weighing, &score))
    return pv_weighing_percent(weighing, score);
  return match->points + PV_MOST_SUPPORT;
}

static int by_sentence(const void *left, const void *right) {
  const pv_match *a = *(pv_match *const *)left, *b = *(pv_match *const *)right;
  if (a->sentence != b->sentence) return a->sentence < b->sentence ? -1 : 1;
  return (a > b) - (a < b);
}

// Those of one frame in one sentence are wanted together.
pv_match_list pv_evidences_wanted(pv_arena *arena, const pv_evidences *evidences,
                                  int32_t least_percent) {
  pv_match_list wanted = {0}, all = {0};
  int32_t *best = PV_NEW_ARRAY(arena, int32_t, evidences->grammar->frame_count);
  for (size_t i = 0; i < evidences->match_count; i++) {
    const pv_frame *frame = evidences->matches[i].rule->frame;
    if (frame && frame->family.size) PV_PUSH(arena, &all, &evidences->matches[i]);
  }
  if (all.count > 1) qsort(all.items, all.count, sizeof *all.items, by_sentence);
  for (size_t i = 0, end; i < all.count; i = end) {
    for (end = i; end < all.count && all.items[end]->sentence == all.items[i]->sentence; end++) {
      int32_t *of_frame = &best[all.items[end]->rule->frame - evidences->grammar->frames];
      int32_t reach = reach_of(evidences, all.items[end]) + 1;
      if (reach > *of_frame) *of_frame = reach;
    }
    for (size_t k = i; k < end; k++)
      if (best[all.items[k]->rule->frame - evidences->grammar->frames] > least_percent)
        PV_PUSH(arena, &wanted, all.items[k]);
    for (size_t k = i; k < end; k++)
      best[all.items[k]->rule->frame - evidences->grammar->frames] = 0;
  }
  return wanted;
}
