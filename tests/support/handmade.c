#include "support/handmade.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/str.h"
#include "base/vector.h"

enum { MAX_WORDS = 8192, MAX_WORD_BYTES = 32 };

struct pv_handmade {
  pv_arena *arena;
  pv_grammar grammar;
  PV_VECTOR(pv_predicate) predicates;
  PV_VECTOR(pv_program) looks;
  pv_atom_mask *word_atoms;
  uint32_t atom_count;
};

// An expression as a tree.
typedef enum { TOKEN, ANNOTATION, GAP, EMPTY, EDGE, SEQUENCE, CHOICE, REPEAT, CAPTURE, LOOK } kind;

typedef struct node {
  kind kind;
  uint32_t x;
  uint32_t y;
  struct node *left;
  struct node *right;
} node;

typedef struct {
  pv_handmade *handmade;
  const char *at;
} parser;

typedef struct {
  pv_handmade *handmade;
  PV_VECTOR(pv_instruction) code;
  bool backward;
} emitter;

pv_handmade *pv_handmade_new(void) {
  pv_arena *arena = pv_arena_new(0);
  if (!arena) abort();
  pv_handmade *handmade = PV_NEW(arena, pv_handmade);
  handmade->arena = arena;
  handmade->grammar.arena = arena;
  handmade->grammar.vocabulary = pv_vocabulary_new(arena);
  return handmade;
}

void pv_handmade_free(pv_handmade *handmade) { pv_arena_free(handmade->arena); }

pv_arena *pv_handmade_arena(pv_handmade *handmade) { return handmade->arena; }

uint32_t pv_handmade_word(pv_handmade *handmade, const char *word) {
  uint32_t id = pv_vocabulary_add(handmade->grammar.vocabulary, pv_str_from(word));
  if (id >= MAX_WORDS) abort();
  return id;
}

static void skip_spaces(parser *p) {
  while (*p->at == ' ') p->at++;
}

static bool take(parser *p, const char *sign) {
  skip_spaces(p);
  size_t size = strlen(sign);
  if (strncmp(p->at, sign, size) != 0) return false;
  p->at += size;
  return true;
}

static uint32_t number(parser *p) {
  uint32_t n = 0;
  while (isdigit((unsigned char)*p->at)) n = n * 10 + (uint32_t)(*p->at++ - '0');
  return n;
}

// Reads a word; its id, or UINT32_MAX if none stands here.
static uint32_t word(parser *p) {
  char bytes[MAX_WORD_BYTES] = "";
  size_t size = 0;
  skip_spaces(p);
  if (*p->at == ',' || *p->at == ';') bytes[size++] = *p->at++;
  while (size == 0 || isalpha((unsigned char)bytes[0])) {
    if (!isalpha((unsigned char)*p->at) || size + 1 == sizeof bytes) break;
    bytes[size++] = *p->at++;
  }
  return size ? pv_handmade_word(p->handmade, bytes) : UINT32_MAX;
}

static node *new_node(parser *p, node made) {
  node *n = PV_NEW(p->handmade->arena, node);
  *n = made;
  return n;
}

// The predicate of the set of words, made once.
static uint32_t predicate_of(pv_handmade *handmade, const uint64_t *words) {
  for (uint32_t i = 0; i < handmade->predicates.count; i++) {
    const uint64_t *other = handmade->predicates.items[i].words;
    if (words ? other && memcmp(other, words, MAX_WORDS / 8) == 0 : !other) return i;
  }
  uint64_t *copy = words ? PV_NEW_ARRAY(handmade->arena, uint64_t, MAX_WORDS / 64) : NULL;
  if (words) memcpy(copy, words, MAX_WORDS / 8);
  PV_PUSH(handmade->arena, &handmade->predicates,
          ((pv_predicate){.kind = words ? PV_PREDICATE_WORDS : PV_PREDICATE_ANY, .words = copy}));
  return (uint32_t)handmade->predicates.count - 1;
}

// A word or a set of words, as a predicate; UINT32_MAX if none stands here.
static uint32_t set(parser *p) {
  uint64_t words[MAX_WORDS / 64] = {0};
  if (take(p, ".")) return predicate_of(p->handmade, NULL);
  bool several = take(p, "[");
  uint32_t id = word(p);
  if (id == UINT32_MAX) return UINT32_MAX;
  do {
    words[id / 64] |= UINT64_C(1) << (id % 64);
    id = several ? word(p) : UINT32_MAX;
  } while (id != UINT32_MAX);
  if (several && !take(p, "]")) abort();
  return predicate_of(p->handmade, words);
}

static node *choice(parser *p);
static pv_program compile(pv_handmade *handmade, const node *tree, bool backward);

static node *group(parser *p) {
  node *inside = choice(p);
  if (!take(p, ")")) abort();
  return inside;
}

static node *look(parser *p, uint32_t bits) {
  node *body = group(p);
  pv_program program = compile(p->handmade, body, bits & PV_LOOK_BEHIND);
  PV_PUSH(p->handmade->arena, &p->handmade->looks, program);
  return new_node(p, (node){LOOK, (uint32_t)p->handmade->looks.count - 1, bits, NULL, NULL});
}

static node *gap(parser *p) {
  node made = {GAP, number(p), PV_NO_PREDICATE, NULL, NULL};
  if (*p->at == '!') {
    p->at++;
    made.y = set(p);
  }
  return new_node(p, made);
}

static node *unit(parser *p) {
  skip_spaces(p);
  if (take(p, "...")) return gap(p);
  if (take(p, "(")) return group(p);
  if (take(p, ">(")) return look(p, 0);
  if (take(p, "!>(")) return look(p, PV_LOOK_NOT);
  if (take(p, "<(")) return look(p, PV_LOOK_BEHIND);
  if (take(p, "!<(")) return look(p, PV_LOOK_BEHIND | PV_LOOK_NOT);
  if (take(p, "^")) return new_node(p, (node){EDGE, PV_OP_START, 0, NULL, NULL});
  if (take(p, "$")) return new_node(p, (node){EDGE, PV_OP_END, 0, NULL, NULL});
  if (take(p, "@"))
    return new_node(p, (node){ANNOTATION, pv_handmade_annotation(*p->at++, 0, 0).type, 0, 0, 0});
  uint32_t predicate = set(p);
  return predicate == UINT32_MAX ? NULL : new_node(p, (node){TOKEN, predicate, 0, NULL, NULL});
}

static node *repeated(parser *p) {
  skip_spaces(p);
  bool captures = isdigit((unsigned char)*p->at);
  uint32_t capture = captures ? number(p) : 0;
  if (captures) p->at++; // the colon
  node *n = unit(p);
  while (n && (*p->at == '?' || *p->at == '*' || *p->at == '+'))
    n = new_node(p, (node){REPEAT, (uint32_t)*p->at++, 0, n, NULL});
  return captures ? new_node(p, (node){CAPTURE, capture, 0, n, NULL}) : n;
}

static node *sequence(parser *p) {
  node *all = new_node(p, (node){EMPTY, 0, 0, NULL, NULL});
  for (node *n = repeated(p); n; n = repeated(p)) all = new_node(p, (node){SEQUENCE, 0, 0, all, n});
  return all;
}

static node *choice(parser *p) {
  node *first = sequence(p);
  if (!take(p, "|")) return first;
  return new_node(p, (node){CHOICE, 0, 0, first, choice(p)});
}

static uint32_t emit_one(emitter *e, pv_op op, uint32_t x, uint32_t y) {
  PV_PUSH(e->handmade->arena, &e->code, ((pv_instruction){(uint8_t)op, x, y}));
  return (uint32_t)e->code.count - 1;
}

static void emit(emitter *e, const node *n);

static void emit_repeat(emitter *e, const node *n) {
  if (n->x == '+') {
    uint32_t start = (uint32_t)e->code.count;
    emit(e, n->left);
    emit_one(e, PV_OP_SPLIT, start, (uint32_t)e->code.count + 1);
    return;
  }
  uint32_t split = emit_one(e, PV_OP_SPLIT, 0, 0);
  e->code.items[split].x = split + 1;
  emit(e, n->left);
  if (n->x == '*') emit_one(e, PV_OP_JUMP, split, 0);
  e->code.items[split].y = (uint32_t)e->code.count;
}

static void emit_choice(emitter *e, const node *n) {
  uint32_t split = emit_one(e, PV_OP_SPLIT, 0, 0);
  e->code.items[split].x = split + 1;
  emit(e, n->left);
  uint32_t jump = emit_one(e, PV_OP_JUMP, 0, 0);
  e->code.items[split].y = (uint32_t)e->code.count;
  emit(e, n->right);
  e->code.items[jump].x = (uint32_t)e->code.count;
}

static void emit(emitter *e, const node *n) {
  switch (n->kind) {
  case TOKEN: emit_one(e, PV_OP_TOKEN, n->x, 0); break;
  case ANNOTATION: emit_one(e, PV_OP_ANNOTATION, n->x, 0); break;
  case GAP: emit_one(e, PV_OP_GAP, n->x, n->y); break;
  case LOOK: emit_one(e, PV_OP_LOOK, n->x, n->y); break;
  case EDGE: emit_one(e, (pv_op)n->x, 0, 0); break;
  case EMPTY: break;
  case CHOICE: emit_choice(e, n); break;
  case REPEAT: emit_repeat(e, n); break;
  case SEQUENCE:
    emit(e, e->backward ? n->right : n->left);
    emit(e, e->backward ? n->left : n->right);
    break;
  case CAPTURE:
    emit_one(e, PV_OP_OPEN, n->x, 0);
    if (n->left) emit(e, n->left);
    emit_one(e, PV_OP_CLOSE, n->x, 0);
    break;
  }
}

static pv_program compile(pv_handmade *handmade, const node *tree, bool backward) {
  emitter e = {.handmade = handmade, .backward = backward};
  emit(&e, tree);
  emit_one(&e, PV_OP_MATCH, 0, 0);
  return (pv_program){.code = e.code.items, .count = (uint32_t)e.code.count};
}

pv_program pv_handmade_program(pv_handmade *handmade, const char *expression) {
  parser p = {handmade, expression};
  node *tree = choice(&p);
  skip_spaces(&p);
  if (*p.at) abort();
  pv_program program = compile(handmade, tree, false);
  program.source = pv_str_from(expression);
  return program;
}

const pv_program *pv_handmade_programs(pv_handmade *handmade, const char *expression) {
  pv_program *programs = PV_NEW(handmade->arena, pv_program);
  *programs = pv_handmade_program(handmade, expression);
  return programs;
}

// Made when the first rule or atom asks for them: they are large.
static pv_atom_mask *word_atoms(pv_handmade *handmade) {
  if (!handmade->word_atoms)
    handmade->word_atoms = PV_NEW_ARRAY(handmade->arena, pv_atom_mask, MAX_WORDS);
  return handmade->word_atoms;
}

void pv_handmade_require(pv_handmade *handmade, pv_program *program, const char *words) {
  uint32_t atom = handmade->atom_count++;
  const uint64_t bit = UINT64_C(1) << (atom % 64);
  program->required.bits[atom / 64] |= bit;
  parser p = {handmade, words};
  for (uint32_t id = word(&p); id != UINT32_MAX; id = word(&p))
    word_atoms(handmade)[id].bits[atom / 64] |= bit;
}

const pv_grammar *pv_handmade_grammar(pv_handmade *handmade, const pv_rule *rules, size_t count) {
  pv_grammar *grammar = &handmade->grammar;
  grammar->frames = count ? rules[0].frame : NULL; // of all of them
  grammar->frame_count = grammar->frames ? 1 : 0;
  grammar->rules = rules;
  grammar->rule_count = count;
  for (int phase = PV_PHASE_CLAUSE + 1; phase <= PV_PHASE_COUNT; phase++)
    grammar->phase_start[phase] = count;
  grammar->predicates = handmade->predicates.items;
  grammar->predicate_count = handmade->predicates.count;
  grammar->looks = handmade->looks.items;
  grammar->look_count = handmade->looks.count;
  grammar->word_atoms = count ? word_atoms(handmade) : NULL;
  grammar->type_atoms = PV_NEW_ARRAY(handmade->arena, pv_atom_mask, PV_MAX_TYPES);
  grammar->type_count = PV_MAX_TYPES;
  return grammar;
}

// A text under way: what stands for the items that follow.
typedef struct {
  pv_handmade *handmade;
  pv_text *text;
  PV_VECTOR(pv_sentence) sentences;
  PV_VECTOR(pv_section) sections;
  uint32_t stems[2]; // for "*" and "**"
} author;

static uint32_t token_at(const pv_text *text, size_t byte) {
  uint32_t i = 0;
  while (i < text->tokens.count && text->tokens.items[i].start < byte) i++;
  return i;
}

static void add_section(author *a, uint32_t start, uint32_t end, uint32_t first) {
  pv_section section = {.kind = a->sections.count ? PV_SECTION_SECTION : PV_SECTION_DOCUMENT,
                        .parent = a->sections.count ? 0 : PV_NO_SECTION,
                        .heading = {start, end},
                        .first = first,
                        .end = first};
  PV_PUSH(a->handmade->arena, &a->sections, section);
}

static void add_line(author *a, uint32_t start, uint32_t end) {
  const char *line = a->text->bytes.data + start;
  uint32_t index = (uint32_t)a->sentences.count;
  pv_sentence s = {.stem = PV_NO_SENTENCE};
  uint32_t skipped = 0;
  if (*line == '#') s.flags = PV_SENTENCE_HEADING;
  if (*line == '~') s.flags = PV_SENTENCE_FOREIGN;
  if (*line == '*') s.flags = PV_SENTENCE_ITEM;
  while (strchr("=#~*", line[skipped]) && line[skipped]) skipped++;
  if (*line == '*') s.stem = a->stems[skipped - 1];
  if (*line != '*') a->stems[0] = index;
  if (skipped < 2) a->stems[1] = index;
  s.first = s.lead = token_at(a->text, start + skipped);
  s.end = token_at(a->text, end);
  const char *bar = memchr(line, '|', end - start);
  if (bar) s.first = token_at(a->text, (size_t)(bar - a->text->bytes.data) + 1);
  if (*line == '=') {
    s.flags = PV_SENTENCE_HEADING;
    add_section(a, start + skipped, end, s.first);
  }
  s.section = (uint32_t)a->sections.count - 1;
  PV_PUSH(a->handmade->arena, &a->sentences, s);
}

const pv_text *pv_handmade_text(pv_handmade *handmade, const char *lines) {
  pv_text *text = PV_NEW(handmade->arena, pv_text);
  text->bytes = pv_str_copy(handmade->arena, pv_str_from(lines));
  text->vocabulary = handmade->grammar.vocabulary;
  text->tokens = pv_tokenize(handmade->arena, text->bytes, text->vocabulary, (pv_spans){NULL, 0});
  author a = {.handmade = handmade, .text = text, .stems = {PV_NO_SENTENCE, PV_NO_SENTENCE}};
  add_section(&a, 0, 0, 0);
  for (uint32_t start = 0; start < text->bytes.size;) {
    const char *newline = memchr(text->bytes.data + start, '\n', text->bytes.size - start);
    uint32_t end = newline ? (uint32_t)(newline - text->bytes.data) : (uint32_t)text->bytes.size;
    add_line(&a, start, end);
    start = end + 1;
  }
  text->sentences = (pv_sentences){a.sentences.items, a.sentences.count};
  text->sections = (pv_sections){a.sections.items, a.sections.count};
  return text;
}

pv_annotation pv_handmade_annotation(char type, uint32_t first, uint32_t end) {
  return (pv_annotation){
      .first = first, .end = end, .type = PV_TYPE_FIRST_DECLARED + (uint32_t)(type - 'A')};
}
