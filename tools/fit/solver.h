// solver.h - logistic regression with an L2 penalty, by coordinate ascent on its dual. One thread,
// a fixed order: the same numbers every time.
#ifndef FIT_SOLVER_H
#define FIT_SOLVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint32_t *features;
  size_t count;
  bool positive;
  double weight; // how much it counts
} example;

// `values` are those of the features where they stand (a smaller one is held back more), with one
// more behind the last, that of the bias. The weights go to `w`, which is as long.
void solver_fit(const example *examples, size_t count, const double *values, size_t feature_count,
                double cost, double *w);

#endif
