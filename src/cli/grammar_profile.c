// proviso grammar profile: what the rules and the stages cost.
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "analyze/profile.h"
#include "base/error.h"
#include "base/str.h"
#include "cli/grammar_action.h"
#include "cli/inputs.h"
#include "cli/message.h"
#include "cli/packs.h"

typedef struct {
  pv_rule_profile *items;
  size_t count;
  int width;      // of the names of rules
  uint64_t total; // nanoseconds
} rows;

// What cost most first; the rest keeps the order of the files.
static int compare(uint64_t a, uint64_t b, const pv_rule *first, const pv_rule *second) {
  if (a != b) return a > b ? -1 : 1;
  return (first > second) - (first < second);
}

static int compare_steps(const void *left, const void *right) {
  const pv_rule_profile *a = left, *b = right;
  return compare(a->counts->steps, b->counts->steps, a->rule, b->rule);
}

static int compare_times(const void *left, const void *right) {
  const pv_rule_profile *a = left, *b = right;
  return compare(a->counts->nanoseconds, b->counts->nanoseconds, a->rule, b->rule);
}

static rows collect(const pv_settings *settings, const pv_grammar *grammar,
                    const pv_profile *profile) {
  rows r = {.items = PV_NEW_ARRAY(settings->arena, pv_rule_profile, grammar->rule_count),
            .width = (int)sizeof "rule" - 1};
  for (size_t i = 0; i < grammar->rule_count; i++) {
    pv_rule_profile one = pv_profile_rule(profile, i);
    r.total += one.counts->nanoseconds;
    if (!pv_grammar_takes_rule(settings, one.rule)) continue;
    if (!one.counts->candidates && !settings->verbose) continue;
    if ((int)one.rule->id.size > r.width) r.width = (int)one.rule->id.size;
    r.items[r.count++] = one;
  }
  qsort(r.items, r.count, sizeof *r.items, settings->times ? compare_times : compare_steps);
  return r;
}

// Microseconds with a share of `total`.
static void print_time(uint64_t nanoseconds, uint64_t total) {
  double share = total ? 100.0 * (double)nanoseconds / (double)total : 0;
  printf("  %10.1f  %5.1f%%", (double)nanoseconds / 1e3, share);
}

static void print_rules(const pv_settings *settings, const rows *r) {
  printf("%-*s  %10s  %8s  %6s  %10s  %6s  %10s%s\n", r->width, "rule", "candidates", "verified",
         "fired", "suppressed", "lost", "steps", settings->times ? "          us   share" : "");
  for (size_t i = 0; i < r->count; i++) {
    const pv_rule_counts *c = r->items[i].counts;
    printf("%-*.*s  %10" PRIu64 "  %8" PRIu64 "  %6" PRIu64 "  %10" PRIu64 "  %6" PRIu64
           "  %10" PRIu64,
           r->width, PV_STR_ARG(r->items[i].rule->id), c->candidates, c->verified, c->fired,
           c->suppressed, r->items[i].lost, c->steps);
    if (settings->times) print_time(c->nanoseconds, r->total);
    putchar('\n');
  }
}

static void print_stages(const pv_settings *settings, const pv_profile *profile) {
  static const char *const units[PV_STAGE_COUNT] = {"bytes",       "tokens",   "values",  "matches",
                                                    "definitions", "matches",  "matches", "matches",
                                                    "clauses",     "findings", "bytes"};
  uint64_t total = 0;
  for (int i = 0; i < PV_STAGE_COUNT; i++)
    total += pv_profile_stage(profile, (pv_stage)i).nanoseconds;
  printf("\n%-8s  %22s%s\n", "stage", "found",
         settings->times ? "          us   share  ns/byte" : "");
  for (int i = 0; i < PV_STAGE_COUNT; i++) {
    pv_stage_profile stage = pv_profile_stage(profile, (pv_stage)i);
    printf("%-8s  %10" PRIu64 " %-*s", stage.name, stage.found, settings->times ? 11 : 0, units[i]);
    if (settings->times) {
      uint64_t bytes = pv_profile_bytes(profile);
      print_time(stage.nanoseconds, total);
      printf("  %7.2f", bytes ? (double)stage.nanoseconds / (double)bytes : 0);
    }
    putchar('\n');
  }
}

static pv_exit add_inputs(const pv_settings *settings, const pv_inputs *inputs,
                          pv_profile *profile) {
  pv_exit result = PV_EXIT_OK;
  pv_read_options options = pv_settings_read_options(settings);
  for (size_t i = 0; i < inputs->count; i++) {
    pv_error err = {0};
    if (inputs->items[i].error)
      err = *inputs->items[i].error;
    else if (pv_profile_add(profile, inputs->items[i].path, &options, &err))
      continue;
    pv_complain_error(inputs->items[i].path, &err);
    result = pv_exit_worse(result, pv_exit_of(&err));
  }
  return result;
}

static pv_exit profile_inputs(const pv_settings *settings, const pv_grammar *grammar,
                              const pv_inputs *inputs) {
  if (!pv_grammar_has_rule(settings, grammar)) return PV_EXIT_USAGE;
  pv_profile *profile = pv_profile_new(settings->arena, grammar);
  if (!profile) return pv_grammar_no_memory();
  pv_exit result = add_inputs(settings, inputs, profile);
  rows r = collect(settings, grammar, profile);
  print_rules(settings, &r);
  print_stages(settings, profile);
  size_t documents = pv_profile_documents(profile);
  printf("\n%zu document%s, %" PRIu64 " bytes\n", documents, documents == 1 ? "" : "s",
         pv_profile_bytes(profile));
  pv_profile_free(profile);
  return result;
}

// Its paths are documents: what a rule costs is known only where there is text.
pv_exit pv_grammar_profile_run(pv_settings *settings) {
  pv_settings documents = {.arena = settings->arena};
  pv_inputs inputs = {0};
  pv_error err = {0};
  for (size_t i = 1; i < settings->arguments.count; i++)
    PV_PUSH(settings->arena, &documents.arguments, settings->arguments.items[i]);
  if (!documents.arguments.count) {
    pv_fail(&err, PV_ERROR_USAGE, "grammar profile wants a document: name a file or a folder");
    return pv_complain_usage(settings, &err);
  }
  (void)pv_inputs_collect(&documents, &inputs, NULL);
  pv_exit result = PV_EXIT_OK;
  pv_grammar *grammar = pv_packs_load(settings, &result);
  if (!grammar) return result;
  result = profile_inputs(settings, grammar, &inputs);
  pv_grammar_free(grammar);
  return result;
}
