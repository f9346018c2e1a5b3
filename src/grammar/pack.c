#include "grammar/pack.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/error.h"

enum { ENGINE = 1, MAX_MODULES = 1000 };

pv_str pv_loader_path(pv_loader *loader, pv_str file, pv_str href) {
  bool leads_out = href.size == 0 || href.data[0] == '/' || strstr(href.data, "..") != NULL;
  if (leads_out) return PV_STR("");
  size_t folder = file.size;
  while (folder > 0 && file.data[folder - 1] != '/') folder--;
  return pv_str_printf(loader->scratch, "%.*s" PV_STR_FMT, (int)folder, file.data,
                       PV_STR_ARG(href));
}

// "^1.2" takes 1.2.0 and whatever follows below 2; "1.2.0" only itself.
static bool version_fits(pv_str wanted, pv_str version) {
  if (!pv_str_starts_with(wanted, PV_STR("^"))) return pv_str_equal(wanted, version);
  unsigned want[3] = {0}, have[3] = {0};
  if (sscanf(wanted.data + 1, "%9u.%9u.%9u", &want[0], &want[1], &want[2]) < 1) return false;
  if (sscanf(version.data, "%9u.%9u.%9u", &have[0], &have[1], &have[2]) < 1) return false;
  if (want[0] != have[0]) return false;
  return have[1] > want[1] || (have[1] == want[1] && have[2] >= want[2]);
}

static void import(pv_loader *loader, pv_module *module, const pv_element *element) {
  pv_str id = pv_element_attribute(element, "pack");
  PV_VECTOR(pv_str) names = {0};
  for (uint32_t i = 0; i < loader->modules.count; i++) {
    const pv_module *other = loader->modules.items[i];
    PV_PUSH(loader->scratch, &names, other->id);
    if (!pv_str_equal(other->id, id)) continue;
    if (!version_fits(pv_element_attribute(element, "version"), other->version))
      (void)pv_loader_fail_attribute(loader, module, element, "version",
                                     PV_STR_FMT " is there in version " PV_STR_FMT, PV_STR_ARG(id),
                                     PV_STR_ARG(other->version));
    PV_PUSH(loader->scratch, &module->imports, i);
    return;
  }
  if (loader->lacks_files) return;
  pv_str hint = pv_loader_suggest(loader, "", id, names.items, names.count);
  (void)pv_loader_fail_attribute(loader, module, element, "pack",
                                 PV_STR_FMT " is not loaded before this" PV_STR_FMT, PV_STR_ARG(id),
                                 PV_STR_ARG(hint));
}

static void check_engine(pv_loader *loader, const pv_module *module) {
  const pv_element *root = module->source->root;
  if (strtol(pv_element_attribute(root, "engine").data, NULL, 10) != ENGINE)
    (void)pv_loader_fail_attribute(loader, module, root, "engine",
                                   "this program knows the language of engine %d", ENGINE);
}

// "1.2.0": three numbers.
static bool is_version(pv_str text) {
  int dots = 0;
  bool digit = false;
  for (size_t i = 0; i < text.size; i++) {
    if (text.data[i] == '.' && !digit) return false;
    if (text.data[i] != '.' && (text.data[i] < '0' || text.data[i] > '9')) return false;
    digit = text.data[i] != '.';
    dots += !digit;
  }
  return digit && dots == 2;
}

static void check_version(pv_loader *loader, const pv_module *module) {
  if (!is_version(module->version))
    (void)pv_loader_fail_attribute(loader, module, module->source->root, "version",
                                   "a version is three numbers: 1.0.0");
}

static pv_module *module_of(pv_loader *loader, const pv_source *source) {
  pv_module *module = PV_NEW(loader->scratch, pv_module);
  module->source = source;
  module->id = pv_element_attribute(source->root, "id");
  module->version = pv_element_attribute(source->root, "version");
  module->language = pv_element_attribute(source->root, "xml:lang");
  check_engine(loader, module);
  check_version(loader, module);
  return module;
}

// The first pack or file gives the grammar its name.
static void name_grammar(pv_loader *loader, const pv_module *module) {
  if (loader->grammar->id.size) return;
  loader->grammar->id = pv_str_copy(loader->arena, module->id);
  loader->grammar->version = pv_str_copy(loader->arena, module->version);
}

static bool add_module(pv_loader *loader, const pv_source *source) {
  pv_module *module = module_of(loader, source);
  name_grammar(loader, module);
  for (size_t i = 0; i < loader->modules.count; i++)
    if (pv_str_equal(loader->modules.items[i]->id, module->id))
      return pv_loader_fail_attribute(loader, module, source->root, "id",
                                      PV_STR_FMT " is loaded already", PV_STR_ARG(module->id));
  if (loader->modules.count == MAX_MODULES)
    return pv_loader_fail_attribute(loader, module, source->root, "id",
                                    "a grammar may have %d files at most", MAX_MODULES);
  for (size_t i = 0; i < source->root->children.count; i++)
    if (pv_element_is(source->root->children.items[i], "import"))
      import(loader, module, source->root->children.items[i]);
  PV_PUSH(loader->scratch, &loader->modules, module);
  return true;
}

static const pv_source *parse(pv_loader *loader, const char *name, pv_str bytes,
                              const pv_schema *schema) {
  pv_error err = {0};
  pv_sha256_add(&loader->sha, bytes);
  const pv_source *source = pv_source_parse(loader->scratch, name, bytes, schema, &err);
  if (!source) (void)pv_loader_fail(loader, &err);
  return source;
}

// Is the file still what the pack says, where it says something?
static bool check_sum(pv_loader *loader, const pv_module *pack, const pv_element *file,
                      pv_str bytes) {
  pv_str wanted = pv_element_attribute(file, "sha256");
  char sum[PV_SHA256_HEX_SIZE];
  if (!pv_element_has(file, "sha256")) return true;
  pv_sha256_print(bytes, sum);
  if (pv_str_equal_ignoring_case(wanted, pv_str_from(sum))) return true;
  return pv_loader_fail_attribute(loader, pack, file, "sha256", "the SHA-256 of the file is %s",
                                  sum);
}

// The grammar that the <file> of a pack names, or NULL.
static const pv_source *read_file(pv_loader *loader, const pv_module *pack, const pv_element *file,
                                  const pv_schema *schema) {
  pv_str path = pv_loader_path(loader, pack->source->file, pv_element_attribute(file, "href"));
  pv_error err = {0};
  pv_str bytes;
  if (!path.size) {
    (void)pv_loader_fail_attribute(loader, pack, file, "href",
                                   "a file of a pack is in its folder or below");
    return NULL;
  }
  if (!pv_source_read(loader->scratch, path.data, &bytes, &err)) {
    (void)pv_loader_fail(loader, &err);
    return NULL;
  }
  if (!check_sum(loader, pack, file, bytes)) return NULL;
  const pv_source *source = parse(loader, path.data, bytes, schema);
  if (!source || pv_element_is(source->root, "grammar")) return source;
  (void)pv_loader_fail_attribute(loader, pack, file, "href", "this file is no grammar");
  return NULL;
}

static const pv_source *read_and_parse(pv_loader *loader, const char *path,
                                       const pv_schema *schema) {
  pv_error err = {0};
  pv_str bytes;
  if (pv_source_read(loader->scratch, path, &bytes, &err))
    return parse(loader, path, bytes, schema);
  (void)pv_loader_fail(loader, &err);
  return NULL;
}

// The files of a pack.xml. All are read, even where one is wrong.
static bool add_files(pv_loader *loader, const pv_source *pack, const pv_schema *schema) {
  pv_module *module = module_of(loader, pack);
  name_grammar(loader, module);
  bool all = true;
  for (size_t i = 0; i < pack->root->children.count; i++) {
    const pv_element *file = pack->root->children.items[i];
    if (!pv_element_is(file, "file")) continue;
    const pv_source *source = read_file(loader, module, file, schema);
    bool is_there = source && add_module(loader, source);
    loader->lacks_files |= !is_there;
    all &= is_there;
  }
  return all;
}

static bool add_source(pv_loader *loader, const pv_source *source, const pv_schema *schema) {
  if (!source) return false;
  if (pv_element_is(source->root, "pack")) return add_files(loader, source, schema);
  return add_module(loader, source);
}

bool pv_pack_add_bytes(pv_loader *loader, const char *name, pv_str bytes, const pv_schema *schema) {
  return add_source(loader, parse(loader, name, bytes, schema), schema);
}

bool pv_pack_add(pv_loader *loader, const char *path, const pv_schema *schema) {
  struct stat info;
  if (stat(path, &info) == 0 && S_ISDIR(info.st_mode))
    path = pv_str_printf(loader->scratch, "%s/pack.xml", path).data;
  return add_source(loader, read_and_parse(loader, path, schema), schema);
}
