// token.h - split text into tokens.
//
//   in:  the text of a document, any bytes, and the vocabulary
//   out: tokens as byte ranges of that text, in order, each with the id of its folded word
//
// Words are runs of letters, marks and digits; hyphens and slashes are tokens of their own
// ("non-exclusive" is three, and so is "non- exclusive", so that the two are alike); "'s" is split
// off ("Licensor's" is two). "1,000.50" and "2.1" are one number. Soft hyphens and zero-width
// characters inside a word belong to it and vanish from its folded form. A redaction ("[***]",
// "____", "[●]", "[ * ]") is one token.
#ifndef PV_TEXT_TOKEN_H
#define PV_TEXT_TOKEN_H

#include "base/arena.h"
#include "text/vocabulary.h"

typedef enum {
  PV_TOKEN_WORD,      // Licensee, 's, A1
  PV_TOKEN_NUMBER,    // 30, 1,000.50, 2024, 1st
  PV_TOKEN_PUNCT,     // one mark each: , ; ( " -
  PV_TOKEN_SYMBOL,    // one each: $ % § and bytes that are not UTF-8
  PV_TOKEN_REDACTION, // [***]
} pv_token_kind;

typedef enum {
  PV_CASE_NONE,    // no letters, or none with case
  PV_CASE_LOWER,   // licensee
  PV_CASE_CAPITAL, // Licensee, and single capitals: A
  PV_CASE_UPPER,   // LICENSEE
  PV_CASE_MIXED,   // iPhone
} pv_token_case;

enum {
  PV_TOKEN_SPACE = 1 << 0,     // white space before it: tells "(a)" from "( a )"
  PV_TOKEN_LINE = 1 << 1,      // first on its line
  PV_TOKEN_PARAGRAPH = 1 << 2, // a blank line before it
  PV_TOKEN_BREAK = 1 << 3,     // page furniture before it, which is left out of the tokens
  PV_TOKEN_FOLDS = 1 << 4, // its folded form is not just its bytes in lower case: it holds other
                           // letters than those of ASCII, a typographic mark, a soft hyphen
};

typedef struct {
  uint32_t start; // bytes
  uint32_t end;
  uint32_t word;   // id in the vocabulary: of the word, or of the shape of an unknown one
  uint8_t kind;    // pv_token_kind
  uint8_t letters; // pv_token_case
  uint16_t flags;  // PV_TOKEN_SPACE and so on
} pv_token;

// `marked` are the indices of the tokens, about one in six, that the stages behind the tokenizer
// have to look at: the first on their lines and behind wide gaps, marks that may end a sentence,
// numbers, symbols, redactions, words that a value may start with, words of other languages or
// letters. What stands between two of them is plain prose.
typedef struct {
  pv_token *items;
  size_t count;
  const uint32_t *marked;
  size_t marked_count;
} pv_tokens;

enum { PV_WIDE_GAP = 4 }; // blanks that may stand for the end of a line

// Bytes of `text` that take no part: page furniture. In order, not overlapping.
typedef struct {
  const pv_span *items;
  size_t count;
} pv_spans;

// The tokens of `text` outside `left_out`. Every byte there that is not white space belongs to
// exactly one token. The result holds offsets only, so it may outlive `text`.
pv_tokens pv_tokenize(pv_arena *arena, pv_str text, const pv_vocabulary *vocabulary,
                      pv_spans left_out);

// Writes the folded form of `token` into `out` (at most `size` bytes, never half a character) and
// returns how many: case folded, typographic quotes and dashes as those of ASCII, NFKC, without
// soft hyphens and zero-width characters.
size_t pv_token_fold(pv_str text, const pv_token *token, char *out, size_t size);

// "word", "number", …; "lower", "capital", …: as written in grammars and dumps.
const char *pv_token_kind_name(pv_token_kind kind);
const char *pv_token_case_name(pv_token_case letters);

static inline pv_span pv_token_span(const pv_token *token) {
  return (pv_span){token->start, token->end};
}

#endif
