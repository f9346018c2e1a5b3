#include "text/boundary.h"

enum {
  SHORT_LINE = 60,    // bytes of a line that may be a heading above text
  LONG_SENTENCE = 10, // tokens from which on it is no heading
  FAR_BACK = 400,     // tokens in which the item before stands
  WIDE_GAP = 4,       // blanks
};

static const pv_token *token_at(const pv_text *text, uint32_t token) {
  return &text->tokens.items[token];
}

static bool is_closer(const pv_text *text, uint32_t token) {
  const pv_token *t = token_at(text, token);
  if (t->kind != PV_TOKEN_PUNCT || t->flags & PV_TOKEN_SPACE) return false;
  char mark = pv_mark_of(text, token);
  return mark == '"' || mark == '\'' || mark == ')' || mark == ']';
}

// Behind a blank line, or a line of page furniture. Furniture inside a line divides nothing.
static bool is_paragraph(const pv_token *t) {
  return t->flags & PV_TOKEN_PARAGRAPH || (t->flags & PV_TOKEN_BREAK && t->flags & PV_TOKEN_LINE);
}

static bool is_lower(const pv_token *t) {
  return t->kind == PV_TOKEN_WORD && t->letters == PV_CASE_LOWER;
}

// May a sentence start with `token`?
static bool is_start(const pv_text *text, uint32_t token) {
  const pv_token *t = token_at(text, token);
  switch (t->kind) {
  case PV_TOKEN_WORD:
    return t->letters != PV_CASE_LOWER || pv_number_read(text, token).style != PV_NUMBER_NONE;
  case PV_TOKEN_NUMBER:
  case PV_TOKEN_REDACTION: return true;
  case PV_TOKEN_SYMBOL:
    return memchr("*#_", pv_first_byte(text, token), 3) || t->flags & PV_TOKEN_FOLDS;
  default: {
    char mark = pv_mark_of(text, token);
    return mark == '"' || mark == '\'' || mark == '(' || mark == '[' || mark == '-';
  }
  }
}

static bool is_opener(const pv_text *text, uint32_t token) {
  const pv_token *t = token_at(text, token);
  return t->kind == PV_TOKEN_WORD && t->letters != PV_CASE_LOWER &&
         pv_traits_of(text, token) & PV_TRAIT_OPENER;
}

// Is the number at `token` one of a section, and not an amount in the text?
static bool is_numbered(const pv_text *text, uint32_t token) {
  pv_number number = pv_number_read(text, token);
  return number.style == PV_NUMBER_DECIMAL || number.style == PV_NUMBER_PLAIN ||
         number.style == PV_NUMBER_ARTICLE || number.style == PV_NUMBER_SECTION;
}

// (o) "Net Sales" means …
static bool is_definition_item(const pv_text *text, uint32_t token) {
  pv_number number = pv_number_read(text, token);
  return number.style >= PV_NUMBER_PAREN && pv_mark_of(text, number.end) == '"';
}

// Does the full stop behind the abbreviation at `word` end a sentence too, where `next` follows?
static bool ends_abbreviation(const pv_text *text, uint32_t word, uint32_t next) {
  const pv_token *t = token_at(text, next);
  bool paragraph = is_paragraph(t);
  if (is_lower(t)) return false;
  if (pv_traits_of(text, word) & PV_TRAIT_CORPORATE &&
      (is_numbered(text, next) || is_definition_item(text, next)))
    return true;
  return is_opener(text, next) || (paragraph && t->kind == PV_TOKEN_WORD) ||
         (paragraph && is_numbered(text, next));
}

// "John G. Finley": is the single letter at `word` a part of a name? Not in "Exhibit A. Pay…".
static bool is_initial(const pv_text *text, uint32_t word, uint32_t next) {
  const pv_token *t = token_at(text, word);
  if (t->end - t->start != 1 || t->letters != PV_CASE_CAPITAL || is_opener(text, next))
    return false;
  if (token_at(text, next)->letters != PV_CASE_CAPITAL || word == 0) return false;
  if (token_at(text, next)->flags & PV_TOKEN_PARAGRAPH) return false;
  const pv_token *before = token_at(text, word - 1);
  if (before->kind != PV_TOKEN_WORD) return true;
  return before->letters == PV_CASE_CAPITAL && !(pv_traits_of(text, word - 1) & PV_TRAIT_LETTERED);
}

static bool ends_at_stop(const pv_text *text, uint32_t mark, uint32_t next) {
  if (mark == 0) return false;
  uint32_t word = mark - 1;
  const pv_token *before = token_at(text, word);
  if (token_at(text, mark)->flags & PV_TOKEN_SPACE) return true;
  if (before->kind == PV_TOKEN_NUMBER) {
    // "No. 5", "Section 2." with its heading behind it: only the first of them is no end.
    return !(word && pv_traits_of(text, word - 1) & PV_TRAIT_MONTH);
  }
  if (before->kind != PV_TOKEN_WORD) return true;
  if (is_initial(text, word, next)) return false;
  if (!(pv_traits_of(text, word) & PV_TRAIT_ABBREVIATION)) return true;
  if (before->letters == PV_CASE_LOWER && before->end - before->start <= 3 &&
      token_at(text, next)->kind != PV_TOKEN_NUMBER && pv_traits_of(text, word) & PV_TRAIT_FUNCTION)
    return true; // "… if there is no. The": a word
  return ends_abbreviation(text, word, next);
}

uint32_t pv_boundary_at_mark(const pv_text *text, uint32_t mark) {
  const pv_token *t = token_at(text, mark);
  uint32_t next = mark + 1;
  while (next < text->tokens.count && is_closer(text, next)) next++;
  if (next >= text->tokens.count) return 0;
  if (!(token_at(text, next)->flags & PV_TOKEN_SPACE)) {
    // "…herein.The parties": the blank is lost.
    bool lost = next == mark + 1 && mark && is_lower(token_at(text, mark - 1)) &&
                token_at(text, next)->letters == PV_CASE_CAPITAL && is_opener(text, next);
    return lost ? next : 0;
  }
  if (t->kind == PV_TOKEN_WORD) return ends_abbreviation(text, mark, next) ? next : 0;
  if (!is_start(text, next)) return 0;
  if (next == mark + 1 && pv_mark_of(text, mark) == '.' && !ends_at_stop(text, mark, next))
    return 0;
  return next;
}

// Is there a number with a run-in heading behind it: "(a) Due Authorization. Each …"?
static bool starts_headed(const pv_text *text, uint32_t token) {
  pv_number number = pv_number_read(text, token);
  if (number.style == PV_NUMBER_NONE || number.style == PV_NUMBER_BULLET) return false;
  pv_lead lead = pv_lead_read(text, token);
  return lead.count && lead.parts[0].heading.start < lead.parts[0].heading.end;
}

bool pv_boundary_before_mark(const pv_text *text, uint32_t mark) {
  if (mark < 2) return false;
  const pv_token *number = token_at(text, mark - 1), *before = token_at(text, mark - 2);
  if (number->kind != PV_TOKEN_NUMBER || before->kind != PV_TOKEN_WORD) return false;
  const uint16_t none = PV_TRAIT_SECTION | PV_TRAIT_EXHIBIT | PV_TRAIT_FUNCTION | PV_TRAIT_MONTH |
                        PV_TRAIT_ABBREVIATION | PV_TRAIT_LETTERED;
  if (pv_traits_of(text, mark - 2) & none) return false;
  return pv_number_read(text, mark - 1).style == PV_NUMBER_DECIMAL && starts_headed(text, mark - 1);
}

// "WHEREAS, it sells; WHEREAS, it buys; NOW, THEREFORE": the same word starts both, or one in
// capitals behind others.
static bool is_recital(const pv_text *text, pv_open_sentence open, uint32_t token) {
  const pv_token *t = token_at(text, token);
  if (t->letters == PV_CASE_LOWER || !is_opener(text, token)) return false;
  if (t->word == token_at(text, open.first)->word) return true;
  return t->letters == PV_CASE_UPPER && token >= 2 && is_lower(token_at(text, token - 2));
}

uint32_t pv_boundary_at_pause(const pv_text *text, pv_open_sentence open, uint32_t mark) {
  uint32_t next = mark + 1;
  if (next >= text->tokens.count || !(token_at(text, next)->flags & PV_TOKEN_SPACE)) return 0;
  const pv_token *t = token_at(text, next);
  if (t->kind == PV_TOKEN_NUMBER)
    return pv_number_read(text, next).style != PV_NUMBER_NONE ? next : 0;
  if (pv_mark_of(text, mark) == ':' && starts_headed(text, next)) return next;
  return pv_mark_of(text, mark) == ';' && is_recital(text, open, next) ? next : 0;
}

// The last token before `token` that is no closing quote or bracket: the mark that ends the text.
static char last_mark(const pv_text *text, pv_open_sentence open, uint32_t token) {
  uint32_t at = token - 1;
  while (at > open.first && is_closer(text, at)) at--;
  return pv_mark_of(text, at);
}

// May the text before `token` not end there? It ends in a word or mark that asks for more.
static bool wants_more(const pv_text *text, uint32_t token) {
  const pv_token *before = token_at(text, token - 1);
  uint16_t traits = pv_traits_of(text, token - 1);
  if (before->kind == PV_TOKEN_WORD) {
    if (traits & PV_TRAIT_FUNCTION)
      return before->letters != PV_CASE_UPPER || traits & PV_TRAIT_VERB;
    bool label = traits & (PV_TRAIT_SECTION | PV_TRAIT_EXHIBIT) && before->letters != PV_CASE_UPPER;
    const pv_token *t = token_at(text, token);
    return label && (t->kind != PV_TOKEN_WORD || t->end - t->start == 1);
  }
  char mark = pv_mark_of(text, token - 1);
  return mark == ',' || mark == '(' || mark == '$' || mark == '[' || mark == '/';
}

// Behind "; and" or ", or": the next item or recital starts.
static bool is_and_or(const pv_text *text, uint32_t token) {
  const pv_token *before = token_at(text, token - 1);
  return before->kind == PV_TOKEN_WORD && pv_traits_of(text, token - 1) & PV_TRAIT_FUNCTION &&
         memchr("ao", pv_first_byte(text, token - 1) | 0x20, 2) && token >= 2 &&
         memchr(";,", pv_first_byte(text, token - 2), 2);
}

// Does the item of a list inside the sentence, of which `number` is the next one, start in a line?
static bool is_listed_inside(const pv_text *text, uint32_t first, uint32_t token,
                             const pv_number *number) {
  if (number->style < PV_NUMBER_PAREN) return false;
  uint32_t from = token - first > FAR_BACK ? token - FAR_BACK : first;
  for (uint32_t i = token; i-- > from + 1;) {
    const pv_token *t = token_at(text, i);
    if (t->kind != PV_TOKEN_PUNCT || t->flags & PV_TOKEN_LINE || pv_mark_of(text, i) != '(')
      continue;
    if (t->start - token_at(text, i - 1)->end >= WIDE_GAP) continue;
    pv_number before = pv_number_read(text, i);
    if (before.style == PV_NUMBER_NONE) continue;
    if ((number->value && before.value == number->value - 1 && before.value) ||
        (number->roman > 1 && before.roman == number->roman - 1))
      return true;
  }
  return false;
}

// Does an item or a section start at `token`, told by its number and what is before it?
static bool starts_item(const pv_text *text, pv_open_sentence open, uint32_t token, char last) {
  const pv_token *t = token_at(text, token);
  bool paragraph = is_paragraph(t);
  pv_number number = pv_number_read(text, token);
  if (number.style == PV_NUMBER_NONE) return false;
  const pv_token *before = token_at(text, token - 1);
  uint16_t traits = pv_traits_of(text, token - 1);
  if (traits & (PV_TRAIT_SECTION | PV_TRAIT_EXHIBIT) && !paragraph) return false;
  bool joined = before->kind == PV_TOKEN_WORD && traits & PV_TRAIT_FUNCTION;
  bool and_or = is_and_or(text, token);
  if (last == '.' || last == ':' || last == '-') return true;
  if (!paragraph && is_listed_inside(text, open.first, token, &number)) return false;
  if (last == ';') return true;
  if (last == ',' || and_or) return paragraph || number.style != PV_NUMBER_PLAIN;
  if (joined)
    return paragraph && (number.style == PV_NUMBER_DECIMAL ||
                         (number.style == PV_NUMBER_LOWER && number.value == 1));
  if (traits & (PV_TRAIT_SECTION | PV_TRAIT_EXHIBIT)) return false;
  if (paragraph) return true;
  bool strong = number.style == PV_NUMBER_DECIMAL || number.style == PV_NUMBER_BULLET;
  return strong && t->flags & PV_TOKEN_LINE && token - open.first < LONG_SENTENCE;
}

static bool is_heading_line(const pv_text *text, pv_open_sentence open, uint32_t token) {
  const pv_token *first = token_at(text, open.first), *t = token_at(text, token);
  if (!open.in_line || !(first->flags & PV_TOKEN_LINE)) return false;
  if (token_at(text, token - 1)->end - first->start > SHORT_LINE || is_lower(t)) return false;
  pv_lead lead = pv_lead_read(text, open.first);
  bool numbered = lead.count > 0;
  uint32_t start = numbered ? lead.parts[0].number.end : open.first;
  if (numbered && start >= token) return lead.parts[0].number.style <= PV_NUMBER_SECTION;
  if (!pv_heading_is(text, start, token, numbered)) return false;
  bool upper = first->letters == PV_CASE_UPPER || numbered;
  return upper ? t->letters != PV_CASE_UPPER || is_numbered(text, token) : is_opener(text, token);
}

// At a blank line or page furniture: does the sentence go on behind it?
static bool goes_on(const pv_text *text, pv_open_sentence open, uint32_t token, char last) {
  const pv_token *t = token_at(text, token);
  if (last == '.' || last == '?' || last == '!') {
    return is_lower(t) && pv_boundary_at_mark(text, token - 1) == 0;
  }
  if (last == ':') return is_lower(t) && t->flags & PV_TOKEN_BREAK;
  if (is_lower(t)) return true;
  if (last == ';') return false;
  if (is_and_or(text, token)) return false;
  if (wants_more(text, token)) return last != ',' || !is_opener(text, token);
  if (last == '"' && !is_opener(text, token)) return false;
  // The page ends in the middle of a long sentence: "… the United" / "States of America".
  bool prose =
      token - open.first > 2 * LONG_SENTENCE && !pv_heading_is(text, open.first, token, true);
  return t->flags & PV_TOKEN_BREAK && prose && is_lower(token_at(text, token - 1)) &&
         !is_opener(text, token);
}

bool pv_boundary_at_line(const pv_text *text, pv_open_sentence open, uint32_t token) {
  const pv_token *t = token_at(text, token);
  char last = last_mark(text, open, token);
  if (pv_hashes_end(text, token) > token) return true;
  if (starts_item(text, open, token, last)) return true;
  if (is_paragraph(t)) return !goes_on(text, open, token, last);
  if (!(t->flags & PV_TOKEN_LINE)) return false;
  return is_heading_line(text, open, token);
}
