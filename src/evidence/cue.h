// cue.h - the cues of a sentence.
//
//   in:  the text, its annotations, and the matches of the clause phase
//   out: pv_cue_hit items: which cues a sentence has, and the tokens that they stand on
//
// The same code tells the cues when weights are fitted and when they are used, so the two cannot
// differ.
#ifndef PV_EVIDENCE_CUE_H
#define PV_EVIDENCE_CUE_H

#include "grammar/weights.h"
#include "match/match.h"

// What cues are told from. Matches by sentence: those of sentence i are `sorted[starts[i]]` up to
// `sorted[starts[i + 1]]`.
typedef struct {
  const pv_grammar *grammar;
  const pv_text *text;
  pv_annotations annotations;
  const pv_match **sorted;
  const uint32_t *starts;
} pv_cue_source;

pv_cue_source pv_cue_source_make(pv_arena *arena, const pv_grammar *grammar, const pv_text *text,
                                 pv_annotations annotations, pv_matches clause_matches);

// Is told each cue with its tokens, which are none for a cue of the whole sentence. A cue that
// stands there twice is told twice.
typedef void pv_cue_take(void *context, pv_cue cue, uint32_t first, uint32_t end);
void pv_cues_tell(const pv_cue_source *source, uint32_t sentence, pv_cue_take *take, void *context);

#endif
