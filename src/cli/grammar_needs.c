// proviso grammar test --needs: what an example that fires could say about its near misses.
//
// Each word is left out, and replaced; behind each word others are put. What makes the rule stay
// quiet is printed as the attribute or element that says so, for the author to take over.
#include <stdio.h>

#include "analyze/example.h"
#include "analyze/near_miss.h"
#include "base/str.h"
#include "base/vector.h"
#include "cli/grammar_action.h"

enum { MOST_WORDS = 64 };

typedef struct {
  const pv_grammar *grammar;
  pv_matcher *matcher;
  pv_arena *arena; // reset for every try
  const pv_rule *rule;
  const pv_example *example;
  const pv_span *words; // of the example, marks beside them left out
  size_t count;
} search;

static bool stays_quiet(const search *s, pv_example miss) {
  return pv_example_run(s->matcher, s->arena, s->grammar, s->rule, &miss).verdict ==
         PV_VERDICT_PASSED;
}

static bool needs(const search *s, pv_span word) {
  pv_arena_reset(s->arena);
  return stays_quiet(s, pv_near_miss_without(s->arena, s->example, word)) &&
         stays_quiet(s, pv_near_miss_other(s->arena, s->example, word));
}

static bool spoils(const search *s, pv_example_addition addition) {
  pv_arena_reset(s->arena);
  return stays_quiet(s, pv_near_miss_with(s->arena, s->example, &addition));
}

static pv_span *words_of(pv_arena *arena, pv_str text, size_t *count) {
  pv_span *words = PV_NEW_ARRAY(arena, pv_span, text.size / 2 + 1);
  for (size_t start = 0; start < text.size;) {
    size_t next = start;
    while (next < text.size && text.data[next] != ' ') next++;
    size_t from = start, end = next;
    while (from < end && strchr(",.;:()\"", text.data[from])) from++;
    while (end > from && strchr(",.;:()\"", text.data[end - 1])) end--;
    if (end > from) words[(*count)++] = (pv_span){(uint32_t)from, (uint32_t)end};
    start = next + 1;
  }
  return words;
}

static void print_needs(const search *s) {
  bool any = false;
  for (size_t i = 0; i < s->count; i++) {
    if (!needs(s, s->words[i])) continue;
    pv_str word = pv_str_slice(s->example->text, s->words[i]);
    if (!any) pv_grammar_print_place(s->rule, s->example->line);
    printf("%s" PV_STR_FMT, any ? " " : "needs=\"", PV_STR_ARG(word));
    any = true;
  }
  if (any) puts("\"");
}

static void print_addition(const search *s, size_t word, const char *addition) {
  pv_grammar_print_place(s->rule, s->example->line);
  printf("behind word %zu, \"" PV_STR_FMT "\": %s\n", word + 1,
         PV_STR_ARG(pv_str_slice(s->example->text, s->words[word])), addition);
}

// The fewest words that spoil the match, and the marks that do and are not like a word.
static void print_additions(const search *s, size_t word) {
  static const struct {
    const char *text, *element;
  } marks[] = {{";", "<not>;</not>"}, {",", "<not>,</not>"}, {":", "<not>:</not>"}};
  uint32_t at = s->words[word].end, least = 1;
  while (least <= MOST_WORDS && !spoils(s, (pv_example_addition){.at = at, .words = least}))
    least++;
  if (least == 1) return;
  char element[32];
  snprintf(element, sizeof element, "<not words=\"%u\"/>", least);
  if (least <= MOST_WORDS) print_addition(s, word, element);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (spoils(s, (pv_example_addition){.at = at, .text = pv_str_from(marks[i].text)}))
      print_addition(s, word, marks[i].element);
}

static void look_at(search *s, pv_arena *arena, const pv_example *example) {
  s->example = example;
  s->count = 0;
  s->words = words_of(arena, example->text, &s->count);
  print_needs(s);
  for (size_t i = 0; i + 1 < s->count; i++) print_additions(s, i);
}

pv_exit pv_grammar_needs(const pv_settings *settings, const pv_grammar *grammar) {
  search s = {.grammar = grammar, .matcher = pv_matcher_new(grammar), .arena = pv_arena_new(0)};
  if (!s.matcher || !s.arena) return pv_grammar_no_memory();
  for (size_t i = 0; i < grammar->rule_count; i++) {
    s.rule = &grammar->rules[i];
    if (!pv_grammar_takes_rule(settings, s.rule)) continue;
    for (size_t k = 0; k < s.rule->example_count; k++)
      if (s.rule->examples[k].kind == PV_EXAMPLE_FIRE)
        look_at(&s, settings->arena, &s.rule->examples[k]);
  }
  pv_matcher_free(s.matcher);
  pv_arena_free(s.arena);
  return PV_EXIT_OK;
}
