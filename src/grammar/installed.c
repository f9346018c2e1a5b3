// Where packs and the schema are.
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "grammar/pack.h"

#ifndef PV_GRAMMAR_DIR
#define PV_GRAMMAR_DIR "grammars"
#endif

enum { MAX_PATH = 4096 };

static const char schema_name[] = "schema/grammar.rng";

static bool has_file(pv_arena *arena, pv_str folder, const char *name) {
  struct stat info;
  pv_str path = pv_str_printf(arena, PV_STR_FMT "/%s", PV_STR_ARG(folder), name);
  return stat(path.data, &info) == 0 && S_ISREG(info.st_mode);
}

// The folder that the running program is in, or "".
static pv_str program_folder(pv_arena *arena) {
  char path[MAX_PATH];
  ssize_t size = readlink("/proc/self/exe", path, sizeof path);
  while (size > 0 && path[size - 1] != '/') size--;
  return size > 1 ? pv_str_copy(arena, (pv_str){path, (size_t)size - 1}) : PV_STR("");
}

// Calls for each place where packs may be, best first, until one has the file `name`.
static pv_str folder_with(pv_arena *arena, const char *name) {
  static const char *const beside[] = {"../share/proviso/grammars", "../grammars",
                                       "../../grammars"};
  const char *chosen = getenv("PROVISO_GRAMMARS");
  if (chosen && *chosen) {
    pv_str folder = pv_str_copy(arena, pv_str_from(chosen));
    if (has_file(arena, folder, name)) return folder;
  }
  pv_str program = program_folder(arena);
  for (size_t i = 0; program.size && i < sizeof beside / sizeof *beside; i++) {
    pv_str folder = pv_str_printf(arena, PV_STR_FMT "/%s", PV_STR_ARG(program), beside[i]);
    if (has_file(arena, folder, name)) return folder;
  }
  if (has_file(arena, PV_STR(PV_GRAMMAR_DIR), name)) return PV_STR(PV_GRAMMAR_DIR);
  return has_file(arena, PV_STR("grammars"), name) ? PV_STR("grammars") : PV_STR("");
}

pv_str pv_pack_image_beside_program(pv_arena *arena) {
  pv_str folder = program_folder(arena);
  return folder.size ? pv_str_printf(arena, PV_STR_FMT "/grammars.image", PV_STR_ARG(folder))
                     : PV_STR("");
}

pv_str pv_pack_installed(pv_arena *arena) { return folder_with(arena, "pack.xml"); }

// The part of `path` before its last "/", or "." where there is none.
static pv_str folder_of(pv_arena *arena, pv_str path) {
  while (path.size > 1 && path.data[path.size - 1] == '/') path.size--;
  while (path.size && path.data[path.size - 1] != '/') path.size--;
  if (!path.size) return PV_STR(".");
  return pv_str_copy(arena, path.size > 1 ? (pv_str){path.data, path.size - 1} : path);
}

// The folder of the schema that goes with the pack or file at `path`: that folder, or one of the
// two above it; else that of the installed packs.
static pv_str schema_folder(pv_arena *arena, const char *path) {
  enum { LEVELS = 3 };
  pv_str folder = pv_str_from(path);
  for (int i = 0; path && i < LEVELS; i++) {
    if (has_file(arena, folder, schema_name)) return folder;
    folder = folder_of(arena, folder);
  }
  return folder_with(arena, schema_name);
}

const pv_schema *pv_pack_schema(pv_loader *loader, const char *path, pv_error *err) {
  pv_arena *arena = loader->scratch;
  pv_str folder = schema_folder(arena, path);
  if (!folder.size) {
    (void)pv_fail(err, PV_ERROR_NOT_FOUND,
                  "no %s beside the pack nor in the installed grammars; PROVISO_GRAMMARS can name "
                  "their folder",
                  schema_name);
    return NULL;
  }
  pv_str file = pv_str_printf(arena, PV_STR_FMT "/%s", PV_STR_ARG(folder), schema_name);
  const pv_symbol *known = pv_symbol_find(&loader->schemas, 0, file);
  if (known) return known->value;
  const pv_schema *schema = pv_schema_load(arena, file.data, err);
  if (schema) pv_symbol_add(arena, &loader->schemas, 0, file, schema);
  return schema;
}
