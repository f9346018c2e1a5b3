// proviso grammar check.
#include <stdio.h>

#include "base/str.h"
#include "cli/grammar_action.h"
#include "cli/packs.h"

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

static void print_counts(const pv_grammar *grammar) {
  size_t files = count_files(grammar);
  printf("%zu rule%s in %zu file%s: ok\n", grammar->rule_count, grammar->rule_count == 1 ? "" : "s",
         files, files == 1 ? "" : "s");
}

pv_exit pv_grammar_check_run(pv_settings *settings) {
  pv_exit result = PV_EXIT_OK;
  pv_grammar *grammar = pv_packs_load(settings, &result);
  if (!grammar) return result;
  print_counts(grammar);
  pv_grammar_free(grammar);
  return PV_EXIT_OK;
}
