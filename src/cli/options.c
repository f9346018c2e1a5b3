#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/str.h"
#include "cli/options_apply.h"

#define TARGET(field) .target = offsetof(pv_settings, field)

static const char *const whens[] = {"auto", "always", "never", NULL};
static const char *const onlys[] = {"all", "clauses", "ambiguities", NULL};
static const char *const severities[] = {"info", "low", "medium", "high", NULL};
static const char *const limits[] = {"info", "low", "medium", "high", "none", NULL};
static const char *const revisions[] = {"accepted", "original", NULL};
static const char *const exhibits[] = {"contracts", "all", NULL};
static const char *const shells[] = {"bash", "fish", NULL};

enum {
  FOR_REPORT = PV_FOR_SCAN | PV_FOR_COMPARE | PV_FOR_CHECK,
  FOR_RESULT = FOR_REPORT | PV_FOR_DIFF,
  FOR_INPUT = FOR_RESULT | PV_FOR_DUMP | PV_FOR_TRACE | PV_FOR_GRAMMAR,
  FOR_GRAMMAR = FOR_RESULT | PV_FOR_DUMP | PV_FOR_GRAMMAR | PV_FOR_EXPLAIN | PV_FOR_TRACE,
};

static const pv_option options[] = {
    {"files-from", 0, false, "FILE", FOR_REPORT, PV_GROUP_INPUT,
     "read the paths in FILE, one a line; - is stdin", NULL, pv_apply_list, TARGET(files_from)},
    {"null", '0', true, NULL, FOR_REPORT, PV_GROUP_INPUT, "the paths of --files-from end in NUL",
     NULL, pv_apply_flag, TARGET(null_separated)},
    {"as", 0, false, "FORMAT", FOR_INPUT, PV_GROUP_INPUT,
     "the format of the files (found by their bytes)", NULL, pv_apply_text, TARGET(as)},
    {"revisions", 0, true, "WHICH", FOR_INPUT, PV_GROUP_INPUT,
     "tracked changes: accepted, or the original text", revisions, pv_apply_choice,
     TARGET(revisions)},
    {"exhibits", 0, true, "WHICH", FOR_INPUT, PV_GROUP_INPUT,
     "of filings: contracts among the exhibits, or all", exhibits, pv_apply_choice,
     TARGET(exhibits)},

    {"grammar", 'g', false, "PATH", FOR_GRAMMAR, PV_GROUP_GRAMMAR,
     "add a grammar pack: a folder or a file (repeatable)", NULL, pv_apply_list, TARGET(grammars)},
    {"no-default-grammar", 0, true, NULL, FOR_GRAMMAR, PV_GROUP_GRAMMAR,
     "leave the installed packs out", NULL, pv_apply_flag, TARGET(no_default_grammar)},
    {"rule", 0, true, "ID", PV_FOR_GRAMMAR | PV_FOR_DUMP | PV_FOR_TRACE, PV_GROUP_GRAMMAR,
     "only this rule (trace, most of grammar, dump --stage program)", NULL, pv_apply_text,
     TARGET(rule)},
    {"cross", 0, false, NULL, PV_FOR_GRAMMAR, PV_GROUP_GRAMMAR,
     "test: say which other rules fire on an example", NULL, pv_apply_flag, TARGET(cross)},
    {"needs", 0, false, NULL, PV_FOR_GRAMMAR, PV_GROUP_GRAMMAR,
     "test: say what makes each example that fires stay quiet", NULL, pv_apply_flag, TARGET(needs)},
    {"coverage", 0, false, NULL, PV_FOR_GRAMMAR, PV_GROUP_GRAMMAR,
     "test: say which parts of rules no example needs", NULL, pv_apply_flag, TARGET(coverage)},
    {"corpus", 0, false, "PATH", PV_FOR_GRAMMAR, PV_GROUP_GRAMMAR,
     "check: look at what rules find in these documents (repeatable)", NULL, pv_apply_list,
     TARGET(corpus)},
    {"against", 0, false, "PATH", PV_FOR_CHECK | PV_FOR_GRAMMAR, PV_GROUP_INPUT,
     "what to compare with: signed documents, or a pack (repeatable)", NULL, pv_apply_list,
     TARGET(against)},
    {"strict", 0, false, NULL, PV_FOR_GRAMMAR, PV_GROUP_GRAMMAR,
     "check and mutate: warnings and survivors fail", NULL, pv_apply_flag, TARGET(strict)},
    {"times", 0, false, NULL, PV_FOR_GRAMMAR, PV_GROUP_GRAMMAR,
     "profile: show times, too, and sort by them", NULL, pv_apply_flag, TARGET(times)},

    {"family", 0, false, "NAME", FOR_RESULT, PV_GROUP_CHOICE,
     "only clauses of this family (repeatable)", NULL, pv_apply_list, TARGET(families)},
    {"kind", 0, false, "NAME", FOR_RESULT, PV_GROUP_CHOICE,
     "only clauses of this kind: royalty, … (repeatable)", NULL, pv_apply_list, TARGET(kinds)},
    {"code", 0, false, "CODE", FOR_RESULT, PV_GROUP_CHOICE,
     "only ambiguities like this: DEF001, … (repeatable)", NULL, pv_apply_list, TARGET(codes)},
    {"min-severity", 0, false, "LEVEL", FOR_RESULT, PV_GROUP_CHOICE,
     "only ambiguities from info, low, medium or high on", severities, pv_apply_min_severity,
     TARGET(min_severity)},
    {"min-confidence", 0, false, "N", FOR_RESULT | PV_FOR_TRACE, PV_GROUP_CHOICE,
     "only clauses at least this sure, 0 to 1 (0.33)", NULL, pv_apply_min_confidence,
     TARGET(min_points)},
    {"only", 0, false, "WHAT", PV_FOR_SCAN, PV_GROUP_CHOICE,
     "just the clauses, or just the ambiguities", onlys, pv_apply_choice, TARGET(only)},
    {"evaluate", 0, false, "BASE", PV_FOR_SCAN, PV_GROUP_CHOICE,
     "say what revenue-share clauses pay for this base", NULL, pv_apply_evaluate, TARGET(evaluate)},
    {"lint", 0, false, NULL, PV_FOR_SCAN | PV_FOR_DIFF, PV_GROUP_CHOICE,
     "vague words everywhere, not only in clauses", NULL, pv_apply_flag, TARGET(lint)},
    {"exact", 0, true, NULL, PV_FOR_SCAN, PV_GROUP_CHOICE,
     "run every rule everywhere: slow, and the same report", NULL, pv_apply_flag, TARGET(exact)},

    {"format", 'f', false, "FORMAT", FOR_RESULT, PV_GROUP_OUTPUT, "text, json or jsonl (text)",
     NULL, pv_apply_text, TARGET(format)},
    {"output", 'o', false, "FILE", FOR_RESULT | PV_FOR_GRAMMAR, PV_GROUP_OUTPUT,
     "write to FILE, which appears when it is complete", NULL, pv_apply_text, TARGET(output)},
    {"markdown", 0, true, NULL, PV_FOR_EXPLAIN, PV_GROUP_OUTPUT,
     "all checks, as a page in Markdown", NULL, pv_apply_flag, TARGET(markdown)},
    {"emit-text", 0, true, NULL, PV_FOR_SCAN, PV_GROUP_OUTPUT,
     "write the text that the spans count in instead", NULL, pv_apply_flag, TARGET(emit_text)},
    {"color", 0, false, "WHEN", FOR_RESULT, PV_GROUP_OUTPUT,
     "auto, always or never; NO_COLOR is heeded", whens, pv_apply_choice, TARGET(color)},
    {"width", 0, true, "COLUMNS", FOR_RESULT, PV_GROUP_OUTPUT,
     "columns of the text report (those of the terminal)", NULL, pv_apply_width, TARGET(width)},
    {"stage", 0, false, "STAGE", PV_FOR_DUMP, PV_GROUP_OUTPUT, "what to print", NULL, pv_apply_text,
     TARGET(stage)},

    {"fail-on", 0, false, "LEVEL", FOR_RESULT, PV_GROUP_RUN,
     "exit with 1 for an ambiguity or conflict of LEVEL", limits, pv_apply_choice, TARGET(fail_on)},
    {"jobs", 'j', false, "N", FOR_REPORT | PV_FOR_GRAMMAR, PV_GROUP_RUN,
     "documents or mutants at a time (one a processor)", NULL, pv_apply_jobs, TARGET(jobs)},
    {"progress", 0, true, "WHEN", FOR_REPORT, PV_GROUP_RUN,
     "auto, always or never; on standard error", whens, pv_apply_choice, TARGET(progress)},
    {"quiet", 'q', false, NULL, PV_FOR_ALL, PV_GROUP_RUN, "nothing on standard error but errors",
     NULL, pv_apply_flag, TARGET(quiet)},
    {"verbose", 'v', true, NULL, PV_FOR_ALL, PV_GROUP_RUN, "say what is being done", NULL,
     pv_apply_flag, TARGET(verbose)},
    {"help", 'h', false, NULL, PV_FOR_ALL, PV_GROUP_RUN,
     "this help; \"proviso help COMMAND\" has more", NULL, pv_apply_flag, TARGET(help)},
    {"version", 'V', true, NULL, PV_FOR_ALL, PV_GROUP_RUN, "the version of the program", NULL,
     pv_apply_flag, TARGET(version)},

    {"man", 0, true, NULL, PV_FOR_ALL, PV_GROUP_HIDDEN, "the man page", NULL, pv_apply_flag,
     TARGET(manual)},
    {"completion", 0, true, "SHELL", PV_FOR_ALL, PV_GROUP_HIDDEN, "completion for bash or fish",
     shells, pv_apply_word, TARGET(completion)},
};

enum { COUNT = sizeof options / sizeof *options };

const pv_option *pv_options(size_t *count) {
  *count = COUNT;
  return options;
}

const char *pv_option_group_title(pv_option_group group) {
  static const char *const titles[PV_GROUP_COUNT] = {
      [PV_GROUP_INPUT] = "What to read",    [PV_GROUP_GRAMMAR] = "What to look for",
      [PV_GROUP_CHOICE] = "What to report", [PV_GROUP_OUTPUT] = "Where and how",
      [PV_GROUP_RUN] = "How to run",
  };
  return titles[group];
}

// getopt_long reports the option of row i as FIRST + i, whether long or short.
enum { FIRST = 256 };

static void fill_getopt(struct option *longs, char *shorts) {
  *shorts++ = ':'; // tells a missing argument from an unknown option
  for (int i = 0; i < COUNT; i++) {
    longs[i] = (struct option){
        options[i].name, options[i].argument ? required_argument : no_argument, NULL, FIRST + i};
    if (!options[i].letter) continue;
    *shorts++ = options[i].letter;
    if (options[i].argument) *shorts++ = ':';
  }
  longs[COUNT] = (struct option){0};
  *shorts = 0;
}

static const pv_option *option_of(int found) {
  if (found >= FIRST) return &options[found - FIRST];
  for (size_t i = 0; i < COUNT; i++)
    if (options[i].letter == found) return &options[i];
  return NULL;
}

// The word on the command line without dashes and argument.
static pv_str option_word(const char *word) {
  while (*word == '-') word++;
  return (pv_str){word, strcspn(word, "=")};
}

// `word` is the argument in which getopt_long found what it does not know; `letter` is 0 for a long
// option.
static bool unknown_option(const char *word, int letter, pv_error *err) {
  if (letter) return pv_fail(err, PV_ERROR_USAGE, "unknown option -%c", letter);
  pv_str names[COUNT], wanted = option_word(word);
  for (size_t i = 0; i < COUNT; i++) names[i] = pv_str_from(options[i].name);
  pv_str nearest = pv_str_nearest(wanted, names, COUNT);
  for (size_t i = 0; i < COUNT && !nearest.size; i++)
    if (pv_str_starts_with(names[i], wanted) && wanted.size) nearest = names[i];
  if (!nearest.size)
    return pv_fail(err, PV_ERROR_USAGE, "unknown option --" PV_STR_FMT, PV_STR_ARG(wanted));
  return pv_fail(err, PV_ERROR_USAGE,
                 "unknown option --" PV_STR_FMT ", did you mean --" PV_STR_FMT "?",
                 PV_STR_ARG(wanted), PV_STR_ARG(nearest));
}

static bool apply_option(pv_settings *settings, const pv_option *option, const char *argument,
                         pv_error *err) {
  if (!(option->commands & settings->command->bit))
    return pv_fail(err, PV_ERROR_USAGE, "proviso %s takes no option --%s", settings->command->name,
                   option->name);
  return option->apply(settings, option, argument, err);
}

static bool parse_options(pv_settings *settings, int count, char **arguments, pv_error *err) {
  struct option longs[COUNT + 1];
  char shorts[2 * COUNT + 2];
  fill_getopt(longs, shorts);
  opterr = 0;
  for (;;) {
    int found = getopt_long(count, arguments, shorts, longs, NULL);
    if (found == -1) break;
    const pv_option *option = option_of(found == ':' || found == '?' ? optopt : found);
    if (found == ':')
      return pv_fail(err, PV_ERROR_USAGE, "--%s wants %s", option->name, option->argument);
    if (found == '?' && optopt >= FIRST)
      return pv_fail(err, PV_ERROR_USAGE, "--%s takes no argument", option->name);
    if (found == '?') return unknown_option(arguments[optind - 1], optopt, err);
    if (!apply_option(settings, option, optarg, err)) return false;
  }
  while (optind < count) PV_PUSH(settings->arena, &settings->arguments, arguments[optind++]);
  return true;
}

bool pv_settings_parse(pv_settings *settings, int count, char **arguments, pv_error *err) {
  settings->fail_on = PV_FAIL_ON_NONE;
  settings->format = "text";
  settings->command = count > 1 ? pv_command_find(arguments[1]) : NULL;
  int used = settings->command ? 1 : 0;
  if (!settings->command) settings->command = pv_command_find("scan");
  if (settings->command->bit == PV_FOR_CHECK) settings->fail_on = PV_SEVERITY_HIGH;
  return parse_options(settings, count - used, arguments + used, err);
}

pv_read_options pv_settings_read_options(const pv_settings *settings) {
  return (pv_read_options){
      .as = settings->as,
      .revisions = (pv_revisions)settings->revisions,
      .exhibits = (pv_exhibits)settings->exhibits,
  };
}

size_t pv_jobs_count(const pv_settings *settings) {
  if (settings->jobs) return (size_t)settings->jobs;
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  return processors > 0 ? (size_t)processors : 1;
}
