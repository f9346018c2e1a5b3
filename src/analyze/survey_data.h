// survey_data.h - what a survey counts.
#ifndef PV_ANALYZE_SURVEY_DATA_H
#define PV_ANALYZE_SURVEY_DATA_H

#include "analyze/survey.h"
#include "analyze/trial.h"

// A rule without one of its conditions.
typedef struct {
  size_t rule;
  size_t condition;
  uint32_t hits;
} pv_survey_copy;

// Of the hits of one rule, how many another of the same frame has just so, and how many lie over
// one of it.
typedef struct {
  uint32_t same;
  uint32_t near;
  const pv_match *last; // that was counted in `near`
} pv_survey_pair;

struct pv_survey {
  pv_arena *arena;
  pv_arena *scratch; // of a document
  const pv_grammar *grammar;
  const pv_rule *rules; // those of the clause phase
  size_t count;
  PV_VECTOR(pv_rule) tried; // they, then the copies
  PV_VECTOR(pv_survey_copy) copies;
  pv_trial trial;
  size_t documents;
  uint32_t *hits;        // by rule, like what follows
  uint64_t *digests;     // of the places of hits, in their order
  uint64_t *filled;      // slots, a bit each
  pv_survey_pair *pairs; // by rule and other rule
};

#endif
