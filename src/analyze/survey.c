// The clause rules are run once, with a copy of each rule for each of its conditions, which it goes
// without: a condition that changes nothing has a copy that finds as much as the rule.
#include "analyze/survey.h"

#include "analyze/example.h"
#include "analyze/survey_data.h"
#include "base/error.h"
#include "base/str.h"

static void add_copies(pv_survey *s, size_t index) {
  const pv_rule *rule = &s->rules[index];
  for (size_t i = 0; i < rule->condition_count; i++) {
    pv_rule copy = *rule;
    pv_condition *rest = PV_NEW_ARRAY(s->arena, pv_condition, rule->condition_count);
    for (size_t k = 0, n = 0; k < rule->condition_count; k++)
      if (k != i) rest[n++] = rule->conditions[k];
    copy.conditions = rest;
    copy.condition_count--;
    PV_PUSH(s->arena, &s->copies, ((pv_survey_copy){index, i, 0}));
    PV_PUSH(s->arena, &s->tried, copy);
  }
}

pv_survey *pv_survey_new(pv_arena *arena, const pv_grammar *grammar) {
  pv_survey *s = PV_NEW(arena, pv_survey);
  size_t first = grammar->phase_start[PV_PHASE_CLAUSE];
  *s = (pv_survey){.arena = arena,
                   .grammar = grammar,
                   .rules = grammar->rules + first,
                   .count = grammar->phase_start[PV_PHASE_CLAUSE + 1] - first};
  for (size_t i = 0; i < s->count; i++) PV_PUSH(arena, &s->tried, s->rules[i]);
  for (size_t i = 0; i < s->count; i++) add_copies(s, i);
  s->hits = PV_NEW_ARRAY(arena, uint32_t, s->count);
  s->digests = PV_NEW_ARRAY(arena, uint64_t, s->count);
  s->filled = PV_NEW_ARRAY(arena, uint64_t, s->count);
  s->pairs = PV_NEW_ARRAY(arena, pv_survey_pair, s->count * s->count);
  s->scratch = pv_arena_new(0);
  if (s->count && s->scratch &&
      !pv_trial_init(&s->trial, arena, grammar, s->tried.items, s->tried.count)) {
    pv_arena_free(s->scratch);
    s->scratch = NULL;
  }
  return s->scratch ? s : NULL;
}

void pv_survey_free(pv_survey *s) {
  if (!s) return;
  pv_trial_reset(&s->trial);
  pv_arena_free(s->scratch);
}

// Spans count, so that the hits of two grammars can be compared.
static void digest(pv_survey *s, const pv_text *text, const pv_match *match, size_t index) {
  pv_span at = pv_text_span(text, match->first, match->end);
  uint64_t hash = s->digests[index] ^ ((uint64_t)at.start << 32 | at.end);
  hash *= UINT64_C(0x9E3779B97F4A7C15);
  s->digests[index] = hash ^ hash >> 29;
}

static void count_pairs(pv_survey *s, const pv_matches *matches, size_t at) {
  const pv_match *a = &matches->items[at];
  size_t x = (size_t)(a->rule - s->trial.rules);
  for (size_t i = at + 1; i < matches->count && matches->items[i].first < a->end; i++) {
    const pv_match *b = &matches->items[i];
    size_t y = (size_t)(b->rule - s->trial.rules);
    if (y >= s->count || x == y || a->rule->frame != b->rule->frame) continue;
    pv_survey_pair *xy = &s->pairs[x * s->count + y], *yx = &s->pairs[y * s->count + x];
    if (a->first == b->first && a->end == b->end) xy->same++, yx->same++;
    if (xy->last != a) xy->near++;
    if (yx->last != b) yx->near++;
    xy->last = a;
    yx->last = b;
  }
}

static void count_matches(pv_survey *s, const pv_findings *findings) {
  const pv_matches *matches = &findings->clause_matches;
  for (size_t i = 0; i < matches->count; i++) {
    const pv_match *match = &matches->items[i];
    size_t index = (size_t)(match->rule - s->trial.rules);
    if (index >= s->count) {
      s->copies.items[index - s->count].hits++;
      continue;
    }
    s->hits[index]++;
    digest(s, findings->text, match, index);
    for (size_t k = 0; k < match->filler_count; k++)
      if (match->fillers[k].slot < 64) s->filled[index] |= UINT64_C(1) << match->fillers[k].slot;
    count_pairs(s, matches, i);
  }
}

static bool survey(pv_survey *s, const pv_document *document, pv_error *err) {
  jmp_buf out;
  if (setjmp(out)) {
    pv_arena_guard(s->scratch, NULL);
    return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
  }
  pv_arena_reset(s->scratch);
  pv_arena_guard(s->scratch, &out);
  pv_findings findings = pv_trial_run(&s->trial, s->scratch, pv_document_text(document));
  count_matches(s, &findings);
  for (size_t i = 0; i < s->count * s->count; i++) s->pairs[i].last = NULL;
  pv_arena_guard(s->scratch, NULL);
  s->documents++;
  return true;
}

bool pv_survey_add(pv_survey *s, const char *path, pv_error *err) {
  if (!s->count) return true;
  pv_document *document = pv_document_read(path, NULL, err);
  if (!document) return false;
  bool done = survey(s, document, err);
  pv_document_free(document);
  return done;
}

static void warn(pv_warnings *warnings, const pv_rule *rule, const char *id, uint32_t line,
                 pv_str message) {
  if (pv_lint_is_meant(rule, id)) return;
  pv_warn(warnings, id, rule->file, line, "rule " PV_STR_FMT " " PV_STR_FMT, PV_STR_ARG(rule->id),
          PV_STR_ARG(message));
}

enum { ENOUGH = 5, MOST_PERCENT = 80 }; // hits, before shares mean something

static void warn_of_pairs(const pv_survey *s, size_t index, pv_warnings *warnings) {
  const pv_rule *rule = &s->rules[index];
  uint32_t hits = s->hits[index];
  for (size_t k = 0; k < s->count && hits >= ENOUGH; k++) {
    const pv_rule *other = &s->rules[k];
    const pv_survey_pair *pair = &s->pairs[index * s->count + k];
    bool wins = other->priority > rule->priority ||
                (other->priority == rule->priority && other->score > rule->score);
    if (wins && pair->near == hits && pair->same == hits)
      warn(warnings, rule, "L02", rule->line,
           pv_str_printf(s->arena, "finds nothing that " PV_STR_FMT " does not find first",
                         PV_STR_ARG(other->id)));
    else if (k > index && pair->same * 100 > hits * MOST_PERCENT &&
             pair->same * 100 > s->hits[k] * MOST_PERCENT)
      warn(warnings, rule, "L03", rule->line,
           pv_str_printf(s->arena, "has %u of its %u hits in common with " PV_STR_FMT, pair->same,
                         hits, PV_STR_ARG(other->id)));
  }
}

static void warn_of_slots(const pv_survey *s, size_t index, pv_warnings *warnings) {
  const pv_rule *rule = &s->rules[index];
  uint64_t told = s->filled[index];
  for (size_t i = 0; i < rule->own_slot_count && s->hits[index] >= ENOUGH; i++) {
    uint32_t slot = rule->slots[i].slot;
    if (slot >= 64 || told >> slot & 1) continue;
    told |= UINT64_C(1) << slot;
    warn(warnings, rule, "L04", rule->slots[i].programs->line,
         pv_str_printf(s->arena, "never fills its slot \"" PV_STR_FMT "\" in %u hits",
                       PV_STR_ARG(rule->frame->slots[slot].name), s->hits[index]));
  }
}

static void warn_of_conditions(const pv_survey *s, size_t index, pv_warnings *warnings) {
  const pv_rule *rule = &s->rules[index];
  for (size_t i = 0; i < s->copies.count && s->hits[index] >= ENOUGH; i++) {
    const pv_survey_copy *copy = &s->copies.items[i];
    if (copy->rule != index || copy->hits > s->hits[index]) continue;
    const pv_condition *condition = &rule->conditions[copy->condition];
    warn(warnings, rule, "L04", condition->programs->line,
         pv_str_printf(s->arena, "has %s that takes none of its %u hits away",
                       condition->negative ? "an unless" : "a require", s->hits[index]));
  }
}

void pv_survey_warn(const pv_survey *s, pv_warnings *warnings) {
  for (size_t i = 0; i < s->count && s->documents; i++) {
    if (!s->hits[i])
      warn(warnings, &s->rules[i], "L01", s->rules[i].line,
           pv_str_printf(s->arena, "finds nothing in %zu documents", s->documents));
    warn_of_pairs(s, i, warnings);
    warn_of_conditions(s, i, warnings);
    warn_of_slots(s, i, warnings);
  }
}
