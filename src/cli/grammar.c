// proviso grammar: which action, and what several of them need.
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "cli/destination.h"
#include "cli/grammar_action.h"
#include "cli/message.h"

bool pv_grammar_has_rule(const pv_settings *settings, const pv_grammar *grammar) {
  if (!settings->rule) return true;
  pv_str wanted = pv_str_from(settings->rule);
  pv_str *names = PV_NEW_ARRAY(settings->arena, pv_str, grammar->rule_count);
  for (size_t i = 0; i < grammar->rule_count; i++) {
    names[i] = grammar->rules[i].id;
    if (pv_str_equal(names[i], wanted)) return true;
  }
  pv_str nearest = pv_str_nearest(wanted, names, grammar->rule_count);
  if (nearest.size)
    pv_complain("no rule %s, did you mean " PV_STR_FMT "?", settings->rule, PV_STR_ARG(nearest));
  else
    pv_complain("no rule %s", settings->rule);
  return false;
}

bool pv_grammar_takes_rule(const pv_settings *settings, const pv_rule *rule) {
  return !settings->rule || pv_str_equal(rule->id, pv_str_from(settings->rule));
}

pv_exit pv_grammar_no_memory(void) {
  pv_complain("the system gives no more memory");
  return PV_EXIT_INTERNAL;
}

void pv_grammar_print_place(const pv_rule *rule, uint32_t line) {
  printf(PV_STR_FMT ":%u: rule " PV_STR_FMT ": ", PV_STR_ARG(rule->file), line,
         PV_STR_ARG(rule->id));
}

typedef struct {
  const char *name;
  pv_exit (*run)(pv_settings *settings);
  bool takes_documents; // rather than packs
} action;

static const action actions[] = {
    {"check", pv_grammar_check_run, false},   {"test", pv_grammar_test_run, false},
    {"mutate", pv_grammar_mutate_run, false}, {"profile", pv_grammar_profile_run, true},
    {"list", pv_grammar_list_run, false},     {"compile", pv_grammar_compile_run, false},
};
enum { ACTION_COUNT = sizeof actions / sizeof *actions };

static const action *find_action(const pv_settings *settings, pv_error *err) {
  if (!settings->arguments.count) {
    pv_fail(err, PV_ERROR_USAGE, "grammar wants check, test, mutate, profile, list or compile");
    return NULL;
  }
  const char *name = settings->arguments.items[0];
  pv_str names[ACTION_COUNT];
  for (size_t i = 0; i < ACTION_COUNT; i++) {
    names[i] = pv_str_from(actions[i].name);
    if (strcmp(actions[i].name, name) == 0) return &actions[i];
  }
  pv_str nearest = pv_str_nearest(pv_str_from(name), names, ACTION_COUNT);
  if (nearest.size)
    pv_fail(err, PV_ERROR_USAGE, "unknown \"grammar %s\", did you mean \"grammar " PV_STR_FMT "\"?",
            name, PV_STR_ARG(nearest));
  else
    pv_fail(err, PV_ERROR_USAGE,
            "unknown \"grammar %s\"; there are check, test, mutate, profile, list and compile",
            name);
  return NULL;
}

// Packs that are named take the place of the installed ones.
static void take_paths(pv_settings *settings) {
  for (size_t i = 1; i < settings->arguments.count; i++) {
    PV_PUSH(settings->arena, &settings->grammars, settings->arguments.items[i]);
    settings->no_default_grammar = true;
  }
}

pv_exit pv_grammar_run(pv_settings *settings) {
  pv_error err = {0};
  const action *chosen = find_action(settings, &err);
  if (!chosen) return pv_complain_usage(settings, &err);
  if (!chosen->takes_documents) take_paths(settings);
  pv_exit result = chosen->run(settings);
  pv_destination destination = {.file = stdout};
  return pv_exit_worse(result, pv_destination_close(&destination, true));
}
