// Mutants of rules: each is made on the text of an expression and compiled from there, so what is
// no expression any more drops out by itself.
#include "grammar/unit.h"
#include "grammar/variant.h"

// A rule while it is mutated, and one of its matches.
typedef struct {
  pv_mutants *mutants;
  const pv_rule_site *site;
  size_t match;
  pv_str text;
  pv_units units;
} maker;

static pv_arena *arena_of(const maker *m) { return m->site->loader->arena; }

static void add(const maker *m, const pv_rule *changed, uint32_t line, pv_str what) {
  PV_PUSH(arena_of(m), &m->mutants->items,
          ((pv_mutant){.rule = m->site->rule, .changed = *changed, .line = line, .what = what}));
}

static pv_str replaced(const maker *m, pv_span at, pv_str by) {
  return pv_variant_replace(m->site->loader, m->text, at, by);
}

static pv_str written(const maker *m, pv_span at) { return pv_str_slice(m->text, at); }

// Adds the rule with `text` in place of the match under way; false where that does not compile.
static bool add_match(const maker *m, pv_str text, const char *what, pv_str detail) {
  const pv_rule *rule = m->site->rule;
  pv_program program;
  if (!pv_variant_compile(m->site, text, &program)) return false;
  pv_program *matches = PV_NEW_ARRAY(arena_of(m), pv_program, rule->match_count);
  memcpy(matches, rule->matches, rule->match_count * sizeof *matches);
  matches[m->match] = program;
  pv_rule changed = *rule;
  changed.matches = matches;
  add(m, &changed, rule->matches[m->match].line,
      pv_str_printf(arena_of(m), "match %zu: %s " PV_STR_FMT, m->match + 1, what,
                    PV_STR_ARG(detail)));
  return true;
}

// The unit before (-1) or behind (1) the one at `index` in its sequence, or NULL.
static const pv_unit *neighbour(const maker *m, size_t index, int step) {
  const pv_unit *unit = &m->units.items[index];
  for (size_t i = index + (size_t)step; i < m->units.count; i += (size_t)step)
    if (m->units.items[i].sequence == unit->sequence) return &m->units.items[i];
  return NULL;
}

// At an edge a unit goes together with the gap beside it.
static void drop_unit(const maker *m, size_t index) {
  const pv_unit *unit = &m->units.items[index];
  const pv_unit *before = neighbour(m, index, -1), *behind = neighbour(m, index, 1);
  pv_str what = written(m, unit->at);
  if (!before && !behind) return;
  if (add_match(m, replaced(m, unit->at, PV_STR(" ")), "drop", what)) return;
  pv_span wide = unit->at;
  if (!before && behind->kind == PV_SIGN_GAP) wide.end = behind->at.end;
  if (!behind && before->kind == PV_SIGN_GAP) wide.start = before->at.start;
  if (wide.end - wide.start > unit->at.end - unit->at.start)
    add_match(m, replaced(m, wide, PV_STR(" ")), "drop", written(m, wide));
}

static bool is_look(pv_sign_kind kind) {
  return kind == PV_SIGN_AHEAD || kind == PV_SIGN_NOT_AHEAD || kind == PV_SIGN_BEHIND ||
         kind == PV_SIGN_NOT_BEHIND;
}

static bool make_optional(const maker *m, size_t index) {
  const pv_unit *unit = &m->units.items[index];
  bool is_alone = !neighbour(m, index, -1) && !neighbour(m, index, 1);
  if (unit->is_optional || is_look(unit->kind) || is_alone) return false;
  pv_str item = written(m, (pv_span){unit->core.start, unit->at.end});
  pv_str optional = pv_str_printf(m->site->loader->scratch, "(" PV_STR_FMT ")?", PV_STR_ARG(item));
  return add_match(m, replaced(m, (pv_span){unit->core.start, unit->at.end}, optional), "optional",
                   written(m, unit->at));
}

static bool is_gap(const pv_unit *unit) { return unit && unit->kind == PV_SIGN_GAP; }

static bool has_capture(pv_str expression) {
  pv_expression_lexer lexer = {.text = expression};
  for (pv_sign s = pv_expression_lex(&lexer); s.kind != PV_SIGN_END && s.kind != PV_SIGN_WRONG;
       s = pv_expression_lex(&lexer))
    if (s.kind == PV_SIGN_NAME) return true;
  return false;
}

// What is optional beside a gap, and all that is in it: the gap takes it, too.
static bool is_taken(const maker *m, pv_span at) {
  for (size_t i = 0; i < m->units.count; i++) {
    const pv_unit *unit = &m->units.items[i];
    bool is_in = unit->at.start <= at.start && at.end <= unit->at.end;
    if (is_in && unit->is_optional && !has_capture(written(m, unit->at)) &&
        (is_gap(neighbour(m, i, -1)) || is_gap(neighbour(m, i, 1))))
      return true;
  }
  return false;
}

// An example that notices that a unit may be missing would notice that it always is.
static void need_less(const maker *m, size_t index) {
  if (!make_optional(m, index)) drop_unit(m, index);
}

// What is one token, as far as can be seen.
static bool is_one_token(const maker *m, const pv_unit *unit) {
  pv_str core = written(m, unit->core);
  switch (unit->kind) {
  case PV_SIGN_WORD:
  case PV_SIGN_FAMILY:
  case PV_SIGN_LEXICON:
  case PV_SIGN_REGEX:
  case PV_SIGN_SET_OPEN: return true;
  case PV_SIGN_CLASS:
    return !pv_str_equal(core, PV_STR("#bos")) && !pv_str_equal(core, PV_STR("#eos"));
  case PV_SIGN_LITERAL:
  case PV_SIGN_EXACT: return memchr(core.data, ' ', core.size) == NULL;
  default: return false;
  }
}

static bool is_way(const maker *m, const pv_unit *unit, pv_span way) {
  pv_str at = pv_str_trim(written(m, unit->at)), all = pv_str_trim(written(m, way));
  return at.data == all.data && at.size == all.size;
}

static const pv_unit *unit_of_way(const maker *m, pv_span way) {
  for (size_t i = 0; i < m->units.count; i++)
    if (is_way(m, &m->units.items[i], way)) return &m->units.items[i];
  return NULL;
}

// `a | b`: a set in other words.
static bool is_set(const maker *m, const pv_unit_choice *choice) {
  for (size_t i = 0; i < choice->count; i++) {
    const pv_unit *unit = unit_of_way(m, choice->ways[i]);
    if (!unit || unit->has_count || !is_one_token(m, unit)) return false;
  }
  return true;
}

static bool is_in_set(const maker *m, const pv_unit *unit) {
  for (size_t i = 0; i < m->units.choice_count; i++) {
    const pv_unit_choice *choice = &m->units.choices[i];
    if (unit->at.start >= choice->at.start && unit->at.end <= choice->at.end && is_set(m, choice))
      return true;
  }
  return false;
}

static void take_any(const maker *m, size_t index) {
  const pv_unit *unit = &m->units.items[index];
  if (unit->is_optional || !is_one_token(m, unit) || is_in_set(m, unit)) return;
  add_match(m, replaced(m, unit->core, PV_STR(".")), "any token for", written(m, unit->core));
}

static void take_any_way(const maker *m, const pv_unit_choice *choice) {
  if (is_set(m, choice))
    add_match(m, replaced(m, choice->at, PV_STR(".")), "any token for", written(m, choice->at));
}

// The words of a set stay, as those of a lexicon do.
static void drop_ways(const maker *m, const pv_unit_choice *choice) {
  if (is_set(m, choice)) return;
  for (size_t i = 0; i < choice->count; i++) {
    pv_span way = choice->ways[i];
    add_match(m, replaced(m, way, PV_STR("[#upper and #lower]")), "drop the way", written(m, way));
  }
}

// "X" becomes 'x', also in a set.
static void fold_exact(const maker *m, size_t index) {
  const pv_unit *unit = &m->units.items[index];
  if (unit->kind != PV_SIGN_EXACT && unit->kind != PV_SIGN_SET_OPEN) return;
  pv_str core = written(m, unit->core);
  pv_expression_lexer lexer = {.text = core};
  char *folded = pv_arena_alloc(m->site->loader->scratch, core.size + 1);
  memcpy(folded, core.data, core.size);
  bool changes = false;
  for (pv_sign s = pv_expression_lex(&lexer); s.kind != PV_SIGN_END && s.kind != PV_SIGN_WRONG;
       s = pv_expression_lex(&lexer)) {
    if (s.kind != PV_SIGN_EXACT || memchr(s.text.data, '\'', s.text.size)) continue;
    folded[s.at] = folded[lexer.at - 1] = '\'';
    changes = true;
  }
  if (changes) add_match(m, replaced(m, unit->core, (pv_str){folded, core.size}), "fold", core);
}

static void change_gap(const maker *m, size_t index) {
  const pv_unit *unit = &m->units.items[index];
  pv_arena *scratch = m->site->loader->scratch;
  uint32_t wide = unit->most * 3 > PV_MAX_GAP ? PV_MAX_GAP : unit->most * 3;
  pv_str barrier = written(m, unit->barrier);
  pv_str wider = pv_str_printf(scratch, "...%u" PV_STR_FMT, wide, PV_STR_ARG(barrier));
  if (wide > unit->most) add_match(m, replaced(m, unit->at, wider), "widen", written(m, unit->at));
  if (barrier.size)
    add_match(m, replaced(m, unit->barrier, PV_STR(" ")), "no barrier on", written(m, unit->at));
}

static pv_str first_word(pv_str way) {
  pv_expression_lexer lexer = {.text = way};
  pv_sign s = pv_expression_lex(&lexer);
  bool is_word = s.kind == PV_SIGN_WORD || s.kind == PV_SIGN_LITERAL;
  return is_word ? s.text : PV_STR("");
}

// Ways that start with different words take the same in any order.
static bool order_counts(const maker *m, const pv_unit_choice *choice) {
  for (size_t i = 0; i < choice->count; i++)
    for (size_t k = i + 1; k < choice->count; k++) {
      pv_str a = first_word(written(m, choice->ways[i]));
      pv_str b = first_word(written(m, choice->ways[k]));
      if (!a.size || !b.size || pv_str_equal(a, b)) return true;
    }
  return false;
}

// Whether there is a hit does not depend on the order, only its words do: they count where it is an
// annotation, or where some of them are captured.
static bool words_count(const maker *m) {
  return m->site->rule->phase < PV_PHASE_CLAUSE || has_capture(m->text);
}

// The last way comes first.
static void swap_ways(const maker *m, const pv_unit_choice *choice) {
  if (!words_count(m) || !order_counts(m, choice)) return;
  pv_str all = PV_STR("");
  for (size_t i = choice->count; i-- > 0;) {
    pv_str way = written(m, choice->ways[i]);
    all = pv_str_printf(m->site->loader->scratch, PV_STR_FMT "%s" PV_STR_FMT, PV_STR_ARG(all),
                        all.size ? " | " : "", PV_STR_ARG(way));
  }
  add_match(m, replaced(m, choice->at, all), "turn round", written(m, choice->at));
}

static void mutate_match(const maker *m) {
  static void (*const of_unit[])(const maker *m, size_t index) = {need_less, take_any, fold_exact};
  static void (*const of_choice[])(const maker *m, const pv_unit_choice *choice) = {
      take_any_way, swap_ways, drop_ways};
  for (size_t i = 0; i < m->units.count; i++) {
    if (is_taken(m, m->units.items[i].at)) continue;
    if (is_gap(&m->units.items[i])) {
      change_gap(m, i);
      continue;
    }
    for (size_t k = 0; k < sizeof of_unit / sizeof *of_unit; k++) of_unit[k](m, i);
  }
  for (size_t i = 0; i < m->units.choice_count; i++) {
    if (is_taken(m, m->units.choices[i].at)) continue;
    for (size_t k = 0; k < sizeof of_choice / sizeof *of_choice; k++)
      of_choice[k](m, &m->units.choices[i]);
  }
}

// A copy of `count` items without the one at `index`.
static void *without(const maker *m, const void *items, size_t count, size_t size, size_t index) {
  char *rest = pv_arena_alloc_array(arena_of(m), count, size);
  if (index) memcpy(rest, items, index * size);
  memcpy(rest + index * size, (const char *)items + (index + 1) * size, (count - index - 1) * size);
  return rest;
}

static void drop_conditions(const maker *m) {
  const pv_rule *rule = m->site->rule;
  size_t numbers[2] = {0}; // of require and unless
  for (size_t i = 0; i < rule->condition_count; i++) {
    const pv_condition *condition = &rule->conditions[i];
    pv_rule changed = *rule;
    changed.conditions = without(m, rule->conditions, rule->condition_count, sizeof *condition, i);
    changed.condition_count--;
    add(m, &changed, condition->programs->line,
        pv_str_printf(arena_of(m), "drop %s %zu", condition->negative ? "unless" : "require",
                      ++numbers[condition->negative]));
  }
}

static void drop_slots(const maker *m) {
  const pv_rule *rule = m->site->rule;
  for (size_t i = 0; i < rule->own_slot_count; i++) {
    pv_rule changed = *rule;
    changed.slots = without(m, rule->slots, rule->slot_count, sizeof *rule->slots, i);
    changed.slot_count--;
    pv_str name = rule->frame->slots[rule->slots[i].slot].name;
    add(m, &changed, rule->slots[i].programs->line,
        pv_str_printf(arena_of(m), "drop slot %zu (" PV_STR_FMT ")", i + 1, PV_STR_ARG(name)));
  }
}

static void mutate(void *context, const pv_rule_site *site) {
  maker m = {.mutants = context, .site = site};
  if (m.mutants->rule.size && !pv_str_equal(m.mutants->rule, site->rule->id)) return;
  for (m.match = 0; m.match < site->rule->match_count; m.match++) {
    m.text = site->rule->matches[m.match].source;
    m.units = pv_units_read(site->loader->scratch, m.text);
    mutate_match(&m);
  }
  drop_conditions(&m);
  drop_slots(&m);
}

void pv_mutants_make(void *context, pv_loader *loader) { pv_rules_visit(loader, mutate, context); }
