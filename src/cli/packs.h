// packs.h - loading the grammar that the options ask for.
#ifndef PV_CLI_PACKS_H
#define PV_CLI_PACKS_H

#include "cli/options.h"
#include "grammar/grammar.h"

// The installed packs, unless they are to be left out, and those of --grammar. Says all that is
// wrong, and what the program returns, where it returns NULL. The grammar is yours to free.
pv_grammar *pv_packs_load(const pv_settings *settings, pv_exit *trouble);

// The same with somebody who watches, or NULL.
pv_grammar *pv_packs_load_watched(const pv_settings *settings, const pv_load_watch *watch,
                                  pv_exit *trouble);

#endif
