// options_apply.h - what the options of the table do with their arguments.
#ifndef PV_CLI_OPTIONS_APPLY_H
#define PV_CLI_OPTIONS_APPLY_H

#include "cli/options.h"

// Sets a bool.
bool pv_apply_flag(pv_settings *settings, const pv_option *option, const char *argument,
                   pv_error *err);

// Sets a const char *.
bool pv_apply_text(pv_settings *settings, const pv_option *option, const char *argument,
                   pv_error *err);

// Adds to a pv_names.
bool pv_apply_list(pv_settings *settings, const pv_option *option, const char *argument,
                   pv_error *err);

// Sets an int to the place of the argument among the choices, or a const char * to the choice.
bool pv_apply_choice(pv_settings *settings, const pv_option *option, const char *argument,
                     pv_error *err);
bool pv_apply_word(pv_settings *settings, const pv_option *option, const char *argument,
                   pv_error *err);

bool pv_apply_min_severity(pv_settings *settings, const pv_option *option, const char *argument,
                           pv_error *err);
bool pv_apply_evaluate(pv_settings *settings, const pv_option *option, const char *argument,
                       pv_error *err);
bool pv_apply_min_confidence(pv_settings *settings, const pv_option *option, const char *argument,
                             pv_error *err);
bool pv_apply_width(pv_settings *settings, const pv_option *option, const char *argument,
                    pv_error *err);
bool pv_apply_jobs(pv_settings *settings, const pv_option *option, const char *argument,
                   pv_error *err);

#endif
