// Programs as text: what `proviso dump --stage program` shows.
#include "base/buffer.h"
#include "base/str.h"
#include "grammar/grammar.h"
#include "text/token.h"

enum { SHOWN_WORDS = 8 };

typedef struct {
  pv_buffer out;
  const pv_grammar *grammar;
  const pv_capture_name *captures;
  size_t capture_count;
} printer;

static const char *const op_names[] = {
    [PV_OP_TOKEN] = "token", [PV_OP_ANNOTATION] = "annotation",
    [PV_OP_SPLIT] = "split", [PV_OP_JUMP] = "jump",
    [PV_OP_OPEN] = "open",   [PV_OP_CLOSE] = "close",
    [PV_OP_GAP] = "gap",     [PV_OP_LOOK] = "look",
    [PV_OP_START] = "start", [PV_OP_END] = "end",
    [PV_OP_MATCH] = "match",
};

static bool has_word(const pv_predicate *p, uint32_t id) {
  return (p->words[id / 64] >> id % 64 & 1) != 0;
}

// The words in it, or with "not" those that are not in it.
static void print_words(printer *p, const pv_predicate *predicate) {
  const pv_vocabulary *vocabulary = p->grammar->vocabulary;
  bool has_shapes = has_word(predicate, PV_SHAPE_LOWER);
  size_t count = 0;
  pv_buffer_add(&p->out, has_shapes ? PV_STR("not [") : PV_STR("["));
  for (uint32_t id = PV_WORD_FIRST; id < pv_vocabulary_size(vocabulary); id++) {
    if (has_word(predicate, id) == has_shapes) continue;
    pv_str word = pv_vocabulary_word(vocabulary, id);
    if (count++ < SHOWN_WORDS)
      pv_buffer_printf(&p->out, "%s" PV_STR_FMT, count > 1 ? " " : "", PV_STR_ARG(word));
  }
  if (count > SHOWN_WORDS) pv_buffer_printf(&p->out, " and %zu more", count - SHOWN_WORDS);
  pv_buffer_add_char(&p->out, ']');
}

static void print_bits(printer *p, uint32_t bits, bool letters) {
  pv_buffer_add_char(&p->out, '#');
  bool first = true;
  for (uint32_t i = 0; i < 32; i++) {
    if (!(bits >> i & 1)) continue;
    const char *name =
        letters ? pv_token_case_name((pv_token_case)i) : pv_token_kind_name((pv_token_kind)i);
    pv_buffer_printf(&p->out, "%s%s", first ? "" : "|", name);
    first = false;
  }
}

static void print_predicate(printer *p, uint32_t index);

static void print_pair(printer *p, const pv_predicate *predicate, const char *word) {
  pv_buffer_add_char(&p->out, '(');
  print_predicate(p, predicate->left);
  pv_buffer_printf(&p->out, " %s ", word);
  print_predicate(p, predicate->right);
  pv_buffer_add_char(&p->out, ')');
}

// Recursion: predicates are as deep as brackets in a set.
static void print_predicate(printer *p, uint32_t index) {
  const pv_predicate *predicate = &p->grammar->predicates[index];
  switch (predicate->kind) {
  case PV_PREDICATE_ANY: pv_buffer_add_char(&p->out, '.'); break;
  case PV_PREDICATE_WORDS: print_words(p, predicate); break;
  case PV_PREDICATE_KIND: print_bits(p, predicate->bits, false); break;
  case PV_PREDICATE_LETTERS: print_bits(p, predicate->bits, true); break;
  case PV_PREDICATE_EXACT:
    pv_buffer_printf(&p->out, "\"" PV_STR_FMT "\"", PV_STR_ARG(predicate->surface));
    break;
  case PV_PREDICATE_REGEX:
    pv_buffer_printf(&p->out, "/" PV_STR_FMT "/", PV_STR_ARG(predicate->surface));
    break;
  case PV_PREDICATE_AND: print_pair(p, predicate, "and"); break;
  case PV_PREDICATE_OR: print_pair(p, predicate, "or"); break;
  case PV_PREDICATE_NOT:
    pv_buffer_add(&p->out, PV_STR("not "));
    print_predicate(p, predicate->left);
    break;
  }
}

static void print_code(printer *p, const pv_program *program, int indent);

static void print_look(printer *p, const pv_instruction *in, int indent) {
  pv_buffer_printf(&p->out, "%s%s\n", in->y & PV_LOOK_NOT ? "not " : "",
                   in->y & PV_LOOK_BEHIND ? "behind" : "ahead");
  print_code(p, &p->grammar->looks[in->x], indent + 4);
}

static void print_instruction(printer *p, const pv_instruction *in, int indent) {
  pv_buffer_printf(&p->out, "%s", op_names[in->op]);
  bool has_operand = in->op != PV_OP_START && in->op != PV_OP_END && in->op != PV_OP_MATCH;
  if (has_operand) pv_buffer_add_char(&p->out, ' ');
  if (in->op == PV_OP_LOOK) {
    print_look(p, in, indent);
    return;
  }
  if (in->op == PV_OP_TOKEN) print_predicate(p, in->x);
  if (in->op == PV_OP_ANNOTATION)
    pv_buffer_printf(&p->out, "@" PV_STR_FMT, PV_STR_ARG(p->grammar->type_names[in->x]));
  if (in->op == PV_OP_SPLIT) pv_buffer_printf(&p->out, "%u %u", in->x, in->y);
  if (in->op == PV_OP_JUMP) pv_buffer_printf(&p->out, "%u", in->x);
  if (in->op == PV_OP_GAP) pv_buffer_printf(&p->out, "%u", in->x);
  if (in->op == PV_OP_GAP && in->y != PV_NO_PREDICATE) {
    pv_buffer_add(&p->out, PV_STR(" up to "));
    print_predicate(p, in->y);
  }
  if (in->op == PV_OP_OPEN || in->op == PV_OP_CLOSE) {
    pv_str name = in->x < p->capture_count ? p->captures[in->x].name : PV_STR("hit");
    pv_buffer_add(&p->out, name);
  }
  pv_buffer_add_char(&p->out, '\n');
}

// Recursion: a lookaround holds no other one.
static void print_code(printer *p, const pv_program *program, int indent) {
  for (uint32_t i = 0; i < program->count; i++) {
    pv_buffer_printf(&p->out, "%*s%3u ", indent, "", i);
    print_instruction(p, &program->code[i], indent);
  }
}

pv_str pv_program_print(pv_arena *arena, const pv_grammar *grammar, const pv_program *program,
                        const pv_capture_name *captures, size_t capture_count) {
  printer p = {{.arena = arena}, grammar, captures, capture_count};
  print_code(&p, program, 0);
  return pv_buffer_str(&p.out);
}

static void print_programs(printer *p, const char *what, const pv_program *programs, size_t count) {
  for (size_t i = 0; i < count; i++) {
    pv_buffer_printf(&p->out, "  %s, line %u: " PV_STR_FMT "\n", what, programs[i].line,
                     PV_STR_ARG(programs[i].source));
    print_code(p, &programs[i], 2);
  }
}

static void print_satellites(printer *p, const pv_rule *rule) {
  for (size_t i = 0; i < rule->condition_count; i++)
    print_programs(p, rule->conditions[i].negative ? "unless" : "require",
                   rule->conditions[i].programs, rule->conditions[i].program_count);
  for (size_t i = 0; i < rule->slot_count; i++)
    print_programs(p, "slot", rule->slots[i].programs, rule->slots[i].program_count);
  for (size_t i = 0; i < rule->field_count; i++)
    for (size_t k = 0; k < rule->fields[i].value_count; k++)
      print_programs(p, "value", rule->fields[i].values[k].programs,
                     rule->fields[i].values[k].program_count);
  for (size_t i = 0; i < rule->boost_count; i++)
    print_programs(p, "boost", rule->boosts[i].programs, rule->boosts[i].program_count);
}

pv_str pv_grammar_print(pv_arena *arena, const pv_grammar *grammar) {
  printer p = {.out = {.arena = arena}, .grammar = grammar};
  for (size_t i = 0; i < grammar->rule_count; i++) {
    const pv_rule *rule = &grammar->rules[i];
    pv_buffer_printf(&p.out, "%s" PV_STR_FMT " (%s)\n", i ? "\n" : "", PV_STR_ARG(rule->id),
                     pv_phase_name(rule->phase));
    p.captures = rule->captures;
    p.capture_count = rule->capture_count;
    print_programs(&p, "match", rule->matches, rule->match_count);
    p.capture_count = 0;
    print_satellites(&p, rule);
  }
  return pv_buffer_str(&p.out);
}
