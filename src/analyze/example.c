#include "analyze/example.h"

#include "analyze/stages.h"
#include "base/str.h"
#include "base/vector.h"

typedef PV_VECTOR(pv_str) strings;

typedef struct {
  pv_arena *arena;
  const pv_text *text;
  const pv_example *example;
} running;

pv_matches pv_findings_matches(const pv_findings *findings, pv_phase phase) {
  const pv_matches by_phase[PV_PHASE_COUNT] = {
      [PV_PHASE_FRONT] = findings->front_matches, [PV_PHASE_ENTITY] = findings->entity_matches,
      [PV_PHASE_CUE] = findings->cue_matches,     [PV_PHASE_CLAUSE] = findings->clause_matches,
      [PV_PHASE_STYLE] = findings->style_matches,
  };
  return by_phase[phase];
}

static bool contains(const strings *list, pv_str wanted) {
  for (size_t i = 0; i < list->count; i++)
    if (pv_str_equal(list->items[i], wanted)) return true;
  return false;
}

// "a" and "b", or nothing.
static pv_str print_list(pv_arena *arena, const strings *list) {
  pv_str all = PV_STR("nothing");
  for (size_t i = 0; i < list->count; i++)
    all = i ? pv_str_printf(arena, PV_STR_FMT " and \"" PV_STR_FMT "\"", PV_STR_ARG(all),
                            PV_STR_ARG(list->items[i]))
            : pv_str_printf(arena, "\"" PV_STR_FMT "\"", PV_STR_ARG(list->items[i]));
  return all;
}

// Order does not count, nor how often: of a list each value stands once.
static bool same(const strings *a, const strings *b) {
  for (size_t i = 0; i < a->count; i++)
    if (!contains(b, a->items[i])) return false;
  for (size_t i = 0; i < b->count; i++)
    if (!contains(a, b->items[i])) return false;
  return true;
}

static void add_once(pv_arena *arena, strings *list, pv_str item) {
  if (item.size && !contains(list, item)) PV_PUSH(arena, list, item);
}

static strings marked(const running *run, pv_str slot) {
  strings list = {0};
  for (size_t i = 0; i < run->example->mark_count; i++)
    if (pv_str_equal(run->example->marks[i].slot, slot))
      add_once(run->arena, &list,
               pv_str_trim(pv_str_slice(run->example->text, run->example->marks[i].at)));
  return list;
}

static pv_str words_of(const running *run, uint32_t first, uint32_t end) {
  return pv_str_slice(run->text->bytes, pv_text_span(run->text, first, end));
}

// The words of the fillers of `slot`, or, with `values`, the values that they stand for. Without a
// name it is the whole hit.
static strings filled(const running *run, const pv_match *match, pv_str slot, bool values) {
  strings list = {0};
  if (!slot.size) add_once(run->arena, &list, words_of(run, match->first, match->end));
  for (size_t i = 0; i < match->filler_count; i++) {
    const pv_filler *filler = &match->fillers[i];
    if (!pv_str_equal(filler->name, slot)) continue;
    add_once(run->arena, &list, values ? filler->value : words_of(run, filler->first, filler->end));
  }
  return list;
}

// The words of a field in the example: one value, or several with spaces between them.
static strings split(pv_arena *arena, pv_str words) {
  strings list = {0};
  while ((words = pv_str_trim(words)).size) {
    size_t size = 0;
    while (size < words.size && words.data[size] != ' ') size++;
    add_once(arena, &list, (pv_str){words.data, size});
    words = (pv_str){words.data + size, words.size - size};
  }
  return list;
}

static pv_str compare(const running *run, pv_str name, const strings *got, const strings *wanted) {
  if (same(got, wanted)) return PV_STR("");
  return pv_str_printf(run->arena, PV_STR_FMT " is " PV_STR_FMT ", not " PV_STR_FMT,
                       PV_STR_ARG(name), PV_STR_ARG(print_list(run->arena, got)),
                       PV_STR_ARG(print_list(run->arena, wanted)));
}

// What of `match` is not as the example says, or an empty view.
static pv_str compare_match(const running *run, const pv_match *match) {
  const pv_example *example = run->example;
  for (size_t i = 0; i < example->mark_count; i++) {
    pv_str slot = example->marks[i].slot;
    strings wanted = marked(run, slot), got = filled(run, match, slot, false);
    pv_str problem = compare(run, slot.size ? slot : PV_STR("the hit"), &got, &wanted);
    if (problem.size) return problem;
  }
  for (size_t i = 0; i < example->field_count; i++) {
    pv_str field = example->fields[i].field;
    strings wanted = split(run->arena, example->fields[i].value);
    strings got = filled(run, match, field, true);
    pv_str problem = compare(run, field, &got, &wanted);
    if (problem.size) return problem;
  }
  return PV_STR("");
}

// Of several matches one has to be right; else the problem of the first one is told. Where the rule
// is to stay quiet, none may be.
static pv_str find_problem(const running *run, const pv_rule *rule, pv_matches matches,
                           bool wants_fire) {
  pv_str first = PV_STR("");
  for (size_t i = 0; i < matches.count; i++) {
    const pv_match *match = &matches.items[i];
    if (match->rule != rule) continue;
    pv_str words = words_of(run, match->first, match->end);
    pv_str problem = compare_match(run, match);
    if (!wants_fire && !problem.size)
      return pv_str_printf(run->arena, "fired on \"" PV_STR_FMT "\"", PV_STR_ARG(words));
    if (!problem.size) return problem;
    if (!first.size) first = problem;
  }
  if (!wants_fire) return PV_STR("");
  return first.size ? first : PV_STR("did not fire");
}

pv_example_result pv_example_judge(pv_arena *arena, const pv_findings *findings,
                                   const pv_rule *rule, const pv_example *example) {
  running run = {arena, findings->text, example};
  bool is_todo = example->kind == PV_EXAMPLE_TODO;
  bool wants_fire = is_todo ? example->wants_fire : example->kind == PV_EXAMPLE_FIRE;
  pv_example_result result = {
      .problem = find_problem(&run, rule, pv_findings_matches(findings, rule->phase), wants_fire)};
  bool passed = !result.problem.size;
  if (is_todo)
    result.verdict = passed ? PV_VERDICT_DONE : PV_VERDICT_TODO;
  else
    result.verdict = passed ? PV_VERDICT_PASSED : PV_VERDICT_FAILED;
  return result;
}

pv_example_result pv_example_run(pv_matcher *matcher, pv_arena *arena, const pv_grammar *grammar,
                                 const pv_rule *rule, const pv_example *example) {
  pv_diagnostics diagnostics = {.arena = arena};
  pv_findings findings = pv_stages_run(matcher, arena, grammar, example->text, &diagnostics);
  return pv_example_judge(arena, &findings, rule, example);
}
