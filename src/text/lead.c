#include "text/lead.h"

enum {
  MOST_WORDS = 10,         // of a run-in heading
  MOST_LOWER_WORDS = 5,    // of one with words of weight in lower case
  MOST_SMALL_WORDS = 4,    // of it in all, in lower case
  MOST_HEADING_WORDS = 14, // of one that stands alone
  WIDE_GAP = 3,            // blanks
  MOST_TOKENS = 60,        // of any heading
};

typedef struct {
  uint32_t words;
  uint32_t lower; // of weight
  uint32_t small; // all in lower case
  bool verb;
} weight;

// "binds" in "Nothing binds Distributor", "appoints" in "Maker appoints the Trader".
static bool looks_like_verb(const pv_text *text, uint32_t token) {
  static const pv_str objects[] = {{"a", 1},   {"all", 3}, {"an", 2},    {"any", 3},
                                   {"its", 3}, {"no", 2},  {"their", 5}, {"the", 3}};
  const pv_token *t = &text->tokens.items[token];
  const char *end = text->bytes.data + t->end;
  if (t->end - t->start < 4 || end[-1] != 's' || end[-2] == 's') return false;
  if (token + 1 >= text->tokens.count || t[1].kind != PV_TOKEN_WORD) return false;
  if (t[1].flags & PV_TOKEN_PARAGRAPH) return false;
  if (t[1].letters == PV_CASE_CAPITAL) return true;
  pv_str next = pv_str_slice(text->bytes, pv_token_span(&t[1]));
  for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
    if (pv_str_equal(next, objects[i])) return true;
  return false;
}

// Counts `token` in; false where a heading has no such token.
static bool weigh(const pv_text *text, uint32_t token, weight *w) {
  const pv_token *t = &text->tokens.items[token];
  uint16_t traits = pv_traits_of(text, token);
  char c = pv_first_byte(text, token);
  switch (t->kind) {
  case PV_TOKEN_WORD:
    w->words++;
    if (t->letters == PV_CASE_LOWER) {
      w->small++;
      if (!(traits & PV_TRAIT_FUNCTION) && c != '\'') {
        w->lower++;
        if (looks_like_verb(text, token)) w->verb = true;
      }
    }
    // "May" and "Will" in capitals are a month and a document.
    if (traits & PV_TRAIT_VERB && t->letters != PV_CASE_CAPITAL) w->verb = true;
    return true;
  case PV_TOKEN_NUMBER: w->words++; return true;
  case PV_TOKEN_REDACTION: return false;
  case PV_TOKEN_SYMBOL: return c != '$' && c != '%';
  default: return !memchr("?!.:", c, 4);
  }
}

static size_t gap_before(const pv_text *text, uint32_t token) {
  return text->tokens.items[token].start - text->tokens.items[token - 1].end;
}

// May a sentence start at `token`?
static bool is_start(const pv_text *text, uint32_t token) {
  if (token >= text->tokens.count) return true;
  const pv_token *t = &text->tokens.items[token];
  if (t->kind == PV_TOKEN_WORD) return t->letters != PV_CASE_LOWER;
  if (t->kind == PV_TOKEN_NUMBER || t->kind == PV_TOKEN_REDACTION) return true;
  char mark = pv_mark_of(text, token);
  return mark == '"' || mark == '(' || mark == '[' || mark == '\'';
}

static bool ends_here(const pv_text *text, uint32_t token, bool numbered, const weight *w) {
  const pv_token *t = &text->tokens.items[token];
  char mark = pv_mark_of(text, token);
  if ((mark != '.' && mark != ':' && mark != '-') || !is_start(text, token + 1)) return false;
  bool open =
      token + 1 >= text->tokens.count || text->tokens.items[token + 1].flags & PV_TOKEN_SPACE;
  switch (mark) {
  case '.':
    if (t->flags & PV_TOKEN_SPACE) return false;
    if (!open || numbered) return numbered;
    // "See Exhibit A. It …" is text.
    return t[-1].end - t[-1].start > 1 && !(pv_traits_of(text, token - 1) & PV_TRAIT_ABBREVIATION);
  case ':': return w->words <= 6 || numbered;
  case '-':
    return token + 1 < text->tokens.count && open && t->flags & PV_TOKEN_SPACE && w->words <= 6 &&
           text->tokens.items[token + 1].kind == PV_TOKEN_WORD;
  default: return false;
  }
}

static bool is_light(const weight *w, bool numbered) {
  if (w->verb || w->words == 0 || w->words > MOST_WORDS) return false;
  return w->lower == 0 || (numbered && w->words <= MOST_LOWER_WORDS);
}

// A heading may end without a mark, where a wide gap and the start of a sentence follow.
static bool ends_in_gap(const pv_text *text, uint32_t token, const weight *w) {
  const pv_token *t = &text->tokens.items[token];
  if (w->words == 0 || w->lower || t->flags & PV_TOKEN_PARAGRAPH) return false;
  return gap_before(text, token) >= WIDE_GAP && t->letters == PV_CASE_CAPITAL &&
         pv_traits_of(text, token) & PV_TRAIT_OPENER;
}

// A heading may end where the next number starts: "3. DUTIES 3.1 Promotion."
static bool ends_at_number(const pv_text *text, uint32_t token) {
  const pv_token *t = &text->tokens.items[token];
  if (!(t->flags & PV_TOKEN_SPACE)) return false;
  pv_number number = pv_number_read(text, token);
  if (number.style == PV_NUMBER_DECIMAL) return t->kind == PV_TOKEN_NUMBER;
  return number.style >= PV_NUMBER_PAREN && number.style <= PV_NUMBER_UPPER && number.value == 1 &&
         number.end < text->tokens.count &&
         text->tokens.items[number.end].letters == PV_CASE_CAPITAL;
}

// The run-in heading that starts at `first`; `end` is set behind the mark that ends it. Empty where
// there is none.
static pv_span read_heading(const pv_text *text, uint32_t first, bool numbered, uint32_t *end) {
  weight w = {0};
  pv_span none = {first, first};
  for (uint32_t i = first; i < text->tokens.count && i < first + MOST_TOKENS; i++) {
    const pv_token *t = &text->tokens.items[i];
    if (i > first) {
      if (t->flags & PV_TOKEN_PARAGRAPH || (!numbered && t->flags & PV_TOKEN_LINE)) return none;
      bool marked = ends_here(text, i, numbered, &w);
      if (marked || (numbered && (ends_in_gap(text, i, &w) || ends_at_number(text, i)))) {
        bool ends = i + 1 >= text->tokens.count || t[1].flags & PV_TOKEN_PARAGRAPH;
        if (!is_light(&w, numbered && !ends)) return none;
        if (w.lower && w.small > MOST_SMALL_WORDS) return none;
        if (w.lower && pv_traits_of(text, first) & PV_TRAIT_OPENER) return none; // "It pays."
        *end = marked ? i + 1 : i;
        return (pv_span){first, i};
      }
    } else if (t->kind != PV_TOKEN_WORD || t->letters == PV_CASE_LOWER) {
      return none;
    }
    if (!weigh(text, i, &w) || w.verb || w.words > MOST_WORDS) return none;
  }
  return none;
}

static bool is_new_line(const pv_text *text, uint32_t token) {
  return token < text->tokens.count && text->tokens.items[token].flags & PV_TOKEN_LINE;
}

pv_lead pv_lead_read(const pv_text *text, uint32_t token) {
  pv_lead lead = {.first = token};
  bool numbered = false;
  while (lead.count < PV_MOST_LEADS && lead.first < text->tokens.count) {
    pv_lead_part part = {.first = lead.first, .number = pv_number_read(text, lead.first)};
    uint32_t at = lead.first;
    if (part.number.style != PV_NUMBER_NONE) {
      at = part.number.end;
      numbered = part.number.style != PV_NUMBER_BULLET;
    } else if (lead.count) {
      break; // a second heading without a number is text
    }
    bool own_line = part.number.style != PV_NUMBER_NONE || is_new_line(text, at);
    part.heading = (pv_span){at, at};
    if (own_line && at < text->tokens.count) part.heading = read_heading(text, at, numbered, &at);
    if (at == lead.first) break;
    lead.parts[lead.count++] = part;
    lead.first = at;
    if (is_new_line(text, at) && text->tokens.items[at].flags & PV_TOKEN_PARAGRAPH) break;
  }
  return lead;
}

bool pv_heading_is(const pv_text *text, uint32_t first, uint32_t end, bool numbered) {
  weight w = {0};
  if (first >= end || end - first > MOST_TOKENS) return false;
  const pv_token *word = &text->tokens.items[first];
  if (word->letters == PV_CASE_LOWER) return false;
  if (word->kind == PV_TOKEN_WORD && word->letters == PV_CASE_NONE) return false;
  char last = pv_mark_of(text, end - 1);
  if (last == '.') numbered = false; // "(a) It pays." is text, "2.1 Grant of license" is not
  if (last == '.' || last == ':' || last == '-') end--;
  if (last == ',' || last == ';' || first >= end) return false;
  for (uint32_t i = first; i < end; i++) {
    if (!weigh(text, i, &w) && pv_mark_of(text, i) != '.') return false;
    if (w.verb || w.words > MOST_HEADING_WORDS) return false;
  }
  if (w.words == 0 || (w.lower && last == '.' && w.small > MOST_SMALL_WORDS)) return false;
  return w.lower == 0 || (numbered && w.words <= MOST_LOWER_WORDS);
}
