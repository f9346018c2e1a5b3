// expression_lexer.h - an expression, cut into its signs.
#ifndef PV_GRAMMAR_EXPRESSION_LEXER_H
#define PV_GRAMMAR_EXPRESSION_LEXER_H

#include "base/str.h"

typedef enum {
  PV_SIGN_END,
  PV_SIGN_WORD,    // shall, non-exclusive
  PV_SIGN_LITERAL, // 'net of'
  PV_SIGN_EXACT,   // "Net Sales"
  PV_SIGN_FAMILY,  // ~grant
  PV_SIGN_LEXICON, // %channel
  PV_SIGN_TYPE,    // @Party
  PV_SIGN_CLASS,   // #cap
  PV_SIGN_MACRO,   // $list
  PV_SIGN_REGEX,   // /re/
  PV_SIGN_NAME,    // a capture: grantor:
  PV_SIGN_GAP,     // ...12
  PV_SIGN_BARRIER, // ! behind a gap
  PV_SIGN_ANY,     // .
  PV_SIGN_AHEAD,   // ?ahead(, with the bracket
  PV_SIGN_NOT_AHEAD,
  PV_SIGN_BEHIND,
  PV_SIGN_NOT_BEHIND,
  PV_SIGN_COUNT,    // {2,5}
  PV_SIGN_OPTIONAL, // ?
  PV_SIGN_STAR,
  PV_SIGN_PLUS,
  PV_SIGN_BAR,
  PV_SIGN_OPEN, // (
  PV_SIGN_CLOSE,
  PV_SIGN_SET_OPEN, // [
  PV_SIGN_SET_CLOSE,
  PV_SIGN_WRONG, // `text` says why
} pv_sign_kind;

typedef struct {
  pv_sign_kind kind;
  size_t at;    // byte of the expression
  pv_str text;  // without marks and quotes
  uint32_t min; // of {2,5}
  uint32_t max; // of {2,5}, and of a gap
} pv_sign;

typedef struct {
  pv_str text;
  size_t at;
} pv_expression_lexer;

pv_sign pv_expression_lex(pv_expression_lexer *lexer);

#endif
