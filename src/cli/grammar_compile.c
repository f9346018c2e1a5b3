// proviso grammar compile.
#include "base/error.h"
#include "cli/grammar_action.h"
#include "cli/message.h"
#include "cli/packs.h"
#include "grammar/pack.h"
#include "match/plan_image.h"

static pv_exit fail(const pv_error *err) {
  pv_complain_error(NULL, err);
  return pv_exit_of(err);
}

static void nothing(void *context, pv_loader *loader) {
  (void)context;
  (void)loader;
}

// The installed packs are read from their files, whatever was compiled before.
pv_exit pv_grammar_compile_run(pv_settings *settings) {
  pv_error err = {0};
  pv_exit result = PV_EXIT_OK;
  if (!settings->output || settings->grammars.count) {
    pv_fail(&err, PV_ERROR_USAGE, "grammar compile wants --output FILE, and takes no packs");
    return pv_complain_usage(settings, &err);
  }
  pv_str folder = pv_pack_installed(settings->arena);
  const pv_load_watch watch = {.done = nothing};
  pv_grammar *grammar = pv_packs_load_watched(settings, &watch, &result);
  if (!grammar) return result;
  if (!pv_plan_image_write(settings->arena, grammar, folder, settings->output, &err))
    result = fail(&err);
  pv_grammar_free(grammar);
  return result;
}
