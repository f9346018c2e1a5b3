// rule.h - a rule, while it is read.
#ifndef PV_GRAMMAR_RULE_H
#define PV_GRAMMAR_RULE_H

#include "grammar/compile.h"

typedef struct {
  pv_loader *loader;
  const pv_module *module;
  const pv_element *element;
  pv_rule *rule;
  pv_captures captures;
} pv_rule_reader;

__attribute__((format(printf, 4, 5))) void pv_rule_fail(pv_rule_reader *reader,
                                                        const pv_element *element,
                                                        const char *attribute, const char *format,
                                                        ...);

// The slot of the rule's frame, or PV_NO_SLOT, with an error where it is not there.
uint32_t pv_rule_slot(pv_rule_reader *reader, const pv_element *element, const char *attribute);

// Conditions, slots, fields and boosts.
void pv_rule_read_satellites(pv_rule_reader *reader);

// Those of the rule's frame, behind its own.
void pv_rule_add_frame_satellites(pv_rule_reader *reader);
void pv_rule_read_examples(pv_rule_reader *reader);

// The text of one of them, its marks, and what it says in braces.
void pv_rule_read_example_text(pv_rule_reader *reader, const pv_element *element,
                               pv_example *example);

// The message, with its {names} checked.
void pv_rule_read_message(pv_rule_reader *reader);

// Is `name` a slot of the frame or a capture of the rule?
bool pv_rule_has_name(const pv_rule_reader *reader, pv_str name);

#endif
