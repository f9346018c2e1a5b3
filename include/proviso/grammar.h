// grammar.h - loading grammar packs.
//
// A grammar is immutable once loaded: any number of threads may analyse with it.
#ifndef PROVISO_GRAMMAR_H
#define PROVISO_GRAMMAR_H

#include <proviso/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pv_grammar pv_grammar;

// Loads the pack at `path`: a folder with a pack.xml, or one grammar file; NULL: the installed
// packs. Returns NULL and fills `err` (with file, line and column) where it does not load. The
// grammar is yours to free.
pv_grammar *pv_grammar_load(const char *path, pv_error *err);

// The same for several packs, in order: later ones may use what earlier ones declare.
pv_grammar *pv_grammar_load_all(const char *const *paths, size_t count, pv_error *err);

void pv_grammar_free(pv_grammar *grammar);

// What the report repeats: the first pack's id and version, and the SHA-256 of all files, in hex.
pv_str pv_grammar_id(const pv_grammar *grammar);
pv_str pv_grammar_version(const pv_grammar *grammar);
pv_str pv_grammar_sha256(const pv_grammar *grammar);

#ifdef __cplusplus
}
#endif

#endif
