#include "cli/options_apply.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "clause/payment.h"

enum { MAX_CHOICES = 16, MAX_JOBS = 256, MIN_WIDTH = 40, MAX_WIDTH = 400 };

static void *target_of(pv_settings *settings, const pv_option *option) {
  return (char *)settings + option->target;
}

bool pv_apply_flag(pv_settings *settings, const pv_option *option, const char *argument,
                   pv_error *err) {
  (void)argument, (void)err;
  *(bool *)target_of(settings, option) = true;
  return true;
}

bool pv_apply_text(pv_settings *settings, const pv_option *option, const char *argument,
                   pv_error *err) {
  if (!*argument)
    return pv_fail(err, PV_ERROR_USAGE, "--%s wants %s", option->name, option->argument);
  *(const char **)target_of(settings, option) = argument;
  return true;
}

bool pv_apply_list(pv_settings *settings, const pv_option *option, const char *argument,
                   pv_error *err) {
  if (!*argument)
    return pv_fail(err, PV_ERROR_USAGE, "--%s wants %s", option->name, option->argument);
  pv_names *names = target_of(settings, option);
  PV_PUSH(settings->arena, names, argument);
  return true;
}

// The place of `argument` among the choices, or -1 with the error filled in.
static int choice_of(const pv_option *option, const char *argument, pv_error *err) {
  pv_str names[MAX_CHOICES], list = {"", 0};
  size_t count = 0;
  char all[256] = "";
  for (; option->choices[count] && count < MAX_CHOICES; count++) {
    if (strcmp(option->choices[count], argument) == 0) return (int)count;
    names[count] = pv_str_from(option->choices[count]);
    if (count) strncat(all, ", ", sizeof all - strlen(all) - 1);
    strncat(all, option->choices[count], sizeof all - strlen(all) - 1);
  }
  list = pv_str_nearest(pv_str_from(argument), names, count);
  if (list.size)
    pv_fail(err, PV_ERROR_USAGE, "--%s: unknown \"%s\", did you mean \"" PV_STR_FMT "\"?",
            option->name, argument, PV_STR_ARG(list));
  else
    pv_fail(err, PV_ERROR_USAGE, "--%s: unknown \"%s\"; it may be %s", option->name, argument, all);
  return -1;
}

bool pv_apply_choice(pv_settings *settings, const pv_option *option, const char *argument,
                     pv_error *err) {
  int choice = choice_of(option, argument, err);
  if (choice >= 0) *(int *)target_of(settings, option) = choice;
  return choice >= 0;
}

bool pv_apply_word(pv_settings *settings, const pv_option *option, const char *argument,
                   pv_error *err) {
  int choice = choice_of(option, argument, err);
  if (choice >= 0) *(const char **)target_of(settings, option) = option->choices[choice];
  return choice >= 0;
}

bool pv_apply_min_severity(pv_settings *settings, const pv_option *option, const char *argument,
                           pv_error *err) {
  settings->has_min_severity = true;
  return pv_apply_choice(settings, option, argument, err);
}

// "0.5", "1", ".875": exact hundredths of a number from 0 to 1, rounded up, or -1.
static int hundredths_of(const char *number) {
  int whole = 0, part = 0, digits = 0;
  const char *at = number;
  for (; *at >= '0' && *at <= '9'; at++, digits++)
    if ((whole = whole * 10 + (*at - '0')) > 1) return -1;
  bool more = false;
  if (*at == '.')
    for (int scale = 10; *++at >= '0' && *at <= '9'; digits++, scale /= 10) {
      part += scale * (*at - '0');
      more |= scale == 0 && *at != '0';
    }
  if (*at || !digits) return -1;
  int points = whole * 100 + part + more;
  return points <= 100 ? points : -1;
}

bool pv_apply_evaluate(pv_settings *settings, const pv_option *option, const char *argument,
                       pv_error *err) {
  pv_decimal base;
  if (!pv_payment_base(pv_str_from(argument), &base))
    return pv_fail(err, PV_ERROR_USAGE,
                   "--%s wants a number of at most 18 digits, like 1,500,000.50, not \"%s\"",
                   option->name, argument);
  settings->evaluate = argument;
  return true;
}

bool pv_apply_min_confidence(pv_settings *settings, const pv_option *option, const char *argument,
                             pv_error *err) {
  int points = hundredths_of(argument);
  if (points < 0)
    return pv_fail(err, PV_ERROR_USAGE, "--%s wants a number from 0 to 1, not \"%s\"", option->name,
                   argument);
  settings->has_min_points = true;
  settings->min_points = points;
  return true;
}

static bool apply_number(pv_settings *settings, const pv_option *option, const char *argument,
                         int least, int most, pv_error *err) {
  char *end;
  long number = strtol(argument, &end, 10);
  if (*argument < '0' || *argument > '9' || *end || number < least || number > most)
    return pv_fail(err, PV_ERROR_USAGE, "--%s wants a number from %d to %d, not \"%s\"",
                   option->name, least, most, argument);
  *(int *)target_of(settings, option) = (int)number;
  return true;
}

bool pv_apply_width(pv_settings *settings, const pv_option *option, const char *argument,
                    pv_error *err) {
  return apply_number(settings, option, argument, MIN_WIDTH, MAX_WIDTH, err);
}

bool pv_apply_jobs(pv_settings *settings, const pv_option *option, const char *argument,
                   pv_error *err) {
  return apply_number(settings, option, argument, 1, MAX_JOBS, err);
}
