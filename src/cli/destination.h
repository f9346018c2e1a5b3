// destination.h - where the report goes: standard output, or a file that appears when it is
// complete.
#ifndef PV_CLI_DESTINATION_H
#define PV_CLI_DESTINATION_H

#include <proviso/write.h>

#include "base/arena.h"
#include "cli/command.h"

typedef struct {
  FILE *file;
  const char *path;      // as the user gave it, NULL: standard output
  const char *temporary; // in the same folder; NULL: `file` is written in place
  int trouble;           // the errno of the first failure
} pv_destination;

// `path` may be NULL for standard output. A device, a pipe or a link is written in place.
bool pv_destination_open(pv_destination *destination, pv_arena *arena, const char *path,
                         pv_error *err);

// Takes bytes until the first failure. The output stays where it is.
pv_sink pv_destination_sink(pv_destination *destination);

// Sends what waits on its way. False after a failure.
bool pv_destination_flush(pv_destination *destination);

// Ends the output: with `complete` the file gets its name, else it vanishes. Says what went wrong;
// that nobody reads on behind a pipe is not wrong.
pv_exit pv_destination_close(pv_destination *destination, bool complete);

#endif
