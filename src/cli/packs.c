#include "cli/packs.h"

#include "base/error.h"
#include "cli/message.h"

typedef struct {
  pv_exit for_errors; // in a grammar that can be read
  pv_exit trouble;
} loading;

static void complain(void *context, const pv_error *err) {
  loading *l = context;
  pv_complain_error(NULL, err);
  pv_exit trouble = err->code == PV_ERROR_GRAMMAR ? l->for_errors : pv_exit_of(err);
  l->trouble = pv_exit_worse(l->trouble, trouble);
}

pv_grammar *pv_packs_load(const pv_settings *settings, pv_exit *trouble) {
  return pv_packs_load_watched(settings, NULL, trouble);
}

pv_grammar *pv_packs_load_watched(const pv_settings *settings, const pv_load_watch *watch,
                                  pv_exit *trouble) {
  pv_names paths = {0};
  if (!settings->no_default_grammar) PV_PUSH(settings->arena, &paths, NULL);
  for (size_t i = 0; i < settings->grammars.count; i++)
    PV_PUSH(settings->arena, &paths, settings->grammars.items[i]);
  if (paths.count) {
    bool checks = settings->command->bit == PV_FOR_GRAMMAR;
    loading l = {.for_errors = checks ? PV_EXIT_FINDINGS : PV_EXIT_INPUT};
    pv_grammar *grammar = pv_grammar_load_watched(paths.items, paths.count, complain, &l, watch);
    *trouble = l.trouble;
    return grammar;
  }
  pv_error err = {0};
  pv_fail(&err, PV_ERROR_USAGE, "--no-default-grammar wants a grammar: add --grammar PATH");
  *trouble = pv_complain_usage(settings, &err);
  return NULL;
}
