#include "analyze/near_miss.h"

#include "base/str.h"

// No grammar knows them.
#define OTHER_WORD "zzz"
#define OTHER_NAME "Zzz"

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

static pv_example quiet(const pv_example *fire, pv_str text, pv_str why) {
  return (pv_example){.kind = PV_EXAMPLE_QUIET, .text = text, .why = why, .line = fire->line};
}

static pv_str replaced(pv_arena *arena, pv_str text, pv_span at, pv_str by) {
  pv_str head = {text.data, at.start}, tail = {text.data + at.end, text.size - at.end};
  return pv_str_printf(arena, PV_STR_FMT PV_STR_FMT PV_STR_FMT, PV_STR_ARG(head), PV_STR_ARG(by),
                       PV_STR_ARG(tail));
}

pv_example pv_near_miss_without(pv_arena *arena, const pv_example *example, pv_span at) {
  pv_str word = pv_str_slice(example->text, at);
  return quiet(example, replaced(arena, example->text, at, PV_STR("")),
               pv_str_printf(arena, "without \"" PV_STR_FMT "\"", PV_STR_ARG(word)));
}

pv_example pv_near_miss_other(pv_arena *arena, const pv_example *example, pv_span at) {
  pv_str word = pv_str_slice(example->text, at);
  pv_str other = is_capital(word.data[0]) ? PV_STR(OTHER_NAME) : PV_STR(OTHER_WORD);
  return quiet(example, replaced(arena, example->text, at, other),
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
  return quiet(example, replaced(arena, example->text, at, added),
               pv_str_printf(arena, "with \"" PV_STR_FMT "\"", PV_STR_ARG(words)));
}

pv_examples pv_examples_of(pv_arena *arena, const pv_rule *rule) {
  size_t count = rule->example_count;
  for (size_t i = 0; i < rule->example_count; i++)
    count += 2 * rule->examples[i].need_count + rule->examples[i].addition_count;
  pv_example *all = PV_NEW_ARRAY(arena, pv_example, count), *next = all;
  for (size_t i = 0; i < rule->example_count; i++) {
    const pv_example *example = &rule->examples[i];
    *next++ = *example;
    for (size_t k = 0; k < example->need_count; k++) {
      *next++ = pv_near_miss_without(arena, example, example->needs[k]);
      *next++ = pv_near_miss_other(arena, example, example->needs[k]);
    }
    for (size_t k = 0; k < example->addition_count; k++)
      *next++ = pv_near_miss_with(arena, example, &example->additions[k]);
  }
  return (pv_examples){all, count};
}
