// How a sentence is matched: its atoms say which programs can match at all; those of one rule
// search together; a hit whose conditions hold becomes a match with what its satellites find.
#include <stdlib.h>
#include <string.h>

#include "base/diagnostic.h"
#include "match/job.h"
#include "match/satellite.h"
#include "match/trace_hook.h"

enum {
  STEPS_A_TOKEN = 500,
  LEAST_STEPS = 1000000,        // of a text, however short
  LEAST_SENTENCE_STEPS = 100000 // so that no sentence uses up what is there for all
};

// A copy of what fills the slots of a match, as far as it is found.
static void keep_fillers(const pv_matcher *matcher, pv_match *match) {
  match->filler_count = matcher->fillers.count;
  if (!match->filler_count) return;
  pv_filler *fillers = PV_NEW_ARRAY(matcher->results, pv_filler, match->filler_count);
  memcpy(fillers, matcher->fillers.items, match->filler_count * sizeof *fillers);
  match->fillers = fillers;
}

static void keep(pv_job *j, const pv_rule *rule, pv_hit hit, uint32_t match) {
  pv_matcher *matcher = j->matcher;
  pv_fillers_capture(matcher, rule, hit);
  pv_match made = {.rule = rule,
                   .sentence = matcher->sentence,
                   .first = pv_scope_token(&matcher->scope, hit.start),
                   .end = pv_scope_token(&matcher->scope, hit.end - 1) + 1,
                   .from_stem = hit.start < matcher->scope.stem,
                   .match = match,
                   .points = pv_points_count(matcher, rule, hit)};
  if (pv_machine_is_over(matcher->machine)) return; // half of it may be missing
  keep_fillers(matcher, &made);
  PV_PUSH(matcher->results, &j->matches, made);
  PV_PUSH(matcher->results, &j->hits, hit);
  if (matcher->trace) pv_trace_fire(matcher, &made);
}

static void match_rule(pv_job *j, const pv_rule *rule, pv_search *search) {
  pv_matcher *matcher = j->matcher;
  pv_hit hit;
  uint32_t match;
  pv_machine_forget(matcher->machine);
  if (!pv_rule_may_hold(matcher, rule)) return;
  while (pv_search_next(search, &hit, &match)) {
    if (hit.start == hit.end) continue;
    if (pv_conditions_hold(matcher, rule, hit))
      keep(j, rule, hit, match);
    else if (matcher->trace)
      pv_trace_suppress(matcher, rule, hit, match);
  }
}

static uint64_t sentence_budget(const pv_job *j) {
  if (j->matcher->exact) return UINT64_MAX / 2;
  uint64_t used = pv_machine_steps(j->matcher->machine);
  uint64_t left = j->last_step > used ? j->last_step - used : 0;
  uint64_t share = (uint64_t)j->matcher->scope.count * STEPS_A_TOKEN + LEAST_SENTENCE_STEPS;
  return share < left ? share : left;
}

bool pv_job_is_spent(const pv_job *j) {
  return !j->matcher->exact && pv_machine_steps(j->matcher->machine) >= j->last_step;
}

// Says which rule was under way when the steps were used up, and what is left out from there on.
static void report_limit(const pv_job *j, const pv_rule *rule) {
  const pv_text *text = j->matcher->text;
  pv_sentence sentence = text->sentences.items[j->matcher->sentence];
  bool is_spent = pv_job_is_spent(j);
  uint32_t end = is_spent ? (uint32_t)text->tokens.count : sentence.end;
  if (!j->diagnostics) return;
  pv_diagnose(j->diagnostics, PV_DIAGNOSTIC_STEP_LIMIT, pv_text_span(text, sentence.first, end),
              "rule " PV_STR_FMT " takes too many steps: it and the rules after it are left out %s",
              PV_STR_ARG(rule->id), is_spent ? "from this sentence on" : "in this sentence");
}

static size_t next_chosen(const pv_job *j, size_t from) {
  return pv_candidates_next(j->candidates, j->matcher->chosen, from);
}

// Does the sentence stand further on than where the rule is looked for?
static bool is_past(const pv_job *j, const pv_rule *rule) {
  const pv_matcher *matcher = j->matcher;
  return rule->until && matcher->text->sentences.items[matcher->sentence].first >= rule->until;
}

// Runs the chosen candidates, those of one rule together.
static void run_chosen(pv_job *j) {
  pv_matcher *matcher = j->matcher;
  const pv_candidates *candidates = j->candidates;
  pv_machine_allow(matcher->machine, sentence_budget(j));
  for (size_t i = next_chosen(j, 0); i < candidates->count;) {
    uint32_t rule = candidates->items[i].rule;
    if (is_past(j, &matcher->grammar->rules[rule])) {
      i = next_chosen(j, i + 1);
      continue;
    }
    pv_search search = {.machine = matcher->machine,
                        .scope = &matcher->scope,
                        .high = matcher->scope.count,
                        .least_end = matcher->scope.stem ? matcher->scope.stem + 1 : 0,
                        .alternatives = matcher->rule_alternatives};
    for (; i < candidates->count && candidates->items[i].rule == rule; i = next_chosen(j, i + 1)) {
      const pv_candidate *one = &candidates->items[i];
      search.alternatives[search.count++] =
          (pv_alternative){.program = one->program,
                           .start = matcher->exact ? NULL : one->start,
                           .index = one->match};
    }
    if (matcher->trace) pv_trace_begin(matcher, &matcher->grammar->rules[rule], &search);
    match_rule(j, &matcher->grammar->rules[rule], &search);
    if (matcher->trace) pv_trace_end(matcher, &matcher->grammar->rules[rule]);
    if (!pv_machine_is_over(matcher->machine)) continue;
    report_limit(j, &matcher->grammar->rules[rule]);
    return;
  }
}

// For each frame of the matches from number `first` on, those of one sentence, its most points.
static void find_best(const pv_job *j, size_t first) {
  const pv_matcher *matcher = j->matcher;
  for (int round = 0; round < 2; round++)
    for (size_t i = first; i < j->matches.count; i++) {
      const pv_match *match = &j->matches.items[i];
      if (!match->rule->frame) continue;
      int32_t *best = &matcher->best[match->rule->frame - matcher->grammar->frames];
      if (round == 0 || match->points > *best) *best = round == 0 ? 0 : match->points;
    }
}

// Lets the satellites of a match look around; false where that takes too many steps.
static bool complete_match(pv_job *j, pv_match *match, pv_hit hit) {
  pv_matcher *matcher = j->matcher;
  const pv_rule *rule = match->rule;
  if (rule->slot_count + rule->field_count == 0) return true;
  matcher->fillers.count = 0;
  for (size_t k = 0; k < match->filler_count; k++)
    PV_PUSH(matcher->results, &matcher->fillers, match->fillers[k]);
  pv_machine_forget(matcher->machine);
  bool is_traced = matcher->trace && rule->match_count;
  if (is_traced) pv_trace_resume(matcher);
  pv_fillers_complete(matcher, rule, hit);
  if (is_traced) pv_trace_pause(matcher, rule);
  if (pv_machine_is_over(matcher->machine)) {
    report_limit(j, rule);
    return false;
  }
  keep_fillers(matcher, match);
  return true;
}

// Completes the matches of the sentence, but for frames with too few points.
static void complete(pv_job *j, size_t first) {
  const pv_matcher *matcher = j->matcher;
  find_best(j, first);
  for (size_t i = first; i < j->matches.count; i++) {
    pv_match *match = &j->matches.items[i];
    const pv_frame *frame = match->rule->frame;
    bool is_weak = frame && matcher->best[frame - matcher->grammar->frames] < matcher->least_points;
    if (is_weak && !matcher->exact) continue;
    if (!complete_match(j, match, j->hits.items[i])) return;
  }
}

bool pv_job_choose(pv_job *j, uint32_t index, uint64_t *set) {
  pv_matcher *matcher = j->matcher;
  pv_part parts[PV_MAX_PARTS];
  uint32_t stem;
  if (!pv_sentence_matches(&matcher->text->sentences.items[index])) {
    memset(set, 0, j->candidates->set_words * sizeof *set);
    return false;
  }
  matcher->sentence = index;
  size_t count = pv_scope_parts(matcher->text, index, parts, &stem);
  pv_sentence_mask_read(&j->masks, index, parts, count, matcher->mask);
  bool any = true;
  if (matcher->exact)
    memset(set, 0xFF, j->candidates->set_words * sizeof *set);
  else
    any = pv_candidates_choose(j->candidates, matcher->mask, set);
  if (matcher->trace) any |= pv_trace_choose(matcher);
  return any;
}

// Makes the sentence the scope of the matcher, which forgets what it knows of the last one.
static void enter_sentence(pv_job *j, uint32_t index) {
  pv_matcher *matcher = j->matcher;
  pv_part parts[PV_MAX_PARTS];
  uint32_t stem;
  matcher->sentence = index;
  size_t count = pv_scope_parts(matcher->text, index, parts, &stem);
  pv_scope_set(&matcher->scope, matcher->results, matcher->text, matcher->annotations, parts,
               count);
  matcher->scope.stem = stem;
  pv_presence_clear(&matcher->presence);
  matcher->round++;
  matcher->found.count = 0;
}

void pv_job_match(pv_job *j, uint32_t index) {
  enter_sentence(j, index);
  size_t first = j->matches.count;
  run_chosen(j);
  complete(j, first);
}

// By place, the longest first, then by rule; the rest makes the order the same everywhere.
int pv_match_compare(const void *left, const void *right) {
  const pv_match *a = left, *b = right;
  if (a->first != b->first) return a->first < b->first ? -1 : 1;
  if (a->end != b->end) return a->end > b->end ? -1 : 1;
  if (a->rule != b->rule) return a->rule < b->rule ? -1 : 1;
  return a->sentence < b->sentence ? -1 : a->sentence > b->sentence;
}

pv_job pv_job_make(pv_matcher *matcher, pv_arena *arena, const pv_text *text,
                   pv_annotations annotations, pv_phase phase, pv_diagnostics *diagnostics) {
  const pv_candidates *candidates = &matcher->plan->phases[phase];
  uint64_t budget = (uint64_t)text->tokens.count * STEPS_A_TOKEN;
  pv_matcher_begin(matcher, arena, text, annotations, phase);
  return (pv_job){.matcher = matcher,
                  .candidates = candidates,
                  .diagnostics = diagnostics,
                  .last_step = pv_machine_steps(matcher->machine) +
                               (budget > LEAST_STEPS ? budget : LEAST_STEPS),
                  .masks = pv_sentence_masks_make(candidates, text, annotations)};
}

pv_matches pv_match_phase(pv_matcher *matcher, pv_arena *arena, const pv_text *text,
                          pv_annotations annotations, pv_phase phase, pv_diagnostics *diagnostics) {
  pv_job j = pv_job_make(matcher, arena, text, annotations, phase, diagnostics);
  if (j.candidates->count == 0) return (pv_matches){0};
  for (uint32_t i = 0; i < text->sentences.count && !pv_job_is_spent(&j); i++)
    if (pv_job_choose(&j, i, matcher->chosen)) pv_job_match(&j, i);
  if (j.matches.count > 1)
    qsort(j.matches.items, j.matches.count, sizeof *j.matches.items, pv_match_compare);
  return (pv_matches){j.matches.items, j.matches.count};
}

// The positions of a match in the scope of its sentence.
static pv_hit hit_of(const pv_scope *scope, const pv_match *match) {
  return (pv_hit){.start = pv_scope_position(scope, match->first),
                  .end = pv_scope_position(scope, match->end - 1) + 1};
}

void pv_matches_complete(pv_matcher *matcher, pv_arena *arena, const pv_text *text,
                         pv_annotations annotations, pv_match *const *matches, size_t count,
                         pv_diagnostics *diagnostics) {
  pv_job j = pv_job_make(matcher, arena, text, annotations, PV_PHASE_CLAUSE, diagnostics);
  uint32_t sentence = PV_NO_SENTENCE;
  for (size_t i = 0; i < count && !pv_job_is_spent(&j); i++) {
    if (matches[i]->sentence != sentence) {
      enter_sentence(&j, sentence = matches[i]->sentence);
      pv_machine_allow(matcher->machine, sentence_budget(&j));
    }
    (void)complete_match(&j, matches[i], hit_of(&matcher->scope, matches[i]));
  }
}
