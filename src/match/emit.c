// What earlier stages found, as annotations for the rules of later phases.
#include "match/match.h"

pv_annotations pv_annotations_of_values(pv_arena *arena, pv_values values) {
  pv_annotation *items = PV_NEW_UNSET(arena, pv_annotation, values.count);
  for (size_t i = 0; i < values.count; i++) {
    const pv_value *value = &values.items[i];
    items[i] = (pv_annotation){
        .first = value->first,
        .end = value->end,
        .type = value->kind,
        .value = value,
    };
  }
  return pv_annotations_add(arena, (pv_annotations){0}, items, values.count);
}

pv_annotations pv_annotations_of_matches(pv_arena *arena, pv_annotations annotations,
                                         pv_matches matches) {
  pv_annotation *items = PV_NEW_UNSET(arena, pv_annotation, matches.count);
  size_t count = 0;
  for (size_t i = 0; i < matches.count; i++) {
    const pv_match *match = &matches.items[i];
    if (match->rule->frame) continue; // a frame is for the stages, not for rules
    if (match->from_stem) continue;   // no range of the text: other items may stand in it
    items[count++] = (pv_annotation){
        .first = match->first,
        .end = match->end,
        .type = match->rule->type,
        .rule = match->rule,
    };
  }
  return pv_annotations_add(arena, annotations, items, count);
}
