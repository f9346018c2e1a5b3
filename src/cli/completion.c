// Completion for shells, from the tables: `proviso --completion bash`.
#include <string.h>

#include "cli/manual.h"

static void print_commands(FILE *to) {
  size_t count;
  const pv_command *commands = pv_commands(&count);
  for (size_t i = 0; i < count; i++) fprintf(to, "%s%s", i ? " " : "", commands[i].name);
}

static void print_choices(FILE *to, const pv_option *option) {
  for (const char *const *choice = option->choices; *choice; choice++)
    fprintf(to, "%s%s", choice == option->choices ? "" : " ", *choice);
}

static void print_option_names(FILE *to) {
  size_t count;
  const pv_option *options = pv_options(&count);
  for (size_t i = 0; i < count; i++)
    if (options[i].group != PV_GROUP_HIDDEN) fprintf(to, " --%s", options[i].name);
}

static void print_bash(FILE *to) {
  size_t count;
  const pv_option *options = pv_options(&count);
  fputs("_proviso() {\n"
        "  local word=${COMP_WORDS[COMP_CWORD]} words=\n"
        "  case ${COMP_WORDS[COMP_CWORD - 1]} in\n",
        to);
  for (size_t i = 0; i < count; i++) {
    if (!options[i].choices) continue;
    fprintf(to, "  --%s) words='", options[i].name);
    print_choices(to, &options[i]);
    fputs("' ;;\n", to);
  }
  fputs("  *)\n    [[ $word == -* ]] && words='", to);
  print_option_names(to);
  fputs("'\n    [[ $COMP_CWORD == 1 && $word != -* ]] && words='", to);
  print_commands(to);
  fputs("'\n    ;;\n"
        "  esac\n"
        "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
        "}\n"
        "complete -o default -F _proviso proviso\n",
        to);
}

static void print_fish(FILE *to) {
  size_t count;
  const pv_command *commands = pv_commands(&count);
  for (size_t i = 0; i < count; i++)
    fprintf(to, "complete -c proviso -n __fish_use_subcommand -a %s -d '%s'\n", commands[i].name,
            commands[i].summary);
  const pv_option *options = pv_options(&count);
  for (size_t i = 0; i < count; i++) {
    const pv_option *option = &options[i];
    if (option->group == PV_GROUP_HIDDEN) continue;
    fprintf(to, "complete -c proviso -l %s", option->name);
    if (option->letter) fprintf(to, " -s %c", option->letter);
    if (option->argument) fputs(" -r", to);
    if (option->choices) {
      fputs(" -f -a '", to);
      print_choices(to, option);
      fputc('\'', to);
    }
    fprintf(to, " -d '%s'\n", option->help);
  }
}

void pv_completion_print(FILE *to, const char *shell) {
  if (strcmp(shell, "fish") == 0)
    print_fish(to);
  else
    print_bash(to);
}
