// loader.h - what the files of this folder share while a grammar is loaded.
#ifndef PV_GRAMMAR_LOADER_H
#define PV_GRAMMAR_LOADER_H

#include "base/hash.h"
#include "grammar/grammar.h"
#include "grammar/predicate.h"
#include "grammar/source.h"
#include "grammar/symbol.h"

typedef struct pv_node pv_node;

// A grammar file, while it is loaded.
typedef struct {
  const pv_source *source;
  pv_str id;      // en.exclusivity
  pv_str version; // 1.0.0
  pv_str language;
  PV_VECTOR(uint32_t) imports; // modules whose lexicons and macros it may use
} pv_module;

// A program that is compiled, for its required atoms, which are known at the end.
typedef struct {
  pv_program *program;
  const pv_node *node;
  bool is_match; // rather than a condition or satellite
} pv_compiled;

// What a frame reads for all of its rules, as the satellites of a rule without a name.
typedef struct {
  const pv_module *module;
  const pv_element *element;
  pv_rule satellites;
} pv_frame_source;

// Entries that `module` adds to a lexicon of another file.
typedef struct {
  const pv_module *module;
  const pv_element *element;
  const pv_module *target;
  pv_str lexicon;
} pv_extension;

// What `module` changes of a rule of another file.
typedef struct {
  const pv_module *module;
  const pv_element *element;
  pv_str rule;
} pv_override;

struct pv_loader {
  pv_arena *arena;   // of the grammar
  pv_arena *scratch; // freed when it is loaded
  pv_grammar *grammar;
  pv_predicates *predicates;
  PV_VECTOR(pv_module *) modules;
  pv_symbols schemas;  // by path
  bool lacks_files;    // one of a pack is wrong: that others miss it is not worth saying
  pv_symbols lexicons; // by module and name
  pv_symbols macros;
  pv_symbols rules;
  pv_str type_names[PV_MAX_TYPES];
  pv_phase type_from[PV_MAX_TYPES]; // the first phase that can read it
  uint32_t type_count;
  pv_frame_source *frames; // by number of the frame
  PV_VECTOR(pv_extension) extensions;
  PV_VECTOR(pv_override) overrides;
  PV_VECTOR(pv_compiled) compiled;
  PV_VECTOR(pv_program) looks;
  pv_sha256 sha;
  pv_grammar_on_error *on_error;
  void *context;
  size_t error_count;
};

// Where an expression stands, so that what is wrong in it can be shown.
typedef struct {
  pv_loader *loader;
  const pv_module *module;
  const pv_element *element;
  pv_str text;
} pv_place_in_file;

// Tell `on_error` what is wrong, with the line and a caret under the place. Return false.
__attribute__((format(printf, 4, 5))) bool pv_loader_fail_at(pv_loader *loader,
                                                             const pv_source *source,
                                                             uint32_t offset, const char *format,
                                                             ...);
__attribute__((format(printf, 5, 6))) bool
pv_loader_fail_attribute(pv_loader *loader, const pv_module *module, const pv_element *element,
                         const char *attribute, const char *format, ...);

// Passes on an error that is already filled in.
bool pv_loader_fail(pv_loader *loader, const pv_error *error);

// "; did you mean %channel?" for the nearest of `names`, or "".
pv_str pv_loader_suggest(pv_loader *loader, const char *mark, pv_str name, const pv_str *names,
                         size_t count);

// The path of `href`, which stands in `file`; empty where it is absolute or leads out of the
// folder.
pv_str pv_loader_path(pv_loader *loader, pv_str file, pv_str href);

// The stages of loading, each in its file. They report what is wrong and go on where they can.
void pv_load_lexicons_and_macros(pv_loader *loader);
void pv_load_frames(pv_loader *loader);
// Behind lexicons and macros, which the expressions name.
void pv_load_frame_satellites(pv_loader *loader);
void pv_load_types(pv_loader *loader);
// Before the rules.
void pv_load_overrides(pv_loader *loader);
void pv_load_rules(pv_loader *loader);
// Behind the rules, which the cues name; it adds words.
void pv_load_weights(pv_loader *loader);
// When the vocabulary is complete.
void pv_load_frequencies(pv_loader *loader);
void pv_load_atoms(pv_loader *loader);

// PV_PHASE_COUNT where there is none of that name.
pv_phase pv_phase_named(pv_str name);

// The frame of that id, or NULL.
const pv_frame *pv_grammar_frame(const pv_grammar *grammar, pv_str id);

#endif
