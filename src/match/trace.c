#include "match/trace.h"

#include <string.h>
#include <time.h>

#include "match/satellite.h"
#include "match/trace_data.h"

pv_trace *pv_trace_new(pv_arena *arena, const pv_grammar *grammar, const pv_rule *rule) {
  pv_trace *trace = PV_NEW(arena, pv_trace);
  const pv_trace_place **places = PV_NEW_ARRAY(arena, const pv_trace_place *, rule->match_count);
  for (size_t i = 0; i < rule->match_count; i++)
    places[i] = pv_trace_places(arena, &rule->matches[i]);
  *trace = (pv_trace){.arena = arena, .grammar = grammar, .rule = rule, .places = places};
  return trace;
}

pv_trace *pv_trace_new_counting(pv_arena *arena, const pv_grammar *grammar) {
  pv_trace *trace = PV_NEW(arena, pv_trace);
  *trace = (pv_trace){.arena = arena,
                      .grammar = grammar,
                      .counts = PV_NEW_ARRAY(arena, pv_rule_counts, grammar->rule_count)};
  return trace;
}

pv_traced_sentences pv_trace_sentences(const pv_trace *trace) {
  return (pv_traced_sentences){trace->sentences.items, trace->sentences.count};
}

const pv_rule_counts *pv_trace_counts(const pv_trace *trace) { return trace->counts; }

void pv_matcher_trace(pv_matcher *matcher, pv_trace *trace) {
  matcher->trace = trace;
  pv_machine_trace(matcher->machine, trace && trace->rule ? trace : NULL);
}

bool pv_trace_wants(const pv_trace *trace, const pv_rule *rule) { return trace->rule == rule; }

// The atoms by which one would know the rule: words, or where it needs none annotations. False
// where it needs nothing that can be missing.
static bool telling_atoms(const pv_candidates *candidates, const uint64_t *needs, uint64_t *out) {
  uint64_t typed[PV_ATOM_WORDS] = {0}, words = 0, any = 0;
  for (size_t i = 0; i < PV_MAX_TYPES * candidates->width; i++)
    typed[i % candidates->width] |= candidates->types[i];
  for (size_t k = 0; k < candidates->width; k++) {
    out[k] = needs[k] & ~candidates->always[k];
    any |= out[k];
    words |= out[k] & ~typed[k];
  }
  for (size_t k = 0; k < candidates->width && words; k++) out[k] &= ~typed[k];
  return any != 0;
}

static bool has_a_word(const pv_matcher *matcher, size_t candidate) {
  const pv_candidates *candidates = matcher->candidates;
  uint64_t telling[PV_ATOM_WORDS], found = 0;
  if (!telling_atoms(candidates, candidates->needs + candidate * candidates->width, telling))
    return true;
  for (size_t k = 0; k < candidates->width; k++) found |= telling[k] & matcher->mask[k];
  return found != 0;
}

// What the candidate needs and the sentence does not have, as atoms of the grammar.
static pv_atom_mask missing_atoms(const pv_matcher *matcher, size_t candidate) {
  const pv_candidates *candidates = matcher->candidates;
  const uint64_t *needs = candidates->needs + candidate * candidates->width;
  pv_atom_mask missing = {0};
  for (uint32_t atom = 0; atom < PV_MAX_ATOMS; atom++) {
    if (!(candidates->used.bits[atom / 64] >> atom % 64 & 1)) continue;
    uint32_t number = candidates->numbers[atom];
    if ((needs[number / 64] & ~matcher->mask[number / 64]) >> number % 64 & 1)
      missing.bits[atom / 64] |= UINT64_C(1) << atom % 64;
  }
  return missing;
}

static void begin_sentence(pv_trace *trace, const pv_matcher *matcher, const pv_atom_mask *missing,
                           uint32_t tokens) {
  trace->hits.items = NULL; // the sentence keeps them
  trace->hits.count = trace->hits.capacity = 0;
  trace->gap_ends.count = 0;
  trace->starts = tokens + 1;
  trace->reached =
      PV_NEW_ARRAY(trace->arena, pv_trace_reach, trace->rule->match_count * trace->starts);
  PV_PUSH(
      trace->arena, &trace->sentences,
      ((pv_traced_sentence){.sentence = matcher->sentence, .is_over = true, .missing = missing}));
}

bool pv_trace_choose(pv_matcher *matcher) {
  pv_trace *trace = matcher->trace;
  const pv_candidates *candidates = matcher->candidates;
  if (!trace->rule) return false;
  size_t rule = (size_t)(trace->rule - trace->grammar->rules), first = 0;
  while (first < candidates->count && candidates->items[first].rule != rule) first++;
  size_t end = first;
  bool any = false;
  for (; end < candidates->count && candidates->items[end].rule == rule; end++)
    any |= has_a_word(matcher, end);
  if (!any) return false;
  pv_atom_mask *missing = PV_NEW_ARRAY(trace->arena, pv_atom_mask, trace->rule->match_count);
  for (size_t i = first; i < end; i++) {
    matcher->chosen[i / 64] |= UINT64_C(1) << i % 64;
    missing[candidates->items[i].match] = missing_atoms(matcher, i);
  }
  pv_part parts[PV_MAX_PARTS];
  uint32_t stem, tokens = 0;
  size_t count = pv_scope_parts(matcher->text, matcher->sentence, parts, &stem);
  for (size_t i = 0; i < count; i++) tokens += parts[i].end - parts[i].first;
  begin_sentence(trace, matcher, missing, tokens);
  return true;
}

static uint64_t now(void) {
  struct timespec time = {0};
  (void)clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static pv_rule_counts *counts_of(const pv_trace *trace, const pv_rule *rule) {
  return &trace->counts[rule - trace->grammar->rules];
}

void pv_trace_resume(pv_matcher *matcher) {
  pv_trace *trace = matcher->trace;
  if (!trace->counts) return;
  trace->steps = pv_machine_steps(matcher->machine);
  trace->since = now();
}

void pv_trace_pause(pv_matcher *matcher, const pv_rule *rule) {
  pv_trace *trace = matcher->trace;
  if (!trace->counts) return;
  pv_rule_counts *counts = counts_of(trace, rule);
  counts->nanoseconds += now() - trace->since;
  counts->steps += pv_machine_steps(matcher->machine) - trace->steps;
}

void pv_trace_begin(pv_matcher *matcher, const pv_rule *rule, pv_search *search) {
  pv_trace *trace = matcher->trace;
  if (trace->counts) trace->fired = counts_of(trace, rule)->fired;
  if (trace->rule == rule)
    for (size_t i = 0; i < search->count; i++) search->alternatives[i].start = NULL;
  pv_trace_resume(matcher);
}

void pv_trace_end(pv_matcher *matcher, const pv_rule *rule) {
  pv_trace *trace = matcher->trace;
  pv_trace_pause(matcher, rule);
  if (trace->counts) {
    pv_rule_counts *counts = counts_of(trace, rule);
    counts->candidates++;
    counts->verified += pv_machine_steps(matcher->machine) > trace->steps;
    counts->sentences += counts->fired > trace->fired;
  }
  if (trace->rule != rule) return;
  pv_traced_sentence *sentence = &trace->sentences.items[trace->sentences.count - 1];
  sentence->is_over = pv_machine_is_over(matcher->machine);
  sentence->hits = trace->hits.items;
  sentence->hit_count = trace->hits.count;
  pv_trace_keep_misses(trace, matcher, sentence);
}

void pv_trace_fire(pv_matcher *matcher, const pv_match *match) {
  pv_trace *trace = matcher->trace;
  if (trace->counts) counts_of(trace, match->rule)->fired++;
  if (trace->rule == match->rule)
    PV_PUSH(trace->arena, &trace->hits, ((pv_traced_hit){.match = *match}));
}

void pv_trace_condition(pv_matcher *matcher, const pv_condition *condition, pv_hit hit) {
  pv_trace *trace = matcher->trace;
  pv_part words = {0};
  if (!trace->rule) return;
  if (condition->negative) (void)pv_condition_find(matcher, condition, hit, &words);
  trace->suppressed =
      (pv_traced_hit){.suppressed_by = condition, .first = words.first, .end = words.end};
}

void pv_trace_suppress(pv_matcher *matcher, const pv_rule *rule, pv_hit hit, uint32_t match) {
  pv_trace *trace = matcher->trace;
  if (trace->counts) counts_of(trace, rule)->suppressed++;
  if (trace->rule != rule) return;
  trace->suppressed.match = (pv_match){.rule = rule,
                                       .sentence = matcher->sentence,
                                       .first = pv_scope_token(&matcher->scope, hit.start),
                                       .end = pv_scope_token(&matcher->scope, hit.end - 1) + 1,
                                       .from_stem = hit.start < matcher->scope.stem,
                                       .match = match};
  PV_PUSH(trace->arena, &trace->hits, trace->suppressed);
}
