// One-token sets: `[a | ~b | %lexicon | "X" | #cap and not %stop]`.
#include "grammar/lexicon.h"

enum { MAX_SET_DEPTH = 32 };

static uint32_t parse_or(pv_parser *p);

static bool takes_word(const pv_parser *p, const char *word) {
  return p->sign.kind == PV_SIGN_WORD && pv_str_equal(p->sign.text, pv_str_from(word));
}

static uint32_t fail(pv_parser *p, size_t at, const char *what, pv_str text) {
  pv_parser_fail(p, at, "%s: " PV_STR_FMT, what, PV_STR_ARG(text));
  return PV_NO_PREDICATE;
}

// A word, literal, "Exact" or ~family, which has to be one token.
static uint32_t parse_word(pv_parser *p) {
  pv_sign s = p->sign;
  bool is_exact = s.kind == PV_SIGN_EXACT;
  bool is_quoted = is_exact || s.kind == PV_SIGN_LITERAL;
  pv_str text = s.text;
  if (is_quoted) text = pv_literal_unquote(p->loader->scratch, text, is_exact ? '"' : '\'');
  pv_literal literal = pv_literal_read(p->loader, text);
  if (literal.count != 1)
    return fail(p, s.at, "a set takes one token; write ( ) around what has more", s.text);
  pv_parser_next(p);
  pv_fold fold = is_exact ? PV_FOLD_EXACT : s.kind == PV_SIGN_FAMILY ? PV_FOLD_STEM : PV_FOLD_CASE;
  return pv_literal_predicate(p->loader, literal.items[0], fold);
}

static uint32_t parse_lexicon(pv_parser *p) {
  pv_sign s = p->sign;
  const pv_lexicon *lexicon = pv_parser_lexicon(p, s.text, s.at);
  if (!lexicon) return PV_NO_PREDICATE;
  if (lexicon->phrase_from) {
    pv_parser_fail(p, s.at,
                   "a set takes one token, but " PV_STR_FMT " adds \"" PV_STR_FMT
                   "\" to %%" PV_STR_FMT,
                   PV_STR_ARG(lexicon->phrase_from->source->file), PV_STR_ARG(lexicon->phrase),
                   PV_STR_ARG(s.text));
    return PV_NO_PREDICATE;
  }
  if (lexicon->phrase.size) {
    pv_parser_fail(p, s.at,
                   "a set takes one token, but %%" PV_STR_FMT " has \"" PV_STR_FMT
                   "\"; write ( ) instead of [ ]",
                   PV_STR_ARG(s.text), PV_STR_ARG(lexicon->phrase));
    return PV_NO_PREDICATE;
  }
  pv_parser_next(p);
  return lexicon->one_word;
}

static uint32_t parse_group(pv_parser *p) {
  if (++p->depth > MAX_SET_DEPTH) return fail(p, p->sign.at, "too deep", p->sign.text);
  pv_parser_next(p);
  uint32_t inner = parse_or(p);
  p->depth--;
  if (inner == PV_NO_PREDICATE) return inner;
  if (p->sign.kind != PV_SIGN_CLOSE) return fail(p, p->sign.at, "expected )", p->sign.text);
  pv_parser_next(p);
  return inner;
}

static uint32_t parse_class(pv_parser *p) {
  uint32_t found = pv_parser_class(p, p->sign.text, p->sign.at);
  if (found == PV_NO_PREDICATE && !p->failed)
    return fail(p, p->sign.at, "this class is no single token; write ( ) instead of [ ]",
                p->sign.text);
  pv_parser_next(p);
  return found;
}

static uint32_t parse_item(pv_parser *p) {
  uint32_t found;
  switch (p->sign.kind) {
  case PV_SIGN_WORD:
  case PV_SIGN_LITERAL:
  case PV_SIGN_EXACT:
  case PV_SIGN_FAMILY: return parse_word(p);
  case PV_SIGN_LEXICON: return parse_lexicon(p);
  case PV_SIGN_CLASS: return parse_class(p);
  case PV_SIGN_REGEX:
    found = pv_parser_regex(p, p->sign.text, p->sign.at);
    if (found != PV_NO_PREDICATE) pv_parser_next(p);
    return found;
  case PV_SIGN_OPEN: return parse_group(p);
  case PV_SIGN_TYPE:
    return fail(p, p->sign.at, "an annotation is no single token; write ( ) instead of [ ]",
                p->sign.text);
  case PV_SIGN_WRONG: return fail(p, p->sign.at, "not understood", p->sign.text);
  default:
    return fail(p, p->sign.at, "a set takes words, %lexicons, #classes and /expressions/, not",
                p->sign.kind == PV_SIGN_END ? PV_STR("the end") : p->sign.text);
  }
}

// "not" is the word where nothing follows that it could negate: [shall | not].
static bool takes_not(const pv_parser *p) {
  if (!takes_word(p, "not")) return false;
  pv_expression_lexer ahead = p->lexer;
  pv_sign_kind next = pv_expression_lex(&ahead).kind;
  return next != PV_SIGN_BAR && next != PV_SIGN_SET_CLOSE && next != PV_SIGN_CLOSE &&
         next != PV_SIGN_END;
}

// "and" and "or" at the start of an item are the words.
static uint32_t parse_not(pv_parser *p) {
  bool negative = false;
  for (; takes_not(p); pv_parser_next(p)) negative = !negative;
  uint32_t found = parse_item(p);
  if (found == PV_NO_PREDICATE || !negative) return found;
  return pv_predicate_not(p->loader->predicates, found);
}

static uint32_t parse_and(pv_parser *p) {
  uint32_t left = parse_not(p);
  while (left != PV_NO_PREDICATE && takes_word(p, "and")) {
    pv_parser_next(p);
    uint32_t right = parse_not(p);
    if (right == PV_NO_PREDICATE) return right;
    left = pv_predicate_and(p->loader->predicates, left, right);
  }
  return left;
}

static uint32_t parse_or(pv_parser *p) {
  PV_VECTOR(uint32_t) items = {0};
  for (;;) {
    uint32_t item = parse_and(p);
    if (item == PV_NO_PREDICATE) return item;
    PV_PUSH(p->loader->scratch, &items, item);
    if (p->sign.kind != PV_SIGN_BAR && !takes_word(p, "or")) break;
    pv_parser_next(p);
  }
  return pv_predicate_or_all(p->loader->predicates, items.items, items.count);
}

uint32_t pv_parser_set(pv_parser *p) {
  uint32_t set = parse_or(p);
  if (set == PV_NO_PREDICATE) return set;
  if (p->sign.kind == PV_SIGN_SET_CLOSE) {
    pv_parser_next(p);
    return set;
  }
  pv_parser_fail(p, p->sign.at,
                 p->sign.kind == PV_SIGN_WRONG
                     ? PV_STR_FMT
                     : "a set takes one token: expected | or ] here, not \"" PV_STR_FMT "\"",
                 PV_STR_ARG(p->sign.text));
  return PV_NO_PREDICATE;
}
