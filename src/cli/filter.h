// filter.h - leaving out of a report what the user did not ask for.
#ifndef PV_CLI_FILTER_H
#define PV_CLI_FILTER_H

#include "cli/options.h"
#include "report/report.h"

// Checks the names of families, kinds and codes against the grammar and the checks.
bool pv_filter_check(const pv_settings *settings, const pv_grammar *grammar, pv_error *err);

// Takes out the clauses of other families and kinds with the ambiguities in them, and the
// ambiguities of other codes and below the least severity. What stays names nothing that is gone.
void pv_filter_apply(const pv_settings *settings, pv_report *report);

// Takes out all clauses or all ambiguities where the user wants only the others.
void pv_filter_hide(const pv_settings *settings, pv_report *report);

// Whether there is an ambiguity at or above the severity at which the program is to fail.
bool pv_filter_fails(const pv_settings *settings, const pv_report *report);

#endif
