// After Yu, Huang and Lin, "Dual coordinate descent methods for logistic regression and maximum
// entropy models", Machine Learning 85 (2011).
#include "solver.h"

#include <math.h>
#include <stdlib.h>

enum { MAX_ROUNDS = 30, MAX_NEWTON = 50 };

typedef struct {
  const example *e;
  double most; // of the two dual variables of the example, whose sum it is
  double dual[2];
  double square; // of its length
} point;

static double product(const example *e, const double *values, size_t features, const double *w) {
  double sum = w[features] * values[features];
  for (size_t i = 0; i < e->count; i++) sum += w[e->features[i]] * values[e->features[i]];
  return sum;
}

static void add(const example *e, const double *values, size_t features, double step, double *w) {
  w[features] += step * values[features];
  for (size_t i = 0; i < e->count; i++) w[e->features[i]] += step * values[e->features[i]];
}

static uint64_t next_random(uint64_t *state) {
  *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return *state >> 33;
}

// One step of the example; returns how far it was from the best.
static double step(point *p, const double *values, size_t features, double *w, double inner) {
  double y = p->e->positive ? 1 : -1;
  double slope = y * product(p->e, values, features, w), curve = p->square, sign = 1;
  int one = 0, two = 1;
  if (0.5 * curve * (p->dual[1] - p->dual[0]) + slope < 0) one = 1, two = 0, sign = -1;
  double old = p->dual[one], z = old;
  if (p->most - z < 0.5 * p->most) z *= 0.1;
  double gradient = curve * (z - old) + sign * slope + log(z / (p->most - z));
  double first = fabs(gradient);
  for (int i = 0; i < MAX_NEWTON && fabs(gradient) >= inner; i++) {
    double second = curve + p->most / (p->most - z) / z, next = z - gradient / second;
    z = next <= 0 ? 0.1 * z : next;
    gradient = curve * (z - old) + sign * slope + log(z / (p->most - z));
  }
  p->dual[one] = z;
  p->dual[two] = p->most - z;
  add(p->e, values, features, sign * (z - old) * y, w);
  return first;
}

void solver_fit(const example *examples, size_t count, const double *values, size_t feature_count,
                double cost, double *w) {
  point *points = malloc(count * sizeof *points);
  size_t *order = malloc(count * sizeof *order);
  if (!points || !order) abort();
  for (size_t i = 0; i <= feature_count; i++) w[i] = 0;
  for (size_t i = 0; i < count; i++) {
    point *p = &points[i];
    *p = (point){.e = &examples[i], .most = cost * examples[i].weight};
    p->dual[0] = 0.001 * p->most < 1e-8 ? 0.001 * p->most : 1e-8;
    p->dual[1] = p->most - p->dual[0];
    p->square = values[feature_count] * values[feature_count];
    for (size_t k = 0; k < p->e->count; k++)
      p->square += values[p->e->features[k]] * values[p->e->features[k]];
    add(p->e, values, feature_count, p->dual[0] * (p->e->positive ? 1 : -1), w);
    order[i] = i;
  }
  uint64_t state = 1;
  double inner = 1e-2;
  for (int round = 0; round < MAX_ROUNDS; round++) {
    double worst = 0;
    for (size_t i = count; i > 1; i--) {
      size_t k = (size_t)(next_random(&state) % i), held = order[i - 1];
      order[i - 1] = order[k];
      order[k] = held;
    }
    for (size_t i = 0; i < count; i++) {
      double gap = step(&points[order[i]], values, feature_count, w, inner);
      if (gap > worst) worst = gap;
    }
    if (worst < 0.05) break;
    if (inner > 1e-6) inner *= 0.5;
  }
  free(points);
  free(order);
}
