// command.h - the commands of the program: one file each, one row each in the table of command.c.
#ifndef PV_CLI_COMMAND_H
#define PV_CLI_COMMAND_H

#include <stddef.h>

#include <proviso/base.h>

typedef struct pv_settings pv_settings;

// What the program returns to the shell. Of several the highest one counts.
typedef enum {
  PV_EXIT_OK,
  PV_EXIT_FINDINGS, // at or above --fail-on; an example of a grammar that fails
  PV_EXIT_USAGE,
  PV_EXIT_INPUT,    // some input could not be read
  PV_EXIT_INTERNAL, // a limit was passed, or the output does not take the report
} pv_exit;

// A bit for each command: which of them take an option.
enum {
  PV_FOR_SCAN = 1 << 0,
  PV_FOR_GRAMMAR = 1 << 1,
  PV_FOR_EXPLAIN = 1 << 2,
  PV_FOR_DUMP = 1 << 3,
  PV_FOR_HELP = 1 << 4,
  PV_FOR_VERSION = 1 << 5,
  PV_FOR_TRACE = 1 << 6,
  PV_FOR_COMPARE = 1 << 7,
  PV_FOR_CHECK = 1 << 8,
  PV_FOR_DIFF = 1 << 9,
  PV_FOR_ALL = (1 << 10) - 1,
};

typedef struct {
  const char *name;
  unsigned bit;          // PV_FOR_SCAN and so on
  const char *arguments; // behind the name, as in a usage line
  const char *summary;
  pv_exit (*run)(pv_settings *settings);
} pv_command;

const pv_command *pv_commands(size_t *count);

// The command of that name, or NULL.
const pv_command *pv_command_find(const char *name);

// The name of a command that a person who wrote `name` may have meant, or an empty view.
pv_str pv_command_nearest(const char *name);

// One a file.
pv_exit pv_scan_run(pv_settings *settings);
pv_exit pv_compare_run(pv_settings *settings);
pv_exit pv_check_run(pv_settings *settings);
pv_exit pv_diff_run(pv_settings *settings);
pv_exit pv_grammar_run(pv_settings *settings);
pv_exit pv_explain_run(pv_settings *settings);
pv_exit pv_trace_run(pv_settings *settings);
pv_exit pv_dump_run(pv_settings *settings);
pv_exit pv_help_run(pv_settings *settings);
pv_exit pv_version_run(pv_settings *settings);

#endif
