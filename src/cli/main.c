#include <signal.h>

#include "cli/destination.h"
#include "cli/manual.h"
#include "cli/message.h"

static pv_exit print_and_flush(const pv_settings *settings) {
  if (settings->manual)
    pv_manual_print(stdout);
  else if (settings->completion)
    pv_completion_print(stdout, settings->completion);
  else
    pv_help_print_command(stdout, settings->command);
  pv_destination destination = {.file = stdout};
  return pv_destination_close(&destination, true);
}

static pv_exit run_command(pv_settings *settings, int count, char **arguments) {
  pv_error err = {0};
  if (count < 2) {
    pv_usage_print(stderr);
    return PV_EXIT_USAGE;
  }
  if (!pv_settings_parse(settings, count, arguments, &err))
    return pv_complain_usage(settings, &err);
  bool names_command = arguments[1][0] != '-';
  if (settings->help && !names_command) {
    settings->arguments.count = 0;
    return pv_help_run(settings);
  }
  if (settings->manual || settings->completion || settings->help) return print_and_flush(settings);
  if (settings->version) return pv_version_run(settings);
  return settings->command->run(settings);
}

int main(int count, char **arguments) {
  // A reader that goes away is seen where the program writes.
  signal(SIGPIPE, SIG_IGN);
  pv_arena *arena = pv_arena_new(0);
  jmp_buf out;
  if (!arena || setjmp(out)) {
    pv_complain("the system gives no more memory");
    return PV_EXIT_INTERNAL;
  }
  pv_arena_guard(arena, &out);
  pv_settings settings = {.arena = arena};
  pv_exit result = run_command(&settings, count, arguments);
  pv_arena_free(arena);
  return (int)result;
}
