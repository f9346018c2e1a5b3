// calibration.h - how often sentences of a score are labelled: a rising table.
#ifndef FIT_CALIBRATION_H
#define FIT_CALIBRATION_H

#include "base/vector.h"
#include "grammar/weights.h"

typedef struct {
  int32_t score;
  bool right;
} outcome;

typedef PV_VECTOR(pv_confidence_step) step_list;

// Sorts `outcomes`.
step_list calibrate(pv_arena *arena, outcome *outcomes, size_t count);

#endif
