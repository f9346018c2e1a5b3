// Lexicons and macros, in the order in which they stand: one may use those before it, so that none
// can use itself.
#include "grammar/extension.h"
#include "grammar/lexicon.h"

static void add_macro(pv_loader *loader, uint32_t scope, const pv_element *element) {
  const pv_module *module = loader->modules.items[scope];
  pv_str id = pv_element_attribute(element, "id");
  if (pv_symbol_find(&loader->macros, scope, id)) {
    (void)pv_loader_fail_attribute(loader, module, element, "id",
                                   "there is a macro $" PV_STR_FMT " already", PV_STR_ARG(id));
    return;
  }
  pv_expression expression = {.place = {loader, module, element, element->text},
                              .phase = PV_PHASE_COUNT,
                              .argument = pv_element_attribute(element, "arg")};
  const pv_node *body = pv_expression_parse(&expression);
  if (body && expression.argument.size && !body->has_argument) {
    (void)pv_loader_fail_attribute(loader, module, element, "arg",
                                   "this macro does not use its argument");
    body = NULL;
  }
  pv_symbol_add(loader->scratch, &loader->macros, scope, id, body);
}

static void add_lexicon(pv_loader *loader, uint32_t scope, const pv_element *element) {
  const pv_module *module = loader->modules.items[scope];
  pv_str id = pv_element_attribute(element, "id");
  if (pv_symbol_find(&loader->lexicons, scope, id)) {
    (void)pv_loader_fail_attribute(loader, module, element, "id",
                                   "there is a lexicon %%" PV_STR_FMT " already", PV_STR_ARG(id));
    return;
  }
  pv_symbol_add(loader->scratch, &loader->lexicons, scope, id,
                pv_lexicon_read(loader, module, element));
}

void pv_load_lexicons_and_macros(pv_loader *loader) {
  pv_load_extensions(loader);
  for (uint32_t scope = 0; scope < loader->modules.count; scope++) {
    const pv_element *root = loader->modules.items[scope]->source->root;
    for (size_t i = 0; i < root->children.count; i++) {
      const pv_element *element = root->children.items[i];
      if (pv_element_is(element, "lexicon")) add_lexicon(loader, scope, element);
      if (pv_element_is(element, "macro")) add_macro(loader, scope, element);
    }
  }
}
