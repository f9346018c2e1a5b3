#include "match/start.h"

#include <string.h>

typedef struct {
  pv_start start;
  uint64_t *words; // of its own, once there are two sets
  size_t word_count;
  pv_arena *arena;
  const pv_predicate *predicates;
} finder;

static uint64_t *own_words(finder *f) {
  if (f->words) return f->words;
  f->words = PV_NEW_ARRAY(f->arena, uint64_t, f->word_count);
  if (f->start.words) memcpy(f->words, f->start.words, f->word_count * sizeof *f->words);
  f->start.words = f->words;
  return f->words;
}

// Do only certain words satisfy the predicate, whatever else it asks?
static bool is_of_words(const pv_predicate *predicates, uint32_t index, int depth) {
  const pv_predicate *p = &predicates[index];
  if (depth == PV_MAX_PREDICATE_DEPTH) return false;
  switch (p->kind) {
  case PV_PREDICATE_WORDS:
  case PV_PREDICATE_EXACT: return true;
  case PV_PREDICATE_AND:
    return is_of_words(predicates, p->left, depth + 1) ||
           is_of_words(predicates, p->right, depth + 1);
  case PV_PREDICATE_OR:
    return is_of_words(predicates, p->left, depth + 1) &&
           is_of_words(predicates, p->right, depth + 1);
  default: return false;
  }
}

// Adds the words of a predicate that is of words.
static void add_words(finder *f, const pv_predicate *predicates, uint32_t index) {
  const pv_predicate *p = &predicates[index];
  pv_start *start = &f->start;
  if (p->kind == PV_PREDICATE_WORDS && !start->words) {
    start->words = p->words;
  } else if (p->kind == PV_PREDICATE_WORDS) {
    uint64_t *words = own_words(f);
    for (size_t i = 0; i < f->word_count; i++) words[i] |= p->words[i];
  } else if (p->kind == PV_PREDICATE_EXACT) {
    own_words(f)[p->id / 64] |= UINT64_C(1) << (p->id % 64);
  } else if (p->kind == PV_PREDICATE_OR) {
    add_words(f, predicates, p->left);
    add_words(f, predicates, p->right);
  } else if (is_of_words(predicates, p->left, 0)) {
    add_words(f, predicates, p->left);
  } else {
    add_words(f, predicates, p->right);
  }
}

static void add_predicate(finder *f, const pv_predicate *predicates, uint32_t index) {
  pv_start *start = &f->start;
  if (is_of_words(predicates, index, 0))
    add_words(f, predicates, index);
  else if (predicates[index].kind == PV_PREDICATE_ANY || start->test_count == PV_MAX_START_TESTS)
    start->any = true;
  else
    start->tests[start->test_count++] = index;
}

// Adds an instruction that takes tokens.
static void add_first(finder *f, pv_instruction instruction) {
  if (instruction.op == PV_OP_TOKEN)
    add_predicate(f, f->predicates, instruction.x);
  else
    f->start.types |= UINT64_C(1) << instruction.x;
}

// Finds the instructions that take the first token from `from` on; they go to `firsts`, at most
// `program->count` of them, and their number is returned.
static uint32_t follow(finder *f, const pv_program *program, uint32_t from, uint32_t *firsts) {
  bool *seen = PV_NEW_ARRAY(f->arena, bool, program->count);
  uint32_t *stack = PV_NEW_ARRAY(f->arena, uint32_t, (size_t)program->count * 2 + 1);
  uint32_t depth = 0, count = 0;
  stack[depth++] = from;
  while (depth > 0 && !f->start.any) {
    uint32_t at = stack[--depth];
    if (seen[at]) continue;
    seen[at] = true;
    pv_instruction instruction = program->code[at];
    switch ((pv_op)instruction.op) {
    case PV_OP_TOKEN:
    case PV_OP_ANNOTATION:
      firsts[count++] = at;
      add_first(f, instruction);
      break;
    case PV_OP_SPLIT:
      stack[depth++] = instruction.y;
      stack[depth++] = instruction.x;
      break;
    case PV_OP_JUMP: stack[depth++] = instruction.x; break;
    case PV_OP_OPEN:
    case PV_OP_CLOSE:
    case PV_OP_LOOK:
    case PV_OP_START:
    case PV_OP_END: stack[depth++] = at + 1; break;
    case PV_OP_GAP:
    case PV_OP_MATCH: f->start.any = true; break;
    }
  }
  return count;
}

// What may follow each gap of the program. A gap before a single token needs no such help.
static const pv_start *const *find_behind_gaps(const finder *none, const pv_program *program,
                                               uint32_t *firsts) {
  const pv_start **behind = NULL;
  for (uint32_t at = 0; at + 1 < program->count; at++) {
    if (program->code[at].op != PV_OP_GAP || program->code[at + 1].op == PV_OP_TOKEN) continue;
    finder next = *none;
    follow(&next, program, at + 1, firsts);
    if (next.start.any) continue;
    if (!behind) behind = PV_NEW_ARRAY(none->arena, const pv_start *, program->count);
    pv_start *start = PV_NEW(none->arena, pv_start);
    *start = next.start;
    behind[at] = start;
  }
  return behind;
}

pv_start pv_start_find(pv_arena *arena, const pv_program *program, const pv_predicate *predicates,
                       uint32_t size) {
  finder first = {.word_count = (size + 63) / 64, .arena = arena, .predicates = predicates};
  finder none = first;
  uint32_t *firsts = PV_NEW_ARRAY(arena, uint32_t, program->count);
  uint32_t *others = PV_NEW_ARRAY(arena, uint32_t, program->count);
  uint32_t count = follow(&first, program, 0, firsts);
  first.start.behind_gaps = find_behind_gaps(&none, program, others);
  if (first.start.any || count > PV_MAX_START_PAIRS) return first.start;
  pv_start_pair *pairs = PV_NEW_ARRAY(arena, pv_start_pair, count);
  bool tells = false;
  for (uint32_t i = 0; i < count; i++) {
    finder one = none, second = none;
    add_first(&one, program->code[firsts[i]]);
    follow(&second, program, firsts[i] + 1, others);
    pairs[i] = (pv_start_pair){one.start, second.start};
    tells |= !second.start.any;
  }
  if (!tells) return first.start;
  first.start.pairs = pairs;
  first.start.pair_count = count;
  return first.start;
}

static bool has_word(const uint64_t *words, uint32_t word) {
  return words[word / 64] >> (word % 64) & 1;
}

bool pv_start_allows(const pv_start *start, pv_tester *tester, const pv_scope *scope, uint32_t at) {
  const pv_token *token = &scope->tokens[at];
  if (start->any || scope->starts[at] & start->types) return true;
  if (start->words && has_word(start->words, token->word)) return true;
  for (uint32_t i = 0; i < start->test_count; i++)
    if (pv_predicate_test(tester, start->tests[i], token)) return true;
  return false;
}

// Where the first one of a pair leads to; `high + 1` if it does not hold.
static uint32_t behind_first(const pv_start *first, pv_tester *tester, const pv_scope *scope,
                             uint32_t at, uint32_t high) {
  if (!pv_start_allows(first, tester, scope, at)) return high + 1;
  if (!first->types) return at + 1;
  return pv_scope_other_end(scope, at, pv_lowest_bit(first->types), false);
}

static bool allows_pair(const pv_start *start, pv_tester *tester, const pv_scope *scope,
                        uint32_t at, uint32_t high) {
  for (uint32_t i = 0; i < start->pair_count; i++) {
    const pv_start_pair *pair = &start->pairs[i];
    uint32_t next = behind_first(&pair->first, tester, scope, at, high);
    if (next > high) continue;
    if (pair->second.any) return true;
    if (next < high && pv_start_allows(&pair->second, tester, scope, next)) return true;
  }
  return start->pair_count == 0;
}

// The next position whose word, or the type of an annotation that starts there, is a right one.
// This is where most positions of a text are passed over.
static uint32_t next_first(const pv_start *start, pv_tester *tester, const pv_scope *scope,
                           uint32_t from, uint32_t high) {
  const pv_token *tokens = scope->tokens;
  const uint64_t *starts = scope->starts, *words = start->words, types = start->types;
  uint32_t at = from;
  if (start->test_count > 0)
    while (at < high && !pv_start_allows(start, tester, scope, at)) at++;
  else if (!words)
    while (at < high && !(starts[at] & types)) at++;
  else if (!types)
    while (at < high && !has_word(words, tokens[at].word)) at++;
  else
    while (at < high && !(starts[at] & types) && !has_word(words, tokens[at].word)) at++;
  return at;
}

uint32_t pv_start_next(const pv_start *start, pv_tester *tester, const pv_scope *scope,
                       uint32_t from, uint32_t high) {
  if (start->any) return from;
  for (uint32_t at = from; at < high; at++) {
    at = next_first(start, tester, scope, at, high);
    if (at < high && allows_pair(start, tester, scope, at, high)) return at;
  }
  return high + 1;
}
