// group.h - which matches are one clause.
//
//   in:  the matches of the clause phase
//   out: groups of them, by sentence, then by frame, then by place; those of frames that are
//        absorbed behind the others of the sentence
//
// Of a frame with the policy `one` all matches of a sentence are a group; with `all` those that
// share words; with `absorb` those that stand in matches of the same group of another frame.
#ifndef PV_CLAUSE_GROUP_H
#define PV_CLAUSE_GROUP_H

#include "match/match.h"
#include "report/report.h"

typedef struct pv_match_group pv_match_group;
struct pv_match_group {
  const pv_match **items; // strongest first
  size_t count;
  pv_match_group *parent; // the group of the other frame in whose matches it stands, or NULL
  pv_clause *clause;      // what is made of it, or NULL
};

typedef struct {
  pv_match_group *items;
  size_t count;
} pv_match_groups;

// Matches of frames that are no clause are left out.
pv_match_groups pv_match_groups_make(pv_arena *arena, pv_matches matches);

#endif
