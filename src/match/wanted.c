// wanted.c - where the cue phase has something to do, and the clause phase after it.
//
// The cue phase emits annotations for the rules of the clause phase. A sentence where none of these
// could match even if all that the cue phase emits were in it needs neither.
#include "match/satellite.h"
#include "match/sentence_mask.h"

enum { STEPS = 100000 }; // for what is required of headings

// The types that a program takes, or looks at. Recursion: lookarounds in one another.
static uint64_t types_of(const pv_grammar *grammar, const pv_program *program) {
  uint64_t types = 0;
  for (uint32_t i = 0; i < program->count; i++) {
    pv_instruction instruction = program->code[i];
    if (instruction.op == PV_OP_ANNOTATION) types |= UINT64_C(1) << instruction.x;
    if (instruction.op == PV_OP_LOOK) types |= types_of(grammar, &grammar->looks[instruction.x]);
  }
  return types;
}

static uint64_t types_of_all(const pv_grammar *grammar, const pv_program *programs, size_t count) {
  uint64_t types = 0;
  for (size_t i = 0; i < count; i++) types |= types_of(grammar, &programs[i]);
  return types;
}

static void note(pv_cue_use *use, pv_where where, bool needs) {
  use->needs_previous |= needs && where == PV_WHERE_PREVIOUS;
  use->needs_next |= needs && where == PV_WHERE_NEXT;
}

// What fills a slot is looked at again when the slot is made: whether it names a party.
static bool may_name_party(const pv_rule *rule, uint32_t slot) {
  pv_slot_type type = rule->frame->slots[slot].type;
  return type != PV_SLOT_ENUM && type != PV_SLOT_PERIOD && type != PV_SLOT_FREQUENCY;
}

static void note_rule(const pv_grammar *grammar, const pv_rule *rule, pv_cue_use *use) {
  for (size_t i = 0; i < rule->condition_count; i++) {
    const pv_condition *c = &rule->conditions[i];
    note(use, c->where, types_of_all(grammar, c->programs, c->program_count) & use->types);
  }
  for (size_t i = 0; i < rule->boost_count; i++) {
    const pv_boost *b = &rule->boosts[i];
    note(use, b->where, types_of_all(grammar, b->programs, b->program_count) & use->types);
  }
  for (size_t i = 0; i < rule->slot_count; i++) {
    const pv_slot_pattern *s = &rule->slots[i];
    note(use, s->where,
         may_name_party(rule, s->slot) ||
             types_of_all(grammar, s->programs, s->program_count) & use->types);
  }
  for (size_t i = 0; i < rule->field_count; i++)
    for (size_t k = 0; k < rule->fields[i].value_count; k++) {
      const pv_field_value *value = &rule->fields[i].values[k];
      note(use, rule->fields[i].where,
           types_of_all(grammar, value->programs, value->program_count) & use->types);
    }
}

static bool reads_any(const pv_grammar *grammar, const pv_rule *rule, uint64_t types) {
  uint64_t read = types_of_all(grammar, rule->matches, rule->match_count);
  for (size_t i = 0; i < rule->condition_count; i++)
    read |= types_of_all(grammar, rule->conditions[i].programs, rule->conditions[i].program_count);
  for (size_t i = 0; i < rule->boost_count; i++)
    read |= types_of_all(grammar, rule->boosts[i].programs, rule->boosts[i].program_count);
  return read & types || rule->slot_count + rule->field_count > 0;
}

pv_cue_use pv_cue_use_find(const pv_grammar *grammar) {
  pv_cue_use use = {0};
  for (size_t r = grammar->phase_start[PV_PHASE_CUE]; r < grammar->phase_start[PV_PHASE_CUE + 1];
       r++)
    if (!grammar->rules[r].frame) use.types |= UINT64_C(1) << grammar->rules[r].type;
  for (size_t r = grammar->phase_start[PV_PHASE_CLAUSE];
       r < grammar->phase_start[PV_PHASE_CLAUSE + 1]; r++)
    note_rule(grammar, &grammar->rules[r], &use);
  for (size_t r = grammar->phase_start[PV_PHASE_STYLE];
       r < grammar->phase_start[PV_PHASE_STYLE + 1]; r++)
    use.needs_all |= reads_any(grammar, &grammar->rules[r], use.types);
  return use;
}

static void add(uint64_t *set, size_t index) { set[index / 64] |= UINT64_C(1) << (index % 64); }

// Could a clause be found in the sentence whose atoms are in `mask`?
static bool is_wanted(pv_matcher *matcher, const uint64_t *mask) {
  const pv_candidates *candidates = matcher->candidates;
  if (!pv_candidates_choose(candidates, mask, matcher->chosen)) return false;
  pv_machine_allow(matcher->machine, STEPS);
  for (size_t i = pv_candidates_next(candidates, matcher->chosen, 0); i < candidates->count;
       i = pv_candidates_next(candidates, matcher->chosen, i + 1))
    if (pv_rule_might_hold(matcher, &matcher->grammar->rules[candidates->items[i].rule]))
      return true;
  return pv_machine_is_over(matcher->machine);
}

static void want(const pv_matcher *matcher, uint32_t index, uint64_t *clauses, uint64_t *cues) {
  const pv_sentence *sentences = matcher->text->sentences.items;
  add(clauses, index);
  add(cues, index);
  if (matcher->cue_use.needs_previous && index > 0) add(cues, index - 1);
  if (matcher->cue_use.needs_next && index + 1 < matcher->text->sentences.count)
    add(cues, index + 1);
  for (uint32_t stem = sentences[index].stem; stem < index; stem = sentences[index].stem)
    add(cues, index = stem);
}

pv_wanted pv_match_wanted(pv_matcher *matcher, pv_arena *arena, const pv_text *text,
                          pv_annotations annotations) {
  size_t words = (text->sentences.count + 63) / 64;
  uint64_t *clauses = PV_NEW_ARRAY(arena, uint64_t, words);
  uint64_t *cues = PV_NEW_ARRAY(arena, uint64_t, words);
  pv_matcher_begin(matcher, arena, text, annotations, PV_PHASE_CLAUSE);
  const pv_candidates *candidates = matcher->candidates;
  pv_sentence_masks masks = pv_sentence_masks_make(candidates, text, annotations);
  for (uint32_t i = 0; candidates->count && i < text->sentences.count; i++) {
    pv_part parts[PV_MAX_PARTS];
    uint32_t stem;
    if (!pv_sentence_matches(&text->sentences.items[i])) continue;
    matcher->sentence = i;
    matcher->round++;
    size_t count = pv_scope_parts(text, i, parts, &stem);
    pv_sentence_mask_read(&masks, i, parts, count, matcher->mask);
    for (uint64_t types = matcher->cue_use.types; types; types &= types - 1)
      for (size_t k = 0; k < candidates->width; k++)
        matcher->mask[k] |= candidates->types[pv_lowest_bit(types) * candidates->width + k];
    if (is_wanted(matcher, matcher->mask)) want(matcher, i, clauses, cues);
  }
  return (pv_wanted){.clauses = clauses, .cues = matcher->cue_use.needs_all ? NULL : cues};
}
