// grammar_action.h - the actions of `proviso grammar`: one file each, one row each in grammar.c.
#ifndef PV_CLI_GRAMMAR_ACTION_H
#define PV_CLI_GRAMMAR_ACTION_H

#include "cli/options.h"
#include "grammar/variant.h"

// The paths behind these are among the grammars of `settings` already.
pv_exit pv_grammar_check_run(pv_settings *settings);
pv_exit pv_grammar_list_run(pv_settings *settings);
pv_exit pv_grammar_compile_run(pv_settings *settings);
pv_exit pv_grammar_test_run(pv_settings *settings);
pv_exit pv_grammar_mutate_run(pv_settings *settings);

// The paths behind this one are documents.
pv_exit pv_grammar_profile_run(pv_settings *settings);

// Is the rule that --rule names there, if it names one? Says so where it is not.
bool pv_grammar_has_rule(const pv_settings *settings, const pv_grammar *grammar);

// Is `rule` the one that --rule names, if it names one?
bool pv_grammar_takes_rule(const pv_settings *settings, const pv_rule *rule);

pv_exit pv_grammar_no_memory(void);

// `file:line: rule ID: ` on standard output.
void pv_grammar_print_place(const pv_rule *rule, uint32_t line);

// More tests: each says what it finds. See docs/grammar.md.
pv_exit pv_grammar_cross(const pv_settings *settings, const pv_grammar *grammar);
pv_exit pv_grammar_needs(const pv_settings *settings, const pv_grammar *grammar);
pv_exit pv_grammar_cover(const pv_settings *settings, const pv_grammar *grammar,
                         const pv_ways *ways);

#endif
