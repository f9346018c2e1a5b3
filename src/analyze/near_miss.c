#include "analyze/near_miss.h"

#include "base/str.h"
#include "base/vector.h"

// No grammar knows them.
#define OTHER_WORD "zzz"
#define OTHER_NAME "Zzz"

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

static uint32_t moved(uint32_t place, pv_span at, size_t size) {
  if (place <= at.start) return place;
  return place < at.end ? at.start : (uint32_t)(place - at.end + at.start + size);
}

// A mark that starts where the words do starts with those that replace them.
static const pv_example_mark *moved_marks(pv_arena *arena, const pv_example *example, pv_span at,
                                          size_t size) {
  pv_example_mark *marks = PV_NEW_ARRAY(arena, pv_example_mark, example->mark_count);
  for (size_t i = 0; i < example->mark_count; i++) {
    marks[i] = example->marks[i];
    pv_span *mark = &marks[i].at;
    bool is_behind = mark->start >= at.end && at.end > at.start;
    mark->start = is_behind || mark->start > at.start ? moved(mark->start, at, size) : mark->start;
    mark->end = moved(mark->end, at, size);
  }
  return marks;
}

pv_example pv_example_reading(pv_arena *arena, const pv_example *example, pv_span at, pv_str by) {
  pv_str text = example->text;
  pv_example reading = *example;
  reading.text =
      pv_str_printf(arena, "%.*s" PV_STR_FMT PV_STR_FMT, (int)at.start, text.data, PV_STR_ARG(by),
                    PV_STR_ARG(((pv_str){text.data + at.end, text.size - at.end})));
  reading.marks = moved_marks(arena, example, at, by.size);
  reading.need_count = reading.addition_count = 0;
  return reading;
}

static bool is_marked(const pv_example *example, pv_span at) {
  for (size_t i = 0; i < example->mark_count; i++)
    if (example->marks[i].at.start >= at.start && example->marks[i].at.end <= at.end) return true;
  return false;
}

static pv_example miss(pv_arena *arena, const pv_example *example, pv_span at, pv_str by,
                       pv_str why) {
  pv_example quiet = pv_example_reading(arena, example, at, by);
  quiet.kind = PV_EXAMPLE_QUIET;
  quiet.why = why;
  return quiet;
}

pv_example pv_near_miss_without(pv_arena *arena, const pv_example *example, pv_span at) {
  pv_str word = pv_str_slice(example->text, at);
  pv_example quiet = miss(arena, example, at, PV_STR(""),
                          pv_str_printf(arena, "without \"" PV_STR_FMT "\"", PV_STR_ARG(word)));
  if (is_marked(example, at)) quiet.mark_count = quiet.field_count = 0;
  return quiet;
}

pv_example pv_near_miss_other(pv_arena *arena, const pv_example *example, pv_span at) {
  pv_str word = pv_str_slice(example->text, at);
  pv_str other = is_capital(word.data[0]) ? PV_STR(OTHER_NAME) : PV_STR(OTHER_WORD);
  return miss(arena, example, at, other,
              pv_str_printf(arena, "with another word for \"" PV_STR_FMT "\"", PV_STR_ARG(word)));
}

static pv_str added_words(pv_arena *arena, const pv_example_addition *addition) {
  if (!addition->words) return addition->text;
  pv_str words = PV_STR(OTHER_WORD);
  for (uint32_t i = 1; i < addition->words; i++)
    words = pv_str_printf(arena, PV_STR_FMT " " OTHER_WORD, PV_STR_ARG(words));
  return words;
}

// "non-" goes before a word as it is, others with a blank.
static bool wants_blank(pv_str text, uint32_t at, pv_str added) {
  if (added.data[added.size - 1] == '-' || at == text.size) return false;
  return memchr(" ,.;:)", text.data[at], 6) == NULL;
}

pv_example pv_near_miss_with(pv_arena *arena, const pv_example *example,
                             const pv_example_addition *addition) {
  pv_str words = added_words(arena, addition);
  const char *before = addition->at && example->text.data[addition->at - 1] != ' ' ? " " : "";
  const char *behind = wants_blank(example->text, addition->at, words) ? " " : "";
  pv_str added = pv_str_printf(arena, "%s" PV_STR_FMT "%s", before, PV_STR_ARG(words), behind);
  pv_span at = {addition->at, addition->at};
  pv_str why = addition->words > 1
                   ? pv_str_printf(arena, "with %u other words", (unsigned)addition->words)
                   : pv_str_printf(arena, "with \"" PV_STR_FMT "\"", PV_STR_ARG(words));
  return miss(arena, example, at, added, why);
}

typedef struct {
  pv_arena *arena;
  PV_VECTOR(pv_example) items;
} readings;

static void add(readings *r, pv_example example) { PV_PUSH(r->arena, &r->items, example); }

// For each of the words at `at`.
static void add_misses(readings *r, const pv_example *example, pv_span at) {
  if (example->kind != PV_EXAMPLE_FIRE) return;
  for (uint32_t start = at.start; start < at.end;) {
    uint32_t end = start;
    while (end < at.end && example->text.data[end] != ' ') end++;
    pv_span word = {start, end};
    add(r, pv_near_miss_without(r->arena, example, word));
    add(r, pv_near_miss_other(r->arena, example, word));
    start = end + 1;
  }
}

static void add_need(readings *r, const pv_example *example, const pv_example_need *need) {
  if (!need->is_free) add_misses(r, example, need->at);
  for (pv_str rest = need->others; rest.size;) {
    const char *bar = memchr(rest.data, '|', rest.size);
    size_t size = bar ? (size_t)(bar - rest.data) : rest.size;
    pv_str words = pv_str_trim((pv_str){rest.data, size});
    bool is_free = words.data[0] == '?';
    if (is_free) words = (pv_str){words.data + 1, words.size - 1};
    rest = (pv_str){rest.data + size + (bar != NULL), rest.size - size - (bar != NULL)};
    pv_example other = pv_example_reading(r->arena, example, need->at, words);
    pv_span at = {need->at.start, (uint32_t)(need->at.start + words.size)};
    add(r, other);
    if (!is_free) add_misses(r, &other, at);
  }
}

pv_examples pv_examples_of(pv_arena *arena, const pv_rule *rule) {
  readings r = {.arena = arena};
  for (size_t i = 0; i < rule->example_count; i++) {
    const pv_example *example = &rule->examples[i];
    add(&r, *example);
    for (size_t k = 0; k < example->need_count; k++) add_need(&r, example, &example->needs[k]);
    for (size_t k = 0; k < example->addition_count; k++)
      add(&r, pv_near_miss_with(arena, example, &example->additions[k]));
  }
  return (pv_examples){r.items.items, r.items.count};
}
