#include "grammar/rule.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "grammar/override.h"

enum { DEFAULT_SCORE = 50 };

void pv_rule_fail(pv_rule_reader *reader, const pv_element *element, const char *attribute,
                  const char *format, ...) {
  char message[512];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(message, sizeof message, format, args);
  va_end(args);
  (void)pv_loader_fail_attribute(reader->loader, reader->module, element, attribute, "%s", message);
}

static int32_t integer(const pv_element *element, const char *attribute, int32_t otherwise) {
  if (!pv_element_has(element, attribute)) return otherwise;
  return (int32_t)strtol(pv_element_attribute(element, attribute).data, NULL, 10);
}

static pv_str text(const pv_rule_reader *reader, const char *attribute) {
  return pv_str_copy(reader->loader->arena, pv_element_attribute(reader->element, attribute));
}

static void read_matches(pv_rule_reader *reader) {
  pv_rule *rule = reader->rule;
  size_t count = pv_element_count(reader->element, "match");
  pv_program *programs = PV_NEW_ARRAY(reader->loader->arena, pv_program, count);
  for (size_t i = 0; i < reader->element->children.count; i++) {
    const pv_element *child = reader->element->children.items[i];
    if (!pv_element_is(child, "match")) continue;
    pv_place_in_file place = {reader->loader, reader->module, child, child->text};
    if (pv_compile(&place, rule->phase, &reader->captures, true, &programs[rule->match_count]))
      rule->match_count++;
  }
  rule->matches = programs;
}

static void keep_captures(pv_rule_reader *reader) {
  size_t count = reader->captures.names.count;
  pv_capture_name *names = PV_NEW_ARRAY(reader->loader->arena, pv_capture_name, count);
  if (count) memcpy(names, reader->captures.names.items, count * sizeof *names);
  reader->rule->captures = names;
  reader->rule->capture_count = count;
}

uint32_t pv_rule_slot(pv_rule_reader *reader, const pv_element *element, const char *attribute) {
  const pv_frame *frame = reader->rule->frame;
  pv_str name = pv_element_attribute(element, attribute);
  PV_VECTOR(pv_str) names = {0};
  for (uint32_t i = 0; frame && i < frame->slot_count; i++) {
    if (pv_str_equal(frame->slots[i].name, name)) return i;
    PV_PUSH(reader->loader->scratch, &names, frame->slots[i].name);
  }
  pv_str hint = pv_loader_suggest(reader->loader, "", name, names.items, names.count);
  if (frame)
    pv_rule_fail(reader, element, attribute,
                 "the frame " PV_STR_FMT " has no slot \"" PV_STR_FMT "\"" PV_STR_FMT,
                 PV_STR_ARG(frame->id), PV_STR_ARG(name), PV_STR_ARG(hint));
  else
    pv_rule_fail(reader, element, attribute, "this rule emits no frame, so it has no slots");
  return PV_NO_SLOT;
}

bool pv_rule_has_name(const pv_rule_reader *reader, pv_str name) {
  const pv_rule *rule = reader->rule;
  for (size_t i = 0; i < reader->captures.names.count; i++)
    if (pv_str_equal(reader->captures.names.items[i].name, name)) return true;
  for (size_t i = 0; rule->frame && i < rule->frame->slot_count; i++)
    if (pv_str_equal(rule->frame->slots[i].name, name)) return true;
  return false;
}

static void check_kind(pv_rule_reader *reader) {
  const pv_rule *rule = reader->rule;
  if (rule->frame && rule->frame->family.size && !rule->kind.size)
    pv_rule_fail(reader, reader->element, "emits", "a clause has a kind: one of its frame");
  if (!rule->kind.size || !rule->frame) return;
  size_t count = rule->frame->kind_count;
  for (size_t i = 0; i < count; i++)
    if (pv_str_equal(rule->frame->kinds[i], rule->kind)) return;
  pv_str hint = pv_loader_suggest(reader->loader, "", rule->kind, rule->frame->kinds, count);
  pv_rule_fail(reader, reader->element, "kind",
               "the frame has no kind \"" PV_STR_FMT "\"" PV_STR_FMT, PV_STR_ARG(rule->kind),
               PV_STR_ARG(hint));
}

static uint32_t type_of(const pv_loader *loader, pv_str name) {
  for (uint32_t i = 0; i < loader->type_count; i++)
    if (pv_str_equal(loader->type_names[i], name)) return i;
  return 0; // too many types, which is reported
}

static void describe(pv_rule_reader *reader, pv_phase phase) {
  pv_loader *loader = reader->loader;
  const pv_element *element = reader->element;
  const pv_module *module = reader->module;
  const pv_element *title = pv_element_child(element, "title");
  const pv_element *note = pv_element_child(element, "note");
  *reader->rule = (pv_rule){
      .id = text(reader, "id"),
      .title = title ? pv_str_copy(loader->arena, pv_str_trim(title->text)) : PV_STR(""),
      .pack = pv_str_printf(loader->arena, PV_STR_FMT "@" PV_STR_FMT, PV_STR_ARG(module->id),
                            PV_STR_ARG(module->version)),
      .file = pv_str_copy(loader->arena, module->source->file),
      .line = pv_source_place(module->source, element->start).line,
      .phase = phase,
      .type = type_of(loader, pv_element_attribute(element, "emits")),
      .frame = pv_grammar_frame(loader->grammar, pv_element_attribute(element, "emits")),
      .kind = text(reader, "kind"),
      .polarity = text(reader, "polarity"),
      .severity = pv_element_has(element, "severity") ? text(reader, "severity") : PV_STR("info"),
      .score = integer(element, "score", DEFAULT_SCORE),
      .priority = integer(element, "priority", 0),
      .until = (uint32_t)integer(element, "until", 0),
      .message = PV_STR(""),
      .note = note ? pv_str_copy(loader->arena, pv_str_trim(note->text)) : PV_STR(""),
  };
  pv_override_apply(loader, reader->rule);
  reader->captures.frame = reader->rule->frame;
}

static void read_rule(pv_loader *loader, const pv_module *module, const pv_element *element,
                      pv_phase phase, pv_rule *rule) {
  pv_rule_reader reader = {.loader = loader, .module = module, .element = element, .rule = rule};
  describe(&reader, phase);
  if (pv_symbol_find(&loader->rules, 0, rule->id))
    pv_rule_fail(&reader, element, "id", "there is a rule of that name already");
  else
    pv_symbol_add(loader->scratch, &loader->rules, 0, rule->id, rule);
  check_kind(&reader);
  read_matches(&reader);
  pv_rule_read_satellites(&reader);
  pv_rule_add_frame_satellites(&reader);
  keep_captures(&reader);
  pv_rule_read_message(&reader);
  pv_rule_read_examples(&reader);
}

static bool is_wanted(const pv_loader *loader, const pv_element *element) {
  return pv_element_is(element, "rule") &&
         !pv_override_is_off(loader, pv_element_attribute(element, "id"));
}

// Calls `read_rule` for the rules of one phase in the order of the files; without `rules` it only
// counts them.
static size_t rules_of(pv_loader *loader, pv_phase phase, pv_rule *rules) {
  size_t count = 0;
  for (size_t m = 0; m < loader->modules.count; m++) {
    const pv_element *root = loader->modules.items[m]->source->root;
    for (size_t i = 0; i < root->children.count; i++) {
      const pv_element *part = root->children.items[i];
      if (!pv_element_is(part, "phase")) continue;
      if (pv_phase_named(pv_element_attribute(part, "name")) != phase) continue;
      for (size_t k = 0; k < part->children.count; k++) {
        if (!is_wanted(loader, part->children.items[k])) continue;
        if (rules)
          read_rule(loader, loader->modules.items[m], part->children.items[k], phase,
                    &rules[count]);
        count++;
      }
    }
  }
  return count;
}

void pv_load_rules(pv_loader *loader) {
  pv_grammar *grammar = loader->grammar;
  size_t count = 0;
  for (int phase = 0; phase < PV_PHASE_COUNT; phase++) {
    grammar->phase_start[phase] = count;
    count += rules_of(loader, (pv_phase)phase, NULL);
  }
  grammar->phase_start[PV_PHASE_COUNT] = count;
  pv_rule *rules = PV_NEW_ARRAY(loader->arena, pv_rule, count);
  grammar->rules = rules;
  grammar->rule_count = count;
  for (int phase = 0; phase < PV_PHASE_COUNT; phase++)
    (void)rules_of(loader, (pv_phase)phase, rules + grammar->phase_start[phase]);
}
