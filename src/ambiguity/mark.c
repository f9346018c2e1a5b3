#include "ambiguity/mark.h"

#include <string.h>

#include "base/str.h"
#include "base/vector.h"
#include "match/job.h"

typedef struct {
  pv_str kind;
  uint64_t *rules;  // a set of the demand
  uint64_t *values; // those of them that capture a value
  bool is_complete; // its rules were run everywhere
  bool has_values;  // those that capture a value were
  PV_VECTOR(const pv_match *) hits;
} group;

struct pv_mark_index {
  pv_arena *arena;
  const pv_text *text;
  pv_demand *style;
  const pv_rule *first; // of the phase
  uint32_t *groups;     // by rule of the phase
  PV_VECTOR(group) items;
};

static group *group_of(pv_mark_index *index, pv_str kind) {
  for (size_t i = 0; i < index->items.count; i++)
    if (pv_str_equal(index->items.items[i].kind, kind)) return &index->items.items[i];
  return NULL;
}

static bool captures_value(const pv_rule *rule) {
  for (size_t i = 0; i < rule->capture_count; i++)
    if (pv_str_equal(rule->captures[i].name, PV_STR("value"))) return true;
  return false;
}

static void add_rule(pv_mark_index *index, const pv_rule *rule) {
  group *own = group_of(index, rule->kind);
  if (!own) {
    PV_PUSH(index->arena, &index->items,
            ((group){.kind = rule->kind,
                     .rules = pv_demand_set(index->style),
                     .values = pv_demand_set(index->style)}));
    own = &index->items.items[index->items.count - 1];
  }
  index->groups[rule - index->first] = (uint32_t)(own - index->items.items);
  pv_demand_set_add(index->style, own->rules, rule);
  if (captures_value(rule)) pv_demand_set_add(index->style, own->values, rule);
}

// Puts the hit behind those that come before it in the text, which are mostly all.
static void insert(pv_mark_index *index, group *own, const pv_match *match) {
  PV_PUSH(index->arena, &own->hits, match);
  size_t at = own->hits.count - 1;
  for (; at > 0 && pv_match_compare(own->hits.items[at - 1], match) > 0; at--)
    own->hits.items[at] = own->hits.items[at - 1];
  own->hits.items[at] = match;
}

static void keep(pv_mark_index *index, pv_matches found) {
  for (size_t i = 0; i < found.count; i++) {
    const pv_match *match = &found.items[i];
    if (match->from_stem) continue; // the stem has it itself
    insert(index, &index->items.items[index->groups[match->rule - index->first]], match);
  }
}

static void run(pv_mark_index *index, const uint64_t *rules, uint32_t first, uint32_t end) {
  keep(index, pv_demand_run(index->style, rules, first, end));
}

pv_mark_index *pv_mark_index_make(pv_arena *arena, const pv_grammar *grammar, const pv_text *text,
                                  pv_demand *style, pv_matches known) {
  size_t first = grammar->phase_start[PV_PHASE_STYLE],
         end = grammar->phase_start[PV_PHASE_STYLE + 1];
  pv_mark_index *index = PV_NEW(arena, pv_mark_index);
  *index = (pv_mark_index){.arena = arena,
                           .text = text,
                           .style = style,
                           .first = grammar->rules + first,
                           .groups = PV_NEW_ARRAY(arena, uint32_t, end - first)};
  for (size_t i = first; i < end; i++) add_rule(index, &grammar->rules[i]);
  keep(index, known);
  return index;
}

static pv_marks marks_of(const group *own) {
  return own ? (pv_marks){own->hits.items, own->hits.count} : (pv_marks){NULL, 0};
}

pv_marks pv_mark_index_find(pv_mark_index *index, pv_str kind) {
  group *own = group_of(index, kind);
  if (own && !own->is_complete) run(index, own->rules, 0, (uint32_t)index->text->sentences.count);
  if (own) own->is_complete = true;
  return marks_of(own);
}

pv_marks pv_mark_index_known(pv_mark_index *index, pv_str kind) {
  group *own = group_of(index, kind);
  if (own && !own->has_values) run(index, own->values, 0, (uint32_t)index->text->sentences.count);
  if (own) own->has_values = true;
  return marks_of(own);
}

// The first sentence that ends behind byte `offset`.
static uint32_t sentence_behind(const pv_text *text, uint32_t offset) {
  size_t low = 0, high = text->sentences.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const pv_sentence *sentence = &text->sentences.items[middle];
    if (pv_text_span(text, sentence->first, sentence->end).end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return (uint32_t)low;
}

void pv_mark_index_look(pv_mark_index *index, pv_span span) {
  const pv_text *text = index->text;
  uint32_t first = sentence_behind(text, span.start), end = first;
  while (end < text->sentences.count &&
         text->tokens.items[text->sentences.items[end].first].start < span.end)
    end++;
  run(index, NULL, first, end);
}

// The first mark that ends behind `offset`.
static size_t first_behind(const pv_text *text, pv_marks marks, uint32_t offset) {
  size_t low = 0, high = marks.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const pv_match *match = marks.items[middle];
    if (pv_text_span(text, match->first, match->end).end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

pv_marks pv_mark_index_in(pv_mark_index *index, pv_str kind, pv_span span) {
  pv_mark_index_look(index, span);
  pv_marks marks = marks_of(group_of(index, kind));
  size_t first = first_behind(index->text, marks, span.start), end = first;
  while (end < marks.count && index->text->tokens.items[marks.items[end]->first].start < span.end)
    end++;
  return (pv_marks){marks.items + first, end - first};
}
