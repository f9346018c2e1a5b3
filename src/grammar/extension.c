// What a pack adds to the lexicons of files that were loaded before it: <extend>.
#include "grammar/extension.h"

typedef PV_VECTOR(pv_str) name_list;

// "en.core:role" is the lexicon `role` of the file `en.core`.
static bool split_name(pv_str name, pv_str *file, pv_str *lexicon) {
  const char *colon = memchr(name.data, ':', name.size);
  if (!colon) return false;
  size_t before = (size_t)(colon - name.data);
  *file = (pv_str){name.data, before};
  *lexicon = (pv_str){colon + 1, name.size - before - 1};
  return true;
}

static bool fail_file(pv_loader *loader, const pv_module *module, const pv_element *element,
                      size_t before, pv_str id) {
  name_list names = {0};
  for (size_t i = 0; i < before; i++)
    PV_PUSH(loader->scratch, &names, loader->modules.items[i]->id);
  pv_str hint = pv_loader_suggest(loader, "", id, names.items, names.count);
  return pv_loader_fail_attribute(loader, module, element, "lexicon",
                                  PV_STR_FMT " is not loaded before this file" PV_STR_FMT,
                                  PV_STR_ARG(id), PV_STR_ARG(hint));
}

// Is the lexicon in the file? Says so where it is not.
static bool check_lexicon(pv_loader *loader, const pv_extension *extension, const pv_module *module,
                          const pv_element *element) {
  const pv_element *root = extension->target->source->root;
  name_list names = {0};
  for (size_t i = 0; i < root->children.count; i++) {
    if (!pv_element_is(root->children.items[i], "lexicon")) continue;
    pv_str id = pv_element_attribute(root->children.items[i], "id");
    if (pv_str_equal(id, extension->lexicon)) return true;
    PV_PUSH(loader->scratch, &names, id);
  }
  pv_str file = extension->target->id;
  pv_str mark = pv_str_printf(loader->scratch, PV_STR_FMT ":", PV_STR_ARG(file));
  pv_str hint = pv_loader_suggest(loader, mark.data, extension->lexicon, names.items, names.count);
  return pv_loader_fail_attribute(
      loader, module, element, "lexicon", PV_STR_FMT " has no lexicon %%" PV_STR_FMT PV_STR_FMT,
      PV_STR_ARG(file), PV_STR_ARG(extension->lexicon), PV_STR_ARG(hint));
}

static void read_extension(pv_loader *loader, size_t number, const pv_element *element) {
  const pv_module *module = loader->modules.items[number];
  pv_extension extension = {.module = module, .element = element};
  pv_str file;
  if (!split_name(pv_element_attribute(element, "lexicon"), &file, &extension.lexicon)) {
    (void)pv_loader_fail_attribute(loader, module, element, "lexicon",
                                   "the lexicon is named with its file: en.core:role");
    return;
  }
  for (size_t i = 0; i < number && !extension.target; i++)
    if (pv_str_equal(loader->modules.items[i]->id, file))
      extension.target = loader->modules.items[i];
  if (!extension.target)
    (void)fail_file(loader, module, element, number, file);
  else if (check_lexicon(loader, &extension, module, element))
    PV_PUSH(loader->scratch, &loader->extensions, extension);
}

void pv_load_extensions(pv_loader *loader) {
  for (size_t number = 0; number < loader->modules.count; number++) {
    const pv_element *root = loader->modules.items[number]->source->root;
    for (size_t i = 0; i < root->children.count; i++)
      if (pv_element_is(root->children.items[i], "extend"))
        read_extension(loader, number, root->children.items[i]);
  }
}
