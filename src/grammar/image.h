// image.h - a grammar that was compiled before, in a file beside the packs: loading it is reading
// it.
//
// It is taken only if it was written by a program of the same sources, from files of the same
// bytes.
#ifndef PV_GRAMMAR_IMAGE_H
#define PV_GRAMMAR_IMAGE_H

#include "base/image.h"
#include "grammar/grammar.h"

// A file of the folder of packs.
typedef struct {
  pv_str name; // from the folder on
  pv_str sha256;
} pv_image_source;

// The root of the image.
typedef struct {
  pv_grammar *grammar;
  const struct pv_plan *plan;
  pv_str folder;
  const pv_image_source *sources;
  size_t source_count;
} pv_grammar_image;

extern const pv_image_type pv_grammar_image_type;        // of a pv_grammar
extern const pv_image_type pv_grammar_image_source_type; // of a pv_image_source
extern const pv_image_type pv_grammar_image_program_type;

// The grammar at the start of a root, for functions of pv_image_member.
const pv_grammar *pv_grammar_image_of(const void *root);

// All files in `folder` and below, in the order of their names; those that start with a full stop
// are left out. False if one cannot be read.
bool pv_grammar_image_sources(pv_arena *arena, pv_str folder, pv_grammar_image *image);

// Writes the image of a root to a file.
bool pv_grammar_image_write(const pv_image *image, const char *path, pv_error *err);

// The grammar of the packs in `folder` from the image that goes with it, or NULL.
pv_grammar *pv_grammar_image_load(pv_str folder);

#endif
