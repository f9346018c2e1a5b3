// terminal.h - what is known of the terminal: colour, width, and the line of progress.
#ifndef PV_CLI_TERMINAL_H
#define PV_CLI_TERMINAL_H

#include <stdio.h>
#include <time.h>

#include "cli/options.h"

// Whether `file` is to be coloured. NO_COLOR and TERM=dumb switch it off unless it is `always`.
bool pv_terminal_colors(FILE *file, pv_when when);

// Columns of the terminal that `file` is, or PV_DEFAULT_WIDTH if it is none.
enum { PV_DEFAULT_WIDTH = 80 };
int pv_terminal_width(FILE *file);

// One line on standard error that says how far a run is: "scanning 412/1,030  contracts/…  eta 4
// s".
typedef struct {
  bool wanted;
  bool patient; // it does not show in a run that is over at once
  bool shown;
  size_t total;
  size_t done;
  struct timespec begun;
  struct timespec drawn;
} pv_progress;

// `quietly`: the report goes to a terminal and shows itself how far the run is.
pv_progress pv_progress_new(pv_when when, size_t total, bool quietly);

// One document is done; `path` is the one after it, or NULL.
void pv_progress_step(pv_progress *progress, const char *path);

// Takes the line away, before anything else is written and at the end.
void pv_progress_clear(pv_progress *progress);

#endif
