// proviso grammar check.
#include <stdio.h>

#include "analyze/survey.h"
#include "base/str.h"
#include "cli/grammar_action.h"
#include "cli/inputs.h"
#include "cli/message.h"
#include "cli/packs.h"
#include "grammar/lint.h"

static size_t count_files(const pv_grammar *grammar) {
  size_t count = 0;
  for (size_t i = 0; i < grammar->rule_count; i++) {
    bool known = false;
    for (size_t k = 0; k < i && !known; k++)
      known = pv_str_equal(grammar->rules[k].file, grammar->rules[i].file);
    count += !known;
  }
  return count;
}

static void print_warning(const pv_warning *warning) {
  printf(PV_STR_FMT ":%u:", PV_STR_ARG(warning->file), warning->line);
  if (warning->column) printf("%u:", warning->column);
  printf(" warning: %s " PV_STR_FMT "\n", warning->id, PV_STR_ARG(warning->message));
}

static void print_counts(const pv_grammar *grammar, size_t warnings) {
  size_t files = count_files(grammar);
  printf("%zu rule%s in %zu file%s: ", grammar->rule_count, grammar->rule_count == 1 ? "" : "s",
         files, files == 1 ? "" : "s");
  if (warnings)
    printf("%zu warning%s\n", warnings, warnings == 1 ? "" : "s");
  else
    puts("ok");
}

// Lets the survey see the documents of --corpus; tells what cannot be read.
static pv_exit show_corpus(const pv_settings *settings, pv_survey *survey) {
  pv_settings corpus = {.arena = settings->arena, .arguments = settings->corpus};
  pv_inputs inputs = {0};
  pv_exit result = PV_EXIT_OK;
  (void)pv_inputs_collect(&corpus, &inputs, NULL);
  for (size_t i = 0; i < inputs.count; i++) {
    pv_error err = {0};
    if (inputs.items[i].error)
      err = *inputs.items[i].error;
    else if (pv_survey_add(survey, inputs.items[i].path, &err))
      continue;
    pv_complain_error(inputs.items[i].path, &err);
    result = pv_exit_worse(result, pv_exit_of(&err));
  }
  return result;
}

static pv_exit survey(const pv_settings *settings, const pv_grammar *grammar, pv_survey **out) {
  *out = pv_survey_new(settings->arena, grammar);
  return *out ? show_corpus(settings, *out) : pv_grammar_no_memory();
}

static pv_exit compare(const pv_settings *settings, const pv_survey *now, pv_warnings *warnings) {
  pv_settings earlier = *settings;
  pv_exit result = PV_EXIT_OK;
  pv_survey *old = NULL;
  earlier.no_default_grammar = true;
  earlier.grammars = settings->against;
  pv_grammar *grammar = pv_packs_load(&earlier, &result);
  if (!grammar) return result;
  result = survey(settings, grammar, &old);
  if (old) pv_survey_compare(now, old, warnings);
  pv_survey_free(old);
  pv_grammar_free(grammar);
  return result;
}

static pv_exit check_findings(const pv_settings *settings, const pv_grammar *grammar,
                              pv_warnings *warnings) {
  pv_survey *now = NULL;
  pv_exit result = survey(settings, grammar, &now);
  if (now) pv_survey_warn(now, warnings);
  if (now && settings->against.count)
    result = pv_exit_worse(result, compare(settings, now, warnings));
  pv_survey_free(now);
  return result;
}

static pv_exit check(const pv_settings *settings, const pv_grammar *grammar,
                     pv_warnings *warnings) {
  pv_exit result = PV_EXIT_OK;
  if (settings->corpus.count || settings->against.count)
    result = check_findings(settings, grammar, warnings);
  for (size_t i = 0; i < warnings->items.count; i++) print_warning(&warnings->items.items[i]);
  print_counts(grammar, warnings->items.count);
  if (settings->strict && warnings->items.count) result = pv_exit_worse(result, PV_EXIT_FINDINGS);
  return result;
}

pv_exit pv_grammar_check_run(pv_settings *settings) {
  pv_warnings warnings = {.arena = settings->arena};
  pv_load_watch watch = {.done = pv_lint_run, .context = &warnings};
  pv_exit result = PV_EXIT_OK;
  pv_grammar *grammar = pv_packs_load_watched(settings, &watch, &result);
  if (!grammar) return result;
  result = check(settings, grammar, &warnings);
  pv_grammar_free(grammar);
  return result;
}
