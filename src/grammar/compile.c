// Each kind of node emits its instructions; a loop jumps back, a bounded repetition is written out.
// A body that looks behind is compiled from its end, as the matcher runs it.
#include "grammar/compile.h"

#include <stdarg.h>
#include <stdio.h>

typedef struct {
  pv_loader *loader;
  const pv_place_in_file *place;
  pv_captures *captures;
  PV_VECTOR(pv_instruction) code;
  PV_VECTOR(uint32_t) where; // by instruction: the byte of the text
  size_t at;                 // of the node that is under way, the outermost macro's in a macro
  bool reversed;
  bool failed;
  const pv_node *macro; // the outermost one that is being expanded
} compiler;

static void emit_node(compiler *c, const pv_node *node);

__attribute__((format(printf, 3, 4))) static void fail(compiler *c, const pv_node *node,
                                                       const char *format, ...) {
  if (c->failed) return;
  c->failed = true;
  char message[512];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(message, sizeof message, format, args);
  va_end(args);
  const pv_source *source = c->place->module->source;
  size_t at = c->macro ? c->macro->at : node->at;
  (void)pv_loader_fail_at(c->loader, source, pv_source_text_offset(source, c->place->element, at),
                          "%s", message);
}

static uint32_t emit(compiler *c, pv_op op, uint32_t x, uint32_t y) {
  PV_PUSH(c->loader->scratch, &c->code, ((pv_instruction){(uint8_t)op, x, y}));
  PV_PUSH(c->loader->scratch, &c->where, (uint32_t)c->at);
  return (uint32_t)c->code.count - 1;
}

static uint32_t here(const compiler *c) { return (uint32_t)c->code.count; }

static uint32_t number(compiler *c, uint32_t draft) {
  return draft == PV_NO_PREDICATE ? draft : pv_predicate_number(c->loader->predicates, draft);
}

static void emit_sequence(compiler *c, const pv_node *node) {
  for (size_t i = 0; i < node->count; i++)
    emit_node(c, node->items[c->reversed ? node->count - 1 - i : i]);
}

// Items of a choice that are single tokens, as one test: each takes the token and goes on at the
// same place, so it does not matter which of them does. It comes from where they are told apart.
static void emit_tokens(compiler *c, const pv_node *choice, size_t first, size_t count) {
  PV_VECTOR(uint32_t) tests = {0};
  for (size_t i = 0; i < count; i++)
    PV_PUSH(c->loader->scratch, &tests, choice->items[first + i]->x);
  if (!c->macro) c->at = choice->x;
  uint32_t any = pv_predicate_or_all(c->loader->predicates, tests.items, tests.count);
  emit(c, PV_OP_TOKEN, number(c, any), 0);
}

// Ways of a choice: items, of which those that are single tokens side by side are one way.
typedef struct {
  uint32_t first;
  uint32_t count;
} way;

typedef PV_VECTOR(way) ways;

static ways ways_of(compiler *c, const pv_node *choice) {
  ways all = {0};
  for (uint32_t i = 0, next; i < choice->count; i = next) {
    for (next = i; next < choice->count && choice->items[next]->kind == PV_NODE_TOKEN;) next++;
    if (next == i) next++;
    PV_PUSH(c->loader->scratch, &all, ((way){i, next - i}));
  }
  return all;
}

// As a tree, so that the matcher can leave out many ways at once: the halves in their order.
// Recursion: by the logarithm of the number of ways.
static void emit_ways(compiler *c, const pv_node *choice, const way *all, size_t count) {
  if (count > 1) {
    uint32_t split = emit(c, PV_OP_SPLIT, here(c) + 1, 0);
    emit_ways(c, choice, all, count / 2);
    uint32_t jump = emit(c, PV_OP_JUMP, 0, 0);
    c->code.items[split].y = here(c);
    emit_ways(c, choice, all + count / 2, count - count / 2);
    c->code.items[jump].x = here(c);
  } else if (all->count > 1) {
    emit_tokens(c, choice, all->first, all->count);
  } else {
    emit_node(c, choice->items[all->first]);
  }
}

static void emit_choice(compiler *c, const pv_node *node) {
  ways all = ways_of(c, node);
  emit_ways(c, node, all.items, all.count);
}

static void emit_endless(compiler *c, const pv_node *node) {
  if (node->min == 0) {
    uint32_t split = emit(c, PV_OP_SPLIT, here(c) + 1, 0);
    emit_node(c, node->items[0]);
    emit(c, PV_OP_JUMP, split, 0);
    c->code.items[split].y = here(c);
    return;
  }
  uint32_t last = here(c);
  for (uint32_t i = 0; i < node->min; i++) {
    last = here(c);
    emit_node(c, node->items[0]);
  }
  emit(c, PV_OP_SPLIT, last, here(c) + 1);
}

static void emit_repeat(compiler *c, const pv_node *node) {
  if (node->max == PV_UNLIMITED) {
    emit_endless(c, node);
    return;
  }
  uint32_t splits[PV_MAX_REPEAT];
  for (uint32_t i = 0; i < node->max; i++) {
    if (i >= node->min) splits[i] = emit(c, PV_OP_SPLIT, here(c) + 1, 0);
    emit_node(c, node->items[0]);
  }
  for (uint32_t i = node->min; i < node->max; i++) c->code.items[splits[i]].y = here(c);
}

// Is there already a body like this one? Else it is added.
static uint32_t look_index(pv_loader *loader, const pv_program *body) {
  for (uint32_t i = 0; i < loader->looks.count; i++) {
    const pv_program *other = &loader->looks.items[i];
    if (other->count != body->count) continue;
    uint32_t k = 0;
    while (k < body->count && body->code[k].op == other->code[k].op &&
           body->code[k].x == other->code[k].x && body->code[k].y == other->code[k].y)
      k++;
    if (k == body->count) return i;
  }
  PV_PUSH(loader->scratch, &loader->looks, *body);
  return (uint32_t)loader->looks.count - 1;
}

static const pv_instruction *kept(compiler *c) {
  pv_instruction *code = PV_NEW_ARRAY(c->loader->arena, pv_instruction, c->code.count);
  memcpy(code, c->code.items, c->code.count * sizeof *code);
  return code;
}

// The places of the instructions in the expression as it is kept, without white space around it.
static const uint32_t *kept_places(compiler *c) {
  pv_str text = c->place->text;
  size_t lead = (size_t)(pv_str_trim(text).data - text.data);
  uint32_t *where = PV_NEW_ARRAY(c->loader->arena, uint32_t, c->where.count);
  for (size_t i = 0; i < c->where.count; i++) where[i] = c->where.items[i] - (uint32_t)lead;
  return where;
}

static uint32_t line_of(const pv_place_in_file *place) {
  const pv_source *source = place->module->source;
  return pv_source_place(source, pv_source_text_offset(source, place->element, 0)).line;
}

static void emit_look(compiler *c, const pv_node *node) {
  compiler body = {.loader = c->loader,
                   .place = c->place,
                   .macro = c->macro,
                   .reversed = (node->x & PV_LOOK_BEHIND) != 0};
  emit_node(&body, node->items[0]);
  emit(&body, PV_OP_MATCH, 0, 0);
  pv_program program = {.code = kept(&body),
                        .count = here(&body),
                        .source = pv_str_copy(c->loader->arena, pv_str_trim(c->place->text)),
                        .line = line_of(c->place)};
  c->failed |= body.failed;
  emit(c, PV_OP_LOOK, look_index(c->loader, &program), node->x);
}

static uint32_t slot_of(const pv_frame *frame, pv_str name) {
  for (uint32_t i = 0; frame && i < frame->slot_count; i++)
    if (pv_str_equal(frame->slots[i].name, name)) return i;
  return PV_NO_SLOT;
}

static uint32_t capture_index(compiler *c, const pv_node *node) {
  pv_captures *captures = c->captures;
  if (!captures) {
    fail(c, node, "nothing is captured here: \"" PV_STR_FMT ":\" belongs into <match>",
         PV_STR_ARG(node->name));
    return 0;
  }
  if (captures->only_hit && !pv_str_equal(node->name, PV_STR("hit"))) {
    fail(c, node, "a slot captures \"hit:\" and nothing else");
    return 0;
  }
  for (uint32_t i = 0; i < captures->names.count; i++)
    if (pv_str_equal(captures->names.items[i].name, node->name)) return i;
  if (captures->names.count == PV_MAX_CAPTURES) {
    fail(c, node, "a rule may have %d captures at most", PV_MAX_CAPTURES);
    return 0;
  }
  uint32_t slot = captures->only_hit ? PV_NO_SLOT : slot_of(captures->frame, node->name);
  if (slot != PV_NO_SLOT && captures->frame->slots[slot].type == PV_SLOT_ENUM)
    fail(c, node, "\"" PV_STR_FMT "\" is one of a list of values: fill it with <field>",
         PV_STR_ARG(node->name));
  pv_capture_name name = {pv_str_copy(c->loader->arena, node->name), slot};
  PV_PUSH(c->loader->scratch, &captures->names, name);
  return (uint32_t)captures->names.count - 1;
}

static void emit_capture(compiler *c, const pv_node *node) {
  uint32_t index = capture_index(c, node);
  emit(c, PV_OP_OPEN, index, 0);
  emit_node(c, node->items[0]);
  emit(c, PV_OP_CLOSE, index, 0);
}

static void emit_macro(compiler *c, const pv_node *node) {
  const pv_node *outer = c->macro;
  if (!outer) c->macro = node;
  emit_node(c, node->items[0]);
  c->macro = outer;
}

// Recursion: the depth of nodes has a limit.
static void emit_node(compiler *c, const pv_node *node) {
  size_t outer = c->at;
  if (!c->macro) c->at = node->at;
  switch (node->kind) {
  case PV_NODE_TOKEN: emit(c, PV_OP_TOKEN, number(c, node->x), 0); break;
  case PV_NODE_ANNOTATION: emit(c, PV_OP_ANNOTATION, node->x, 0); break;
  case PV_NODE_SEQUENCE: emit_sequence(c, node); break;
  case PV_NODE_CHOICE: emit_choice(c, node); break;
  case PV_NODE_REPEAT: emit_repeat(c, node); break;
  case PV_NODE_GAP: emit(c, PV_OP_GAP, node->x, number(c, node->y)); break;
  case PV_NODE_LOOK: emit_look(c, node); break;
  case PV_NODE_CAPTURE: emit_capture(c, node); break;
  case PV_NODE_MACRO: emit_macro(c, node); break;
  case PV_NODE_START: emit(c, PV_OP_START, 0, 0); break;
  case PV_NODE_END: emit(c, PV_OP_END, 0, 0); break;
  case PV_NODE_EMPTY:
  case PV_NODE_ARGUMENT: break;
  }
  c->at = outer;
}

// A condition may be that nothing is there: `#bos #eos`.
static bool check(compiler *c, const pv_node *node) {
  if (node->first_gap)
    fail(c, node->first_gap, "an expression may not start with a gap: nothing says where");
  else if (node->last_gap)
    fail(c, node->last_gap, "an expression may not end with a gap: it takes nothing there");
  else if (node->shortest == 0 && (c->captures || !node->has_edge))
    fail(c, node, "this expression may match nothing");
  return !c->failed;
}

bool pv_compile(const pv_place_in_file *place, pv_phase phase, pv_captures *captures, bool is_match,
                pv_program *program) {
  pv_loader *loader = place->loader;
  const pv_node *node = pv_expression_parse(&(pv_expression){.place = *place, .phase = phase});
  if (!node) return false;
  compiler c = {.loader = loader, .place = place, .captures = captures};
  if (!check(&c, node)) return false;
  emit_node(&c, node);
  c.at = place->text.size;
  emit(&c, PV_OP_MATCH, 0, 0);
  if (c.failed) return false;
  *program = (pv_program){.code = kept(&c),
                          .count = here(&c),
                          .source = pv_str_copy(loader->arena, pv_str_trim(place->text)),
                          .where = kept_places(&c),
                          .line = line_of(place)};
  PV_PUSH(loader->scratch, &loader->compiled, ((pv_compiled){program, node, is_match}));
  return true;
}
