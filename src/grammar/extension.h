// extension.h - entries that a pack adds to a lexicon that is not its own.
//
//   in:  <extend> elements of files that are loaded behind that of the lexicon
//   out: a list, for those who read the lexicons
#ifndef PV_GRAMMAR_EXTENSION_H
#define PV_GRAMMAR_EXTENSION_H

#include "grammar/loader.h"

// Before the lexicons. Fills `loader->extensions`, in the order of the files.
void pv_load_extensions(pv_loader *loader);

#endif
