// lint.h - what a grammar may have, but is likely not meant.
//
//   in:  a loader that is done
//   out: warnings, in the order of the files
//
// A warning on a rule is taken back by a <note> of the rule that starts with its id.
#ifndef PV_GRAMMAR_LINT_H
#define PV_GRAMMAR_LINT_H

#include "grammar/loader.h"

typedef struct {
  const char *id; // "L06"
  pv_str file;
  uint32_t line;
  uint32_t column; // 0: not known
  pv_str message;
} pv_warning;

typedef struct {
  pv_arena *arena; // set before
  PV_VECTOR(pv_warning) items;
} pv_warnings;

// To be called when all is loaded: pv_load_watch.done. `context` is a pv_warnings.
void pv_lint_run(void *context, pv_loader *loader);

__attribute__((format(printf, 5, 6))) void
pv_warn(pv_warnings *warnings, const char *id, pv_str file, uint32_t line, const char *format, ...);

// Does a <note> of the rule take back the warning?
bool pv_lint_is_meant(const pv_rule *rule, const char *id);

// What a check looks at: a rule, a frame, a lexicon, or an element with an expression.
typedef struct {
  pv_warnings *warnings;
  pv_loader *loader;
  const pv_module *module;
  const pv_element *element;
  const pv_rule *rule; // or NULL, where it stands in none
  const char *id;      // of the check
} pv_lint_site;

// Warns of what stands at byte `at` of the text of the element.
__attribute__((format(printf, 3, 4))) void pv_lint_warn_text(const pv_lint_site *site, size_t at,
                                                             const char *format, ...);
// The same for an attribute.
__attribute__((format(printf, 3, 4))) void
pv_lint_warn_attribute(const pv_lint_site *site, const char *attribute, const char *format, ...);

// The checks, each for one kind of element.
void pv_lint_no_token(const pv_lint_site *site);
void pv_lint_shadowed(const pv_lint_site *site);
void pv_lint_unanchored(const pv_lint_site *site);
void pv_lint_wide_gap(const pv_lint_site *site);
void pv_lint_finite_regex(const pv_lint_site *site);
void pv_lint_lexicon(const pv_lint_site *site);
void pv_lint_producers(const pv_lint_site *site);
void pv_lint_metadata(const pv_lint_site *site);

#endif
