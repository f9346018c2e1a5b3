// manual.h - what the program says about itself, from the tables of commands and options.
#ifndef PV_CLI_MANUAL_H
#define PV_CLI_MANUAL_H

#include <stdio.h>

#include "cli/options.h"

// The help of one screen, and the usage lines alone.
void pv_help_print(FILE *to);
void pv_usage_print(FILE *to);

// The help on one command, with all its options.
void pv_help_print_command(FILE *to, const pv_command *command);

// The man page, in mdoc.
void pv_manual_print(FILE *to);

// Completion for "bash" or "fish".
void pv_completion_print(FILE *to, const char *shell);

// What the exit codes mean, by code.
const char *pv_exit_meaning(pv_exit code);

typedef struct {
  const char *command;
  const char *meaning;
} pv_usage_example;

const pv_usage_example *pv_usage_examples(size_t *count);

#endif
