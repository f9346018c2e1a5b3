// pack.h - which files a grammar is made of, and where the installed ones are.
#ifndef PV_GRAMMAR_PACK_H
#define PV_GRAMMAR_PACK_H

#include "grammar/loader.h"

// The folder of the installed packs, or "" where there is none: what PROVISO_GRAMMARS says, else
// beside the program, else where it was installed to, else "grammars".
pv_str pv_pack_installed(pv_arena *arena);

// The schema for the pack or file at `path` (NULL: for a text): the one beside it, where a pack
// brings its own, else that of the installed packs. NULL with `err` where there is none.
const pv_schema *pv_pack_schema(pv_loader *loader, const char *path, pv_error *err);

// Adds the modules of the pack or grammar file at `path` to the loader, in order. False where
// something is wrong, which is reported.
bool pv_pack_add(pv_loader *loader, const char *path, const pv_schema *schema);

// The same for one file whose bytes are given (NUL-terminated).
bool pv_pack_add_bytes(pv_loader *loader, const char *name, pv_str bytes, const pv_schema *schema);

// Where the compiled grammar of the installed packs is, if it is beside the program; or "".
pv_str pv_pack_image_beside_program(pv_arena *arena);

#endif
