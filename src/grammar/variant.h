// variant.h - other versions of rules, made while a grammar is loaded: what the tools for authors
// try out beside the rules themselves.
//
//   in:  the rules of a loader
//   out: mutants, and ways of choices; they live as long as the grammar
#ifndef PV_GRAMMAR_VARIANT_H
#define PV_GRAMMAR_VARIANT_H

#include "grammar/loader.h"

// A rule with one small change, which an example of it should notice.
typedef struct {
  const pv_rule *rule;
  pv_rule changed;
  uint32_t line; // of the element that is changed
  pv_str what;   // "drop unless 2"
} pv_mutant;

typedef struct {
  pv_str rule; // set before: only those of this rule; empty: of all
  PV_VECTOR(pv_mutant) items;
} pv_mutants;

// One way of a choice in a <match>, as programs of that match: with no other way of the choice,
// without this way, and without any of them.
typedef struct {
  const pv_rule *rule;
  size_t match;
  pv_str text;
  pv_program only;
  pv_program without;
  pv_program never;
} pv_way;

typedef struct {
  pv_str rule; // as above
  PV_VECTOR(pv_way) items;
} pv_ways;

// To be called when the rules are compiled: pv_load_watch.rules. `context` is a pv_mutants or a
// pv_ways.
void pv_mutants_make(void *context, pv_loader *loader);
void pv_ways_make(void *context, pv_loader *loader);

// A rule with its element; what is wrong in a variant of it is not told.
typedef struct {
  pv_loader *loader;
  const pv_module *module;
  const pv_element *element;
  const pv_rule *rule;
} pv_rule_site;

// Calls `visit` for the rules in the order of the files.
typedef void pv_rule_visit(void *context, const pv_rule_site *site);
void pv_rules_visit(pv_loader *loader, pv_rule_visit *visit, void *context);

// `text` with the bytes `at` replaced.
pv_str pv_variant_replace(pv_loader *loader, pv_str text, pv_span at, pv_str by);

// Compiles `text` as a <match> of the rule; false where that is no expression.
bool pv_variant_compile(const pv_rule_site *site, pv_str text, pv_program *program);

#endif
