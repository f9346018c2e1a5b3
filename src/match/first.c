#include "match/first.h"

#include <string.h>

struct pv_first_sets {
  pv_arena *arena;
  size_t width;     // of a set, in words of 64
  uint64_t *draft;  // the set that is being made
  uint64_t **table; // with open addressing
  size_t size;      // a power of two
  size_t count;
};

// A set that grows; its words are shared with a predicate as long as they are those of one.
typedef struct {
  pv_first first;
  uint32_t tests[PV_MAX_FIRST_TESTS];
  bool has_draft;
  const pv_first_finder *finder;
} builder;

static pv_first_sets *sets_new(pv_arena *arena, uint32_t vocabulary_size) {
  pv_first_sets *sets = PV_NEW(arena, pv_first_sets);
  *sets = (pv_first_sets){.arena = arena, .size = 1024, .width = (vocabulary_size + 63) / 64};
  sets->draft = PV_NEW_ARRAY(arena, uint64_t, sets->width);
  sets->table = PV_NEW_ARRAY(arena, uint64_t *, sets->size);
  return sets;
}

// The place of a set in the table: that of the same set, or the free one where it goes.
static uint64_t **place_of(const pv_first_sets *sets, const uint64_t *words) {
  uint64_t hash = 0;
  for (size_t i = 0; i < sets->width; i++)
    hash = (hash ^ words[i]) * UINT64_C(0x9E3779B97F4A7C15), hash ^= hash >> 29;
  for (size_t at = hash >> 32;; at++) {
    uint64_t **place = &sets->table[at & (sets->size - 1)];
    if (!*place || memcmp(*place, words, sets->width * sizeof *words) == 0) return place;
  }
}

static void grow(pv_first_sets *sets) {
  uint64_t **old = sets->table;
  size_t old_size = sets->size;
  sets->size *= 2;
  sets->table = PV_NEW_ARRAY(sets->arena, uint64_t *, sets->size);
  for (size_t i = 0; i < old_size; i++)
    if (old[i]) *place_of(sets, old[i]) = old[i];
}

// The draft as it is kept.
static const uint64_t *keep(pv_first_sets *sets) {
  uint64_t **place = place_of(sets, sets->draft);
  if (*place) return *place;
  uint64_t *words = PV_NEW_ARRAY(sets->arena, uint64_t, sets->width);
  memcpy(words, sets->draft, sets->width * sizeof *words);
  *place = words;
  if (++sets->count * 2 > sets->size) grow(sets);
  return words;
}

static uint64_t *draft(builder *b) {
  pv_first_sets *sets = b->finder->sets;
  if (b->has_draft) return sets->draft;
  b->has_draft = true;
  if (b->first.words)
    memcpy(sets->draft, b->first.words, sets->width * sizeof *sets->draft);
  else
    memset(sets->draft, 0, sets->width * sizeof *sets->draft);
  b->first.words = sets->draft;
  return sets->draft;
}

static pv_first finish(builder *b) {
  pv_first *first = &b->first;
  if (first->any) return (pv_first){.any = true};
  if (b->has_draft) first->words = keep(b->finder->sets);
  for (size_t k = 0; first->words && k < b->finder->sets->width; k++)
    first->chunks |= (uint64_t)(first->words[k] != 0) << (k % 64);
  if (first->test_count > 0) {
    uint32_t *tests = PV_NEW_ARRAY(b->finder->arena, uint32_t, first->test_count);
    memcpy(tests, b->tests, first->test_count * sizeof *tests);
    first->tests = tests;
  }
  return *first;
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
static void add_words(builder *b, const pv_predicate *predicates, uint32_t index) {
  const pv_predicate *p = &predicates[index];
  if (p->kind == PV_PREDICATE_WORDS && !b->first.words) {
    b->first.words = p->words;
  } else if (p->kind == PV_PREDICATE_WORDS) {
    uint64_t *words = draft(b);
    for (size_t i = 0; i < b->finder->sets->width; i++) words[i] |= p->words[i];
  } else if (p->kind == PV_PREDICATE_EXACT) {
    draft(b)[p->id / 64] |= UINT64_C(1) << (p->id % 64);
  } else if (p->kind == PV_PREDICATE_OR) {
    add_words(b, predicates, p->left);
    add_words(b, predicates, p->right);
  } else if (is_of_words(predicates, p->left, 0)) {
    add_words(b, predicates, p->left);
  } else {
    add_words(b, predicates, p->right);
  }
}

static void add_predicate(builder *b, uint32_t index) {
  const pv_predicate *predicates = b->finder->grammar->predicates;
  pv_first *first = &b->first;
  if (is_of_words(predicates, index, 0))
    add_words(b, predicates, index);
  else if (predicates[index].kind == PV_PREDICATE_ANY || first->test_count == PV_MAX_FIRST_TESTS)
    first->any = true;
  else
    b->tests[first->test_count++] = index;
}

// Adds what an instruction takes.
static void add_taker(builder *b, pv_instruction instruction) {
  if (instruction.op == PV_OP_TOKEN)
    add_predicate(b, instruction.x);
  else
    b->first.types |= UINT64_C(1) << instruction.x;
}

pv_first_finder pv_first_finder_make(pv_arena *arena, const pv_grammar *grammar) {
  return (pv_first_finder){
      .arena = arena,
      .grammar = grammar,
      .sets = sets_new(arena, pv_vocabulary_size(grammar->vocabulary)),
  };
}

void pv_first_finder_turn_to(pv_first_finder *finder, const pv_program *program) {
  finder->program = program;
  if (program->count <= finder->room) return;
  finder->room = program->count * 2;
  finder->seen = PV_NEW_ARRAY(finder->arena, uint32_t, finder->room);
  finder->stack = PV_NEW_ARRAY(finder->arena, uint32_t, (size_t)finder->room * 2 + 1);
  finder->takers = PV_NEW_ARRAY(finder->arena, uint32_t, finder->room);
  finder->notes = PV_NEW_ARRAY(finder->arena, uint32_t, finder->room);
}

pv_first pv_first_at(pv_first_finder *finder, uint32_t at) {
  builder b = {.finder = finder};
  add_taker(&b, finder->program->code[at]);
  return finish(&b);
}

pv_first pv_first_from(pv_first_finder *finder, uint32_t from) {
  builder b = {.finder = finder};
  uint32_t *stack = finder->stack;
  uint32_t depth = 0;
  finder->taker_count = 0;
  finder->search++;
  stack[depth++] = from;
  while (depth > 0 && !b.first.any) {
    uint32_t at = stack[--depth];
    if (finder->seen[at] == finder->search) continue;
    finder->seen[at] = finder->search;
    pv_instruction instruction = finder->program->code[at];
    switch ((pv_op)instruction.op) {
    case PV_OP_TOKEN:
    case PV_OP_ANNOTATION:
      finder->takers[finder->taker_count++] = at;
      add_taker(&b, instruction);
      break;
    case PV_OP_SPLIT:
      stack[depth++] = instruction.y;
      stack[depth++] = instruction.x;
      break;
    case PV_OP_JUMP: stack[depth++] = instruction.x; break;
    case PV_OP_OPEN:
    case PV_OP_CLOSE:
    case PV_OP_LOOK:
    case PV_OP_END: stack[depth++] = at + 1; break;
    case PV_OP_START: b.first.at_low = true; break;
    case PV_OP_GAP:
    case PV_OP_MATCH: b.first.any = true; break;
    }
  }
  return finish(&b);
}

// This is where most positions of a text are passed over.
uint32_t pv_first_next(const pv_first *first, pv_tester *tester, const pv_scope *scope, uint32_t at,
                       uint32_t high) {
  const pv_token *tokens = scope->tokens;
  const uint64_t *starts = scope->starts, *words = first->words, types = first->types;
  if (first->any) return at;
  if (first->test_count > 0)
    while (at < high && !pv_first_is_at(first, tester, scope, at)) at++;
  else if (!words)
    while (at < high && !(starts[at] & types)) at++;
  else if (!types)
    while (at < high && !pv_first_has_word(words, tokens[at].word)) at++;
  else
    while (at < high && !(starts[at] & types) && !pv_first_has_word(words, tokens[at].word)) at++;
  return at;
}
