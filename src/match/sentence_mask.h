// sentence_mask.h - the atoms of one sentence after the other, those of its stem included.
#ifndef PV_MATCH_SENTENCE_MASK_H
#define PV_MATCH_SENTENCE_MASK_H

#include "match/candidate.h"

typedef struct {
  const pv_candidates *candidates;
  const pv_text *text;
  pv_annotations annotations;
  size_t next_annotation; // the first one of the last sentence
  // The mask of the last stem, which is that of several items.
  uint32_t stem;
  uint64_t stem_mask[PV_ATOM_WORDS];
} pv_sentence_masks;

pv_sentence_masks pv_sentence_masks_make(const pv_candidates *candidates, const pv_text *text,
                                         pv_annotations annotations);

// Writes the mask of the sentence that is made of these parts.
void pv_sentence_mask_read(pv_sentence_masks *masks, uint32_t sentence, const pv_part *parts,
                           size_t count, uint64_t *mask);

#endif
