// Matches are sorted by sentence, frame and strength; those of one sentence and frame are a run.
// Runs of frames that absorb wait until the others of their sentence are in groups.
#include "clause/group.h"

#include <stdlib.h>

#include "base/vector.h"

typedef struct {
  const pv_match **items;
  size_t count;
} run;

// A match of the frame that absorbs, with its group.
typedef struct {
  uint32_t first;
  uint32_t end;
  pv_match_group *group;
} shelter;

// A match of a frame that is absorbed, with the group that it stands in, or NULL.
typedef struct {
  const pv_match *match;
  pv_match_group *group;
} guest;

typedef struct {
  pv_arena *arena;
  pv_match_groups groups;
  PV_VECTOR(run) runs;
} grouping;

static bool is_stronger(const pv_match *a, const pv_match *b) {
  if (a->points != b->points) return a->points > b->points;
  if (a->rule->priority != b->rule->priority) return a->rule->priority > b->rule->priority;
  return a->rule < b->rule;
}

static int by_frame(const void *left, const void *right) {
  const pv_match *a = *(const pv_match *const *)left;
  const pv_match *b = *(const pv_match *const *)right;
  if (a->sentence != b->sentence) return a->sentence < b->sentence ? -1 : 1;
  if (a->rule->frame != b->rule->frame) return a->rule->frame < b->rule->frame ? -1 : 1;
  if (a != b && is_stronger(a, b)) return -1;
  if (a != b && is_stronger(b, a)) return 1;
  return (a > b) - (a < b);
}

static int by_place(const void *left, const void *right) {
  const pv_match *a = *(const pv_match *const *)left;
  const pv_match *b = *(const pv_match *const *)right;
  if (a->first != b->first) return a->first < b->first ? -1 : 1;
  return by_frame(left, right);
}

static int by_reach(const void *left, const void *right) {
  const shelter *a = left, *b = right;
  if (a->first != b->first) return a->first < b->first ? -1 : 1;
  if (a->end != b->end) return a->end > b->end ? -1 : 1;
  return (a->group > b->group) - (a->group < b->group);
}

// Those in no group come last; in a group the strongest comes first.
static int by_group(const void *left, const void *right) {
  const guest *a = left, *b = right;
  if (a->group != b->group) return !a->group ? 1 : !b->group ? -1 : a->group < b->group ? -1 : 1;
  return by_frame(&a->match, &b->match);
}

static pv_match_group *add_group(grouping *g, const pv_match **items, size_t count) {
  pv_match_group *group = &g->groups.items[g->groups.count++];
  *group = (pv_match_group){.items = items, .count = count};
  return group;
}

// Matches that share words, or are linked by others that do, are one group.
static void group_by_words(grouping *g, run r) {
  qsort(r.items, r.count, sizeof *r.items, by_place);
  for (size_t i = 0, end; i < r.count; i = end) {
    uint32_t reach = r.items[i]->end;
    for (end = i + 1; end < r.count && r.items[end]->first < reach; end++)
      if (r.items[end]->end > reach) reach = r.items[end]->end;
    qsort(r.items + i, end - i, sizeof *r.items, by_frame);
    (void)add_group(g, r.items + i, end - i);
  }
}

// The matches of the groups from `start` on that are of `frame`, each with the one that reaches
// furthest of those that do not start behind it.
static size_t find_shelters(const grouping *g, size_t start, const pv_frame *frame,
                            shelter *shelters) {
  size_t count = 0;
  for (size_t i = start; i < g->groups.count; i++) {
    pv_match_group *group = &g->groups.items[i];
    if (group->items[0]->rule->frame != frame) continue;
    for (size_t k = 0; k < group->count; k++)
      shelters[count++] = (shelter){group->items[k]->first, group->items[k]->end, group};
  }
  if (count > 1) qsort(shelters, count, sizeof *shelters, by_reach);
  for (size_t i = 1; i < count; i++) {
    if (shelters[i].end > shelters[i - 1].end) continue;
    shelters[i].end = shelters[i - 1].end;
    shelters[i].group = shelters[i - 1].group;
  }
  return count;
}

// The group that has `match` in one of its own, or NULL.
static pv_match_group *shelter_of(const shelter *shelters, size_t count, const pv_match *match) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (shelters[middle].first <= match->first)
      low = middle + 1;
    else
      high = middle;
  }
  return low && shelters[low - 1].end >= match->end ? shelters[low - 1].group : NULL;
}

// Those in the matches of one group are a group, and so are those in none. `first` is the first
// group of the sentence, `most` how many matches the sentence has.
static void group_by_shelter(grouping *g, run r, size_t first, size_t most) {
  shelter *shelters = PV_NEW_ARRAY(g->arena, shelter, most);
  guest *guests = PV_NEW_ARRAY(g->arena, guest, r.count);
  size_t count = find_shelters(g, first, r.items[0]->rule->frame->into, shelters);
  for (size_t i = 0; i < r.count; i++)
    guests[i] = (guest){r.items[i], shelter_of(shelters, count, r.items[i])};
  qsort(guests, r.count, sizeof *guests, by_group);
  for (size_t i = 0, end; i < r.count; i = end) {
    for (end = i; end < r.count && guests[end].group == guests[i].group; end++)
      r.items[end] = guests[end].match;
    add_group(g, r.items + i, end - i)->parent = guests[i].group;
  }
}

// The runs from `start` on up to `end` are those of one sentence.
static void group_sentence(grouping *g, size_t start, size_t end) {
  size_t first = g->groups.count, most = 0;
  for (size_t i = start; i < end; i++) {
    run r = g->runs.items[i];
    most += r.count;
    pv_conflict_policy policy = r.items[0]->rule->frame->conflict;
    if (policy == PV_CONFLICT_ONE) (void)add_group(g, r.items, r.count);
    if (policy == PV_CONFLICT_ALL) group_by_words(g, r);
  }
  for (size_t i = start; i < end; i++)
    if (g->runs.items[i].items[0]->rule->frame->conflict == PV_CONFLICT_ABSORB)
      group_by_shelter(g, g->runs.items[i], first, most);
}

static void find_runs(grouping *g, const pv_match **sorted, size_t count) {
  for (size_t i = 0, end; i < count; i = end) {
    for (end = i + 1; end < count; end++)
      if (sorted[end]->sentence != sorted[i]->sentence ||
          sorted[end]->rule->frame != sorted[i]->rule->frame)
        break;
    PV_PUSH(g->arena, &g->runs, ((run){sorted + i, end - i}));
  }
}

pv_match_groups pv_match_groups_make(pv_arena *arena, pv_matches matches) {
  const pv_match **sorted = PV_NEW_ARRAY(arena, const pv_match *, matches.count);
  size_t count = 0;
  for (size_t i = 0; i < matches.count; i++) {
    const pv_frame *frame = matches.items[i].rule->frame;
    if (frame && frame->family.size) sorted[count++] = &matches.items[i];
  }
  if (count > 1) qsort(sorted, count, sizeof *sorted, by_frame);
  grouping g = {.arena = arena, .groups = {PV_NEW_ARRAY(arena, pv_match_group, count), 0}};
  find_runs(&g, sorted, count);
  for (size_t i = 0, end; i < g.runs.count; i = end) {
    uint32_t sentence = g.runs.items[i].items[0]->sentence;
    for (end = i + 1; end < g.runs.count; end++)
      if (g.runs.items[end].items[0]->sentence != sentence) break;
    group_sentence(&g, i, end);
  }
  return g.groups;
}
