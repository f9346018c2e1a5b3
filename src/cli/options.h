// options.h - the options of the program. One table drives parsing, the help, the man page and the
// completion of shells.
//
//   in:  the arguments of the program
//   out: pv_settings, checked as far as that is possible without a grammar
#ifndef PV_CLI_OPTIONS_H
#define PV_CLI_OPTIONS_H

#include <proviso/document.h>
#include <proviso/report.h>

#include "base/vector.h"
#include "cli/command.h"

typedef PV_VECTOR(const char *) pv_names;

typedef enum { PV_WHEN_AUTO, PV_WHEN_ALWAYS, PV_WHEN_NEVER } pv_when;
typedef enum { PV_ONLY_ALL, PV_ONLY_CLAUSES, PV_ONLY_AMBIGUITIES } pv_only;
enum { PV_FAIL_ON_NONE = PV_SEVERITY_HIGH + 1 };

struct pv_settings {
  pv_arena *arena; // for all that lives as long as the program
  const pv_command *command;
  pv_names arguments; // what is left without the options and the command
  pv_names files_from;
  bool null_separated;
  const char *as;
  int revisions; // pv_revisions
  int exhibits;  // pv_exhibits
  pv_names grammars;
  bool no_default_grammar;
  pv_names families;
  pv_names kinds;
  pv_names codes;
  bool has_min_severity;
  int min_severity;     // pv_severity
  const char *evaluate; // a base, or NULL
  bool has_min_points;
  int min_points; // hundredths
  int only;       // pv_only
  bool lint;
  bool markdown;
  bool exact;
  const char *format;
  const char *output;
  bool emit_text;
  int color;   // pv_when
  int width;   // 0: that of the terminal
  int fail_on; // pv_severity or PV_FAIL_ON_NONE
  int jobs;    // 0: one a processor
  int progress;
  bool quiet;
  bool verbose;
  bool help;
  bool version;
  bool manual;
  bool cross;
  bool needs;
  bool coverage;
  bool strict;
  bool times;
  const char *completion;
  const char *stage;
  const char *rule;
  pv_names corpus;
  pv_names against;
};

// The groups of the help, in the order in which they are shown.
typedef enum {
  PV_GROUP_INPUT,
  PV_GROUP_GRAMMAR,
  PV_GROUP_CHOICE,
  PV_GROUP_OUTPUT,
  PV_GROUP_RUN,
  PV_GROUP_COUNT,
  PV_GROUP_HIDDEN = PV_GROUP_COUNT, // in no help
} pv_option_group;

typedef struct pv_option pv_option;
struct pv_option {
  const char *name;     // without the dashes
  char letter;          // 0: none
  bool minor;           // not in the help of one screen, only in that of a command and the man page
  const char *argument; // NULL: takes none
  unsigned commands;    // PV_FOR_SCAN and so on
  pv_option_group group;
  const char *help;           // one line
  const char *const *choices; // what the argument may be, up to a NULL; or NULL
  bool (*apply)(pv_settings *settings, const pv_option *option, const char *argument,
                pv_error *err);
  size_t target; // offset in pv_settings of what `apply` sets
};

const pv_option *pv_options(size_t *count);
const char *pv_option_group_title(pv_option_group group);

// Fills `settings`, which holds the arena and is zero else. `err` says what is wrong with the
// arguments.
bool pv_settings_parse(pv_settings *settings, int count, char **arguments, pv_error *err);

pv_read_options pv_settings_read_options(const pv_settings *settings);

// How many threads --jobs asks for: one a processor if it does not say.
size_t pv_jobs_count(const pv_settings *settings);

#endif
