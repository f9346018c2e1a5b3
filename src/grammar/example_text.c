// The text of an example. What stands in braces says more than one example:
//
//   {grants | gives}   the rule needs these words, and each way of saying it will do
//   {grants | ?gives}  the same, but it does without "gives", too
//   {!; | ...5}        with a semicolon here, or with five other words, the example does not hold
#include "grammar/rule.h"

enum { MOST_WORDS = 200 };

// White space as one blank, none at the ends; what is kept beside the text moves with it.
typedef struct {
  pv_rule_reader *reader;
  const pv_element *element;
  pv_arena *arena;
  char *text;
  size_t size;
  PV_VECTOR(pv_example_mark) marks;
  PV_VECTOR(pv_example_need) needs;
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

static void fail(const example_text *out, const char *what, pv_str braces) {
  pv_rule_fail(out->reader, out->element, NULL, "%s \"" PV_STR_FMT "\"", what, PV_STR_ARG(braces));
}

// Splits off what stands before the next "|".
static pv_str next_way(pv_str *rest) {
  const char *bar = rest->size ? memchr(rest->data, '|', rest->size) : NULL;
  size_t size = bar ? (size_t)(bar - rest->data) : rest->size;
  pv_str way = {rest->data, size};
  *rest = (pv_str){rest->data + size + (bar != NULL), rest->size - size - (bar != NULL)};
  return pv_str_trim(way);
}

// "...5"; 0 for anything else.
static uint32_t word_count(pv_str way) {
  uint32_t words = 0;
  if (way.size < 4 || memcmp(way.data, "...", 3) != 0) return 0;
  for (size_t i = 3; i < way.size; i++) {
    if (way.data[i] < '0' || way.data[i] > '9' || words > MOST_WORDS) return 0;
    words = words * 10 + (uint32_t)(way.data[i] - '0');
  }
  return words;
}

static void read_additions(example_text *out, pv_str inside, pv_str braces) {
  do {
    pv_str way = next_way(&inside);
    pv_example_addition addition = {.at = (uint32_t)out->size, .words = word_count(way)};
    if (!addition.words) addition.text = pv_str_copy(out->arena, way);
    if (!way.size) fail(out, "words are missing in", braces);
    if (addition.words > MOST_WORDS) fail(out, "200 words are the most in", braces);
    if (way.size && addition.words <= MOST_WORDS) PV_PUSH(out->arena, &out->additions, addition);
  } while (inside.size);
}

static bool is_nothing(pv_str way) { return !way.size || pv_str_equal(way, PV_STR("?")); }

static void read_need(example_text *out, pv_str inside, pv_str braces) {
  pv_example_need need = {.at.start = (uint32_t)out->size};
  pv_str first = next_way(&inside);
  need.is_free = first.size && first.data[0] == '?';
  if (need.is_free) first = (pv_str){first.data + 1, first.size - 1};
  append(out, first);
  need.at.end = (uint32_t)out->size;
  need.others = pv_str_copy(out->arena, inside);
  bool is_empty = first.size == 0 || braces.data[braces.size - 2] == '|';
  while (inside.size) is_empty |= is_nothing(next_way(&inside));
  if (is_empty)
    fail(out, "words are missing in", braces);
  else
    PV_PUSH(out->arena, &out->needs, need);
}

// What stands in braces, from the opening one on; returns its size.
static size_t read_braces(example_text *out, pv_str text) {
  const char *close = memchr(text.data, '}', text.size);
  if (!close) {
    fail(out, "a } is missing in", text);
    return text.size;
  }
  pv_str braces = {text.data, (size_t)(close - text.data) + 1};
  pv_str inside = {text.data + 1, (size_t)(close - text.data - 1)};
  if (inside.size && inside.data[0] == '!')
    read_additions(out, (pv_str){inside.data + 1, inside.size - 1}, braces);
  else
    read_need(out, inside, braces);
  return braces.size;
}

static void read_piece(example_text *out, const pv_element *piece) {
  pv_str text = piece->text;
  for (size_t i = 0; i < text.size;) {
    const char *open = memchr(text.data + i, '{', text.size - i);
    size_t end = open ? (size_t)(open - text.data) : text.size;
    append(out, (pv_str){text.data + i, end - i});
    i = end;
    if (open) i += read_braces(out, (pv_str){text.data + i, text.size - i});
  }
}

static size_t text_size(const pv_element *element) {
  size_t size = element->text.size;
  for (size_t i = 0; i < element->children.count; i++)
    size += element->children.items[i]->text.size;
  return size;
}

static void read_mark(example_text *out, const pv_element *piece, uint32_t start) {
  pv_str slot = pv_element_attribute(piece, "n");
  if (slot.size && !pv_rule_has_name(out->reader, slot))
    pv_rule_fail(out->reader, piece, "n", "\"" PV_STR_FMT "\" is no slot or capture of this rule",
                 PV_STR_ARG(slot));
  pv_example_mark mark = {pv_str_copy(out->arena, slot), {start, (uint32_t)out->size}};
  PV_PUSH(out->arena, &out->marks, mark);
}

// Near misses are those of an example that fires; one that is to do has no other readings.
static void check_kind(const example_text *out, const pv_example *example) {
  if (example->kind == PV_EXAMPLE_QUIET && out->additions.count)
    pv_rule_fail(out->reader, out->element, NULL, "{!…} belongs in an example that fires");
  if (example->kind == PV_EXAMPLE_TODO && (out->needs.count || out->additions.count))
    pv_rule_fail(out->reader, out->element, NULL, "an example that is to do has no braces");
}

void pv_rule_read_example_text(pv_rule_reader *reader, const pv_element *element,
                               pv_example *example) {
  pv_arena *arena = reader->loader->arena;
  example_text out = {.reader = reader, .element = element, .arena = arena};
  out.text = pv_arena_alloc(arena, text_size(element) + 1);
  for (size_t i = 0; i < element->children.count; i++) {
    const pv_element *piece = element->children.items[i];
    uint32_t start = (uint32_t)out.size;
    read_piece(&out, piece);
    if (pv_element_is(piece, "s")) read_mark(&out, piece, start);
  }
  check_kind(&out, example);
  if (out.size && out.text[out.size - 1] == ' ') out.size--;
  example->text = (pv_str){out.text, out.size};
  example->marks = out.marks.items;
  example->mark_count = out.marks.count;
  example->needs = out.needs.items;
  example->need_count = out.needs.count;
  example->additions = out.additions.items;
  example->addition_count = out.additions.count;
}
