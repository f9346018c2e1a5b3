// proviso grammar check.
#include <stdio.h>

#include "base/str.h"
#include "cli/grammar_action.h"
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

pv_exit pv_grammar_check_run(pv_settings *settings) {
  pv_warnings warnings = {.arena = settings->arena};
  pv_load_watch watch = {.done = pv_lint_run, .context = &warnings};
  pv_exit result = PV_EXIT_OK;
  pv_grammar *grammar = pv_packs_load_watched(settings, &watch, &result);
  if (!grammar) return result;
  for (size_t i = 0; i < warnings.items.count; i++) print_warning(&warnings.items.items[i]);
  print_counts(grammar, warnings.items.count);
  pv_grammar_free(grammar);
  return settings->strict && warnings.items.count ? PV_EXIT_FINDINGS : PV_EXIT_OK;
}
