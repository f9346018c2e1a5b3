// proviso grammar list.
#include <stdio.h>

#include "base/str.h"
#include "cli/grammar_action.h"
#include "cli/packs.h"

static pv_str emitted(const pv_grammar *grammar, const pv_rule *rule) {
  return rule->frame ? rule->frame->id : grammar->type_names[rule->type];
}

static int wider(int width, pv_str text) { return (int)text.size > width ? (int)text.size : width; }

static void list(const pv_grammar *grammar) {
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
}

pv_exit pv_grammar_list_run(pv_settings *settings) {
  pv_exit result = PV_EXIT_OK;
  pv_grammar *grammar = pv_packs_load(settings, &result);
  if (!grammar) return result;
  list(grammar);
  pv_grammar_free(grammar);
  return PV_EXIT_OK;
}
