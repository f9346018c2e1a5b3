// proviso grammar test --coverage: which parts of rules their examples do not need.
#include <stdio.h>

#include "analyze/coverage.h"
#include "base/str.h"
#include "cli/grammar_action.h"

// A part that rules have from their frame; one of them has to need it.
typedef struct {
  pv_covered item;
  const pv_rule *rule; // one that has it
} shared_part;

typedef struct {
  const pv_settings *settings;
  PV_VECTOR(shared_part) shared;
  size_t covered[PV_COVERED_KINDS];
  size_t total[PV_COVERED_KINDS];
  bool fails;
} counting;

// What no example needs may as well not be there; of the rest that is no more than likely.
static bool has_to_be_covered(pv_covered_kind kind) {
  return kind == PV_COVERED_MATCH || kind == PV_COVERED_CONDITION || kind == PV_COVERED_SLOT;
}

static void count(counting *c, const pv_rule *rule, const pv_covered *item, bool is_covered) {
  c->total[item->kind]++;
  c->covered[item->kind] += is_covered;
  if (is_covered) return;
  bool fails = has_to_be_covered(item->kind);
  c->fails |= fails;
  if (c->settings->quiet && !fails) return;
  pv_grammar_print_place(rule, item->line);
  printf("%snot covered: " PV_STR_FMT "\n", fails ? "" : "warning: ", PV_STR_ARG(item->what));
}

static void note_shared(counting *c, const pv_rule *rule, const pv_covered *item) {
  for (size_t i = 0; i < c->shared.count; i++)
    if (c->shared.items[i].item.shared == item->shared) {
      c->shared.items[i].item.is_covered |= item->is_covered;
      return;
    }
  shared_part part = {*item, rule};
  part.item.what = pv_str_copy(c->settings->arena, item->what);
  PV_PUSH(c->settings->arena, &c->shared, part);
}

static void count_rule(counting *c, const pv_rule *rule, const pv_coverage *coverage) {
  size_t covered = 0, total = 0;
  for (size_t i = 0; i < coverage->count; i++) {
    const pv_covered *item = &coverage->items[i];
    if (item->shared) {
      note_shared(c, rule, item);
      continue;
    }
    count(c, rule, item, item->is_covered);
    covered += item->is_covered;
    total++;
  }
  if (c->settings->verbose)
    printf(PV_STR_FMT ": %zu of %zu parts covered\n", PV_STR_ARG(rule->id), covered, total);
}

static void print_totals(const counting *c) {
  size_t covered = 0, total = 0;
  for (int kind = 0; kind < PV_COVERED_KINDS; kind++) {
    covered += c->covered[kind];
    total += c->total[kind];
  }
  printf("%zu of %zu parts covered, %zu%%", covered, total, total ? covered * 100 / total : 100);
  for (int kind = 0; kind < PV_COVERED_KINDS; kind++)
    if (c->total[kind])
      printf("%s %zu/%zu %s", kind ? "," : ":", c->covered[kind], c->total[kind],
             pv_covered_name((pv_covered_kind)kind));
  putchar('\n');
}

static bool is_draft(const pv_rule *rule) { return rule->example_count == 0; }

// What is needed for one rule goes with it.
static bool cover_rules(counting *c, const pv_grammar *grammar, const pv_ways *ways) {
  pv_arena *arena = pv_arena_new(0);
  bool done = arena != NULL;
  for (size_t i = 0; done && i < grammar->rule_count; i++) {
    const pv_rule *rule = &grammar->rules[i];
    if (is_draft(rule) || !pv_grammar_takes_rule(c->settings, rule)) continue;
    pv_coverage coverage;
    pv_arena_reset(arena);
    done = pv_coverage_find(arena, grammar, rule, ways, &coverage);
    if (done) count_rule(c, rule, &coverage);
  }
  if (arena) pv_arena_free(arena);
  return done;
}

pv_exit pv_grammar_cover(const pv_settings *settings, const pv_grammar *grammar,
                         const pv_ways *ways) {
  counting c = {.settings = settings};
  if (!cover_rules(&c, grammar, ways)) return pv_grammar_no_memory();
  for (size_t i = 0; i < c.shared.count && !settings->rule; i++)
    count(&c, c.shared.items[i].rule, &c.shared.items[i].item, c.shared.items[i].item.is_covered);
  print_totals(&c);
  return c.fails ? PV_EXIT_FINDINGS : PV_EXIT_OK;
}
