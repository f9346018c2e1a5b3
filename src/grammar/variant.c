#include "grammar/variant.h"

#include "grammar/compile.h"
#include "grammar/unit.h"

static void visit_phase(pv_loader *loader, const pv_module *module, const pv_element *phase,
                        pv_rule_visit *visit, void *context) {
  for (size_t i = 0; i < phase->children.count; i++) {
    const pv_element *element = phase->children.items[i];
    if (!pv_element_is(element, "rule")) continue;
    const pv_symbol *found = pv_symbol_find(&loader->rules, 0, pv_element_attribute(element, "id"));
    if (found) visit(context, &(pv_rule_site){loader, module, element, found->value});
  }
}

void pv_rules_visit(pv_loader *loader, pv_rule_visit *visit, void *context) {
  for (size_t m = 0; m < loader->modules.count; m++) {
    const pv_module *module = loader->modules.items[m];
    const pv_element *root = module->source->root;
    for (size_t i = 0; i < root->children.count; i++)
      if (pv_element_is(root->children.items[i], "phase"))
        visit_phase(loader, module, root->children.items[i], visit, context);
  }
}

pv_str pv_variant_replace(pv_loader *loader, pv_str text, pv_span at, pv_str by) {
  return pv_str_printf(loader->scratch, "%.*s" PV_STR_FMT "%.*s", (int)at.start, text.data,
                       PV_STR_ARG(by), (int)(text.size - at.end), text.data + at.end);
}

// The captures that the rule has, so that they keep their numbers.
static pv_captures captures_of(const pv_rule_site *site) {
  pv_captures captures = {.frame = site->rule->frame};
  for (size_t i = 0; i < site->rule->capture_count; i++)
    PV_PUSH(site->loader->scratch, &captures.names, site->rule->captures[i]);
  return captures;
}

// Programs of variants take part in no list of the loader, so they have no atoms: they are run
// wherever their rule is tried.
bool pv_variant_compile(const pv_rule_site *site, pv_str text, pv_program *program) {
  pv_loader *loader = site->loader;
  pv_grammar_on_error *on_error = loader->on_error;
  size_t errors = loader->error_count, compiled = loader->compiled.count;
  pv_captures captures = captures_of(site);
  pv_place_in_file place = {loader, site->module, site->element, text};
  loader->on_error = NULL;
  bool done = pv_compile(&place, site->rule->phase, &captures, true, program);
  loader->on_error = on_error;
  loader->error_count = errors;
  loader->compiled.count = compiled;
  return done;
}

typedef struct {
  pv_ways *ways;
  const pv_rule_site *site;
  size_t match;
  pv_str text;
} way_maker;

static const char no_token[] = "[#upper and #lower]";

static void add_way(const way_maker *maker, const pv_unit_choice *choice, size_t number) {
  pv_loader *loader = maker->site->loader;
  pv_str text = maker->text, way = pv_str_slice(text, choice->ways[number]);
  pv_way made = {.rule = maker->site->rule, .match = maker->match};
  pv_str only = pv_variant_replace(loader, text, choice->at, way);
  pv_str without = pv_variant_replace(loader, text, choice->ways[number], pv_str_from(no_token));
  pv_str never = pv_variant_replace(loader, text, choice->at, pv_str_from(no_token));
  if (!pv_variant_compile(maker->site, only, &made.only) ||
      !pv_variant_compile(maker->site, without, &made.without) ||
      !pv_variant_compile(maker->site, never, &made.never))
    return;
  made.text = pv_str_copy(loader->arena, way);
  PV_PUSH(loader->arena, &maker->ways->items, made);
}

static void make_ways(void *context, const pv_rule_site *site) {
  pv_ways *ways = context;
  if (ways->rule.size && !pv_str_equal(ways->rule, site->rule->id)) return;
  for (size_t m = 0; m < site->rule->match_count; m++) {
    way_maker maker = {ways, site, m, site->rule->matches[m].source};
    pv_units units = pv_units_read(site->loader->scratch, maker.text);
    for (size_t i = 0; i < units.choice_count; i++)
      for (size_t k = 0; k < units.choices[i].count; k++) add_way(&maker, &units.choices[i], k);
  }
}

void pv_ways_make(void *context, pv_loader *loader) { pv_rules_visit(loader, make_ways, context); }
