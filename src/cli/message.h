// message.h - what the program says to people, on standard error.
#ifndef PV_CLI_MESSAGE_H
#define PV_CLI_MESSAGE_H

#include <proviso/base.h>

#include "cli/command.h"

// "proviso: …" and a line end.
__attribute__((format(printf, 1, 2))) void pv_complain(const char *format, ...);

// "file:line:column: error: message" where the error has a place, else "path: message"; with
// neither file nor `path`, which may be NULL, "proviso: message".
void pv_complain_error(const char *path, const pv_error *err);

// The same for wrong usage, with a hint at the help of the command.
pv_exit pv_complain_usage(const pv_settings *settings, const pv_error *err);

// What the program returns when a call failed with `err`.
pv_exit pv_exit_of(const pv_error *err);

// The one that counts of two.
pv_exit pv_exit_worse(pv_exit a, pv_exit b);

#endif
