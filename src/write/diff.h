// diff.h - printing what changed between two versions, as text or JSON.
#ifndef PV_WRITE_DIFF_H
#define PV_WRITE_DIFF_H

#include <proviso/diff.h>

#include "write/page.h"
#include "write/printer.h"
#include "write/writer.h"

// Prints in `format` (text, json; jsonl is json on one line). Of findings text shows those from
// `options->min_severity` on. Fills `err` for an unknown format, without memory, or where the sink
// takes no more.
bool pv_diff_write(const pv_diff *diff, const char *format, const pv_run *run,
                   const pv_write_options *options, pv_sink sink, pv_error *err);

// One a format.
void pv_diff_print_text(const pv_diff *diff, const pv_write_options *options, pv_page *page,
                        pv_arena *arena);
void pv_diff_print_json(const pv_diff *diff, const pv_run *run, pv_printer *printer);

#endif
