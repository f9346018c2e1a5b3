// model.h - the weights of one weighing: learned on the contracts that are not left out.
#ifndef FIT_MODEL_H
#define FIT_MODEL_H

#include "corpus.h"

// What is learned from, for ablations.
typedef enum {
  WITH_RULES = 1 << 0,    // rule, before, after
  WITH_STRENGTH = 1 << 1, // the points of rules
  WITH_WORDS = 1 << 2,    // word, pair, skip, heading, type, shape
} model_parts;

typedef struct {
  uint32_t parts;
  double cost;
  double wordless; // how much a sentence counts once more, as its rules alone
  size_t most;     // cues
} model_options;

typedef struct {
  uint32_t feature;
  int32_t points;
} model_cue;

typedef struct {
  int32_t bias;
  model_cue *cues;
  size_t count;
  int8_t *points;  // by feature
  uint32_t *seeds; // features of words
  size_t seed_count;
  bool *is_seed; // by feature
  const pv_confidence_step *steps;
  size_t step_count;
} model;

// Learns from the samples of the folds that are not in `left_out` (bits).
void model_fit(const corpus *c, const model_options *options, uint32_t weighing, uint32_t left_out,
               model *m);
void model_free(model *m);

int32_t model_score(const corpus *c, const model *m, const sample *s);

// Would the program weigh the sentence as a clause of this weighing?
bool model_looks(const corpus *c, const model *m, uint32_t weighing, const sample *s);

#endif
