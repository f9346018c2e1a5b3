// Isotonic regression: neighbours that do not rise are pooled; then pools that are too small.
#include "calibration.h"

#include <stdlib.h>

enum { LEAST_POOL = 30, LEAST_RIGHT = 5 };

typedef struct {
  double score; // sum
  double right;
  double count;
} pool;

static int by_score(const void *left, const void *right) {
  const outcome *a = left, *b = right;
  if (a->score != b->score) return a->score < b->score ? -1 : 1;
  return a->right - b->right;
}

static void merge(pool *into, const pool *from) {
  into->score += from->score;
  into->right += from->right;
  into->count += from->count;
}

static double share(const pool *p) { return p->right / p->count; }

// The pools of equal scores, pooled further until they rise.
static size_t pool_all(const outcome *outcomes, size_t count, pool *pools) {
  size_t n = 0;
  for (size_t i = 0; i < count;) {
    pool p = {0};
    int32_t score = outcomes[i].score;
    for (; i < count && outcomes[i].score == score; i++)
      merge(&p, &(pool){outcomes[i].score, outcomes[i].right, 1});
    pools[n++] = p;
    while (n > 1 && share(&pools[n - 2]) >= share(&pools[n - 1])) {
      merge(&pools[n - 2], &pools[n - 1]);
      n--;
    }
  }
  return n;
}

static bool is_small(const pool *p) { return p->count < LEAST_POOL || p->right < LEAST_RIGHT; }

// Pools that are too small join the one above them, the last one the one below.
static size_t join_small(pool *pools, size_t count) {
  size_t n = 0;
  for (size_t i = 0; i < count; i++) {
    if (n > 0 && is_small(&pools[n - 1]))
      merge(&pools[n - 1], &pools[i]);
    else
      pools[n++] = pools[i];
  }
  if (n > 1 && is_small(&pools[n - 1])) {
    merge(&pools[n - 2], &pools[n - 1]);
    n--;
  }
  return n;
}

static int32_t rounded(double x) { return (int32_t)(x < 0 ? x - 0.5 : x + 0.5); }

static void add_step(pv_arena *arena, step_list *steps, int32_t score, double rate) {
  int32_t percent = rounded(rate * 100);
  if (percent > 99) percent = 99;
  if (steps->count) {
    const pv_confidence_step *last = &steps->items[steps->count - 1];
    if (score <= last->score) score = last->score + 1;
    if (percent < last->percent) percent = last->percent;
  }
  PV_PUSH(arena, steps, ((pv_confidence_step){score, percent}));
}

step_list calibrate(pv_arena *arena, outcome *outcomes, size_t count) {
  step_list steps = {0};
  pool *pools = malloc((count + 1) * sizeof *pools);
  if (!pools) abort();
  qsort(outcomes, count, sizeof *outcomes, by_score);
  size_t n = join_small(pools, pool_all(outcomes, count, pools));
  add_step(arena, &steps, n ? outcomes[0].score - 40 : 0, 0);
  for (size_t i = 0; i < n; i++)
    add_step(arena, &steps, rounded(pools[i].score / pools[i].count), share(&pools[i]));
  if (n) {
    const pool *last = &pools[n - 1];
    double rate = (last->right + 1) / (last->count + 1); // what lies above its middle is better
    add_step(arena, &steps, outcomes[count - 1].score + 1, (share(last) + rate) / 2);
  }
  if (steps.count < 2) add_step(arena, &steps, 1, 0);
  free(pools);
  return steps;
}
