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

// White space as one blank, none at the ends; marks and additions move with it.
typedef struct {
  pv_arena *arena;
  char *text;
  size_t size;
  PV_VECTOR(pv_example_mark) marks;
  PV_VECTOR(pv_example_addition) additions;
} example_text;

static void append(example_text *out, pv_str text) {
  for (size_t i = 0; i < text.size; i++) {
    bool blank = strchr(" \t\r\n", text.data[i]) != NULL;
    if (!blank)
      out->text[out->size++] = text.data[i];
    else if (out->size > 0 && out->text[out->size - 1] != ' ')
      out->text[out->size++] = ' ';
  }
}

static size_t text_size(const pv_element *element) {
  size_t size = element->text.size;
  for (size_t i = 0; i < element->children.count; i++)
    size += element->children.items[i]->text.size;
  return size;
}

static void read_mark(pv_rule_reader *reader, const pv_element *piece, uint32_t start,
                      example_text *out) {
  pv_str slot = pv_element_attribute(piece, "n");
  if (!pv_rule_has_name(reader, slot))
    pv_rule_fail(reader, piece, "n", "\"" PV_STR_FMT "\" is no slot or capture of this rule",
                 PV_STR_ARG(slot));
  pv_example_mark mark = {pv_str_copy(out->arena, slot), {start, (uint32_t)out->size}};
  PV_PUSH(out->arena, &out->marks, mark);
}

static void read_addition(pv_rule_reader *reader, const pv_element *piece, example_text *out) {
  pv_str words = pv_element_attribute(piece, "words");
  pv_example_addition addition = {.at = (uint32_t)out->size,
                                  .text = pv_str_copy(out->arena, pv_str_trim(piece->text))};
  for (size_t i = 0; i < words.size; i++)
    addition.words = addition.words * 10 + (uint32_t)(words.data[i] - '0');
  if (!addition.text.size == !addition.words)
    pv_rule_fail(reader, piece, "words", "a <not> holds words, or says how many others there are");
  PV_PUSH(out->arena, &out->additions, addition);
}

static void read_text(pv_rule_reader *reader, const pv_element *element, pv_example *example) {
  pv_arena *arena = reader->loader->arena;
  example_text out = {.arena = arena, .text = pv_arena_alloc(arena, text_size(element) + 1)};
  for (size_t i = 0; i < element->children.count; i++) {
    const pv_element *piece = element->children.items[i];
    uint32_t start = (uint32_t)out.size;
    if (pv_element_is(piece, "not")) {
      read_addition(reader, piece, &out);
      continue;
    }
    append(&out, piece->text);
    if (pv_element_is(piece, "s")) read_mark(reader, piece, start, &out);
  }
  if (out.size && out.text[out.size - 1] == ' ') out.size--;
  example->text = (pv_str){out.text, out.size};
  example->marks = out.marks.items;
  example->mark_count = out.marks.count;
  example->additions = out.additions.items;
  example->addition_count = out.additions.count;
}

static size_t end_of_word(pv_str text, size_t pos) {
  while (pos < text.size && text.data[pos] != ' ') pos++;
  return pos;
}

static bool is_mark(char c) { return strchr(",.;:()\"", c) != NULL; }

// The next word of `text` from `pos` on that is `wanted`, marks beside it left out; else one that
// is empty.
static pv_span find_word(pv_str text, size_t pos, pv_str wanted) {
  for (size_t start = pos; start < text.size;) {
    size_t next = end_of_word(text, start), end = next;
    while (start < end && is_mark(text.data[start])) start++;
    while (end > start && is_mark(text.data[end - 1])) end--;
    if (pv_str_equal((pv_str){text.data + start, end - start}, wanted))
      return (pv_span){(uint32_t)start, (uint32_t)end};
    start = next + 1;
  }
  return (pv_span){0, 0};
}

// needs="appoints exclusive distributor": words of the example, in its order.
static void read_needs(pv_rule_reader *reader, const pv_element *element, pv_example *example) {
  pv_str needs = pv_element_attribute(element, "needs");
  pv_span *words = PV_NEW_ARRAY(reader->loader->arena, pv_span, needs.size / 2 + 1);
  example->needs = words;
  for (size_t pos = 0; pos < needs.size;) {
    size_t end = end_of_word(needs, pos);
    pv_str wanted = {needs.data + pos, end - pos};
    pos = end + 1;
    if (!wanted.size) continue;
    size_t from = example->need_count ? words[example->need_count - 1].end : 0;
    pv_span found = find_word(example->text, from, wanted);
    if (found.end)
      words[example->need_count++] = found;
    else
      pv_rule_fail(reader, element, "needs",
                   "\"" PV_STR_FMT "\" does not stand in the example, behind the words before it",
                   PV_STR_ARG(wanted));
  }
}

static void read_expected(pv_rule_reader *reader, const pv_element *element, pv_example *example) {
  pv_arena *arena = reader->loader->arena;
  pv_example_field *fields = PV_NEW_ARRAY(arena, pv_example_field, element->attributes.count);
  example->fields = fields;
  for (size_t i = 0; i < element->attributes.count; i++) {
    const pv_attribute *a = &element->attributes.items[i];
    if (pv_str_equal(a->name, PV_STR("want")) || pv_str_equal(a->name, PV_STR("why")) ||
        pv_str_equal(a->name, PV_STR("needs")))
      continue;
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
  read_text(reader, element, example);
  if (example->kind != PV_EXAMPLE_QUIET) read_expected(reader, element, example);
  if (example->kind == PV_EXAMPLE_FIRE) read_needs(reader, element, example);
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
