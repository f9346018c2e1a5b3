// A rule is tried in versions that differ in one part; what an example does with them says whether
// the part is needed. Each part knows the numbers of the versions that it compares.
#include "analyze/coverage.h"

#include "analyze/example.h"
#include "analyze/near_miss.h"
#include "analyze/trial.h"
#include "base/str.h"

enum { NEUTRAL = 50, RULE = 0, BARE = 1 }; // points; the rule itself; without its conditions

typedef struct {
  pv_covered item;
  uint32_t index;   // of the match, or of the slot in the frame
  pv_str value;     // of a field
  bool is_fallback; // of a field
  size_t versions;  // the first of those that are compared
} part;

typedef struct {
  pv_arena *arena;
  const pv_grammar *grammar;
  const pv_rule *rule;
  PV_VECTOR(pv_rule) versions;
  PV_VECTOR(part) parts;
  size_t conditions_from; // versions that are compared where the rule is to stay quiet
  size_t conditions_to;
  pv_examples examples;
  pv_matches *found; // by version, then by example
} cover;

static size_t add_version(cover *c, const pv_rule *version) {
  PV_PUSH(c->arena, &c->versions, *version);
  return c->versions.count - 1;
}

static void add_part(cover *c, part p) { PV_PUSH(c->arena, &c->parts, p); }

static pv_rule bare(const pv_rule *rule) {
  pv_rule version = *rule;
  version.slot_count = version.field_count = version.boost_count = version.condition_count = 0;
  return version;
}

static void add_matches(cover *c) {
  const pv_rule *rule = c->rule;
  for (size_t i = 0; i < rule->match_count; i++)
    add_part(c, (part){.item = {.kind = PV_COVERED_MATCH,
                                .line = rule->matches[i].line,
                                .what = pv_str_printf(c->arena, "match %zu", i + 1)},
                       .index = (uint32_t)i});
}

// The match alone, then with the programs of the way.
static void add_ways(cover *c, const pv_ways *ways) {
  for (size_t i = 0; i < ways->items.count; i++) {
    const pv_way *way = &ways->items.items[i];
    if (way->rule != c->rule) continue;
    pv_rule version = *c->rule;
    version.slot_count = version.field_count = version.boost_count = 0;
    version.match_count = 1;
    const pv_program *const programs[] = {&c->rule->matches[way->match], &way->only, &way->without,
                                          &way->never};
    size_t first = c->versions.count;
    for (size_t k = 0; k < sizeof programs / sizeof *programs; k++) {
      version.matches = programs[k];
      add_version(c, &version);
    }
    add_part(c,
             (part){.item = {.kind = PV_COVERED_WAY,
                             .line = c->rule->matches[way->match].line,
                             .what = pv_str_printf(c->arena, "match %zu: alternative " PV_STR_FMT,
                                                   way->match + 1, PV_STR_ARG(way->text))},
                    .versions = first});
  }
}

static void add_conditions(cover *c) {
  c->conditions_from = c->versions.count;
  size_t numbers[2] = {0}; // of require and unless
  for (size_t i = 0; i < c->rule->condition_count; i++) {
    const pv_condition *condition = &c->rule->conditions[i];
    pv_rule version = bare(c->rule);
    version.conditions = condition;
    version.condition_count = 1;
    pv_str what = pv_str_printf(c->arena, "%s %zu", condition->negative ? "unless" : "require",
                                ++numbers[condition->negative]);
    add_part(c, (part){.item = {.kind = PV_COVERED_CONDITION,
                                .line = condition->programs->line,
                                .what = what},
                       .versions = add_version(c, &version)});
  }
  c->conditions_to = c->versions.count;
}

// The rule with this slot pattern as all that fills a slot.
static void add_slots(cover *c) {
  const pv_rule *rule = c->rule;
  for (size_t i = 0; i < rule->slot_count; i++) {
    const pv_slot_pattern *slot = &rule->slots[i];
    pv_rule version = *rule;
    version.field_count = version.boost_count = version.capture_count = 0;
    version.slots = slot;
    version.slot_count = 1;
    pv_str what = pv_str_printf(c->arena, "slot %zu (" PV_STR_FMT ")", i + 1,
                                PV_STR_ARG(rule->frame->slots[slot->slot].name));
    add_part(c, (part){.item = {.kind = PV_COVERED_SLOT,
                                .line = slot->programs->line,
                                .what = what,
                                .shared = i < rule->own_slot_count ? NULL : slot->programs},
                       .index = slot->slot,
                       .versions = add_version(c, &version)});
  }
}

static void add_value(cover *c, const pv_field *field, const pv_field_value *value,
                      bool is_shared) {
  pv_str name = c->rule->frame->slots[field->slot].name;
  pv_str is = value ? value->is : field->fallback;
  const pv_field_value *place = value ? value : field->values;
  pv_str what = pv_str_printf(c->arena, "field " PV_STR_FMT ": %s " PV_STR_FMT, PV_STR_ARG(name),
                              value ? "value" : "default", PV_STR_ARG(is));
  add_part(c, (part){.item = {.kind = PV_COVERED_VALUE,
                              .line = place ? place->programs->line : c->rule->line,
                              .what = what,
                              .shared = !is_shared ? NULL
                                        : value    ? (const void *)value
                                                   : field},
                     .index = field->slot,
                     .value = is,
                     .is_fallback = !value});
}

static void add_fields(cover *c) {
  for (size_t i = 0; i < c->rule->field_count; i++) {
    const pv_field *field = &c->rule->fields[i];
    bool is_shared = i >= c->rule->own_field_count;
    for (size_t k = 0; k < field->value_count; k++)
      add_value(c, field, &field->values[k], is_shared);
    if (field->fallback.size) add_value(c, field, NULL, is_shared);
  }
}

static void add_boosts(cover *c) {
  for (size_t i = 0; i < c->rule->boost_count; i++) {
    const pv_boost *boost = &c->rule->boosts[i];
    pv_rule version = bare(c->rule);
    version.boosts = boost;
    version.boost_count = 1;
    version.score = NEUTRAL;
    add_part(c, (part){.item = {.kind = PV_COVERED_BOOST,
                                .line = boost->programs->line,
                                .what = pv_str_printf(c->arena, "boost %zu", i + 1),
                                .shared = i < c->rule->own_boost_count ? NULL : boost->programs},
                       .versions = add_version(c, &version)});
  }
}

static pv_matches matches_of(cover *c, const pv_findings *findings, const pv_rule *rule) {
  pv_matches all = pv_findings_matches(findings, rule->phase);
  pv_match *own = PV_NEW_ARRAY(c->arena, pv_match, all.count);
  size_t count = 0;
  for (size_t i = 0; i < all.count; i++)
    if (all.items[i].rule == rule) own[count++] = all.items[i];
  return (pv_matches){own, count};
}

static pv_matches *found(const cover *c, size_t version, size_t example) {
  return &c->found[version * c->examples.count + example];
}

// What only stays quiet says nothing but of conditions.
static bool tries_quiet(const cover *c, size_t first, size_t count) {
  return first == 0 || (first < c->conditions_to && first + count > c->conditions_from);
}

static bool run_versions(cover *c) {
  size_t examples = c->examples.count;
  c->found = PV_NEW_ARRAY(c->arena, pv_matches, c->versions.count * examples);
  for (size_t first = 0; first < c->versions.count; first += PV_TRIAL_RULES) {
    size_t left = c->versions.count - first;
    size_t count = left < PV_TRIAL_RULES ? left : PV_TRIAL_RULES;
    pv_trial trial;
    if (!pv_trial_init(&trial, c->arena, c->grammar, c->versions.items + first, count))
      return false;
    for (size_t e = 0; e < examples; e++) {
      if (c->examples.items[e].kind == PV_EXAMPLE_QUIET && !tries_quiet(c, first, count)) continue;
      pv_findings findings = pv_trial_run(&trial, c->arena, c->examples.items[e].text);
      for (size_t i = 0; i < count; i++)
        *found(c, first + i, e) = matches_of(c, &findings, &trial.rules[i]);
    }
    pv_trial_reset(&trial);
  }
  return true;
}

static bool same(const pv_matches *a, const pv_matches *b) {
  if (a->count != b->count) return false;
  for (size_t i = 0; i < a->count; i++)
    if (a->items[i].first != b->items[i].first || a->items[i].end != b->items[i].end) return false;
  return true;
}

static bool match_is_used(const cover *c, const part *p, size_t example) {
  const pv_matches *own = found(c, RULE, example);
  for (size_t i = 0; i < own->count; i++)
    if (own->items[i].match == p->index) return true;
  return false;
}

static bool way_is_used(const cover *c, const part *p, size_t example) {
  const pv_matches *all = found(c, p->versions, example),
                   *only = found(c, p->versions + 1, example);
  const pv_matches *without = found(c, p->versions + 2, example);
  const pv_matches *never = found(c, p->versions + 3, example);
  return !same(all, without) || (same(all, only) && !same(all, never));
}

static bool condition_is_used(const cover *c, const part *p, size_t example) {
  return found(c, BARE, example)->count > 0 && found(c, p->versions, example)->count == 0;
}

static bool has_filler(const pv_matches *matches, const pv_filler *wanted) {
  for (size_t i = 0; i < matches->count; i++)
    for (size_t k = 0; k < matches->items[i].filler_count; k++) {
      const pv_filler *filler = &matches->items[i].fillers[k];
      if (filler->slot == wanted->slot && filler->first == wanted->first &&
          filler->end == wanted->end)
        return true;
    }
  return false;
}

static bool slot_is_used(const cover *c, const part *p, size_t example) {
  const pv_matches *alone = found(c, p->versions, example);
  for (size_t i = 0; i < alone->count; i++)
    for (size_t k = 0; k < alone->items[i].filler_count; k++)
      if (has_filler(found(c, RULE, example), &alone->items[i].fillers[k])) return true;
  return false;
}

static bool value_is_used(const cover *c, const part *p, size_t example) {
  const pv_matches *own = found(c, RULE, example);
  for (size_t i = 0; i < own->count; i++)
    for (size_t k = 0; k < own->items[i].filler_count; k++) {
      const pv_filler *filler = &own->items[i].fillers[k];
      if (filler->slot == p->index && pv_str_equal(filler->value, p->value) &&
          (filler->first == filler->end) == p->is_fallback)
        return true;
    }
  return false;
}

static bool boost_is_used(const cover *c, const part *p, size_t example) {
  const pv_matches *boosted = found(c, p->versions, example);
  for (size_t i = 0; i < boosted->count; i++)
    if (boosted->items[i].points != NEUTRAL) return true;
  return false;
}

static const struct {
  const char *name;
  pv_example_kind kind; // of the examples that count
  bool (*is_used)(const cover *c, const part *p, size_t example);
} kinds[PV_COVERED_KINDS] = {
    [PV_COVERED_MATCH] = {"match", PV_EXAMPLE_FIRE, match_is_used},
    [PV_COVERED_WAY] = {"alternative", PV_EXAMPLE_FIRE, way_is_used},
    [PV_COVERED_CONDITION] = {"condition", PV_EXAMPLE_QUIET, condition_is_used},
    [PV_COVERED_SLOT] = {"slot", PV_EXAMPLE_FIRE, slot_is_used},
    [PV_COVERED_VALUE] = {"value", PV_EXAMPLE_FIRE, value_is_used},
    [PV_COVERED_BOOST] = {"boost", PV_EXAMPLE_FIRE, boost_is_used},
};

const char *pv_covered_name(pv_covered_kind kind) { return kinds[kind].name; }

static bool is_used(const cover *c, const part *p) {
  for (size_t e = 0; e < c->examples.count; e++)
    if (c->examples.items[e].kind == kinds[p->item.kind].kind &&
        kinds[p->item.kind].is_used(c, p, e))
      return true;
  return false;
}

bool pv_coverage_find(pv_arena *arena, const pv_grammar *grammar, const pv_rule *rule,
                      const pv_ways *ways, pv_coverage *coverage) {
  cover c = {
      .arena = arena, .grammar = grammar, .rule = rule, .examples = pv_examples_of(arena, rule)};
  pv_rule version = bare(rule);
  add_version(&c, rule);
  add_version(&c, &version);
  add_matches(&c);
  add_ways(&c, ways);
  add_conditions(&c);
  add_slots(&c);
  add_fields(&c);
  add_boosts(&c);
  if (!run_versions(&c)) return false;
  pv_covered *items = PV_NEW_ARRAY(arena, pv_covered, c.parts.count);
  for (size_t i = 0; i < c.parts.count; i++) {
    items[i] = c.parts.items[i].item;
    items[i].is_covered = is_used(&c, &c.parts.items[i]);
  }
  *coverage = (pv_coverage){items, c.parts.count};
  return true;
}
