// evidence.h - how sure a clause is: the points of the cues in its sentence, and sentences in which
// they make a clause where no rule does.
//
//   in:  the matches of the clause phase, and the weights of the grammar
//   out: scores for each sentence, and those matches with one for each clause that no rule finds
//
// A sentence is weighed where a rule fires in it, or where it has a word that the weights are
// seeded with; all others cost a look at each word.
#ifndef PV_EVIDENCE_EVIDENCE_H
#define PV_EVIDENCE_EVIDENCE_H

#include "evidence/cue.h"

typedef struct {
  uint32_t sentence;
  const int32_t *scores; // by number of the weighing
} pv_weighed;

typedef struct {
  const pv_grammar *grammar;
  pv_cue_source source;
  const pv_weighed *items; // by sentence: those that were weighed
  size_t count;
  pv_match *matches;  // of the rules, and behind them those of clauses that no rule finds: the rule
  size_t match_count; // of such a one is that of the weighing
  uint32_t *last_seen; // by row, for those who list cues
  uint32_t listed;
} pv_evidences;

// What matches of other rules add to the points of a clause at most, where nothing is weighed.
enum { PV_MOST_SUPPORT = 12 };

// Weighs all sentences. Clauses that no rule finds are left out below `least_percent`.
pv_evidences pv_evidences_weigh(pv_arena *arena, const pv_grammar *grammar, const pv_text *text,
                                pv_annotations annotations, pv_matches clause_matches,
                                int32_t least_percent);

// The score of a sentence that was weighed; false where it was not.
bool pv_evidences_score(const pv_evidences *evidences, uint32_t sentence,
                        const pv_weighing *weighing, int32_t *score);

// A cue of a sentence that gives points.
typedef struct {
  pv_cue cue;
  int32_t points;
  uint32_t first; // tokens it stands on first; none: it is of the whole sentence
  uint32_t end;
} pv_cue_points;

typedef PV_VECTOR(pv_cue_points) pv_cue_list;

// The cues of a sentence that give points, those with the most first.
pv_cue_list pv_evidences_cues(pv_arena *arena, pv_evidences *evidences, uint32_t sentence,
                              const pv_weighing *weighing);

// The matches of the clauses that may reach `least_percent`, by sentence.
typedef PV_VECTOR(pv_match *) pv_match_list;
pv_match_list pv_evidences_wanted(pv_arena *arena, const pv_evidences *evidences,
                                  int32_t least_percent);

#endif
