// proviso grammar test --needs: what an example that fires could say about its near misses.
//
// Each word is left out, and replaced; between the words that are needed others are put. The
// example is printed with what makes the rule stay quiet in braces, for the author to take over.
#include <stdio.h>

#include "analyze/example.h"
#include "analyze/near_miss.h"
#include "base/str.h"
#include "base/vector.h"
#include "cli/grammar_action.h"

enum { MOST_WORDS = 65 }; // one more than a gap may take

typedef struct {
  pv_span at;
  bool is_needed;
  const pv_example_need *said; // the braces that it stands in already, or NULL
} word;

typedef struct {
  uint32_t at;
  uint32_t words; // 0: none spoil the match
  const char *mark;
} addition;

typedef struct {
  const pv_grammar *grammar;
  pv_matcher *matcher;
  pv_arena *arena; // reset for every try
  const pv_rule *rule;
  const pv_example *example;
  word *words;
  size_t count;
  PV_VECTOR(addition) additions;
} search;

static bool stays_quiet(const search *s, pv_example miss) {
  return pv_example_run(s->matcher, s->arena, s->grammar, s->rule, &miss).verdict ==
         PV_VERDICT_PASSED;
}

static bool needs(const search *s, pv_span at) {
  pv_arena_reset(s->arena);
  return stays_quiet(s, pv_near_miss_other(s->arena, s->example, at)) &&
         stays_quiet(s, pv_near_miss_without(s->arena, s->example, at));
}

static bool spoils(const search *s, pv_example_addition added) {
  pv_arena_reset(s->arena);
  return stays_quiet(s, pv_near_miss_with(s->arena, s->example, &added));
}

static const pv_example_need *said_of(const pv_example *example, pv_span at) {
  for (size_t i = 0; i < example->need_count; i++)
    if (example->needs[i].at.start <= at.start && at.end <= example->needs[i].at.end)
      return &example->needs[i];
  return NULL;
}

static bool is_mark(pv_str text) {
  static const char quotes[][4] = {"\u201c", "\u201d", "\u2018", "\u2019"};
  for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
    if (text.size >= 3 && memcmp(text.data, quotes[i], 3) == 0) return true;
  return strchr(",.;:()[]\"", text.data[0]) != NULL;
}

static size_t size_at(pv_str text) { return (unsigned char)text.data[0] >= 0xe0 ? 3 : 1; }

// Without the marks around it.
static pv_span bare_word(pv_str text, size_t from, size_t end) {
  while (from < end && is_mark((pv_str){text.data + from, end - from}))
    from += size_at((pv_str){text.data + from, end - from});
  size_t last = from;
  for (size_t i = from; i < end;) {
    pv_str rest = {text.data + i, end - i};
    i += size_at(rest);
    if (!is_mark(rest)) last = i;
  }
  return (pv_span){(uint32_t)from, (uint32_t)last};
}

// Braces stand within a mark, or around it.
static bool is_cut(const search *s, pv_span at) {
  for (size_t i = 0; i < s->example->mark_count; i++) {
    pv_span mark = s->example->marks[i].at;
    if ((mark.start > at.start && mark.start < at.end) ||
        (mark.end > at.start && mark.end < at.end))
      return true;
  }
  return false;
}

static void find_words(search *s, pv_arena *arena) {
  pv_str text = s->example->text;
  s->words = PV_NEW_ARRAY(arena, word, text.size / 2 + 1);
  s->count = 0;
  for (size_t start = 0; start < text.size;) {
    size_t next = start;
    while (next < text.size && text.data[next] != ' ') next++;
    pv_span at = bare_word(text, start, next);
    start = next + 1;
    if (at.end == at.start) continue;
    const pv_example_need *said = said_of(s->example, at);
    s->words[s->count++] = (word){at, said || (!is_cut(s, at) && needs(s, at)), said};
  }
}

// The fewest words that spoil the match, if more than one are needed; else 0.
static uint32_t fewest_words(const search *s, uint32_t at) {
  uint32_t few = 1, many = MOST_WORDS; // `few` do not, `many` do
  if (!spoils(s, (pv_example_addition){.at = at, .words = many})) return 0;
  if (spoils(s, (pv_example_addition){.at = at, .words = few})) return 0;
  while (many - few > 1) {
    uint32_t middle = (few + many) / 2;
    *(spoils(s, (pv_example_addition){.at = at, .words = middle}) ? &many : &few) = middle;
  }
  return many;
}

static addition find_addition(const search *s, uint32_t at) {
  static const char *const marks[] = {";", ","};
  addition found = {.at = at, .words = fewest_words(s, at)};
  if (spoils(s, (pv_example_addition){.at = at, .words = 1})) return found;
  for (size_t i = 0; i < sizeof marks / sizeof *marks && !found.mark; i++)
    if (spoils(s, (pv_example_addition){.at = at, .text = pv_str_from(marks[i])}))
      found.mark = marks[i];
  return found;
}

static bool says_already(const search *s, uint32_t from, uint32_t to) {
  for (size_t i = 0; i < s->example->addition_count; i++)
    if (s->example->additions[i].at >= from && s->example->additions[i].at <= to) return true;
  return false;
}

// Between two words that are needed, the place where the fewest words do.
static void find_between(search *s, pv_arena *arena, size_t first, size_t last) {
  addition best = {0};
  const pv_example_need *said = s->words[first].said;
  if (said && said == s->words[last].said) return;
  if (says_already(s, s->words[first].at.end, s->words[last].at.start)) return;
  for (size_t i = first; i < last; i++) {
    addition found = find_addition(s, s->words[i].at.end);
    bool is_better = found.words ? !best.words || found.words < best.words
                                 : !best.words && !best.mark && found.mark;
    if (is_better) best = found;
  }
  if (best.words || best.mark) PV_PUSH(arena, &s->additions, best);
}

static void find_additions(search *s, pv_arena *arena) {
  s->additions.count = 0;
  for (size_t i = 0, before = s->count; i < s->count; i++) {
    if (!s->words[i].is_needed) continue;
    if (before < i) find_between(s, arena, before, i);
    before = i;
  }
}

// Is there something between the words that keeps them from standing in the same braces?
static bool are_apart(const search *s, const word *a, const word *b) {
  if (a->said || b->said) return a->said != b->said;
  if (b->at.start != a->at.end + 1) return true;
  for (size_t i = 0; i < s->example->mark_count; i++) {
    pv_span mark = s->example->marks[i].at;
    if (mark.start == b->at.start || mark.end == a->at.end) return true;
  }
  for (size_t i = 0; i < s->additions.count; i++)
    if (s->additions.items[i].at == a->at.end) return true;
  return says_already(s, a->at.end, b->at.start);
}

static void print_marks(const search *s, uint32_t at, bool ends) {
  for (size_t i = 0; i < s->example->mark_count; i++) {
    const pv_example_mark *mark = &s->example->marks[i];
    if (ends && mark->at.end == at) fputs("</s>", stdout);
    if (ends || mark->at.start != at) continue;
    if (mark->slot.size)
      printf("<s n=\"" PV_STR_FMT "\">", PV_STR_ARG(mark->slot));
    else
      fputs("<s>", stdout);
  }
}

static void print_addition(const search *s, const addition *added) {
  bool is_apart = added->at < s->example->text.size && s->example->text.data[added->at] == ' ';
  fputs(is_apart ? " {!" : "{!", stdout);
  if (added->words) printf("...%u", (unsigned)added->words);
  if (added->mark) printf("%s%s", added->words ? " | " : "", added->mark);
  putchar('}');
}

// Those that the example has already, which stand behind a blank.
static void print_said(const search *s, uint32_t at) {
  bool any = false, is_prefix = false;
  for (size_t i = 0; i < s->example->addition_count; i++) {
    const pv_example_addition *added = &s->example->additions[i];
    if (added->at != at) continue;
    fputs(any ? " | " : "{!", stdout);
    if (added->words)
      printf("...%u", (unsigned)added->words);
    else
      printf(PV_STR_FMT, PV_STR_ARG(added->text));
    any = true;
    is_prefix = !added->words && added->text.data[added->text.size - 1] == '-';
  }
  if (any) fputs(is_prefix ? "}" : "} ", stdout);
}

static void print_additions(const search *s, uint32_t at) {
  for (size_t i = 0; i < s->additions.count; i++)
    if (s->additions.items[i].at == at) print_addition(s, &s->additions.items[i]);
  print_said(s, at);
}

// As it stands in a file.
static void print_char(char c) {
  if (c == '&')
    fputs("&amp;", stdout);
  else if (c == '<')
    fputs("&lt;", stdout);
  else
    putchar(c);
}

static void print_braces(const search *s, uint32_t at, bool ends) {
  const word *before = NULL;
  for (size_t i = 0; i < s->count; i++) {
    const word *w = &s->words[i];
    if (!w->is_needed) continue;
    const word *next = i + 1 < s->count && w[1].is_needed ? w + 1 : NULL;
    bool opens = !before || before + 1 != w || are_apart(s, before, w);
    bool closes = !next || are_apart(s, w, next);
    if (!ends && opens && w->at.start == at)
      fputs(w->said && w->said->is_free ? "{?" : "{", stdout);
    if (ends && closes && w->at.end == at) {
      if (w->said && w->said->others.size) printf(" |" PV_STR_FMT, PV_STR_ARG(w->said->others));
      putchar('}');
    }
    before = w;
  }
}

static void print_example(const search *s) {
  pv_str text = s->example->text;
  pv_grammar_print_place(s->rule, s->example->line);
  for (uint32_t at = 0; at <= text.size; at++) {
    print_braces(s, at, true);
    print_marks(s, at, true);
    print_additions(s, at);
    print_marks(s, at, false);
    print_braces(s, at, false);
    if (at < text.size) print_char(text.data[at]);
  }
  putchar('\n');
}

static void look_at(search *s, pv_arena *arena, const pv_example *example) {
  s->example = example;
  find_words(s, arena);
  find_additions(s, arena);
  print_example(s);
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
