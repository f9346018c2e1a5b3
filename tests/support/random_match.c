#include "support/random_match.h"

#include <stdlib.h>
#include <string.h>

#include "support/handmade.h"
#include "support/reference.h"

enum { MAX_DEPTH = 4, FUEL = 200000, KINDS = 4 };

// Random numbers from bytes, and the expression that is written with them.
typedef struct {
  const uint8_t *at;
  const uint8_t *end;
  char *out;
  size_t size;
} source;

static uint32_t pick(source *s, uint32_t below) { return s->at < s->end ? *s->at++ % below : 0; }

static void put(source *s, const char *text) {
  size_t size = strlen(text);
  if (s->size + size + 64 > PV_RANDOM_MATCH_EXPRESSION) return; // room to close what is open
  memcpy(s->out + s->size, text, size);
  s->size += size;
}

// Closing signs always find room: what is opened is bounded by the depth.
static void put_close(source *s, const char *text) {
  size_t size = strlen(text);
  memcpy(s->out + s->size, text, size);
  s->size += size;
}

static bool is_full(const source *s) { return s->size + 128 > PV_RANDOM_MATCH_EXPRESSION; }

static void put_choice(source *s, int depth, bool finite);

static void put_token(source *s) {
  static const char *const tokens[] = {"a ", "b ", "c ", "d ", "[a b] ", "[b c d] ", ". ", "a "};
  put(s, tokens[pick(s, 8)]);
}

static void put_gap(source *s) {
  static const char *const gaps[] = {"...0 ", "...1 ",   "...2 ",       "...3 ", "...5 ",
                                     "...9 ", "...3!c ", "...6![a d] ", "...4 ", "...12 "};
  put(s, gaps[pick(s, 10)]);
}

static void put_group(source *s, const char *open, const char *close, int depth, bool finite) {
  put(s, open);
  put_choice(s, depth + 1, finite);
  put_close(s, close);
}

static void put_unit(source *s, int depth, bool finite) {
  static const char *const looks[] = {">(", "!>(", "<(", "!<("};
  static const char *const captures[] = {"0:(", "1:(", "2:("};
  static const char *const repeats[] = {")? ", ")? ", ")* ", ")+ "};
  static const char *const types[] = {"@A ", "@B "};
  if (depth >= MAX_DEPTH || is_full(s)) {
    put_token(s);
    return;
  }
  uint32_t kind = pick(s, 20);
  if (kind < 7)
    put_token(s);
  else if (kind < 9)
    put_gap(s);
  else if (kind < 11)
    put(s, types[pick(s, 2)]);
  else if (kind < 12)
    put(s, pick(s, 2) ? "^ " : "$ ");
  else if (kind < 14)
    put_group(s, looks[pick(s, 4)], ") ", depth, true);
  else if (kind < 16)
    put_group(s, captures[pick(s, 3)], ") ", depth, finite);
  else if (kind < 17)
    put_group(s, "(", ") ", depth, finite);
  else
    put_group(s, "(", repeats[pick(s, finite ? 2 : 4)], depth, finite);
}

static void put_choice(source *s, int depth, bool finite) {
  uint32_t units = pick(s, depth ? 3 : 5) + (depth == 0);
  for (uint32_t i = 0; i < units; i++) put_unit(s, depth, finite);
  if (depth < MAX_DEPTH && !is_full(s) && pick(s, 4) == 1) {
    put(s, "| ");
    put_choice(s, depth + 1, finite);
  }
}

void pv_random_match_read(pv_random_match *match, const uint8_t *data, size_t size) {
  *match = (pv_random_match){0};
  if (size > PV_RANDOM_MATCH_BYTES) size = PV_RANDOM_MATCH_BYTES;
  source s = {data, data + size, match->expression, 0};
  uint8_t count = (uint8_t)pick(&s, PV_RANDOM_MATCH_TOKENS + 1);
  for (uint8_t i = 0; i < count; i++) {
    match->words[2 * i] = "abcd"[pick(&s, KINDS)];
    match->words[2 * i + 1] = ' ';
  }
  for (uint8_t i = 0; i < count; i++)
    match->annotations[i] = pick(&s, 4) == 1 ? (uint8_t)pick(&s, 8) + 1 : 0;
  match->cut = pick(&s, 3) == 1 ? (uint8_t)pick(&s, count + 1U) : 0;
  match->low = pick(&s, 4) == 1 ? (uint8_t)pick(&s, count + 1U) : 0;
  match->high = count;
  if (pick(&s, 4) == 1) match->high = (uint8_t)(match->low + pick(&s, count - match->low + 1U));
  match->from = match->low;
  if (pick(&s, 4) == 1)
    match->from = (uint8_t)(match->low + pick(&s, match->high - match->low + 1U));
  match->least_end = pick(&s, 4) == 1 ? (uint8_t)pick(&s, count + 1U) : 0;
  put_choice(&s, 0, false);
}

typedef struct {
  pv_handmade *handmade;
  const pv_program *program;
  const pv_grammar *grammar;
  pv_scope scope;
  pv_machine *machine;
  pv_tester tester;
} pair;

// Lengths 1 to 4 of types A and B, where they do not overlap.
static void set_scope(pair *p, const pv_random_match *match) {
  pv_arena *arena = pv_handmade_arena(p->handmade);
  const pv_text *text = pv_handmade_text(p->handmade, match->words);
  pv_annotation *items = PV_NEW_ARRAY(arena, pv_annotation, PV_RANDOM_MATCH_TOKENS);
  pv_annotations annotations = {items, 0};
  uint32_t count = (uint32_t)text->tokens.count;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t code = match->annotations[i];
    if (code == 0) continue;
    items[annotations.count++] =
        pv_handmade_annotation((code - 1) & 1 ? 'B' : 'A', i, i + 1 + ((code - 1) >> 1));
  }
  pv_part parts[] = {{0, match->cut}, {match->cut, count}};
  pv_scope_set(&p->scope, arena, text, annotations, match->cut ? parts : parts + 1,
               match->cut ? 2 : 1);
}

static const char *compare_hits(pair *p, pv_hit hit, const pv_reference_result *expected) {
  size_t count;
  const pv_captured *captures = pv_machine_captures(p->machine, hit, &count);
  if (hit.start != expected->start) return "it starts elsewhere";
  if (hit.end != expected->end) return "it ends elsewhere";
  if (count != expected->capture_count) return "there are more or fewer captures";
  for (size_t i = 0; i < count; i++)
    if (captures[i].capture != expected->captures[i].capture ||
        captures[i].first != expected->captures[i].first ||
        captures[i].end != expected->captures[i].end)
      return "a capture differs";
  return NULL;
}

// Each instruction is visited a few times at a position, a gap as often as it has threads.
static bool takes_too_long(const pair *p, uint64_t steps, uint32_t tokens) {
  uint64_t size = 2;
  for (uint32_t i = 0; i < p->program->count; i++) {
    pv_instruction at = p->program->code[i];
    if (at.op == PV_OP_LOOK) return false; // its body counts too
    size += at.op == PV_OP_GAP ? at.x + 2 : 1;
  }
  return steps > 4 * size * (tokens + 2);
}

static const char *compare(pair *p, pv_random_match *match) {
  pv_first_finder finder = pv_first_finder_make(pv_handmade_arena(p->handmade), p->grammar);
  pv_start start = pv_start_find(&finder, p->program);
  pv_machine_run run = {.program = p->program,
                        .scope = &p->scope,
                        .low = match->low,
                        .high = match->high,
                        .from = match->from,
                        .least_end = match->least_end};
  pv_reference_run reference = {.program = p->program,
                                .looks = p->grammar->looks,
                                .predicates = p->grammar->predicates,
                                .tokens = p->scope.tokens,
                                .annotations = p->scope.annotations.items,
                                .annotation_count = p->scope.annotations.count,
                                .low = match->low,
                                .high = match->high,
                                .from = match->from,
                                .least_end = match->least_end};
  pv_hit hit = {0}, other = {0};
  match->is_found = pv_machine_find(p->machine, &run, &hit);
  if (takes_too_long(p, pv_machine_steps(p->machine), p->scope.count)) return "too many steps";
  run.start = &start;
  if (pv_machine_find(p->machine, &run, &other) != match->is_found || other.start != hit.start ||
      other.end != hit.end)
    return "it matters that positions are passed over";
  run.exists = true;
  if (pv_machine_find(p->machine, &run, &other) != match->is_found) return "it only half exists";
  pv_reference_result expected = pv_reference_find(&reference, FUEL);
  match->is_compared = !expected.out_of_fuel;
  if (!match->is_compared) return NULL;
  if (expected.found != match->is_found)
    return expected.found ? "no match is found" : "there is no match";
  return match->is_found ? compare_hits(p, hit, &expected) : NULL;
}

const char *pv_random_match_compare(pv_random_match *match) {
  pair p = {.handmade = pv_handmade_new()};
  pv_arena *arena = pv_handmade_arena(p.handmade);
  for (const char *word = "abcd"; *word; word++)
    pv_handmade_word(p.handmade, (char[]){*word, '\0'});
  p.program = pv_handmade_programs(p.handmade, match->expression);
  p.grammar = pv_handmade_grammar(p.handmade, NULL, 0);
  set_scope(&p, match);
  pv_tester_init(&p.tester, arena, p.grammar->predicates);
  p.machine =
      pv_machine_new(arena, &p.tester, &p.program, 1, p.grammar->looks, p.grammar->look_count);
  pv_machine_begin(p.machine, arena);
  const char *trouble = compare(&p, match);
  pv_handmade_free(p.handmade);
  return trouble;
}
