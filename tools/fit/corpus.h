// corpus.h - labelled contracts as weights are fitted on them: sentences, their cues, their labels.
//
//   in:  a list: lines "file FOLD PATH", each followed by "label FRAME START END" lines, tabs
//   between out: for each sentence the numbers of its features, and what it is for each weighing
#ifndef FIT_CORPUS_H
#define FIT_CORPUS_H

#include "base/vector.h"
#include "evidence/cue.h"

enum { MAX_FOLDS = 8 };

// What a sentence is for a weighing.
typedef enum {
  LABEL_NONE,
  LABEL_MATCH,  // it is a labelled span, as the scorer counts it
  LABEL_PART,   // most of it stands in a longer label
  LABEL_WIDER,  // it has a shorter label in it
  LABEL_BORDER, // it shares some words with a label: nothing is learned from it
} label_kind;

typedef struct {
  uint32_t fold;
  uint32_t document;
  size_t first; // in `numbers`
  size_t count;
  uint32_t fired;   // bits by number of the weighing: a rule of its frame fires
  uint32_t covered; // and the strongest one is of a kind that it weighs
} sample;

typedef struct {
  pv_cue cue;
  uint32_t documents[MAX_FOLDS]; // that have it, by fold
} feature;

typedef struct {
  pv_arena *arena;
  pv_grammar *grammar;
  PV_VECTOR(sample) samples;
  uint32_t *numbers; // features of the samples, ascending for each
  feature *features;
  size_t feature_count;
  uint8_t *labels[PV_MAX_WEIGHINGS]; // label_kind by sample
  uint32_t fold_count;
} corpus;

// Reads all contracts; says on standard error what is wrong and returns false.
bool corpus_read(corpus *c, const char *grammar, const char *list);

#endif
