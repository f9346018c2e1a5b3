// proviso grammar check, test and list.
#include <string.h>

#include "analyze/example.h"
#include "base/error.h"
#include "base/str.h"
#include "cli/destination.h"
#include "cli/message.h"
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

static pv_exit check(const pv_settings *settings, const pv_grammar *grammar) {
  (void)settings;
  size_t files = count_files(grammar);
  printf("%zu rule%s in %zu file%s: ok\n", grammar->rule_count, grammar->rule_count == 1 ? "" : "s",
         files, files == 1 ? "" : "s");
  return PV_EXIT_OK;
}

static pv_str emitted(const pv_grammar *grammar, const pv_rule *rule) {
  return rule->frame ? rule->frame->id : grammar->type_names[rule->type];
}

static int wider(int width, pv_str text) { return (int)text.size > width ? (int)text.size : width; }

static pv_exit list(const pv_settings *settings, const pv_grammar *grammar) {
  (void)settings;
  int id = 0, frame = 0, kind = 0;
  for (size_t i = 0; i < grammar->rule_count; i++) {
    const pv_rule *rule = &grammar->rules[i];
    id = wider(id, rule->id);
    frame = wider(frame, emitted(grammar, rule));
    kind = wider(kind, rule->kind);
  }
  for (size_t i = 0; i < grammar->rule_count; i++) {
    const pv_rule *rule = &grammar->rules[i];
    pv_str emits = emitted(grammar, rule);
    printf("%-*.*s  %-6s  %-*.*s  %-*.*s  %3d  " PV_STR_FMT "\n", id, PV_STR_ARG(rule->id),
           pv_phase_name(rule->phase), frame, PV_STR_ARG(emits), kind, PV_STR_ARG(rule->kind),
           rule->score, PV_STR_ARG(rule->title));
  }
  return PV_EXIT_OK;
}

typedef struct {
  const pv_settings *settings;
  const pv_grammar *grammar;
  pv_matcher *matcher;
  pv_arena *arena; // reset for every example
  size_t counts[PV_VERDICT_DONE + 1];
} testing;

static void print_problem(const pv_rule *rule, const pv_example *example,
                          const pv_example_result *result) {
  static const char *const kinds[] = {
      [PV_EXAMPLE_FIRE] = "fire", [PV_EXAMPLE_QUIET] = "quiet", [PV_EXAMPLE_TODO] = "todo"};
  printf(PV_STR_FMT ":%u: rule " PV_STR_FMT ": %s example: " PV_STR_FMT ": \"" PV_STR_FMT "\"\n",
         PV_STR_ARG(rule->file), example->line, PV_STR_ARG(rule->id), kinds[example->kind],
         PV_STR_ARG(result->problem), PV_STR_ARG(pv_str_trim(example->text)));
}

static void test_example(testing *t, const pv_rule *rule, const pv_example *example) {
  pv_arena_reset(t->arena);
  pv_example_result result = pv_example_run(t->matcher, t->arena, t->grammar, rule, example);
  t->counts[result.verdict]++;
  if (result.verdict == PV_VERDICT_DONE)
    result.problem = example->wants_fire ? PV_STR("WORKS NOW, make it a <fire>")
                                         : PV_STR("WORKS NOW, make it a <quiet>");
  bool tells = result.verdict == PV_VERDICT_FAILED || result.verdict == PV_VERDICT_DONE ||
               (result.verdict == PV_VERDICT_TODO && t->settings->verbose);
  if (tells) print_problem(rule, example, &result);
}

static bool check_rule_name(const pv_settings *settings, const pv_grammar *grammar) {
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

static pv_exit test(const pv_settings *settings, const pv_grammar *grammar) {
  if (!check_rule_name(settings, grammar)) return PV_EXIT_USAGE;
  testing t = {.settings = settings,
               .grammar = grammar,
               .matcher = pv_matcher_new(grammar),
               .arena = pv_arena_new(0)};
  if (!t.matcher || !t.arena) {
    pv_complain("the system gives no more memory");
    return PV_EXIT_INTERNAL;
  }
  for (size_t i = 0; i < grammar->rule_count; i++) {
    const pv_rule *rule = &grammar->rules[i];
    if (settings->rule && !pv_str_equal(rule->id, pv_str_from(settings->rule))) continue;
    for (size_t k = 0; k < rule->example_count; k++) test_example(&t, rule, &rule->examples[k]);
  }
  size_t todo = t.counts[PV_VERDICT_TODO] + t.counts[PV_VERDICT_DONE];
  size_t failed = t.counts[PV_VERDICT_FAILED];
  printf("%zu examples, %zu failed", t.counts[PV_VERDICT_PASSED] + failed + todo, failed);
  if (todo) printf(", %zu to do", todo);
  putchar('\n');
  pv_matcher_free(t.matcher);
  pv_arena_free(t.arena);
  return failed ? PV_EXIT_FINDINGS : PV_EXIT_OK;
}

typedef struct {
  const char *name;
  pv_exit (*run)(const pv_settings *settings, const pv_grammar *grammar);
} action;

static const action actions[] = {{"check", check}, {"test", test}, {"list", list}};
enum { ACTION_COUNT = sizeof actions / sizeof *actions };

static const action *find_action(const pv_settings *settings, pv_error *err) {
  if (!settings->arguments.count) {
    pv_fail(err, PV_ERROR_USAGE, "grammar wants check, test or list");
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
    pv_fail(err, PV_ERROR_USAGE, "unknown \"grammar %s\"; there are check, test and list", name);
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
  take_paths(settings);
  pv_exit result = PV_EXIT_OK;
  pv_grammar *grammar = pv_packs_load(settings, &result);
  if (!grammar) return result;
  result = chosen->run(settings, grammar);
  pv_grammar_free(grammar);
  pv_destination destination = {.file = stdout};
  return pv_exit_worse(result, pv_destination_close(&destination, true));
}
