// lead.h - what stands before a sentence proper: numbers ("2.1", "(a)", "ARTICLE IV") and run-in
// headings ("Grant of License.").
#ifndef PV_TEXT_LEAD_H
#define PV_TEXT_LEAD_H

#include "text/lookup.h"
#include "text/text.h"

typedef enum {
  PV_NUMBER_NONE,
  PV_NUMBER_BULLET,      // • -
  PV_NUMBER_EXHIBIT,     // Exhibit A
  PV_NUMBER_ARTICLE,     // ARTICLE IV
  PV_NUMBER_SECTION,     // Section 3
  PV_NUMBER_DECIMAL,     // 2.1, Section 2.1.3
  PV_NUMBER_PLAIN,       // 2. 2)
  PV_NUMBER_PAREN,       // (2)
  PV_NUMBER_LOWER,       // (a)
  PV_NUMBER_UPPER,       // (A)
  PV_NUMBER_LOWER_ROMAN, // (i)
  PV_NUMBER_UPPER_ROMAN, // (I)
  PV_NUMBER_LOWER_DOT,   // a. a)
  PV_NUMBER_UPPER_DOT,   // A.
  PV_NUMBER_LOWER_ROMAN_DOT,
  PV_NUMBER_UPPER_ROMAN_DOT,
} pv_number_style;

enum { PV_MOST_PARTS = 6, PV_MOST_LEADS = 4 };

// The number of a section or an item as it is written. Letters that are roman figures too have both
// readings: `roman` is the value as such, 0 if it is none.
typedef struct {
  pv_number_style style;
  uint32_t value; // 2.1: 1; (c): 3; 0 where it has none
  uint32_t roman;
  uint32_t part_count; // of a decimal one
  uint16_t parts[PV_MOST_PARTS];
  pv_span at;   // bytes, without the label: "2.1", "(a)", "IV"
  uint32_t end; // token behind it
} pv_number;

// A number (or PV_NUMBER_NONE) and the run-in heading behind it.
typedef struct {
  pv_number number;
  uint32_t first;  // token where the number starts
  pv_span heading; // tokens, without the mark that ends it; empty: none
} pv_lead_part;

typedef struct {
  pv_lead_part parts[PV_MOST_LEADS];
  size_t count;
  uint32_t first; // token behind all of it
} pv_lead;

// The number that starts at `token`.
pv_number pv_number_read(const pv_text *text, uint32_t token);

// What stands before the sentence proper, from `token` on.
pv_lead pv_lead_read(const pv_text *text, uint32_t token);

// Are the tokens a heading: few words, all of weight in capitals, no verb? `numbered` says that a
// number stands before it, so that "Grant of license" is one too.
bool pv_heading_is(const pv_text *text, uint32_t first, uint32_t end, bool numbered);

static inline char pv_first_byte(const pv_text *text, uint32_t token) {
  return text->bytes.data[text->tokens.items[token].start];
}

static inline uint16_t pv_traits_of(const pv_text *text, uint32_t token) {
  return text->vocabulary->traits[text->tokens.items[token].word];
}

// pv_mark_of for a mark that is not of ASCII.
char pv_folded_mark_of(const pv_text *text, const pv_token *token);

// The folded mark of a punctuation or symbol token, 0 for other tokens and marks beyond ASCII.
static inline char pv_mark_of(const pv_text *text, uint32_t token) {
  if (token >= text->tokens.count) return 0;
  const pv_token *t = &text->tokens.items[token];
  if (t->kind != PV_TOKEN_PUNCT && t->kind != PV_TOKEN_SYMBOL) return 0;
  return t->flags & PV_TOKEN_FOLDS ? pv_folded_mark_of(text, t) : text->bytes.data[t->start];
}

// Behind the "##" of a Markdown heading that starts its line at `token`; `token` if none does.
static inline uint32_t pv_hashes_end(const pv_text *text, uint32_t token) {
  enum { MOST_HASHES = 6 };
  uint32_t at = token;
  if (pv_mark_of(text, token) != '#' || !(text->tokens.items[token].flags & PV_TOKEN_LINE))
    return token;
  while (at < token + MOST_HASHES && pv_mark_of(text, at) == '#') at++;
  return at;
}

#endif
