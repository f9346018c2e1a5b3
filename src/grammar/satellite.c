// What surrounds the matches of a rule: conditions, slots, fields, boosts.
#include <stdlib.h>

#include "grammar/rule.h"

static const char *const where_names[PV_WHERE_COUNT] = {
    [PV_WHERE_INSIDE] = "inside",   [PV_WHERE_BEFORE] = "before",
    [PV_WHERE_AFTER] = "after",     [PV_WHERE_SENTENCE] = "sentence",
    [PV_WHERE_HEADING] = "heading", [PV_WHERE_PREVIOUS] = "previous",
    [PV_WHERE_NEXT] = "next",
};

const char *pv_where_name(pv_where where) { return where_names[where]; }

static pv_where where_of(const pv_element *element) {
  pv_str name = pv_element_attribute(element, "where");
  for (int i = 0; i < PV_WHERE_COUNT; i++)
    if (pv_str_equal(name, pv_str_from(where_names[i]))) return (pv_where)i;
  return PV_WHERE_SENTENCE;
}

static bool picks_all(const pv_element *element) {
  return pv_str_equal(pv_element_attribute(element, "pick"), PV_STR("all"));
}

// The program of one element; `count` is 0 where it is wrong.
static const pv_program *program_of(pv_rule_reader *reader, const pv_element *element,
                                    pv_captures *captures, size_t *count) {
  pv_program *program = PV_NEW(reader->loader->arena, pv_program);
  pv_place_in_file place = {reader->loader, reader->module, element, element->text};
  *count = pv_compile(&place, reader->rule->phase, captures, false, program);
  return program;
}

static void read_condition(pv_rule_reader *reader, const pv_element *element,
                           pv_condition *condition) {
  condition->where = where_of(element);
  condition->negative = pv_element_is(element, "unless");
  condition->programs = program_of(reader, element, NULL, &condition->program_count);
}

static void read_boost(pv_rule_reader *reader, const pv_element *element, pv_boost *boost) {
  boost->where = where_of(element);
  boost->points = (int32_t)strtol(pv_element_attribute(element, "by").data, NULL, 10);
  boost->programs = program_of(reader, element, NULL, &boost->program_count);
}

static void read_slot(pv_rule_reader *reader, const pv_element *element, pv_slot_pattern *slot) {
  pv_captures hit = {.only_hit = true};
  slot->slot = pv_rule_slot(reader, element, "name");
  slot->where = where_of(element);
  slot->all = picks_all(element);
  slot->programs = program_of(reader, element, &hit, &slot->program_count);
  if (slot->slot == PV_NO_SLOT) return;
  const pv_frame_slot *target = &reader->rule->frame->slots[slot->slot];
  if (target->type == PV_SLOT_ENUM)
    pv_rule_fail(reader, element, "name",
                 "\"" PV_STR_FMT "\" is one of a list of values: fill it with <field>",
                 PV_STR_ARG(target->name));
}

static void check_value(pv_rule_reader *reader, const pv_element *element, const char *attribute,
                        const pv_frame_slot *slot) {
  pv_str value = pv_element_attribute(element, attribute);
  for (size_t i = 0; i < slot->value_count; i++)
    if (pv_str_equal(slot->values[i], value)) return;
  pv_str hint = pv_loader_suggest(reader->loader, "", value, slot->values, slot->value_count);
  pv_rule_fail(reader, element, attribute,
               "\"" PV_STR_FMT "\" is no value of \"" PV_STR_FMT "\"" PV_STR_FMT, PV_STR_ARG(value),
               PV_STR_ARG(slot->name), PV_STR_ARG(hint));
}

static void read_values(pv_rule_reader *reader, const pv_element *element, pv_field *field) {
  pv_arena *arena = reader->loader->arena;
  pv_field_value *values = PV_NEW_ARRAY(arena, pv_field_value, pv_element_count(element, "value"));
  field->values = values;
  for (size_t i = 0; i < element->children.count; i++) {
    const pv_element *child = element->children.items[i];
    if (!pv_element_is(child, "value")) continue;
    pv_field_value *value = &values[field->value_count++];
    pv_captures hit = {.only_hit = true};
    value->is = pv_str_copy(arena, pv_element_attribute(child, "is"));
    value->programs = program_of(reader, child, &hit, &value->program_count);
    if (field->slot != PV_NO_SLOT)
      check_value(reader, child, "is", &reader->rule->frame->slots[field->slot]);
  }
}

static void read_field(pv_rule_reader *reader, const pv_element *element, pv_field *field) {
  field->slot = pv_rule_slot(reader, element, "name");
  bool has_of = pv_element_has(element, "of");
  field->of = has_of ? pv_rule_slot(reader, element, "of") : PV_NO_SLOT;
  field->where = where_of(element);
  if (has_of && pv_element_has(element, "where"))
    pv_rule_fail(reader, element, "of",
                 "a field looks at the words of a slot or at a place: "
                 "leave one of \"of\" and \"where\" out");
  field->all = picks_all(element);
  field->fallback = pv_str_copy(reader->loader->arena, pv_element_attribute(element, "default"));
  const pv_frame_slot *slot =
      field->slot == PV_NO_SLOT ? NULL : &reader->rule->frame->slots[field->slot];
  if (slot && !slot->value_count) {
    pv_rule_fail(reader, element, "name",
                 "\"" PV_STR_FMT "\" has no list of values: fill it with <slot>",
                 PV_STR_ARG(slot->name));
    return;
  }
  if (slot && field->fallback.size) check_value(reader, element, "default", slot);
  read_values(reader, element, field);
}

void pv_rule_read_satellites(pv_rule_reader *reader) {
  const pv_element *element = reader->element;
  pv_arena *arena = reader->loader->arena;
  pv_rule *rule = reader->rule;
  size_t conditions = pv_element_count(element, "unless") + pv_element_count(element, "require");
  pv_condition *condition = PV_NEW_ARRAY(arena, pv_condition, conditions);
  pv_slot_pattern *slots = PV_NEW_ARRAY(arena, pv_slot_pattern, pv_element_count(element, "slot"));
  pv_field *fields = PV_NEW_ARRAY(arena, pv_field, pv_element_count(element, "field"));
  pv_boost *boosts = PV_NEW_ARRAY(arena, pv_boost, pv_element_count(element, "boost"));
  for (size_t i = 0; i < element->children.count; i++) {
    const pv_element *child = element->children.items[i];
    if (pv_element_is(child, "unless") || pv_element_is(child, "require"))
      read_condition(reader, child, &condition[rule->condition_count++]);
    else if (pv_element_is(child, "slot"))
      read_slot(reader, child, &slots[rule->slot_count++]);
    else if (pv_element_is(child, "field"))
      read_field(reader, child, &fields[rule->field_count++]);
    else if (pv_element_is(child, "boost"))
      read_boost(reader, child, &boosts[rule->boost_count++]);
  }
  rule->conditions = condition;
  rule->slots = slots;
  rule->fields = fields;
  rule->boosts = boosts;
  rule->own_slot_count = rule->slot_count;
  rule->own_field_count = rule->field_count;
  rule->own_boost_count = rule->boost_count;
}

// Two arrays as one.
static void *join(pv_arena *arena, const void *own, size_t own_count, const void *more,
                  size_t more_count, size_t size) {
  char *both = pv_arena_alloc_array(arena, own_count + more_count, size);
  if (own_count) memcpy(both, own, own_count * size);
  if (more_count) memcpy(both + own_count * size, more, more_count * size);
  return both;
}

void pv_rule_add_frame_satellites(pv_rule_reader *reader) {
  pv_rule *rule = reader->rule;
  if (!rule->frame) return;
  pv_arena *arena = reader->loader->arena;
  const pv_frame *frames = reader->loader->grammar->frames;
  const pv_rule *more = &reader->loader->frames[rule->frame - frames].satellites;
  rule->slots = join(arena, rule->slots, rule->slot_count, more->slots, more->slot_count,
                     sizeof *rule->slots);
  rule->slot_count += more->slot_count;
  rule->fields = join(arena, rule->fields, rule->field_count, more->fields, more->field_count,
                      sizeof *rule->fields);
  rule->field_count += more->field_count;
  rule->boosts = join(arena, rule->boosts, rule->boost_count, more->boosts, more->boost_count,
                      sizeof *rule->boosts);
  rule->boost_count += more->boost_count;
}
