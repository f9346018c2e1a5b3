#include "cli/packs.h"

#include "base/error.h"
#include "cli/message.h"

pv_grammar *pv_packs_load(const pv_settings *settings, pv_exit *trouble) {
  pv_names paths = {0};
  pv_error err = {0};
  if (!settings->no_default_grammar) PV_PUSH(settings->arena, &paths, NULL);
  for (size_t i = 0; i < settings->grammars.count; i++)
    PV_PUSH(settings->arena, &paths, settings->grammars.items[i]);
  if (!paths.count) {
    pv_fail(&err, PV_ERROR_USAGE, "--no-default-grammar wants a grammar: add --grammar PATH");
    *trouble = pv_complain_usage(settings, &err);
    return NULL;
  }
  pv_grammar *grammar = pv_grammar_load_all(paths.items, paths.count, &err);
  if (grammar) return grammar;
  pv_complain_error(NULL, &err);
  *trouble = pv_exit_of(&err);
  return NULL;
}
