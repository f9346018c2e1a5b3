// The parser goes down by recursion, as deep as brackets go, which has a limit:
//   choice   = sequence ("|" sequence)*
//   sequence = item+
//   item     = [name ":"] atom ("?" | "*" | "+" | "{" m "," n "}")?
#include "grammar/expression.h"

#include <stdarg.h>
#include <stdio.h>

#include "grammar/lexicon.h"

enum { MAX_DEPTH = 32 };

static const pv_node *parse_choice(pv_parser *p);

void pv_parser_fail(pv_parser *p, size_t at, const char *format, ...) {
  if (p->failed) return;
  p->failed = true;
  char message[512];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(message, sizeof message, format, args);
  va_end(args);
  const pv_place_in_file *place = &p->expression->place;
  (void)pv_loader_fail_at(p->loader, place->module->source,
                          pv_source_text_offset(place->module->source, place->element, at), "%s",
                          message);
}

void pv_parser_next(pv_parser *p) { p->sign = pv_expression_lex(&p->lexer); }

static const pv_node *fail(pv_parser *p, size_t at, const char *what) {
  pv_parser_fail(p, at, "%s", what);
  return NULL;
}

static pv_arena *scratch(const pv_parser *p) { return p->loader->scratch; }

static const pv_node *token_node(pv_parser *p, size_t at, uint32_t predicate) {
  if (predicate == PV_NO_PREDICATE) return NULL;
  return pv_node_leaf(scratch(p), PV_NODE_TOKEN, at, predicate);
}

static const pv_node *tokens_node(pv_parser *p, size_t at, const uint32_t *items, size_t count) {
  pv_nodes nodes = {0};
  for (size_t i = 0; i < count; i++) PV_PUSH(scratch(p), &nodes, token_node(p, at, items[i]));
  return pv_node_sequence(scratch(p), at, nodes);
}

static const pv_node *parse_word(pv_parser *p, pv_fold fold) {
  pv_sign s = p->sign;
  pv_literal tokens = pv_literal_read(p->loader, s.text);
  for (size_t i = 0; i < tokens.count; i++)
    if (tokens.items[i].kind != PV_TOKEN_WORD && tokens.items[i].kind != PV_TOKEN_NUMBER &&
        !pv_str_equal(tokens.items[i].surface, PV_STR("-")))
      return fail(p, s.at, "this is no plain word; quote it: ' '");
  pv_spelling spellings[PV_MAX_SPELLINGS];
  size_t count = pv_literal_spellings(p->loader, s.text, fold, spellings);
  pv_nodes choices = {0};
  for (size_t i = 0; i < count; i++)
    PV_PUSH(scratch(p), &choices, tokens_node(p, s.at, spellings[i].items, spellings[i].count));
  pv_parser_next(p);
  return pv_node_choice(scratch(p), s.at, s.at, choices);
}

static const pv_node *parse_quoted(pv_parser *p, char mark, pv_fold fold) {
  pv_sign s = p->sign;
  pv_literal tokens = pv_literal_read(p->loader, pv_literal_unquote(scratch(p), s.text, mark));
  if (tokens.count == 0) return fail(p, s.at, "nothing stands between these marks");
  pv_nodes nodes = {0};
  for (size_t i = 0; i < tokens.count; i++) {
    uint32_t test = pv_literal_predicate(p->loader, tokens.items[i], fold);
    PV_PUSH(scratch(p), &nodes, token_node(p, s.at, test));
  }
  pv_parser_next(p);
  return pv_node_sequence(scratch(p), s.at, nodes);
}

static const pv_node *parse_set(pv_parser *p) {
  size_t at = p->sign.at;
  pv_parser_next(p);
  return token_node(p, at, pv_parser_set(p));
}

static const pv_node *parse_regex(pv_parser *p) {
  pv_sign s = p->sign;
  uint32_t test = pv_parser_regex(p, s.text, s.at);
  pv_parser_next(p);
  return token_node(p, s.at, test);
}

static const pv_node *parse_gap(pv_parser *p) {
  pv_sign s = p->sign;
  uint32_t barrier = PV_NO_PREDICATE;
  pv_parser_next(p);
  if (p->sign.kind == PV_SIGN_BARRIER) {
    pv_parser_next(p);
    if (p->sign.kind != PV_SIGN_SET_OPEN)
      return fail(p, p->sign.at, "a barrier is a set: ...12![';']");
    pv_parser_next(p);
    barrier = pv_parser_set(p);
    if (barrier == PV_NO_PREDICATE) return NULL;
  }
  return pv_node_gap(scratch(p), s.at, s.max, barrier);
}

// From the sign behind the bracket to that behind the closing one.
static const pv_node *parse_group(pv_parser *p, size_t at) {
  if (++p->depth > MAX_DEPTH) return fail(p, at, "brackets nest too deeply");
  pv_parser_next(p);
  const pv_node *inner = parse_choice(p);
  p->depth--;
  if (!inner) return NULL;
  if (p->sign.kind != PV_SIGN_CLOSE) return fail(p, at, "this bracket is not closed");
  pv_parser_next(p);
  return inner;
}

static const pv_node *parse_look(pv_parser *p, uint32_t bits) {
  size_t at = p->sign.at;
  const pv_node *body = parse_group(p, at);
  if (!body) return NULL;
  if (body->has_look) return fail(p, at, "a lookaround may not hold another one");
  if (body->has_capture) return fail(p, at, "a lookaround captures nothing");
  if (body->longest > PV_MAX_LOOK) return fail(p, at, "a lookaround may see 16 tokens at most");
  if (body->shortest == 0 && body->kind != PV_NODE_START && body->kind != PV_NODE_END)
    return fail(p, at, "this lookaround is always true: it may match nothing");
  return pv_node_look(scratch(p), at, body, bits);
}

static uint32_t type_named(const pv_loader *loader, pv_str name) {
  for (uint32_t i = 0; i < loader->type_count; i++)
    if (pv_str_equal(loader->type_names[i], name)) return i;
  return loader->type_count;
}

static const pv_node *type_node(pv_parser *p, pv_str name, size_t at) {
  const pv_loader *l = p->loader;
  uint32_t type = type_named(l, name);
  if (type == l->type_count) {
    pv_str hint = pv_loader_suggest(p->loader, "@", name, l->type_names, l->type_count);
    pv_parser_fail(p, at, "unknown annotation @" PV_STR_FMT PV_STR_FMT, PV_STR_ARG(name),
                   PV_STR_ARG(hint));
    return NULL;
  }
  if (l->type_from[type] > p->expression->phase) {
    pv_parser_fail(p, at, "@" PV_STR_FMT " is not there yet: it is made in this phase or later",
                   PV_STR_ARG(name));
    return NULL;
  }
  return pv_node_leaf(scratch(p), PV_NODE_ANNOTATION, at, type);
}

static const pv_node *parse_type(pv_parser *p) {
  pv_sign s = p->sign;
  pv_parser_next(p);
  return type_node(p, s.text, s.at);
}

// Classes that stand for an annotation or an edge rather than for a test on one token.
static const pv_node *parse_class(pv_parser *p) {
  static const struct {
    const char *name, *type;
  } types[] = {{"money", "Money"},
               {"percent", "Percent"},
               {"date", "Date"},
               {"defterm", "Term"},
               {"secref", "Reference"}};
  pv_sign s = p->sign;
  pv_parser_next(p);
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (pv_str_equal(s.text, pv_str_from(types[i].name)))
      return type_node(p, pv_str_from(types[i].type), s.at);
  if (pv_str_equal(s.text, PV_STR("bos"))) return pv_node_leaf(scratch(p), PV_NODE_START, s.at, 0);
  if (pv_str_equal(s.text, PV_STR("eos"))) return pv_node_leaf(scratch(p), PV_NODE_END, s.at, 0);
  return token_node(p, s.at, pv_parser_class(p, s.text, s.at));
}

static const pv_node *parse_lexicon(pv_parser *p) {
  pv_sign s = p->sign;
  const pv_lexicon *lexicon = pv_parser_lexicon(p, s.text, s.at);
  pv_parser_next(p);
  return lexicon ? pv_node_macro(scratch(p), s.at, lexicon->node) : NULL;
}

static const pv_node *parse_macro(pv_parser *p) {
  pv_sign s = p->sign;
  pv_parser_next(p);
  if (p->expression->argument.size && pv_str_equal(s.text, p->expression->argument))
    return pv_node_leaf(scratch(p), PV_NODE_ARGUMENT, s.at, 0);
  const pv_symbol *found =
      pv_module_find(p->loader, &p->loader->macros, p->expression->place.module, s.text);
  if (!found) {
    pv_parser_fail(p, s.at, "unknown macro $" PV_STR_FMT "; it has to stand before this",
                   PV_STR_ARG(s.text));
    return NULL;
  }
  const pv_node *body = found->value;
  if (!body) { // it is wrong, and that is reported
    p->failed = true;
    return NULL;
  }
  bool has_brackets = p->sign.kind == PV_SIGN_OPEN && p->sign.at == s.at + 1 + s.text.size;
  if (!body->has_argument) return pv_node_macro(scratch(p), s.at, body);
  if (!has_brackets) return fail(p, s.at, "this macro takes an argument: $name( )");
  const pv_node *argument = parse_group(p, p->sign.at);
  if (!argument) return NULL;
  return pv_node_macro(scratch(p), s.at, pv_node_fill(scratch(p), body, argument));
}

static const pv_node *parse_atom(pv_parser *p) {
  pv_sign s = p->sign;
  switch (s.kind) {
  case PV_SIGN_WORD: return parse_word(p, PV_FOLD_CASE);
  case PV_SIGN_FAMILY: return parse_word(p, PV_FOLD_STEM);
  case PV_SIGN_LITERAL: return parse_quoted(p, '\'', PV_FOLD_CASE);
  case PV_SIGN_EXACT: return parse_quoted(p, '"', PV_FOLD_EXACT);
  case PV_SIGN_LEXICON: return parse_lexicon(p);
  case PV_SIGN_TYPE: return parse_type(p);
  case PV_SIGN_CLASS: return parse_class(p);
  case PV_SIGN_MACRO: return parse_macro(p);
  case PV_SIGN_REGEX: return parse_regex(p);
  case PV_SIGN_GAP: return parse_gap(p);
  case PV_SIGN_ANY:
    pv_parser_next(p);
    return token_node(p, s.at, pv_predicate_any(p->loader->predicates));
  case PV_SIGN_AHEAD: return parse_look(p, 0);
  case PV_SIGN_NOT_AHEAD: return parse_look(p, PV_LOOK_NOT);
  case PV_SIGN_BEHIND: return parse_look(p, PV_LOOK_BEHIND);
  case PV_SIGN_NOT_BEHIND: return parse_look(p, PV_LOOK_BEHIND | PV_LOOK_NOT);
  case PV_SIGN_OPEN: return parse_group(p, s.at);
  case PV_SIGN_SET_OPEN: return parse_set(p);
  case PV_SIGN_WRONG: pv_parser_fail(p, s.at, PV_STR_FMT, PV_STR_ARG(s.text)); return NULL;
  default: return fail(p, s.at, "something to match is missing here");
  }
}

static bool counts(const pv_parser *p, uint32_t *min, uint32_t *max) {
  switch (p->sign.kind) {
  case PV_SIGN_OPTIONAL: *min = 0, *max = 1; return true;
  case PV_SIGN_STAR: *min = 0, *max = PV_UNLIMITED; return true;
  case PV_SIGN_PLUS: *min = 1, *max = PV_UNLIMITED; return true;
  case PV_SIGN_COUNT: *min = p->sign.min, *max = p->sign.max; return true;
  default: return false;
  }
}

static const pv_node *parse_item(pv_parser *p) {
  pv_sign name = p->sign;
  if (name.kind == PV_SIGN_NAME) pv_parser_next(p);
  const pv_node *item = parse_atom(p);
  uint32_t min, max;
  if (item && counts(p, &min, &max)) {
    if (item->kind == PV_NODE_LOOK || item->kind == PV_NODE_START || item->kind == PV_NODE_END ||
        item->kind == PV_NODE_GAP)
      return fail(p, p->sign.at, "this cannot be repeated");
    if (item->shortest == 0 && max > 1)
      return fail(p, p->sign.at, "what is repeated may match nothing");
    item = pv_node_repeat(scratch(p), item, min, max);
    pv_parser_next(p);
  }
  if (item && name.kind == PV_SIGN_NAME)
    item = pv_node_capture(scratch(p), name.at, item, name.text);
  if (!item) return NULL;
  if (item->cost > PV_MAX_NODE_COST || item->depth > PV_MAX_NODE_DEPTH)
    return fail(p, name.at, "this expression is too large");
  return item;
}

static bool ends_sequence(pv_sign_kind kind) {
  return kind == PV_SIGN_END || kind == PV_SIGN_BAR || kind == PV_SIGN_CLOSE;
}

static const pv_node *parse_sequence(pv_parser *p) {
  size_t at = p->sign.at;
  pv_nodes items = {0};
  do {
    const pv_node *item = parse_item(p);
    if (!item) return NULL;
    PV_PUSH(scratch(p), &items, item);
  } while (!ends_sequence(p->sign.kind));
  return pv_node_sequence(scratch(p), at, items);
}

static const pv_node *parse_choice(pv_parser *p) {
  size_t at = p->sign.at, bar = at;
  pv_nodes items = {0};
  for (;;) {
    const pv_node *item = parse_sequence(p);
    if (!item) return NULL;
    PV_PUSH(scratch(p), &items, item);
    if (p->sign.kind != PV_SIGN_BAR) break;
    if (items.count == 1) bar = p->sign.at;
    pv_parser_next(p);
  }
  const pv_node *choice = pv_node_choice(scratch(p), at, bar, items);
  if (choice->cost > PV_MAX_NODE_COST) return fail(p, at, "this expression is too large");
  return choice;
}

const pv_node *pv_expression_parse(const pv_expression *expression) {
  pv_parser p = {.expression = expression,
                 .loader = expression->place.loader,
                 .lexer = {.text = expression->place.text}};
  pv_parser_next(&p);
  const pv_node *node = parse_choice(&p);
  if (node && p.sign.kind != PV_SIGN_END) return fail(&p, p.sign.at, "this bracket was not opened");
  return node;
}
