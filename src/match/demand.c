#include "match/demand.h"

#include <stdlib.h>
#include <string.h>

#include "match/job.h"

// Sets of candidates, `width` words each: those that may still match in a sentence.
struct pv_demand {
  pv_job job;
  pv_arena *arena;
  size_t width;
  uint64_t *left;
};

static uint64_t *left_in(const pv_demand *demand, uint32_t sentence) {
  return demand->left + sentence * demand->width;
}

pv_demand *pv_demand_new(pv_matcher *matcher, pv_arena *arena, const pv_text *text,
                         pv_annotations annotations, pv_phase phase, pv_diagnostics *diagnostics) {
  pv_demand *demand = PV_NEW(arena, pv_demand);
  demand->job = pv_job_make(matcher, arena, text, annotations, phase, diagnostics);
  demand->arena = arena;
  demand->width = demand->job.candidates->set_words;
  demand->left = PV_NEW_ARRAY(arena, uint64_t, text->sentences.count * demand->width);
  for (uint32_t i = 0; demand->width && i < text->sentences.count; i++)
    (void)pv_job_choose(&demand->job, i, left_in(demand, i));
  return demand;
}

uint64_t *pv_demand_set(const pv_demand *demand) {
  return PV_NEW_ARRAY(demand->arena, uint64_t, demand->width);
}

void pv_demand_set_add(const pv_demand *demand, uint64_t *set, const pv_rule *rule) {
  const pv_candidates *candidates = demand->job.candidates;
  uint32_t number = (uint32_t)(rule - demand->job.matcher->grammar->rules);
  size_t low = 0, high = candidates->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (candidates->items[middle].rule < number)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < candidates->count && candidates->items[low].rule == number; low++)
    set[low / 64] |= UINT64_C(1) << (low % 64);
}

// A set, in those of its words of 64 that are not empty.
typedef struct {
  const uint64_t *set; // NULL: all
  size_t from;
  size_t to;
} wanted;

static wanted trim(const pv_demand *demand, const uint64_t *set) {
  wanted w = {set, 0, demand->width};
  while (set && w.from < w.to && !set[w.from]) w.from++;
  while (set && w.from < w.to && !set[w.to - 1]) w.to--;
  return w;
}

static uint64_t left_of(wanted w, const uint64_t *left, size_t k) {
  return w.set ? left[k] & w.set[k] : left[k];
}

// Takes the wanted ones out of those that are left in the sentence, and chooses them.
static bool take(pv_demand *demand, wanted w, uint32_t sentence) {
  uint64_t *left = left_in(demand, sentence), *chosen = demand->job.matcher->chosen, any = 0;
  for (size_t k = w.from; k < w.to; k++) any |= left_of(w, left, k);
  if (!any) return false;
  memset(chosen, 0, demand->width * sizeof *chosen);
  for (size_t k = w.from; k < w.to; k++) {
    chosen[k] = left_of(w, left, k);
    left[k] &= ~chosen[k];
  }
  return true;
}

pv_matches pv_demand_run(pv_demand *demand, const uint64_t *set, uint32_t first, uint32_t end) {
  pv_job *job = &demand->job;
  wanted w = trim(demand, set);
  job->matches.items = NULL; // those of the last call are kept by whoever has them
  job->matches.count = job->matches.capacity = job->hits.count = 0;
  for (uint32_t i = first; i < end; i++)
    if (take(demand, w, i) && !pv_job_is_spent(job)) pv_job_match(job, i);
  return (pv_matches){job->matches.items, job->matches.count};
}

pv_matches pv_demand_all(pv_demand *demand) {
  pv_job *job = &demand->job;
  (void)pv_demand_run(demand, NULL, 0, (uint32_t)job->matcher->text->sentences.count);
  if (job->matches.count > 1)
    qsort(job->matches.items, job->matches.count, sizeof *job->matches.items, pv_match_compare);
  return (pv_matches){job->matches.items, job->matches.count};
}
