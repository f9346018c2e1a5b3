// What a pack changes of the rules that were loaded before it: <override>. The files of those
// rules stay as they are.
#include "grammar/override.h"

#include <stdlib.h>

typedef PV_VECTOR(pv_str) name_list;

// The file that has the rule, by its number, or the number of files.
static size_t file_of_rule(const pv_symbols *rules, pv_str id, size_t otherwise) {
  const pv_symbol *found = pv_symbol_find(rules, 0, id);
  return found ? (size_t)(uintptr_t)found->value : otherwise;
}

// The ids of the rules of a file, each with the number of the file.
static void add_rules(pv_loader *loader, pv_symbols *rules, size_t file) {
  const pv_element *root = loader->modules.items[file]->source->root;
  for (size_t i = 0; i < root->children.count; i++) {
    const pv_element *phase = root->children.items[i];
    if (!pv_element_is(phase, "phase")) continue;
    for (size_t k = 0; k < phase->children.count; k++) {
      pv_str id = pv_element_attribute(phase->children.items[k], "id");
      if (id.size && !pv_symbol_find(rules, 0, id))
        pv_symbol_add(loader->scratch, rules, 0, id, (void *)(uintptr_t)file);
    }
  }
}

static bool fail_unknown(pv_loader *loader, const pv_module *module, const pv_element *element,
                         const pv_symbols *rules, size_t file) {
  pv_str id = pv_element_attribute(element, "rule");
  name_list names = {0};
  for (size_t i = 0; i < rules->items.count; i++)
    if ((size_t)(uintptr_t)rules->items.items[i].value < file)
      PV_PUSH(loader->scratch, &names, rules->items.items[i].name);
  pv_str hint = pv_loader_suggest(loader, "", id, names.items, names.count);
  return pv_loader_fail_attribute(loader, module, element, "rule",
                                  "no rule " PV_STR_FMT " is loaded before this file" PV_STR_FMT,
                                  PV_STR_ARG(id), PV_STR_ARG(hint));
}

static bool is_repeated(const pv_loader *loader, const pv_override *override) {
  for (size_t i = 0; i < loader->overrides.count; i++) {
    const pv_override *other = &loader->overrides.items[i];
    if (other->module == override->module && pv_str_equal(other->rule, override->rule)) return true;
  }
  return false;
}

static bool check(pv_loader *loader, const pv_override *override, const pv_symbols *rules,
                  size_t file) {
  const pv_module *module = override->module;
  const pv_element *element = override->element;
  size_t home = file_of_rule(rules, override->rule, loader->modules.count);
  if (home == file)
    return pv_loader_fail_attribute(loader, module, element, "rule",
                                    PV_STR_FMT " is in this file: change it there",
                                    PV_STR_ARG(override->rule));
  if (home > file) return fail_unknown(loader, module, element, rules, file);
  if (is_repeated(loader, override))
    return pv_loader_fail_attribute(loader, module, element, "rule",
                                    "this file has an override of " PV_STR_FMT " already",
                                    PV_STR_ARG(override->rule));
  if (element->attributes.count < 2)
    return pv_loader_fail_attribute(
        loader, module, element, "rule",
        "an override says what is different: off, severity, score or priority");
  return true;
}

static void read_overrides(pv_loader *loader, const pv_symbols *rules, size_t file) {
  const pv_module *module = loader->modules.items[file];
  const pv_element *root = module->source->root;
  for (size_t i = 0; i < root->children.count; i++) {
    const pv_element *element = root->children.items[i];
    if (!pv_element_is(element, "override")) continue;
    pv_override override = {module, element, pv_element_attribute(element, "rule")};
    if (check(loader, &override, rules, file))
      PV_PUSH(loader->scratch, &loader->overrides, override);
  }
}

void pv_load_overrides(pv_loader *loader) {
  pv_symbols rules = {0};
  for (size_t file = 0; file < loader->modules.count; file++) add_rules(loader, &rules, file);
  for (size_t file = 0; file < loader->modules.count; file++) read_overrides(loader, &rules, file);
}

bool pv_override_is_off(const pv_loader *loader, pv_str rule) {
  bool is_off = false;
  for (size_t i = 0; i < loader->overrides.count; i++) {
    const pv_override *override = &loader->overrides.items[i];
    if (!pv_str_equal(override->rule, rule) || !pv_element_has(override->element, "off")) continue;
    is_off = pv_str_equal(pv_element_attribute(override->element, "off"), PV_STR("yes"));
  }
  return is_off;
}

static void set_integer(const pv_element *element, const char *attribute, int32_t *value) {
  if (pv_element_has(element, attribute))
    *value = (int32_t)strtol(pv_element_attribute(element, attribute).data, NULL, 10);
}

void pv_override_apply(const pv_loader *loader, pv_rule *rule) {
  for (size_t i = 0; i < loader->overrides.count; i++) {
    const pv_override *override = &loader->overrides.items[i];
    if (!pv_str_equal(override->rule, rule->id)) continue;
    set_integer(override->element, "score", &rule->score);
    set_integer(override->element, "priority", &rule->priority);
    if (pv_element_has(override->element, "severity"))
      rule->severity =
          pv_str_copy(loader->arena, pv_element_attribute(override->element, "severity"));
    rule->changed_by =
        pv_str_printf(loader->arena, PV_STR_FMT "@" PV_STR_FMT, PV_STR_ARG(override->module->id),
                      PV_STR_ARG(override->module->version));
  }
}
