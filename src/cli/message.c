#include "cli/message.h"

#include <stdarg.h>
#include <stdio.h>

#include "cli/options.h"

void pv_complain(const char *format, ...) {
  va_list args;
  va_start(args, format);
  fputs("proviso: ", stderr);
  vfprintf(stderr, format, args);
  fputc('\n', stderr);
  va_end(args);
}

// Names of files may hold anything, also what a terminal would obey.
static void print_name(const char *name) {
  for (; *name; name++) fputc((unsigned char)*name < ' ' || *name == 127 ? '?' : *name, stderr);
}

void pv_complain_error(const char *path, const pv_error *err) {
  const char *place = err->file[0] ? err->file : path;
  print_name(place ? place : "proviso");
  if (err->line) fprintf(stderr, ":%u:%u: error", err->line, err->column);
  fprintf(stderr, ": %s\n", err->message);
}

pv_exit pv_complain_usage(const pv_settings *settings, const pv_error *err) {
  pv_complain("%s", err->message);
  if (!settings->quiet) fprintf(stderr, "Try \"proviso help %s\".\n", settings->command->name);
  return PV_EXIT_USAGE;
}

pv_exit pv_exit_of(const pv_error *err) {
  switch (err->code) {
  case PV_ERROR_USAGE: return PV_EXIT_USAGE;
  case PV_ERROR_LIMIT:
  case PV_ERROR_MEMORY:
  case PV_ERROR_WRITE: return PV_EXIT_INTERNAL;
  default: return PV_EXIT_INPUT;
  }
}

pv_exit pv_exit_worse(pv_exit a, pv_exit b) { return a > b ? a : b; }
