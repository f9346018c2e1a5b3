// profile.h - what the rules of a grammar and the stages cost on documents.
//
//   in:  a grammar, and documents
//   out: counts by rule and by stage, the same at each run, and times, which are not
#ifndef PV_ANALYZE_PROFILE_H
#define PV_ANALYZE_PROFILE_H

#include <proviso/document.h>

#include "analyze/stages.h"
#include "match/trace.h"

typedef struct pv_profile pv_profile;

typedef struct {
  const pv_rule *rule;
  const pv_rule_counts *counts;
  // Sentences in which it hit, but is not what a clause has its kind from: another rule is
  // stronger, or there are too few points.
  uint64_t lost;
} pv_rule_profile;

typedef struct {
  const char *name;
  uint64_t found;
  uint64_t nanoseconds;
} pv_stage_profile;

// The profile is in `arena`. NULL where there is no memory.
pv_profile *pv_profile_new(pv_arena *arena, const pv_grammar *grammar);
void pv_profile_free(pv_profile *profile);

// Takes one document all the way to a report as JSON; false with `err` where that fails.
bool pv_profile_add(pv_profile *profile, const char *path, const pv_read_options *options,
                    pv_error *err);

size_t pv_profile_documents(const pv_profile *profile);
uint64_t pv_profile_bytes(const pv_profile *profile); // of their texts
pv_rule_profile pv_profile_rule(const pv_profile *profile, size_t rule);
pv_stage_profile pv_profile_stage(const pv_profile *profile, pv_stage stage);

#endif
