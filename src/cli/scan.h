// scan.h - reading documents and writing a report on them.
#ifndef PV_CLI_SCAN_H
#define PV_CLI_SCAN_H

#include <proviso/portfolio.h>

#include "cli/options.h"

// The documents of `settings->arguments` in one report; with `compares` on the conflicts between
// them, too.
pv_exit pv_scan_documents(pv_settings *settings, bool compares);

#endif
