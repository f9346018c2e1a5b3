// The man page, in mdoc: `proviso --man` prints it, docs/proviso.1 keeps it.
#include "cli/manual.h"

#include <string.h>

typedef struct {
  const char *heading;
  const char *text; // mdoc
} part;

static const char description[] =
    "reads contracts and says, with the place of every word it relies on, which\n"
    "exclusivity, IP-license and revenue-share clauses they hold, who grants what\n"
    "to whom within which limits, and which terms can be read in more than one way.\n"
    "It finds wording; it gives no legal opinion.\n"
    ".Pp\n"
    "A\n"
    ".Ar PATH\n"
    "is a file, a folder or\n"
    ".Sq -\n"
    "for standard input.\n"
    "Folders are read with all that is in them, in the byte order of the paths;\n"
    "hidden files and those whose names end in an extension that is not read here\n"
    "are left out.\n"
    "The same input gives the same bytes of output, with any number of jobs.\n"
    ".Pp\n"
    "The report goes to standard output, and all that is meant for people to\n"
    "standard error.\n"
    "As text it shows the ambiguities of high severity and counts the others, unless\n"
    ".Fl -min-severity ,\n"
    ".Fl -code ,\n"
    ".Fl -lint\n"
    "or\n"
    ".Fl -only Cm ambiguities\n"
    "ask for them.\n";

static const part parts_after[] = {
    {"ENVIRONMENT", ".Bl -tag -width PROVISO_GRAMMARS\n"
                    ".It Ev NO_COLOR\n"
                    "If it is not empty, nothing is coloured unless\n"
                    ".Fl -color Cm always\n"
                    "asks for it.\n"
                    ".It Ev PROVISO_GRAMMARS\n"
                    "The folder of the default grammar packs, in place of the installed one.\n"
                    ".El\n"},
    {"SEE ALSO", "The manuals of the grammar and of the report stand in the\n"
                 ".Pa docs\n"
                 "folder of the source.\n"},
};

// Text in which no letter means something to mdoc.
static void print_text(FILE *to, const char *text, size_t size) {
  if (*text == '.' || *text == '\'') fputs("\\&", to);
  for (const char *end = text + size; text < end; text++) {
    if (*text == '\\')
      fputs("\\e", to);
    else if (*text == '-')
      fputs("\\-", to);
    else if (strncmp(text, "…", strlen("…")) == 0)
      fputs("...", to), text += strlen("…") - 1;
    else
      fputc(*text, to);
  }
}

// The words of `text` on lines of less than 80 bytes.
static void print_line(FILE *to, const char *text) {
  enum { WIDTH = 76 };
  for (size_t used = 0; *text; text += strspn(text, " ")) {
    size_t size = strcspn(text, " ");
    if (used) fputc(used + size < WIDTH ? ' ' : '\n', to);
    used = used + size < WIDTH ? used + size + 1 : size;
    print_text(to, text, size);
    text += size;
  }
  fputc('\n', to);
}

static void print_synopsis(FILE *to) {
  size_t count;
  const pv_command *commands = pv_commands(&count);
  fputs(".Sh SYNOPSIS\n", to);
  for (size_t i = 0; i < count; i++) {
    fputs(commands[i].bit == PV_FOR_SCAN ? ".Nm\n.Op Cm scan\n" : ".Nm\n", to);
    if (commands[i].bit != PV_FOR_SCAN) fprintf(to, ".Cm %s\n", commands[i].name);
    if (*commands[i].arguments) print_line(to, commands[i].arguments);
  }
}

static void print_commands(FILE *to) {
  size_t count;
  const pv_command *commands = pv_commands(&count);
  fputs(".Ss Commands\n.Bl -tag -width Ds\n", to);
  for (size_t i = 0; i < count; i++) {
    fprintf(to, ".It Cm %s", commands[i].name);
    fputs(*commands[i].arguments ? " " : "\n", to);
    if (*commands[i].arguments) print_line(to, commands[i].arguments);
    print_line(to, commands[i].summary);
  }
  fputs(".El\n", to);
}

static void print_option(FILE *to, const pv_option *option) {
  fputs(".It", to);
  if (option->letter) fprintf(to, " Fl %c ,", option->letter);
  fprintf(to, " Fl -%s", option->name);
  if (option->argument) fprintf(to, " Ar %s", option->argument);
  fputc('\n', to);
  print_line(to, option->help);
}

static void print_group(FILE *to, pv_option_group group) {
  size_t count;
  const pv_option *options = pv_options(&count);
  fprintf(to, ".Ss %s\n.Bl -tag -width Ds\n", pv_option_group_title(group));
  for (size_t i = 0; i < count; i++)
    if (options[i].group == group) print_option(to, &options[i]);
  fputs(".El\n", to);
}

static void print_exit_status(FILE *to) {
  fputs(".Sh EXIT STATUS\n.Bl -tag -width Ds\n", to);
  for (pv_exit code = PV_EXIT_OK; code <= PV_EXIT_INTERNAL; code++) {
    fprintf(to, ".It %d\n", (int)code);
    print_line(to, pv_exit_meaning(code));
  }
  fputs(".El\n", to);
}

static void print_examples(FILE *to) {
  size_t count;
  const pv_usage_example *examples = pv_usage_examples(&count);
  fputs(".Sh EXAMPLES\n.Bl -tag -width Ds\n", to);
  for (size_t i = 0; i < count; i++) {
    fputs(".It Li ", to);
    print_line(to, examples[i].command);
    print_line(to, examples[i].meaning);
  }
  fputs(".El\n", to);
}

void pv_manual_print(FILE *to) {
  fputs(".\\\" Made by `proviso --man` from the tables of the program.\n"
        ".Dd November 24, 2026\n.Dt PROVISO 1\n.Os\n.Sh NAME\n.Nm proviso\n"
        ".Nd find exclusivity, licensing and revenue-share clauses in contracts\n",
        to);
  print_synopsis(to);
  fprintf(to, ".Sh DESCRIPTION\n.Nm\n%s", description);
  print_commands(to);
  for (pv_option_group group = 0; group < PV_GROUP_COUNT; group++) print_group(to, group);
  fprintf(to, ".Sh %s\n%s", parts_after[0].heading, parts_after[0].text);
  print_exit_status(to);
  print_examples(to);
  fprintf(to, ".Sh %s\n%s", parts_after[1].heading, parts_after[1].text);
}
