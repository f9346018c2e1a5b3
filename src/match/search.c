#include "match/search.h"

static pv_machine_run run_of(const pv_search *search, const pv_alternative *alternative,
                             bool exists) {
  return (pv_machine_run){.program = alternative->program,
                          .start = alternative->start,
                          .scope = search->scope,
                          .low = search->low,
                          .high = search->high,
                          .from = search->from,
                          .least_end = search->least_end,
                          .exists = exists};
}

// The leftmost hit of one alternative. A hit that was found from further left is still the leftmost
// one as long as the search has not gone past its start.
static bool find(pv_search *search, pv_alternative *alternative) {
  if (alternative->is_done) return false;
  if (alternative->is_known && alternative->hit.start >= search->from) return true;
  pv_machine_run run = run_of(search, alternative, false);
  alternative->is_known = pv_machine_find(search->machine, &run, &alternative->hit);
  alternative->is_done = !alternative->is_known;
  return alternative->is_known;
}

bool pv_search_next(pv_search *search, pv_hit *hit, uint32_t *index) {
  const pv_alternative *best = NULL;
  for (size_t i = 0; i < search->count; i++) {
    pv_alternative *one = &search->alternatives[i];
    if (find(search, one) && (!best || one->hit.start < best->hit.start)) best = one;
  }
  if (!best || pv_machine_is_over(search->machine)) return false;
  *hit = best->hit;
  *index = best->index;
  search->from = hit->end > hit->start ? hit->end : hit->end + 1;
  return true;
}

bool pv_search_exists(pv_search *search) {
  for (size_t i = 0; i < search->count; i++) {
    pv_machine_run run = run_of(search, &search->alternatives[i], true);
    pv_hit hit;
    if (pv_machine_find(search->machine, &run, &hit)) return !pv_machine_is_over(search->machine);
  }
  return false;
}
