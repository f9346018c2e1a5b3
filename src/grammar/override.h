// override.h - what a pack changes of rules that are not its own.
//
//   in:  <override> elements of files that are loaded behind those of the rules
//   out: rules with another severity, score or priority, or none at all
//
// Where several files override a rule, the last one that says something decides.
#ifndef PV_GRAMMAR_OVERRIDE_H
#define PV_GRAMMAR_OVERRIDE_H

#include "grammar/loader.h"

// Is the rule switched off?
bool pv_override_is_off(const pv_loader *loader, pv_str rule);

// Changes a rule that has just been described.
void pv_override_apply(const pv_loader *loader, pv_rule *rule);

#endif
