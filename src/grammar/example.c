// The message of a rule, and the examples that it is tested with.
#include "grammar/rule.h"

static bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

static uint32_t offset_in(const pv_rule_reader *reader, const pv_element *message, size_t at) {
  return pv_source_text_offset(reader->module->source, message, at);
}

// The name behind the brace at `start`. Returns where it ends.
static size_t check_name(pv_rule_reader *reader, const pv_element *message, size_t start) {
  const pv_source *source = reader->module->source;
  pv_str text = message->text;
  size_t end = start + 1;
  while (end < text.size && is_name_char(text.data[end])) end++;
  pv_str name = {text.data + start + 1, end - start - 1};
  bool ends = end < text.size && (text.data[end] == '}' || text.data[end] == '?');
  if (!pv_str_equal(name, PV_STR("kind")) && !pv_rule_has_name(reader, name))
    (void)pv_loader_fail_at(reader->loader, source, offset_in(reader, message, start),
                            "the message names {" PV_STR_FMT "}, which is no slot or capture",
                            PV_STR_ARG(name));
  else if (!ends)
    (void)pv_loader_fail_at(reader->loader, source, offset_in(reader, message, end),
                            "behind {" PV_STR_FMT " stands a } or a ? and some text",
                            PV_STR_ARG(name));
  return end;
}

// "{name}" and "{name? in {name}}": a name starts behind each opening brace.
static void check_placeholders(pv_rule_reader *reader, const pv_element *message) {
  pv_str text = message->text;
  size_t depth = 0;
  for (size_t i = 0; i < text.size;) {
    if (text.data[i] == '{') {
      depth++;
      i = check_name(reader, message, i);
      continue;
    }
    if (text.data[i++] == '}' && depth) depth--;
  }
  if (depth)
    (void)pv_loader_fail_at(reader->loader, reader->module->source,
                            offset_in(reader, message, text.size), "a } is missing here");
}

void pv_rule_read_message(pv_rule_reader *reader) {
  const pv_element *element = reader->element;
  pv_arena *arena = reader->loader->arena;
  pv_rule *rule = reader->rule;
  pv_message *messages = PV_NEW_ARRAY(arena, pv_message, pv_element_count(element, "message"));
  rule->messages = messages;
  for (size_t i = 0; i < element->children.count; i++) {
    const pv_element *child = element->children.items[i];
    if (!pv_element_is(child, "message")) continue;
    check_placeholders(reader, child);
    pv_str language = pv_element_attribute(child, "xml:lang");
    if (!language.size) language = reader->module->language;
    pv_message *message = &messages[rule->message_count++];
    *message =
        (pv_message){pv_str_copy(arena, language), pv_str_copy(arena, pv_str_trim(child->text))};
    if (pv_str_equal(language, reader->module->language) && !rule->message.size)
      rule->message = message->text;
  }
}

static void read_expected(pv_rule_reader *reader, const pv_element *element, pv_example *example) {
  pv_arena *arena = reader->loader->arena;
  pv_example_field *fields = PV_NEW_ARRAY(arena, pv_example_field, element->attributes.count);
  example->fields = fields;
  for (size_t i = 0; i < element->attributes.count; i++) {
    const pv_attribute *a = &element->attributes.items[i];
    if (pv_str_equal(a->name, PV_STR("want")) || pv_str_equal(a->name, PV_STR("why"))) continue;
    if (!pv_rule_has_name(reader, a->name)) {
      pv_rule_fail(reader, element, a->name.data, "\"" PV_STR_FMT "\" is no slot of this rule",
                   PV_STR_ARG(a->name));
      continue;
    }
    fields[example->field_count++] =
        (pv_example_field){pv_str_copy(arena, a->name), pv_str_copy(arena, a->value)};
  }
}

static pv_example_kind kind_of(const pv_element *element) {
  if (pv_element_is(element, "fire")) return PV_EXAMPLE_FIRE;
  return pv_element_is(element, "quiet") ? PV_EXAMPLE_QUIET : PV_EXAMPLE_TODO;
}

static void read_example(pv_rule_reader *reader, const pv_element *element, pv_example *example) {
  *example = (pv_example){
      .kind = kind_of(element),
      .wants_fire = pv_str_equal(pv_element_attribute(element, "want"), PV_STR("fire")),
      .why = pv_str_copy(reader->loader->arena, pv_element_attribute(element, "why")),
      .line = pv_source_place(reader->module->source, element->start).line,
  };
  pv_rule_read_example_text(reader, element, example);
  if (example->kind != PV_EXAMPLE_QUIET) read_expected(reader, element, example);
}

void pv_rule_read_examples(pv_rule_reader *reader) {
  const pv_element *parent = pv_element_child(reader->element, "examples");
  pv_rule *rule = reader->rule;
  size_t counts[3] = {0};
  size_t count = parent ? parent->children.count : 0;
  pv_example *examples = PV_NEW_ARRAY(reader->loader->arena, pv_example, count);
  rule->examples = examples;
  for (size_t i = 0; i < count; i++) {
    if (!parent->children.items[i]->name.size) continue;
    read_example(reader, parent->children.items[i], &examples[rule->example_count]);
    counts[examples[rule->example_count++].kind]++;
  }
  bool is_draft = pv_str_equal(pv_element_attribute(reader->element, "status"), PV_STR("draft"));
  if (!is_draft && (!counts[PV_EXAMPLE_FIRE] || !counts[PV_EXAMPLE_QUIET]))
    pv_rule_fail(reader, reader->element, "id",
                 "a rule needs an example that fires and one that stays quiet");
}
