// proviso diff: what changed between two versions of a document.
#include "write/diff.h"

#include <proviso/analyze.h>

#include "base/error.h"
#include "base/str.h"
#include "cli/destination.h"
#include "cli/filter.h"
#include "cli/message.h"
#include "cli/packs.h"
#include "cli/terminal.h"

typedef struct {
  pv_document *document;
  pv_report *report;
} version;

static bool read_version(const pv_settings *settings, const pv_grammar *grammar, const char *path,
                         version *read, pv_exit *result) {
  pv_error err = {0};
  pv_read_options how = pv_settings_read_options(settings);
  pv_analyze_options what = {.min_points = settings->min_points, .lint = settings->lint};
  read->document = pv_document_read(path, &how, &err);
  if (read->document) read->report = pv_analyze(read->document, grammar, &what, &err);
  if (read->report) {
    pv_filter_apply(settings, read->report);
    return true;
  }
  pv_complain_error(path, &err);
  *result = pv_exit_worse(*result, pv_exit_of(&err));
  return false;
}

static void free_version(version *read) {
  pv_report_free(read->report);
  pv_document_free(read->document);
}

// A clause that says something else weighs like a finding of high severity, a fact of the document
// like one of medium, other words like one of low.
static bool fails(const pv_settings *settings, const pv_diff *diff) {
  int worst = pv_diff_fact_count(diff) ? PV_SEVERITY_MEDIUM : PV_SEVERITY_INFO - 1;
  for (size_t i = 0; i < pv_diff_clause_count(diff); i++) {
    bool is_reworded = pv_diff_clause(diff, i)->kind == PV_CHANGE_REWORDED;
    int severity = is_reworded ? PV_SEVERITY_LOW : PV_SEVERITY_HIGH;
    if (severity > worst) worst = severity;
  }
  for (size_t i = 0; i < pv_diff_finding_count(diff); i++) {
    const pv_finding_change *finding = pv_diff_finding(diff, i);
    if (finding->is_new && (int)finding->ambiguity->severity > worst)
      worst = (int)finding->ambiguity->severity;
  }
  return worst >= settings->fail_on;
}

static pv_exit write(const pv_settings *settings, const pv_grammar *grammar, const pv_diff *diff) {
  pv_error err = {0};
  pv_destination destination;
  if (!pv_destination_open(&destination, settings->arena, settings->output, &err)) {
    pv_complain("%s", err.message);
    return pv_exit_of(&err);
  }
  pv_run run = {.grammar = grammar};
  pv_write_options options = {
      .width = settings->width ? settings->width : pv_terminal_width(destination.file),
      .color = pv_terminal_colors(destination.file, (pv_when)settings->color),
      .min_severity = settings->has_min_severity ? PV_SEVERITY_INFO : PV_SEVERITY_HIGH,
  };
  bool complete = pv_diff_write(diff, settings->format, &run, &options,
                                pv_destination_sink(&destination), &err);
  pv_exit result = PV_EXIT_OK;
  if (!complete && err.code == PV_ERROR_USAGE)
    result = pv_complain_usage(settings, &err);
  else if (fails(settings, diff))
    result = PV_EXIT_FINDINGS;
  return pv_exit_worse(result, pv_destination_close(&destination, complete));
}

static pv_exit compare(const pv_settings *settings, const pv_grammar *grammar) {
  version before = {0}, after = {0};
  pv_exit result = PV_EXIT_OK;
  bool read = read_version(settings, grammar, settings->arguments.items[0], &before, &result);
  read &= read_version(settings, grammar, settings->arguments.items[1], &after, &result);
  pv_error err = {0};
  pv_diff *diff = read ? pv_diff_make(before.report, after.report, &err) : NULL;
  if (diff)
    result = write(settings, grammar, diff);
  else if (read)
    result = pv_exit_of(&err);
  pv_diff_free(diff);
  free_version(&before);
  free_version(&after);
  return result;
}

pv_exit pv_diff_run(pv_settings *settings) {
  pv_error err = {0};
  if (settings->arguments.count != 2) {
    pv_fail(&err, PV_ERROR_USAGE, "diff wants two documents, the old and the new one, not %zu",
            settings->arguments.count);
    return pv_complain_usage(settings, &err);
  }
  pv_exit result = PV_EXIT_OK;
  pv_grammar *grammar = pv_packs_load(settings, &result);
  if (!grammar) return result;
  result = pv_filter_check(settings, grammar, &err) ? compare(settings, grammar)
                                                    : pv_complain_usage(settings, &err);
  pv_grammar_free(grammar);
  return result;
}
