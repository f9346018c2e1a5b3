// proviso trace: why a rule fires in a sentence, or does not.
#include <stdio.h>

#include <proviso/analyze.h>

#include "analyze/stages.h"
#include "base/error.h"
#include "base/str.h"
#include "cli/destination.h"
#include "cli/grammar_action.h"
#include "cli/inputs.h"
#include "cli/message.h"
#include "cli/packs.h"
#include "cli/trace_print.h"

enum { DEFAULT_MIN_POINTS = 30 };

typedef struct {
  const pv_settings *settings;
  const pv_grammar *grammar;
  const pv_rule *rule;
  pv_matcher *matcher;
  pv_arena *arena; // of a document
  size_t counts[PV_TRACED_COUNT];
} tracing;

static void print_sentences(tracing *t, const pv_trace *trace, const pv_findings *findings,
                            const pv_report *report) {
  const pv_settings *settings = t->settings;
  pv_trace_page page = {
      .arena = t->arena,
      .grammar = t->grammar,
      .rule = t->rule,
      .findings = findings,
      .report = report,
      .min_points = settings->has_min_points ? settings->min_points : DEFAULT_MIN_POINTS,
      .verbose = settings->verbose,
      .quiet = settings->quiet,
  };
  pv_traced_sentences sentences = pv_trace_sentences(trace);
  for (size_t i = 0; i < sentences.count; i++)
    t->counts[pv_trace_print(&page, &sentences.items[i])]++;
}

// The stages are run twice: with the trace, and all the way to the clauses, which say who won.
static bool trace_document(tracing *t, const pv_document *document, pv_error *err) {
  pv_analyze_options options = {.min_points = -1};
  pv_report *report = pv_analyze(document, t->grammar, &options, err);
  if (!report) return false;
  pv_arena_reset(t->arena);
  pv_trace *trace = pv_trace_new(t->arena, t->grammar, t->rule);
  pv_diagnostics diagnostics = {.arena = t->arena};
  pv_matcher_trace(t->matcher, trace);
  pv_findings findings =
      pv_stages_run(t->matcher, t->arena, t->grammar, pv_document_text(document), &diagnostics);
  pv_matcher_trace(t->matcher, NULL);
  print_sentences(t, trace, &findings, report);
  pv_report_free(report);
  return true;
}

static pv_exit trace_inputs(tracing *t, const pv_inputs *inputs) {
  pv_exit result = PV_EXIT_OK;
  pv_read_options options = pv_settings_read_options(t->settings);
  for (size_t i = 0; i < inputs->count; i++) {
    const pv_batch_input *input = &inputs->items[i];
    pv_error err = {0};
    if (input->error) err = *input->error;
    pv_document *document = input->error ? NULL : pv_document_read(input->path, &options, &err);
    if (document && inputs->count > 1) printf("%s:\n", input->path);
    if (document) trace_document(t, document, &err);
    pv_document_free(document);
    if (err.code == PV_OK) continue;
    pv_complain_error(input->path, &err);
    result = pv_exit_worse(result, pv_exit_of(&err));
  }
  return result;
}

static void print_counts(const tracing *t) {
  static const char *const names[PV_TRACED_COUNT] = {"fired",      "lost",         "too weak",
                                                     "suppressed", "not finished", "not fired"};
  size_t all = 0;
  for (int i = 0; i < PV_TRACED_COUNT; i++) all += t->counts[i];
  printf("%zu sentence%s with words of " PV_STR_FMT, all, all == 1 ? "" : "s",
         PV_STR_ARG(t->rule->id));
  const char *mark = ": ";
  for (int i = 0; i < PV_TRACED_COUNT; i++)
    if (t->counts[i]) printf("%s%zu %s", mark, t->counts[i], names[i]), mark = ", ";
  putchar('\n');
}

static pv_exit trace(const pv_settings *settings, const pv_grammar *grammar,
                     const pv_inputs *inputs) {
  if (!pv_grammar_has_rule(settings, grammar)) return PV_EXIT_USAGE;
  tracing t = {.settings = settings,
               .grammar = grammar,
               .rule = pv_grammar_rule(grammar, pv_str_from(settings->rule)),
               .matcher = pv_matcher_new(grammar),
               .arena = pv_arena_new(0)};
  if (!t.matcher || !t.arena) return pv_grammar_no_memory();
  pv_exit result = trace_inputs(&t, inputs);
  print_counts(&t);
  pv_matcher_free(t.matcher);
  pv_arena_free(t.arena);
  return result;
}

static bool check_settings(const pv_settings *settings, pv_error *err) {
  if (!settings->rule) return pv_fail(err, PV_ERROR_USAGE, "trace wants --rule ID");
  if (!settings->arguments.count)
    return pv_fail(err, PV_ERROR_USAGE, "trace wants a document: name a file or a folder");
  return true;
}

pv_exit pv_trace_run(pv_settings *settings) {
  pv_error err = {0};
  if (!check_settings(settings, &err)) return pv_complain_usage(settings, &err);
  pv_inputs inputs = {0};
  (void)pv_inputs_collect(settings, &inputs, NULL);
  pv_exit result = PV_EXIT_OK;
  pv_grammar *grammar = pv_packs_load(settings, &result);
  if (!grammar) return result;
  result = trace(settings, grammar, &inputs);
  pv_grammar_free(grammar);
  pv_destination destination = {.file = stdout};
  return pv_exit_worse(result, pv_destination_close(&destination, true));
}
