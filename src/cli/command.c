#include "cli/command.h"

#include <string.h>

#include "base/str.h"

static const pv_command commands[] = {
    {"scan", PV_FOR_SCAN, "[OPTION]… PATH…",
     "report clauses and ambiguous terms; done without a command, too", pv_scan_run},
    {"compare", PV_FOR_COMPARE, "[OPTION]… PATH…",
     "report what documents promise to different people", pv_compare_run},
    {"check", PV_FOR_CHECK, "NEW --against PATH [OPTION]… [PATH]…",
     "report conflicts of a new document with signed ones", pv_check_run},
    {"diff", PV_FOR_DIFF, "[OPTION]… OLD NEW",
     "report what changed between two versions, clause by clause", pv_diff_run},
    {"grammar", PV_FOR_GRAMMAR, "check|test|mutate|profile|list [OPTION]… [PATH]…",
     "check packs, run their examples, mutate, measure, list or compile their rules",
     pv_grammar_run},
    {"explain", PV_FOR_EXPLAIN, "CODE|RULE…", "say what a check or a rule looks for",
     pv_explain_run},
    {"trace", PV_FOR_TRACE, "--rule ID [OPTION]… PATH…",
     "say why a rule fires in a sentence, or does not", pv_trace_run},
    {"dump", PV_FOR_DUMP, "--stage STAGE FILE", "print what a stage of the analysis found",
     pv_dump_run},
    {"help", PV_FOR_HELP, "[COMMAND]", "help on the program or on a command", pv_help_run},
    {"version", PV_FOR_VERSION, "", "the version of the program", pv_version_run},
};

enum { COUNT = sizeof commands / sizeof *commands };

const pv_command *pv_commands(size_t *count) {
  *count = COUNT;
  return commands;
}

const pv_command *pv_command_find(const char *name) {
  for (size_t i = 0; i < COUNT; i++)
    if (strcmp(commands[i].name, name) == 0) return &commands[i];
  return NULL;
}

pv_str pv_command_nearest(const char *name) {
  pv_str names[COUNT];
  for (size_t i = 0; i < COUNT; i++) names[i] = pv_str_from(commands[i].name);
  return pv_str_nearest(pv_str_from(name), names, COUNT);
}
