// mark.c - the hits of the style rules, by the kind of their rule: what the checks ask for.
#include "ambiguity/mark.h"

#include "base/str.h"
#include "base/vector.h"

typedef struct {
  pv_str kind;
  PV_VECTOR(const pv_match *) hits;
} group;

struct pv_mark_index {
  PV_VECTOR(group) groups;
};

static uint32_t group_of(pv_arena *arena, pv_mark_index *index, pv_str kind) {
  for (uint32_t i = 0; i < index->groups.count; i++)
    if (pv_str_equal(index->groups.items[i].kind, kind)) return i;
  PV_PUSH(arena, &index->groups, ((group){.kind = kind}));
  return (uint32_t)index->groups.count - 1;
}

const pv_mark_index *pv_mark_index_make(pv_arena *arena, const pv_grammar *grammar,
                                        pv_matches matches) {
  pv_mark_index *index = PV_NEW(arena, pv_mark_index);
  uint32_t *groups = PV_NEW_ARRAY(arena, uint32_t, grammar->rule_count); // plus one
  for (size_t i = 0; i < matches.count; i++) {
    const pv_match *match = &matches.items[i];
    if (match->from_stem) continue; // the stem has it itself
    uint32_t *known = &groups[match->rule - grammar->rules];
    if (!*known) *known = group_of(arena, index, match->rule->kind) + 1;
    PV_PUSH(arena, &index->groups.items[*known - 1].hits, match);
  }
  return index;
}

pv_marks pv_mark_index_find(const pv_mark_index *index, pv_str kind) {
  for (size_t i = 0; i < index->groups.count; i++)
    if (pv_str_equal(index->groups.items[i].kind, kind))
      return (pv_marks){index->groups.items[i].hits.items, index->groups.items[i].hits.count};
  return (pv_marks){NULL, 0};
}
