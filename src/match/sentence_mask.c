#include "match/sentence_mask.h"

pv_sentence_masks pv_sentence_masks_make(const pv_candidates *candidates, const pv_text *text,
                                         pv_annotations annotations) {
  return (pv_sentence_masks){
      .candidates = candidates, .text = text, .annotations = annotations, .stem = PV_NO_SENTENCE};
}

// The first annotation from `token` on. Sentences come in the order of the text, so it is not far
// from that of the one before.
static size_t first_annotation(pv_sentence_masks *masks, uint32_t token) {
  pv_annotations all = masks->annotations;
  size_t at = masks->next_annotation;
  if (at > 0 && all.items[at - 1].first >= token) at = pv_annotations_from(all, token);
  while (at < all.count && all.items[at].first < token) at++;
  return masks->next_annotation = at;
}

static void read_stem(pv_sentence_masks *masks, const pv_part *parts, size_t count) {
  for (size_t k = 0; k < masks->candidates->width; k++) masks->stem_mask[k] = 0;
  for (size_t i = 0; i < count; i++)
    pv_candidates_collect(masks->candidates, masks->text, masks->annotations,
                          pv_annotations_from(masks->annotations, parts[i].first), parts[i],
                          masks->stem_mask);
}

void pv_sentence_mask_read(pv_sentence_masks *masks, uint32_t sentence, const pv_part *parts,
                           size_t count, uint64_t *mask) {
  uint32_t stem = masks->text->sentences.items[sentence].stem;
  if (count > 1 && stem != masks->stem) {
    masks->stem = stem;
    read_stem(masks, parts, count - 1);
  }
  for (size_t k = 0; k < masks->candidates->width; k++)
    mask[k] = masks->candidates->always[k] | (count > 1 ? masks->stem_mask[k] : 0);
  pv_candidates_collect(masks->candidates, masks->text, masks->annotations,
                        first_annotation(masks, parts[count - 1].first), parts[count - 1], mask);
}
