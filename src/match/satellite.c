#include "match/satellite.h"

#include "base/str.h"
#include "match/trace_hook.h"

// Goes over the windows that `where` means for a hit: one in its sentence, or one for each heading.
typedef struct {
  pv_matcher *matcher;
  pv_where where;
  pv_hit hit;
  size_t next;
  size_t count;
  const pv_part *parts;        // of the text; NULL: in the sentence
  const pv_presence *presence; // what is there
  bool is_part;                // of what `presence` was made of
} windows;

static const pv_heading *heading_of(pv_matcher *matcher) {
  const pv_sentence *sentence = &matcher->text->sentences.items[matcher->sentence];
  pv_heading *heading = &matcher->heading;
  uint32_t lead = sentence->lead < sentence->first ? sentence->lead : UINT32_MAX;
  if (heading->is_known && heading->section == sentence->section && heading->lead == lead)
    return heading;
  heading->section = sentence->section;
  heading->lead = lead;
  heading->is_known = true;
  heading->count = pv_scope_elsewhere(matcher->text, matcher->sentence, PV_WHERE_HEADING,
                                      heading->parts, PV_MAX_ELSEWHERE);
  pv_presence_clear(&heading->presence);
  for (size_t i = 0; i < heading->count; i++)
    pv_presence_add(&heading->presence, matcher->text, matcher->annotations, heading->parts[i]);
  return heading;
}

static const pv_neighbour *neighbour_of(pv_matcher *matcher, pv_where where) {
  pv_neighbour *neighbour = where == PV_WHERE_PREVIOUS ? &matcher->previous : &matcher->next;
  if (neighbour->is_known && neighbour->sentence == matcher->sentence) return neighbour;
  neighbour->sentence = matcher->sentence;
  neighbour->is_known = true;
  neighbour->count =
      pv_scope_elsewhere(matcher->text, matcher->sentence, where, &neighbour->part, 1);
  pv_presence_clear(&neighbour->presence);
  if (neighbour->count)
    pv_presence_add(&neighbour->presence, matcher->text, matcher->annotations, neighbour->part);
  return neighbour;
}

static const pv_presence *presence_of(pv_matcher *matcher) {
  const pv_scope *scope = &matcher->scope;
  pv_presence *presence = &matcher->presence;
  if (presence->is_known) return presence;
  for (size_t i = 0; i < scope->part_count; i++)
    pv_presence_add(presence, matcher->text, matcher->annotations, scope->parts[i]);
  return presence;
}

static void set_windows(windows *w, pv_matcher *matcher, pv_where where, pv_hit hit) {
  *w = (windows){.matcher = matcher, .where = where, .hit = hit, .count = 1};
  if (where == PV_WHERE_HEADING) {
    const pv_heading *heading = heading_of(matcher);
    w->parts = heading->parts;
    w->count = heading->count;
    w->presence = &heading->presence;
  } else if (where == PV_WHERE_PREVIOUS || where == PV_WHERE_NEXT) {
    const pv_neighbour *neighbour = neighbour_of(matcher, where);
    w->parts = &neighbour->part;
    w->count = neighbour->count;
    w->presence = &neighbour->presence;
  } else {
    w->presence = presence_of(matcher);
    w->is_part = where != PV_WHERE_SENTENCE;
  }
}

static bool next_window(windows *w, pv_search *search) {
  if (w->next == w->count) return false;
  pv_matcher *matcher = w->matcher;
  search->machine = matcher->machine;
  search->scope = &matcher->scope;
  search->low = 0;
  search->high = matcher->scope.count;
  switch (w->where) {
  case PV_WHERE_INSIDE:
    search->low = w->hit.start;
    search->high = w->hit.end;
    break;
  case PV_WHERE_BEFORE: search->high = w->hit.start; break;
  case PV_WHERE_AFTER: search->low = w->hit.end; break;
  case PV_WHERE_HEADING:
  case PV_WHERE_PREVIOUS:
  case PV_WHERE_NEXT:
    pv_scope_set(&matcher->elsewhere, matcher->results, matcher->text, matcher->annotations,
                 &w->parts[w->next], 1);
    search->scope = &matcher->elsewhere;
    search->high = search->scope->count;
    break;
  default: break;
  }
  search->from = search->low;
  for (size_t i = 0; i < search->count; i++)
    search->alternatives[i].is_known = search->alternatives[i].is_done = false;
  w->next++;
  return true;
}

// The programs that may match in the windows. What presence says of all of them together: if it is
// PV_MAYBE, they have to be run.
static pv_answer set_programs(const windows *w, pv_search *search, const pv_program *programs,
                              size_t count) {
  pv_matcher *matcher = w->matcher;
  const pv_prepared *known = pv_matcher_prepared(matcher, programs);
  pv_answer best = PV_ABSENT;
  search->alternatives = matcher->satellite_alternatives;
  search->count = 0;
  for (size_t i = 0; i < count; i++) {
    pv_answer answer = matcher->exact ? PV_MAYBE : pv_presence_ask(w->presence, &known[i].start);
    if (answer == PV_ABSENT) continue;
    if (answer == PV_PRESENT && w->is_part) answer = PV_MAYBE;
    if (answer > best) best = answer;
    search->alternatives[search->count++] =
        (pv_alternative){.program = &programs[i],
                         .start = matcher->exact ? NULL : &known[i].start,
                         .index = (uint32_t)i};
  }
  return best;
}

// What the programs gave in this sentence; NULL where that depends on the hit.
static pv_remembered *remembered_of(const pv_matcher *matcher, pv_where where,
                                    const pv_program *programs) {
  bool depends = where == PV_WHERE_INSIDE || where == PV_WHERE_BEFORE || where == PV_WHERE_AFTER;
  if (depends || matcher->exact) return NULL;
  return &matcher->remembered[pv_matcher_prepared(matcher, programs) - matcher->plan->prepared];
}

static bool run_in_windows(windows *w, const pv_program *programs, size_t count) {
  pv_search search = {0};
  pv_answer answer = set_programs(w, &search, programs, count);
  if (answer != PV_MAYBE) return answer == PV_PRESENT;
  while (next_window(w, &search))
    if (pv_search_exists(&search)) return true;
  return false;
}

static bool matches(pv_matcher *matcher, pv_where where, pv_hit hit, const pv_program *programs,
                    size_t count) {
  pv_remembered *known = remembered_of(matcher, where, programs);
  if (known && known->asked == matcher->round) return known->holds;
  windows w;
  set_windows(&w, matcher, where, hit);
  bool holds = run_in_windows(&w, programs, count);
  if (known) {
    known->asked = matcher->round;
    known->holds = holds;
  }
  return holds;
}

// Is the condition the same for all hits of a sentence, and false for most rules? Headings and
// neighbours that are required lack most of what rules ask of them.
static bool is_asked_first(const pv_matcher *matcher, const pv_condition *c) {
  return !matcher->exact && !c->negative &&
         (c->where == PV_WHERE_HEADING || c->where == PV_WHERE_PREVIOUS ||
          c->where == PV_WHERE_NEXT);
}

bool pv_rule_may_hold(pv_matcher *matcher, const pv_rule *rule) {
  if (matcher->trace && pv_trace_wants(matcher->trace, rule)) return true; // asked for each hit
  for (size_t i = 0; i < rule->condition_count; i++) {
    const pv_condition *c = &rule->conditions[i];
    if (!is_asked_first(matcher, c)) continue;
    if (!matches(matcher, c->where, (pv_hit){0}, c->programs, c->program_count)) return false;
  }
  return true;
}

bool pv_conditions_hold(pv_matcher *matcher, const pv_rule *rule, pv_hit hit) {
  for (size_t i = 0; i < rule->condition_count; i++) {
    const pv_condition *c = &rule->conditions[i];
    if (is_asked_first(matcher, c) && !(matcher->trace && pv_trace_wants(matcher->trace, rule)))
      continue;
    if (matches(matcher, c->where, hit, c->programs, c->program_count) != c->negative) continue;
    if (matcher->trace) pv_trace_condition(matcher, c, hit);
    return false;
  }
  return true;
}

bool pv_condition_find(pv_matcher *matcher, const pv_condition *condition, pv_hit hit,
                       pv_part *words) {
  windows w;
  pv_search search = {0};
  set_windows(&w, matcher, condition->where, hit);
  (void)set_programs(&w, &search, condition->programs, condition->program_count);
  while (next_window(&w, &search)) {
    pv_hit found;
    uint32_t index;
    if (!pv_search_next(&search, &found, &index)) continue;
    *words = (pv_part){0};
    if (found.start == found.end) return true;
    words->first = pv_scope_token(search.scope, found.start);
    words->end = pv_scope_token(search.scope, found.end - 1) + 1;
    return true;
  }
  return false;
}

int32_t pv_points_count(pv_matcher *matcher, const pv_rule *rule, pv_hit hit) {
  int64_t points = rule->score;
  for (size_t i = 0; i < rule->boost_count; i++) {
    const pv_boost *b = &rule->boosts[i];
    if (matches(matcher, b->where, hit, b->programs, b->program_count)) points += b->points;
  }
  return points < 0 ? 0 : points > 100 ? 100 : (int32_t)points;
}

static bool is_list(const pv_rule *rule, uint32_t slot) {
  return rule->frame && slot < rule->frame->slot_count && rule->frame->slots[slot].list;
}

static pv_str slot_name(const pv_rule *rule, uint32_t slot) {
  return rule->frame && slot < rule->frame->slot_count ? rule->frame->slots[slot].name : PV_STR("");
}

// Does `filler` add something to what its slot holds?
static bool is_new(const pv_matcher *matcher, const pv_rule *rule, const pv_filler *filler) {
  for (size_t i = 0; i < matcher->fillers.count; i++) {
    const pv_filler *other = &matcher->fillers.items[i];
    if (other->slot != filler->slot) continue;
    if (!is_list(rule, filler->slot)) return false;
    bool overlaps = other->first < filler->end && filler->first < other->end;
    if (overlaps && pv_str_equal(other->value, filler->value)) return false;
  }
  return true;
}

// The tokens of the positions `first` to `end` of `scope`.
static pv_part tokens_of(const pv_scope *scope, uint32_t first, uint32_t end) {
  if (first >= end) return (pv_part){0};
  return (pv_part){pv_scope_token(scope, first), pv_scope_token(scope, end - 1) + 1};
}

// Adds a filler for the tokens, if there are some.
static void fill(pv_matcher *matcher, const pv_rule *rule, pv_part tokens, pv_filler filler) {
  if (tokens.first >= tokens.end) return;
  filler.first = tokens.first;
  filler.end = tokens.end;
  if (filler.slot == PV_NO_SLOT || is_new(matcher, rule, &filler))
    PV_PUSH(matcher->results, &matcher->fillers, filler);
}

// Is this the last of the captures with its number?
static bool is_last(const pv_captured *captured, size_t count, size_t at) {
  for (size_t i = at + 1; i < count; i++)
    if (captured[i].capture == captured[at].capture && captured[i].first < captured[i].end)
      return false;
  return true;
}

static void fill_from_captures(pv_matcher *matcher, const pv_rule *rule, pv_hit hit) {
  size_t count;
  const pv_captured *captured = pv_machine_captures(matcher->machine, hit, &count);
  for (size_t i = 0; i < count; i++) {
    if (captured[i].capture >= rule->capture_count) continue;
    const pv_capture_name *name = &rule->captures[captured[i].capture];
    if (!is_list(rule, name->slot) && !is_last(captured, count, i)) continue;
    fill(matcher, rule, tokens_of(&matcher->scope, captured[i].first, captured[i].end),
         (pv_filler){.slot = name->slot, .value = PV_STR(""), .name = name->name});
  }
}

// The part of a satellite's hit that counts: its capture, which is always that of `hit:`, or all of
// it where there is none.
static pv_hit hit_part(pv_matcher *matcher, pv_hit hit) {
  size_t count;
  const pv_captured *captured = pv_machine_captures(matcher->machine, hit, &count);
  if (count > 0) {
    hit.start = captured[0].first;
    hit.end = captured[0].end;
  }
  return hit;
}

// Puts the tokens of what the programs find behind `found`: all of it, or the first one.
static void search_windows(pv_matcher *matcher, windows *w, const pv_program *programs,
                           size_t count, bool all) {
  pv_search search = {0};
  if (set_programs(w, &search, programs, count) == PV_ABSENT) return;
  while (next_window(w, &search)) {
    pv_hit hit;
    uint32_t index;
    while (pv_search_next(&search, &hit, &index)) {
      hit = hit_part(matcher, hit);
      PV_PUSH(matcher->results, &matcher->found, tokens_of(search.scope, hit.start, hit.end));
      if (!all) return;
    }
  }
}

// The range in `found` that holds what the programs find, where it was not sought before.
static pv_part find_all(pv_matcher *matcher, pv_where where, pv_hit hit, const pv_program *programs,
                        size_t count, bool all) {
  pv_remembered *known = remembered_of(matcher, where, programs);
  if (known && known->searched == matcher->round) return (pv_part){known->first, known->end};
  windows w;
  uint32_t first = (uint32_t)matcher->found.count;
  set_windows(&w, matcher, where, hit);
  search_windows(matcher, &w, programs, count, all);
  uint32_t end = (uint32_t)matcher->found.count;
  if (known) {
    known->searched = matcher->round;
    known->first = first;
    known->end = end;
  }
  return (pv_part){first, end};
}

static void fill_from_slot(pv_matcher *matcher, const pv_rule *rule, const pv_slot_pattern *slot,
                           pv_hit hit) {
  pv_part found =
      find_all(matcher, slot->where, hit, slot->programs, slot->program_count, slot->all);
  for (uint32_t i = found.first; i < found.end; i++)
    fill(matcher, rule, matcher->found.items[i],
         (pv_filler){.slot = slot->slot, .value = PV_STR(""), .name = slot_name(rule, slot->slot)});
}

// The first words that fill `slot`, or NULL.
static const pv_filler *filler_of(const pv_matcher *matcher, uint32_t slot) {
  for (size_t i = 0; i < matcher->fillers.count; i++) {
    const pv_filler *filler = &matcher->fillers.items[i];
    if (filler->slot == slot && filler->first < filler->end) return filler;
  }
  return NULL;
}

// What the programs find first in the words of the slot that the field is about.
static pv_part find_in_words(pv_matcher *matcher, const pv_field *field,
                             const pv_field_value *value, pv_hit hit) {
  const pv_filler *words = filler_of(matcher, field->of);
  uint32_t first = (uint32_t)matcher->found.count;
  pv_neighbour *known = &matcher->slot_words;
  known->part = (pv_part){words->first, words->end};
  pv_presence_clear(&known->presence);
  pv_presence_add(&known->presence, matcher->text, matcher->annotations, known->part);
  windows w = {.matcher = matcher,
               .where = PV_WHERE_NEXT,
               .hit = hit,
               .count = 1,
               .parts = &known->part,
               .presence = &known->presence};
  search_windows(matcher, &w, value->programs, value->program_count, false);
  return (pv_part){first, (uint32_t)matcher->found.count};
}

static bool fill_value(pv_matcher *matcher, const pv_rule *rule, const pv_field *field,
                       const pv_field_value *value, pv_hit hit) {
  pv_part found = field->of == PV_NO_SLOT ? find_all(matcher, field->where, hit, value->programs,
                                                     value->program_count, false)
                                          : find_in_words(matcher, field, value, hit);
  if (found.first == found.end) return false;
  fill(matcher, rule, matcher->found.items[found.first],
       (pv_filler){.slot = field->slot, .value = value->is, .name = slot_name(rule, field->slot)});
  return true;
}

static void fill_from_field(pv_matcher *matcher, const pv_rule *rule, const pv_field *field,
                            pv_hit hit) {
  const pv_filler *words = field->of == PV_NO_SLOT ? NULL : filler_of(matcher, field->of);
  if (field->of != PV_NO_SLOT && !words) return;
  bool is_filled = false;
  for (size_t i = 0; i < field->value_count && (field->all || !is_filled); i++)
    is_filled |= fill_value(matcher, rule, field, &field->values[i], hit);
  pv_filler fallback = {
      .slot = field->slot, .value = field->fallback, .name = slot_name(rule, field->slot)};
  if (words) {
    fallback.first = words->first;
    fallback.end = words->end;
  }
  if (!is_filled && field->fallback.size > 0 && is_new(matcher, rule, &fallback))
    PV_PUSH(matcher->results, &matcher->fillers, fallback);
}

void pv_fillers_capture(pv_matcher *matcher, const pv_rule *rule, pv_hit hit) {
  matcher->fillers.count = 0;
  if (rule->capture_count) fill_from_captures(matcher, rule, hit);
}

// Whatever a satellite finds for this slot would not be taken.
static bool is_full(const pv_matcher *matcher, const pv_rule *rule, uint32_t slot) {
  if (is_list(rule, slot)) return false;
  for (size_t i = 0; i < matcher->fillers.count; i++)
    if (matcher->fillers.items[i].slot == slot) return true;
  return false;
}

void pv_fillers_complete(pv_matcher *matcher, const pv_rule *rule, pv_hit hit) {
  for (size_t i = 0; i < rule->slot_count; i++)
    if (!is_full(matcher, rule, rule->slots[i].slot))
      fill_from_slot(matcher, rule, &rule->slots[i], hit);
  for (size_t i = 0; i < rule->field_count; i++)
    if (!is_full(matcher, rule, rule->fields[i].slot))
      fill_from_field(matcher, rule, &rule->fields[i], hit);
}
