// Documents in, one report out: proviso scan, and what compare and check share with it.
#include "cli/scan.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "base/str.h"
#include "cli/destination.h"
#include "cli/filter.h"
#include "cli/inputs.h"
#include "cli/message.h"
#include "cli/packs.h"
#include "cli/terminal.h"
#include "read/reader.h"
#include "write/writer.h"

typedef struct {
  const pv_settings *settings;
  const pv_inputs *inputs;
  pv_portfolio *portfolio; // NULL: the documents are not compared
  pv_destination *destination;
  bool on_terminal;
  pv_writer *writer;
  pv_progress progress;
  pv_error trouble; // of the writer
  pv_exit exit;
  size_t done; // inputs
} scan;

// What the report repeats: the options that change what is in it.
static void add_option(pv_arena *arena, pv_run *run, const char *name, pv_json value) {
  pv_run_option *options = PV_NEW_ARRAY(arena, pv_run_option, run->option_count + 1);
  for (size_t i = 0; i < run->option_count; i++) options[i] = run->options[i];
  options[run->option_count++] = (pv_run_option){pv_str_from(name), value};
  run->options = options;
}

static void add_names(pv_arena *arena, pv_run *run, const char *name, const pv_names *names) {
  if (!names->count) return;
  pv_json *items = PV_NEW_ARRAY(arena, pv_json, names->count);
  for (size_t i = 0; i < names->count; i++) items[i] = pv_json_string(pv_str_from(names->items[i]));
  add_option(arena, run, name, (pv_json){PV_JSON_LIST, .items = items, .count = names->count});
}

static pv_run describe_run(const pv_settings *settings, const pv_grammar *grammar) {
  pv_run run = {.grammar = grammar};
  pv_arena *arena = settings->arena;
  if (settings->as) add_option(arena, &run, "as", pv_json_string(pv_str_from(settings->as)));
  if (settings->revisions == PV_REVISIONS_ORIGINAL)
    add_option(arena, &run, "revisions", pv_json_string(PV_STR("original")));
  if (settings->exhibits == PV_EXHIBITS_ALL)
    add_option(arena, &run, "exhibits", pv_json_string(PV_STR("all")));
  add_names(arena, &run, "family", &settings->families);
  add_names(arena, &run, "kind", &settings->kinds);
  add_names(arena, &run, "code", &settings->codes);
  if (settings->has_min_severity)
    add_option(arena, &run, "min_severity",
               pv_json_string(pv_str_from(pv_severity_name((pv_severity)settings->min_severity))));
  if (settings->has_min_points)
    add_option(arena, &run, "min_confidence",
               pv_json_string(pv_str_printf(arena, "%d.%02d", settings->min_points / 100,
                                            settings->min_points % 100)));
  if (settings->evaluate)
    add_option(arena, &run, "evaluate", pv_json_string(pv_str_from(settings->evaluate)));
  if (settings->only)
    add_option(arena, &run, "only",
               pv_json_string(settings->only == PV_ONLY_CLAUSES ? PV_STR("clauses")
                                                                : PV_STR("ambiguities")));
  if (settings->lint) add_option(arena, &run, "lint", pv_json_bool(true));
  return run;
}

// People see the findings of high severity, and how many more there are, unless they ask for some.
static pv_write_options write_options(const pv_settings *settings,
                                      const pv_destination *destination) {
  bool asks = settings->has_min_severity || settings->codes.count || settings->lint ||
              settings->only == PV_ONLY_AMBIGUITIES;
  bool compares = settings->command->bit & (PV_FOR_COMPARE | PV_FOR_CHECK);
  pv_severity usual = compares ? PV_SEVERITY_LOW : PV_SEVERITY_HIGH;
  return (pv_write_options){
      .width = settings->width ? settings->width : pv_terminal_width(destination->file),
      .color = pv_terminal_colors(destination->file, (pv_when)settings->color),
      .findings_only = settings->only == PV_ONLY_AMBIGUITIES,
      .min_severity = asks ? PV_SEVERITY_INFO : usual,
  };
}

// The report for people names what was not read, so on one terminal it need not be said twice.
static bool shows_failures(const scan *s) {
  return s->on_terminal && isatty(STDERR_FILENO) && !s->settings->only &&
         strcmp(s->settings->format, "text") == 0;
}

static void show_progress(scan *s, size_t input) {
  for (; s->done < input; s->done++)
    pv_progress_step(&s->progress, s->inputs->items[s->done + 1].path);
}

// What is compared are the clauses that are reported, but with all that was found about them.
static void add_to_portfolio(scan *s, pv_report *report) {
  pv_settings clauses = *s->settings;
  clauses.codes = (pv_names){0};
  clauses.has_min_severity = false;
  pv_filter_apply(&clauses, report);
  pv_portfolio_add(s->portfolio, report, &s->trouble);
}

static bool take(void *context, const pv_batch_result *result) {
  scan *s = context;
  pv_report *report = result->report;
  const pv_error *why = result->err;
  bool goes_on;
  show_progress(s, result->input);
  if (report) {
    if (s->portfolio) add_to_portfolio(s, report);
    pv_filter_apply(s->settings, report);
    if (!s->portfolio && pv_filter_fails(s->settings, report))
      s->exit = pv_exit_worse(s->exit, PV_EXIT_FINDINGS);
    pv_filter_hide(s->settings, report);
    goes_on = !s->trouble.code && pv_writer_document(s->writer, report, &s->trouble);
  } else {
    pv_progress_clear(&s->progress);
    if (!shows_failures(s)) pv_complain_error(result->uri, why);
    s->exit = pv_exit_worse(s->exit, pv_exit_of(why));
    goes_on = pv_writer_failure(s->writer, result->uri, why, &s->trouble);
  }
  // Who reads from a pipe gets each document when it is done.
  if (goes_on && !s->destination->temporary)
    goes_on = pv_output_flush(&s->writer->output) && pv_destination_flush(s->destination);
  return goes_on;
}

static int least_points(const pv_settings *settings) {
  return settings->has_min_points && !settings->min_points ? -1 : settings->min_points;
}

static int64_t milliseconds_since(struct timespec from) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)(now.tv_sec - from.tv_sec) * 1000 + (now.tv_nsec - from.tv_nsec) / 1000000;
}

// When all documents are in.
static bool compare_documents(scan *s) {
  const pv_settings *settings = s->settings;
  pv_compare_options options = {
      .first_only = settings->command->bit == PV_FOR_CHECK,
      .min_severity =
          settings->has_min_severity ? (pv_severity)settings->min_severity : PV_SEVERITY_INFO,
      .codes = settings->codes.items,
      .code_count = settings->codes.count,
  };
  if (!pv_portfolio_compare(s->portfolio, &options, &s->trouble)) return false;
  for (size_t i = 0; i < pv_portfolio_conflict_count(s->portfolio); i++)
    if ((int)pv_portfolio_conflict(s->portfolio, i)->severity >= settings->fail_on)
      s->exit = pv_exit_worse(s->exit, PV_EXIT_FINDINGS);
  return true;
}

static pv_exit scan_inputs(scan *s, const pv_grammar *grammar, bool *complete) {
  const pv_settings *settings = s->settings;
  struct timespec begun;
  clock_gettime(CLOCK_MONOTONIC, &begun);
  pv_read_options read = pv_settings_read_options(settings);
  pv_batch_options options = {
      .grammar = grammar,
      .read = &read,
      .analyze = &(pv_analyze_options){.min_points = least_points(settings),
                                       .evaluate = settings->evaluate,
                                       .lint = settings->lint,
                                       .exact = settings->exact},
      .threads = pv_jobs_count(settings),
  };
  pv_error err = {0};
  if (settings->verbose)
    pv_complain("%zu inputs, at most %zu at a time", s->inputs->count, options.threads);
  *complete = pv_batch_run(s->inputs->items, s->inputs->count, &options, take, s, &err);
  pv_progress_clear(&s->progress);
  if (*complete && s->portfolio) *complete = compare_documents(s);
  int64_t elapsed = milliseconds_since(begun);
  if (*complete) *complete = pv_writer_end(s->writer, s->on_terminal ? elapsed : -1, &s->trouble);
  if (settings->verbose) pv_complain("done in %lld ms", (long long)elapsed);
  if (s->trouble.code && s->trouble.code != PV_ERROR_WRITE) err = s->trouble;
  if (err.code) pv_complain_error(NULL, &err);
  return err.code ? pv_exit_of(&err) : s->exit; // the destination tells why it takes no more
}

static pv_exit complain(const pv_settings *settings, const pv_error *err) {
  if (err->code == PV_ERROR_USAGE) return pv_complain_usage(settings, err);
  pv_complain("%s", err->message);
  return pv_exit_of(err);
}

static pv_exit write_report(const pv_settings *settings, const pv_inputs *inputs,
                            const pv_grammar *grammar, pv_portfolio *portfolio) {
  pv_error err = {0};
  pv_destination destination;
  if (!pv_destination_open(&destination, settings->arena, settings->output, &err))
    return complain(settings, &err);
  pv_run run = describe_run(settings, grammar);
  run.portfolio = portfolio;
  pv_write_options options = write_options(settings, &destination);
  bool on_terminal = isatty(fileno(destination.file)) != 0;
  scan s = {
      .settings = settings,
      .inputs = inputs,
      .portfolio = portfolio,
      .destination = &destination,
      .on_terminal = on_terminal,
      .progress = pv_progress_new((pv_when)settings->progress, inputs->count,
                                  on_terminal || settings->quiet),
      .writer =
          pv_writer_new(settings->format, &run, &options, pv_destination_sink(&destination), &err),
  };
  bool complete = false;
  pv_exit result = s.writer ? scan_inputs(&s, grammar, &complete) : complain(settings, &err);
  pv_writer_free(s.writer);
  return pv_exit_worse(result, pv_destination_close(&destination, complete));
}

// The text of one document, in which the spans of its report count.
static pv_exit emit_text(const pv_settings *settings, const pv_inputs *inputs) {
  pv_error err = {0};
  if (inputs->count != 1) {
    pv_fail(&err, PV_ERROR_USAGE, "--emit-text wants one document, not %zu", inputs->count);
    return pv_complain_usage(settings, &err);
  }
  const pv_batch_input *input = &inputs->items[0];
  pv_read_options options = pv_settings_read_options(settings);
  pv_document *document = input->error ? NULL : pv_document_read(input->path, &options, &err);
  if (!document) {
    pv_complain_error(input->path, input->error ? input->error : &err);
    return pv_exit_of(input->error ? input->error : &err);
  }
  pv_destination destination;
  pv_exit result;
  if (pv_destination_open(&destination, settings->arena, settings->output, &err)) {
    pv_str text = pv_document_text(document);
    pv_sink sink = pv_destination_sink(&destination);
    result = pv_destination_close(&destination, sink.write(sink.to, text.data, text.size));
  } else {
    result = complain(settings, &err);
  }
  pv_document_free(document);
  return result;
}

static bool check_settings(const pv_settings *settings, pv_error *err) {
  if (!settings->arguments.count && !settings->files_from.count)
    return pv_fail(err, PV_ERROR_USAGE,
                   "nothing to read: name a file, a folder, or - for standard input");
  return !settings->as || pv_reader_choose(PV_STR(""), PV_STR(""), settings->as, err);
}

// Whether the first argument is no file, but nearly a command.
static bool misspells_command(const pv_settings *settings, pv_error *err) {
  const char *name = settings->arguments.count ? settings->arguments.items[0] : "";
  pv_str nearest = pv_command_nearest(name);
  if (!nearest.size || strpbrk(name, "./") || access(name, F_OK) == 0) return false;
  pv_fail(err, PV_ERROR_USAGE, "no file and no command \"%s\", did you mean \"" PV_STR_FMT "\"?",
          name, PV_STR_ARG(nearest));
  return true;
}

static pv_exit write_comparison(const pv_settings *settings, const pv_inputs *inputs,
                                const pv_grammar *grammar) {
  pv_error err = {0};
  pv_portfolio *portfolio = pv_portfolio_new(&err);
  if (!portfolio) return complain(settings, &err);
  pv_exit result = write_report(settings, inputs, grammar, portfolio);
  pv_portfolio_free(portfolio);
  return result;
}

pv_exit pv_scan_run(pv_settings *settings) {
  pv_error err = {0};
  if (misspells_command(settings, &err)) return pv_complain_usage(settings, &err);
  return pv_scan_documents(settings, false);
}

pv_exit pv_scan_documents(pv_settings *settings, bool compares) {
  pv_error err = {0};
  pv_inputs inputs = {0};
  if (!check_settings(settings, &err)) return pv_complain_usage(settings, &err);
  if (!pv_inputs_collect(settings, &inputs, &err)) {
    pv_complain_error(NULL, &err);
    return PV_EXIT_INPUT;
  }
  if (settings->emit_text) return emit_text(settings, &inputs);
  pv_exit result = PV_EXIT_OK;
  pv_grammar *grammar = pv_packs_load(settings, &result);
  if (!grammar) return result;
  if (settings->verbose)
    pv_complain("grammar " PV_STR_FMT " " PV_STR_FMT ", %zu rules", PV_STR_ARG(grammar->id),
                PV_STR_ARG(grammar->version), grammar->rule_count);
  if (!pv_filter_check(settings, grammar, &err))
    result = pv_complain_usage(settings, &err);
  else
    result = compares ? write_comparison(settings, &inputs, grammar)
                      : write_report(settings, &inputs, grammar, NULL);
  pv_grammar_free(grammar);
  return result;
}
