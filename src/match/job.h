// job.h - the rules of one phase on one text, sentence by sentence.
#ifndef PV_MATCH_JOB_H
#define PV_MATCH_JOB_H

#include "match/matcher.h"
#include "match/sentence_mask.h"

typedef struct {
  pv_matcher *matcher; // at work for this job alone
  const pv_candidates *candidates;
  pv_diagnostics *diagnostics; // or NULL
  uint64_t last_step;          // of the budget of the text
  PV_VECTOR(pv_match) matches; // in the order in which they were found
  PV_VECTOR(pv_hit) hits;      // of the matches, in positions of their sentences
  pv_sentence_masks masks;
} pv_job;

pv_job pv_job_make(pv_matcher *matcher, pv_arena *arena, const pv_text *text,
                   pv_annotations annotations, pv_phase phase, pv_diagnostics *diagnostics);

// Writes the set of the candidates that may match in the sentence; false if there are none. The
// sentences come in the order of the text.
bool pv_job_choose(pv_job *job, uint32_t sentence, uint64_t *set);

// Adds the matches of the candidates that the matcher has chosen in this sentence.
void pv_job_match(pv_job *job, uint32_t sentence);

// Are the steps for the whole text used up?
bool pv_job_is_spent(const pv_job *job);

// By place, the longest first, then by rule: the order of matches.
int pv_match_compare(const void *left, const void *right);

#endif
