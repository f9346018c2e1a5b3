// Checks on what expressions say.
#include "grammar/expression.h"
#include "grammar/lint.h"
#include "grammar/unit.h"

enum {
  COMMON = 500,         // of 10,000 sentences: a word in so many says little
  WIDE = 25,            // tokens of a gap without a barrier
  WIDE_PROHIBITION = 12 // the same in a rule on what is forbidden
};

// Recursion: the depth of nodes has a limit. What a macro holds is checked where it stands.
static const pv_node *find_empty(pv_predicates *predicates, const pv_node *node) {
  if (node->kind == PV_NODE_TOKEN) return pv_predicate_is_empty(predicates, node->x) ? node : NULL;
  const pv_node *found = NULL;
  for (size_t i = 0; i < node->count && !found && node->kind != PV_NODE_MACRO; i++)
    found = find_empty(predicates, node->items[i]);
  return found;
}

void pv_lint_no_token(const pv_lint_site *site) {
  pv_expression expression = {
      .place = {site->loader, site->module, site->element, site->element->text},
      .phase = PV_PHASE_COUNT,
      .argument = pv_element_attribute(site->element, "arg")};
  const pv_node *node = pv_expression_parse(&expression);
  const pv_node *empty = node ? find_empty(site->loader->predicates, node) : NULL;
  if (empty) pv_lint_warn_text(site, empty->at, "there is no token in this set: it never matches");
}

static bool same_code(const pv_program *a, const pv_program *b) {
  if (a->count != b->count) return false;
  for (uint32_t i = 0; i < a->count; i++)
    if (a->code[i].op != b->code[i].op || a->code[i].x != b->code[i].x ||
        a->code[i].y != b->code[i].y)
      return false;
  return true;
}

// The <match> with this number.
static const pv_element *match_element(const pv_element *rule, size_t number) {
  for (size_t i = 0; i < rule->children.count; i++)
    if (pv_element_is(rule->children.items[i], "match") && number-- == 0)
      return rule->children.items[i];
  return rule;
}

// A match of this rule before `count`, or of a rule of its frame with at least its priority.
static const pv_rule *find_same(const pv_grammar *grammar, const pv_rule *rule, size_t count) {
  const pv_program *wanted = &rule->matches[count];
  for (size_t m = 0; m < count; m++)
    if (same_code(&rule->matches[m], wanted)) return rule;
  for (size_t i = 0; i < grammar->rule_count && rule->frame; i++) {
    const pv_rule *other = &grammar->rules[i];
    bool is_rival = other != rule && other->frame == rule->frame &&
                    other->priority >= rule->priority && other->condition_count == 0;
    for (size_t m = 0; is_rival && m < other->match_count; m++)
      if (same_code(&other->matches[m], wanted)) return other;
  }
  return NULL;
}

void pv_lint_shadowed(const pv_lint_site *site) {
  for (size_t m = 0; m < site->rule->match_count; m++) {
    const pv_rule *other = find_same(site->loader->grammar, site->rule, m);
    if (!other) continue;
    pv_lint_site place = *site;
    place.element = match_element(site->element, m);
    pv_lint_warn_text(&place, 0, "the same match is in " PV_STR_FMT " already",
                      PV_STR_ARG(other->id));
  }
}

// Is a token that satisfies the atom in few sentences?
static bool is_rare(const pv_grammar *grammar, uint32_t atom) {
  uint64_t bit = UINT64_C(1) << atom % 64, weight = 0;
  for (uint32_t type = 0; type < PV_MAX_TYPES; type++)
    if (grammar->type_atoms[type].bits[atom / 64] & bit)
      weight += type < PV_TYPE_FIRST_DECLARED && type != PV_TYPE_PARTY && type != PV_TYPE_TERM &&
                        type != PV_TYPE_NUMBER
                    ? 0
                    : COMMON;
  for (uint32_t id = 0; id < pv_vocabulary_size(grammar->vocabulary); id++)
    if (grammar->word_atoms[id].bits[atom / 64] & bit) weight += grammar->frequencies[id];
  return weight < COMMON;
}

static bool is_anchored(const pv_grammar *grammar, const pv_program *program) {
  for (uint32_t atom = 0; atom < PV_MAX_ATOMS; atom++)
    if (program->required.bits[atom / 64] >> atom % 64 & 1 && is_rare(grammar, atom)) return true;
  return false;
}

static bool has_frequencies(const pv_lint_site *site) {
  for (size_t m = 0; m < site->loader->modules.count; m++)
    if (pv_element_child(site->loader->modules.items[m]->source->root, "frequencies")) return true;
  return false;
}

// Rules of the early phases look for names and single words, which is what they are for.
void pv_lint_unanchored(const pv_lint_site *site) {
  if (site->rule->phase != PV_PHASE_CLAUSE || !has_frequencies(site)) return;
  for (size_t m = 0; m < site->rule->match_count; m++) {
    if (is_anchored(site->loader->grammar, &site->rule->matches[m])) continue;
    pv_lint_site place = *site;
    place.element = match_element(site->element, m);
    pv_lint_warn_text(&place, 0, "this match needs no rare word, so it is tried in most sentences");
  }
}

void pv_lint_wide_gap(const pv_lint_site *site) {
  pv_units units = pv_units_read(site->loader->scratch, site->element->text);
  bool forbids = site->rule && pv_str_equal(site->rule->polarity, PV_STR("negative"));
  uint32_t most = forbids && pv_element_is(site->element, "match") ? WIDE_PROHIBITION : WIDE;
  for (size_t i = 0; i < units.count; i++) {
    const pv_unit *unit = &units.items[i];
    bool has_barrier = unit->barrier.end > unit->barrier.start;
    if (unit->kind == PV_SIGN_GAP && unit->most > most && !has_barrier)
      pv_lint_warn_text(site, unit->at.start,
                        "a gap of %u tokens without a barrier; up to %u need none", unit->most,
                        most);
  }
}

// No repetition, no class of characters that could be any letter.
static bool is_finite(pv_str pattern) {
  for (size_t i = 0; i < pattern.size; i++)
    if (strchr("*+{.\\", pattern.data[i])) return false;
  return !strstr(pattern.data, "[^") || pattern.size == 0;
}

void pv_lint_finite_regex(const pv_lint_site *site) {
  pv_expression_lexer lexer = {.text = site->element->text};
  for (pv_sign s = pv_expression_lex(&lexer); s.kind != PV_SIGN_END && s.kind != PV_SIGN_WRONG;
       s = pv_expression_lex(&lexer))
    if (s.kind == PV_SIGN_REGEX && is_finite(s.text))
      pv_lint_warn_text(site, s.at, "words in a set say this, too: /" PV_STR_FMT "/",
                        PV_STR_ARG(s.text));
}
