#include "text/lead.h"

enum { MOST_PLAIN = 200, MOST_PAREN = 99 };

char pv_folded_mark_of(const pv_text *text, const pv_token *token) {
  char folded[4];
  return pv_token_fold(text->bytes, token, folded, sizeof folded) == 1 ? folded[0] : 0;
}

static const pv_token *token_at(const pv_text *text, uint32_t token) {
  static const pv_token none = {.kind = PV_TOKEN_PUNCT};
  return token < text->tokens.count ? &text->tokens.items[token] : &none;
}

static bool is_attached(const pv_text *text, uint32_t token) {
  return token < text->tokens.count && !(text->tokens.items[token].flags & PV_TOKEN_SPACE);
}

static uint32_t roman_value(pv_str figures) {
  uint32_t value = 0, before = 0;
  for (size_t i = figures.size; i-- > 0;) {
    char c = (char)(figures.data[i] | 0x20);
    uint32_t figure = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : c == 'l' ? 50 : 0;
    value = figure < before ? value - figure : value + figure;
    before = figure;
  }
  return value;
}

// The parts of "2.1.3"; false where it is no number of a section: "1,000", "30th".
static bool read_parts(pv_str digits, pv_number *number) {
  uint32_t part = 0;
  bool empty = true;
  number->part_count = 0;
  for (size_t i = 0; i <= digits.size; i++) {
    if (i < digits.size && digits.data[i] >= '0' && digits.data[i] <= '9') {
      part = part * 10 + (uint32_t)(digits.data[i] - '0');
      empty = false;
      if (part > UINT16_MAX) return false;
      continue;
    }
    if (empty || (i < digits.size && digits.data[i] != '.')) return false;
    if (number->part_count == PV_MOST_PARTS) return false;
    number->parts[number->part_count++] = (uint16_t)part;
    number->value = part;
    part = 0;
    empty = true;
  }
  return true;
}

// A letter, a doubled one or roman figures: "a", "BB", "iv".
static bool read_letters(const pv_text *text, uint32_t token, pv_number *number) {
  const pv_token *t = token_at(text, token);
  pv_str word = pv_str_slice(text->bytes, pv_token_span(t));
  if (t->kind != PV_TOKEN_WORD || t->flags & PV_TOKEN_FOLDS || t->letters == PV_CASE_MIXED)
    return false;
  if (word.size > 1 && t->letters == PV_CASE_CAPITAL) return false;
  char letter = (char)(word.data[0] | 0x20);
  number->value = number->roman = 0;
  if (letter < 'a' || letter > 'z') return false;
  if (word.size == 1) number->value = (uint32_t)(letter - 'a') + 1;
  if (word.size == 2 && word.data[0] == word.data[1]) number->value = (uint32_t)(letter - 'a') + 27;
  if (pv_traits_of(text, token) & PV_TRAIT_ROMAN) number->roman = roman_value(word);
  return number->value || number->roman;
}

static pv_number_style lettered_style(const pv_text *text, uint32_t token, const pv_number *number,
                                      bool in_parens) {
  bool upper = token_at(text, token)->letters != PV_CASE_LOWER;
  bool roman = number->value == 0;
  pv_number_style style = upper   ? roman ? PV_NUMBER_UPPER_ROMAN : PV_NUMBER_UPPER
                          : roman ? PV_NUMBER_LOWER_ROMAN
                                  : PV_NUMBER_LOWER;
  return in_parens ? style : (pv_number_style)(style + PV_NUMBER_LOWER_DOT - PV_NUMBER_LOWER);
}

static pv_span bytes_of(const pv_text *text, uint32_t first, uint32_t end) {
  return pv_text_span(text, first, end);
}

// Behind what follows a label: not "Section 2.1 of …", which is a reference.
static bool starts_something(const pv_text *text, uint32_t token) {
  const pv_token *t = token_at(text, token);
  if (token >= text->tokens.count || t->flags & (PV_TOKEN_PARAGRAPH | PV_TOKEN_BREAK)) return true;
  if (t->kind == PV_TOKEN_WORD) return t->letters != PV_CASE_LOWER;
  char mark = pv_first_byte(text, token);
  if (mark == '(') return t->flags & PV_TOKEN_SPACE;
  return !(t->kind == PV_TOKEN_PUNCT && memchr(",;)/", mark, 4));
}

static uint32_t skip_end_mark(const pv_text *text, uint32_t token) {
  char mark = pv_mark_of(text, token);
  if ((mark == '.' || mark == ')' || mark == ':') && is_attached(text, token)) return token + 1;
  return mark == '-' || mark == ':' ? token + 1 : token;
}

// "Section 2.1", "ARTICLE IV", "Exhibit A-1".
static pv_number read_label(const pv_text *text, uint32_t token, uint16_t traits) {
  pv_number none = {0}, number = {.end = token};
  const pv_token *label = token_at(text, token);
  if (label->letters == PV_CASE_LOWER) return none;
  uint32_t at = token + 1;
  const pv_token *t = token_at(text, at);
  if (at >= text->tokens.count || t->flags & PV_TOKEN_PARAGRAPH) return none;
  if (t->kind == PV_TOKEN_NUMBER) {
    if (!read_parts(pv_str_slice(text->bytes, pv_token_span(t)), &number)) return none;
    number.style = number.part_count > 1 ? PV_NUMBER_DECIMAL : PV_NUMBER_SECTION;
  } else if (t->letters == PV_CASE_LOWER || !read_letters(text, at, &number)) {
    if (!(pv_traits_of(text, at) & PV_TRAIT_NUMBER) || t->letters == PV_CASE_LOWER) return none;
  }
  uint32_t behind = at + 1;
  if (traits & PV_TRAIT_EXHIBIT) {
    number.style = PV_NUMBER_EXHIBIT;
    while (pv_mark_of(text, behind) == '-' && is_attached(text, behind) &&
           is_attached(text, behind + 1))
      behind += 2;
  } else if (number.style != PV_NUMBER_DECIMAL) {
    char first = (char)(pv_first_byte(text, token) | 0x20);
    bool article = first == 'a' || (first == 'p' && label->end - label->start == 4);
    number.style = article ? PV_NUMBER_ARTICLE : PV_NUMBER_SECTION;
  }
  if (number.roman) number.value = number.roman;
  number.at = bytes_of(text, at, behind);
  number.end = skip_end_mark(text, behind);
  if (number.end == behind && !starts_something(text, behind)) return none;
  return number;
}

// "(a)", "(12)", "(iv)".
static pv_number read_in_parens(const pv_text *text, uint32_t token) {
  pv_number none = {0}, number = {.end = token + 3};
  if (pv_mark_of(text, token + 2) != ')') return none;
  const pv_token *t = token_at(text, token + 1);
  number.at = bytes_of(text, token, token + 3);
  if (t->kind == PV_TOKEN_NUMBER) {
    if (!read_parts(pv_str_slice(text->bytes, pv_token_span(t)), &number)) return none;
    if (number.part_count > 1 || number.value > MOST_PAREN) return none;
    number.style = PV_NUMBER_PAREN;
  } else {
    if (!read_letters(text, token + 1, &number)) return none;
    number.style = lettered_style(text, token + 1, &number, true);
  }
  return number;
}

// "5. 2. 1." with blanks in it: the parts behind the first one.
static void read_spaced_parts(const pv_text *text, pv_number *number) {
  while (number->part_count < PV_MOST_PARTS) {
    const pv_token *t = token_at(text, number->end);
    pv_number more = {0};
    if (t->kind != PV_TOKEN_NUMBER || t->flags & PV_TOKEN_LINE || t->end - t->start > 2) return;
    if (pv_mark_of(text, number->end + 1) != '.' || !is_attached(text, number->end + 1)) return;
    if (!read_parts(pv_str_slice(text->bytes, pv_token_span(t)), &more)) return;
    number->parts[number->part_count++] = (uint16_t)more.value;
    number->value = more.value;
    number->at.end = t->end;
    number->end += 2;
  }
}

// May a decimal number in front of a word in lower case be that of an item: "; 5.1.2 operate …"?
static bool may_be_item(const pv_text *text, uint32_t token, const pv_number *number) {
  char before = token ? pv_mark_of(text, token - 1) : ';';
  return pv_mark_of(text, number->end) == '(' || before == ';' || before == ':' ||
         (number->part_count > 2 && text->tokens.items[token].flags & PV_TOKEN_LINE);
}

// "2.1", "2.", "2)".
static pv_number read_figures(const pv_text *text, uint32_t token) {
  pv_number none = {0}, number = {.end = token + 1};
  const pv_token *t = token_at(text, token);
  if (!read_parts(pv_str_slice(text->bytes, pv_token_span(t)), &number)) return none;
  number.at = pv_token_span(t);
  char mark = pv_mark_of(text, token + 1);
  bool marked = (mark == '.' || mark == ')') && is_attached(text, token + 1);
  if (marked) number.end++;
  if (number.part_count > 1) {
    number.style = PV_NUMBER_DECIMAL;
    const pv_token *next = token_at(text, number.end);
    bool amount = next->kind == PV_TOKEN_SYMBOL || next->kind == PV_TOKEN_REDACTION;
    bool item = may_be_item(text, token, &number);
    return amount || (!item && !starts_something(text, number.end)) ? none : number;
  }
  if (mark == '.' && marked) read_spaced_parts(text, &number);
  number.style = number.part_count > 1 ? PV_NUMBER_DECIMAL : PV_NUMBER_PLAIN;
  return marked && number.value <= MOST_PLAIN && number.value ? number : none;
}

// "a.", "iv)", "B.".
static pv_number read_lettered(const pv_text *text, uint32_t token) {
  pv_number none = {0}, number = {.end = token + 2};
  char mark = pv_mark_of(text, token + 1);
  if ((mark != '.' && mark != ')') || !is_attached(text, token + 1)) return none;
  if (!read_letters(text, token, &number)) return none;
  const pv_token *next = token_at(text, token + 2);
  bool initials = next->kind == PV_TOKEN_WORD && next->end - next->start == 1 &&
                  pv_mark_of(text, token + 3) == '.';
  if (initials) return none; // "R. C. Boyd"
  if (!number.roman && token_at(text, token)->end - token_at(text, token)->start > 1) return none;
  number.style = lettered_style(text, token, &number, false);
  number.at = pv_token_span(token_at(text, token));
  return number;
}

// "•", and "-" or "*" at the start of a line with a blank behind it.
static pv_number read_bullet(const pv_text *text, uint32_t token) {
  static const char bullets[][4] = {"\u2022", "\u25cf", "\u25cb", "\u25e6",
                                    "\u25aa", "\u2023", "\u00b7"};
  const pv_token *t = token_at(text, token);
  pv_number number = {.style = PV_NUMBER_BULLET, .end = token + 1};
  if (is_attached(text, token + 1)) return (pv_number){0};
  char mark = pv_mark_of(text, token);
  if ((mark == '-' || mark == '*') && t->flags & PV_TOKEN_LINE) return number;
  for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
    if (pv_str_equal(pv_str_slice(text->bytes, pv_token_span(t)), pv_str_from(bullets[i])))
      return number;
  return (pv_number){0};
}

pv_number pv_number_read(const pv_text *text, uint32_t token) {
  const pv_token *t = token_at(text, token);
  uint16_t traits = pv_vocabulary_traits(text->vocabulary)[t->word];
  switch (t->kind) {
  case PV_TOKEN_NUMBER: return read_figures(text, token);
  case PV_TOKEN_WORD:
    if (traits & (PV_TRAIT_SECTION | PV_TRAIT_EXHIBIT)) return read_label(text, token, traits);
    return read_lettered(text, token);
  case PV_TOKEN_PUNCT:
    if (pv_mark_of(text, token) == '(') return read_in_parens(text, token);
    return read_bullet(text, token);
  case PV_TOKEN_SYMBOL:
    if (traits & PV_TRAIT_SECTION) return read_label(text, token, traits);
    return read_bullet(text, token);
  default: return (pv_number){0};
  }
}
