// proviso help, --help and version.
#include <string.h>

#include "base/str.h"
#include "cli/destination.h"
#include "cli/manual.h"
#include "cli/message.h"

enum { LEFT = 26 }; // columns of the options, before what they do

static const pv_usage_example examples[] = {
    {"proviso agreement.txt", "its clauses, and what is unclear"},
    {"proviso -f jsonl -o report.jsonl contracts/", "a line of JSON a document"},
    {"proviso --fail-on high drafts/*.md", "for CI: fails if unclear"},
};

const pv_usage_example *pv_usage_examples(size_t *count) {
  *count = sizeof examples / sizeof *examples;
  return examples;
}

const char *pv_exit_meaning(pv_exit code) {
  static const char *const meanings[] = {
      [PV_EXIT_OK] = "all was read, and nothing is at or above --fail-on",
      [PV_EXIT_FINDINGS] = "findings at or above --fail-on, or examples of a grammar that fail",
      [PV_EXIT_USAGE] = "wrong usage",
      [PV_EXIT_INPUT] = "some input could not be read; the others are in the report",
      [PV_EXIT_INTERNAL] = "a limit was passed, or the report could not be written",
  };
  return meanings[code];
}

static void print_usage_line(FILE *to, const char *start, const pv_command *command) {
  fprintf(to, "%s proviso %s%s%s\n", start, command->bit == PV_FOR_SCAN ? "[scan]" : command->name,
          *command->arguments ? " " : "", command->arguments);
}

void pv_usage_print(FILE *to) {
  size_t count;
  const pv_command *commands = pv_commands(&count);
  for (size_t i = 0; i < count; i++) print_usage_line(to, i ? "      " : "usage:", &commands[i]);
}

static void print_option(FILE *to, const pv_option *option) {
  char left[64];
  int size = snprintf(left, sizeof left, option->letter ? "  -%c, --%s%s%s" : "  %.0d    --%s%s%s",
                      option->letter, option->name, option->argument ? " " : "",
                      option->argument ? option->argument : "");
  if (size > LEFT)
    fprintf(to, "%s\n%*s%s\n", left, LEFT + 2, "", option->help);
  else
    fprintf(to, "%-*s  %s\n", LEFT, left, option->help);
}

// The options of `commands` by group; those for experts only with `all`.
static void print_options(FILE *to, unsigned commands, bool all) {
  size_t count;
  const pv_option *options = pv_options(&count);
  for (pv_option_group group = 0; group < PV_GROUP_COUNT; group++) {
    bool begun = false;
    for (size_t i = 0; i < count; i++) {
      const pv_option *option = &options[i];
      if (option->group != group || !(option->commands & commands)) continue;
      if (option->minor && !all) continue;
      if (!begun) fprintf(to, "%s\n", pv_option_group_title(group));
      begun = true;
      print_option(to, option);
    }
  }
}

static void print_examples(FILE *to) {
  fputs("Examples\n", to);
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
    fprintf(to, "  %-44s %s\n", examples[i].command, examples[i].meaning);
}

void pv_help_print(FILE *to) {
  fputs("Finds exclusivity, licensing and revenue-share clauses in contracts.\n", to);
  pv_usage_print(to);
  fputs("PATH is a file, a folder with all in it, or - for standard input.\n", to);
  print_options(to, PV_FOR_SCAN, false);
  print_examples(to);
}

void pv_help_print_command(FILE *to, const pv_command *command) {
  print_usage_line(to, "usage:", command);
  fprintf(to, "%s\n\n", command->summary);
  print_options(to, command->bit, true);
  if (command->bit != PV_FOR_SCAN) return;
  fputc('\n', to);
  print_examples(to);
  fputs("\nExit status\n", to);
  for (pv_exit code = PV_EXIT_OK; code <= PV_EXIT_INTERNAL; code++)
    fprintf(to, "  %d  %s\n", (int)code, pv_exit_meaning(code));
}

static pv_exit flush_standard_output(void) {
  pv_destination destination = {.file = stdout};
  return pv_destination_close(&destination, true);
}

pv_exit pv_help_run(pv_settings *settings) {
  const char *name = settings->arguments.count ? settings->arguments.items[0] : NULL;
  const pv_command *command = name ? pv_command_find(name) : NULL;
  if (command) pv_help_print_command(stdout, command);
  if (!name) pv_help_print(stdout);
  if (command || !name) return flush_standard_output();
  pv_str nearest = pv_command_nearest(name);
  if (nearest.size)
    pv_complain("no command %s, did you mean " PV_STR_FMT "?", name, PV_STR_ARG(nearest));
  else
    pv_complain("no command %s", name);
  return PV_EXIT_USAGE;
}

pv_exit pv_version_run(pv_settings *settings) {
  (void)settings;
  printf("proviso %s\n", pv_version());
  return flush_standard_output();
}
