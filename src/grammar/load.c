// The way of a grammar: files, frames, types, lexicons and macros, rules, and at the end, when the
// vocabulary is complete, predicates and atoms.
#include "base/error.h"
#include "grammar/image.h"
#include "grammar/pack.h"

// What is to be loaded: paths, or one text.
typedef struct {
  const char *const *paths;
  size_t count;
  const char *name;
  pv_str text;
  const pv_load_watch *watch; // or NULL
} input;

static void read_path(pv_loader *loader, const char *path) {
  pv_error err = {0};
  const pv_schema *schema = pv_pack_schema(loader, path, &err);
  if (schema)
    (void)pv_pack_add(loader, path, schema);
  else
    (void)pv_loader_fail(loader, &err);
}

static void read_installed(pv_loader *loader) {
  pv_error err = {0};
  pv_str path = pv_pack_installed(loader->scratch);
  if (path.size) {
    read_path(loader, path.data);
    return;
  }
  (void)pv_fail(&err, PV_ERROR_NOT_FOUND,
                "no installed grammars; PROVISO_GRAMMARS can name their folder");
  (void)pv_loader_fail(loader, &err);
}

static void read_text(pv_loader *loader, const input *in) {
  pv_error err = {0};
  const pv_schema *schema = pv_pack_schema(loader, NULL, &err);
  if (schema)
    (void)pv_pack_add_bytes(loader, in->name, in->text, schema);
  else
    (void)pv_loader_fail(loader, &err);
}

static void read_input(pv_loader *loader, const input *in) {
  if (in->text.data) read_text(loader, in);
  for (size_t i = 0; i < in->count; i++) {
    if (in->paths[i])
      read_path(loader, in->paths[i]);
    else
      read_installed(loader);
  }
}

static void finish(pv_loader *loader) {
  pv_grammar *grammar = loader->grammar;
  char hex[PV_SHA256_HEX_SIZE];
  pv_sha256_finish(&loader->sha, hex);
  grammar->sha256 = pv_str_copy(loader->arena, pv_str_from(hex));
  pv_program *looks = PV_NEW_ARRAY(loader->arena, pv_program, loader->looks.count);
  if (loader->looks.count) memcpy(looks, loader->looks.items, loader->looks.count * sizeof *looks);
  grammar->looks = looks;
  grammar->look_count = loader->looks.count;
  pv_load_frequencies(loader);
  pv_load_atoms(loader);
  pv_predicates_finish(loader->predicates, grammar);
}

static void compile(pv_loader *loader, const input *in) {
  pv_sha256_init(&loader->sha);
  read_input(loader, in);
  if (loader->error_count) return;
  pv_load_frames(loader);
  pv_load_types(loader);
  pv_load_lexicons_and_macros(loader);
  pv_load_frame_satellites(loader);
  pv_load_overrides(loader);
  pv_load_rules(loader);
  pv_load_weights(loader);
  if (pv_vocabulary_size(loader->grammar->vocabulary) >= PV_MAX_WORDS) {
    pv_error err = {0};
    (void)pv_fail(&err, PV_ERROR_LIMIT, "a grammar may name %d words at most", PV_MAX_WORDS);
    (void)pv_loader_fail(loader, &err);
  }
  if (loader->error_count) return;
  if (in->watch && in->watch->rules) in->watch->rules(in->watch->context, loader);
  finish(loader);
  if (in->watch && in->watch->done) in->watch->done(in->watch->context, loader);
}

static void tell_memory(pv_grammar_on_error *on_error, void *context) {
  pv_error err = {0};
  (void)pv_fail(&err, PV_ERROR_MEMORY, "no memory for the grammar");
  if (on_error) on_error(context, &err);
}

static pv_grammar *load(const input *in, pv_arena *arena, pv_arena *scratch,
                        pv_grammar_on_error *on_error, void *context) {
  pv_loader *loader = PV_NEW(scratch, pv_loader);
  *loader = (pv_loader){.arena = arena,
                        .scratch = scratch,
                        .grammar = PV_NEW(arena, pv_grammar),
                        .predicates = pv_predicates_new(arena, scratch),
                        .on_error = on_error,
                        .context = context};
  loader->grammar->arena = arena;
  loader->grammar->vocabulary = pv_vocabulary_new(arena);
  compile(loader, in);
  return loader->error_count ? NULL : loader->grammar;
}

// The arenas jump back here where there is no memory.
static pv_grammar *load_guarded(const input *in, pv_grammar_on_error *on_error, void *context) {
  pv_arena *arena = pv_arena_new(0);
  pv_arena *scratch = pv_arena_new(0);
  jmp_buf out;
  if (!arena || !scratch || setjmp(out)) {
    pv_arena_free(scratch);
    pv_arena_free(arena);
    tell_memory(on_error, context);
    return NULL;
  }
  pv_arena_guard(arena, &out);
  pv_arena_guard(scratch, &out);
  pv_grammar *grammar = load(in, arena, scratch, on_error, context);
  pv_arena_guard(arena, NULL);
  pv_arena_free(scratch);
  if (!grammar) pv_arena_free(arena);
  return grammar;
}

pv_grammar *pv_grammar_load_verbose(const char *const *paths, size_t count,
                                    pv_grammar_on_error *on_error, void *context) {
  return pv_grammar_load_watched(paths, count, on_error, context, NULL);
}

// The installed packs alone may be there as they were compiled before.
static pv_grammar *load_image(void) {
  pv_arena *arena = pv_arena_new(0);
  jmp_buf out;
  if (!arena || setjmp(out)) {
    pv_arena_free(arena);
    return NULL;
  }
  pv_arena_guard(arena, &out);
  pv_str folder = pv_pack_installed(arena);
  pv_grammar *grammar = folder.size ? pv_grammar_image_load(folder) : NULL;
  pv_arena_free(arena);
  return grammar;
}

pv_grammar *pv_grammar_load_watched(const char *const *paths, size_t count,
                                    pv_grammar_on_error *on_error, void *context,
                                    const pv_load_watch *watch) {
  pv_grammar *grammar = count == 1 && !paths[0] && !watch ? load_image() : NULL;
  if (grammar) return grammar;
  return load_guarded(&(input){.paths = paths, .count = count, .watch = watch}, on_error, context);
}

static void keep_first(void *context, const pv_error *error) {
  pv_error *first = context;
  if (first && first->code == PV_OK) *first = *error;
}

pv_grammar *pv_grammar_load_all(const char *const *paths, size_t count, pv_error *err) {
  pv_error first = {0};
  pv_grammar *grammar = pv_grammar_load_verbose(paths, count, keep_first, &first);
  if (!grammar && err) *err = first;
  return grammar;
}

pv_grammar *pv_grammar_load(const char *path, pv_error *err) {
  return pv_grammar_load_all(&path, 1, err);
}

pv_grammar *pv_grammar_load_text(const char *name, pv_str xml, pv_error *err) {
  pv_error first = {0};
  pv_grammar *grammar = load_guarded(&(input){.name = name, .text = xml}, keep_first, &first);
  if (!grammar && err) *err = first;
  return grammar;
}

void pv_grammar_free(pv_grammar *grammar) {
  if (grammar) pv_arena_free(grammar->arena);
}
