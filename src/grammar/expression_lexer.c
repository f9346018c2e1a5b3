#include "grammar/expression_lexer.h"

#include "grammar/program.h"

enum { DEFAULT_GAP = 8, TOO_LARGE = 1000000 };

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}
static bool is_word_char(char c) { return is_letter(c) || is_digit(c); }
static bool is_name_char(char c) { return is_word_char(c) || c == '-' || c == '_'; }

static char peek(const pv_expression_lexer *l, size_t ahead) {
  return l->at + ahead < l->text.size ? l->text.data[l->at + ahead] : '\0';
}

static pv_sign sign(pv_expression_lexer *l, pv_sign_kind kind, size_t size) {
  pv_sign s = {.kind = kind, .at = l->at, .text = {l->text.data + l->at, size}};
  l->at += size;
  return s;
}

static pv_sign wrong(size_t at, const char *why) {
  return (pv_sign){.kind = PV_SIGN_WRONG, .at = at, .text = pv_str_from(why)};
}

static uint32_t number(pv_expression_lexer *l) {
  uint32_t value = 0;
  for (; is_digit(peek(l, 0)); l->at++)
    if (value < TOO_LARGE) value = value * 10 + (uint32_t)(peek(l, 0) - '0');
  return value;
}

// 'text', "text" and /text/; a doubled mark stands for one: the parser puts it in place.
static pv_sign quoted(pv_expression_lexer *l, pv_sign_kind kind) {
  size_t start = l->at;
  char mark = peek(l, 0);
  for (l->at++; l->at < l->text.size; l->at++) {
    if (kind == PV_SIGN_REGEX && peek(l, 0) == '\\' && l->at + 1 < l->text.size) {
      l->at++;
    } else if (peek(l, 0) == mark && kind != PV_SIGN_REGEX && peek(l, 1) == mark) {
      l->at++;
    } else if (peek(l, 0) == mark) {
      pv_str text = {l->text.data + start + 1, l->at - start - 1};
      l->at++;
      if (text.size == 0) return wrong(start, "nothing stands between these marks");
      return (pv_sign){.kind = kind, .at = start, .text = text};
    }
  }
  return wrong(start, mark == '/' ? "this regular expression does not end"
                                  : "this quotation does not end");
}

static pv_sign named(pv_expression_lexer *l, pv_sign_kind kind) {
  size_t start = l->at++;
  size_t size = 0;
  while (is_name_char(peek(l, size)) ||
         (peek(l, size) == '.' && is_letter(peek(l, size + 1)) && kind == PV_SIGN_LEXICON))
    size++;
  if (size == 0) return wrong(start, "a name is missing behind this mark");
  pv_sign s = sign(l, kind, size);
  s.at = start;
  return s;
}

// A hyphen or an apostrophe between letters belongs to the word.
static pv_sign word(pv_expression_lexer *l) {
  size_t size = 0;
  while (is_word_char(peek(l, size)) || peek(l, size) == '_' ||
         ((peek(l, size) == '-' || peek(l, size) == '\'') && size > 0 &&
          is_word_char(peek(l, size - 1)) && is_word_char(peek(l, size + 1))))
    size++;
  if (peek(l, size) == ':') {
    pv_sign s = sign(l, PV_SIGN_NAME, size);
    l->at++;
    return s;
  }
  if (peek(l, size) == '/' && is_word_char(peek(l, size + 1)))
    return wrong(l->at, "quote a word with a slash: 'and/or'");
  return sign(l, PV_SIGN_WORD, size);
}

static pv_sign gap(pv_expression_lexer *l) {
  pv_sign s = sign(l, PV_SIGN_GAP, 3);
  s.max = is_digit(peek(l, 0)) ? number(l) : DEFAULT_GAP;
  if (s.max > PV_MAX_GAP) return wrong(s.at, "a gap may have 64 tokens at most");
  return s;
}

static pv_sign count(pv_expression_lexer *l) {
  size_t start = l->at++;
  uint32_t min = number(l), max = min;
  bool has_digits = l->at > start + 1;
  if (peek(l, 0) == ',') {
    l->at++;
    size_t at = l->at;
    max = number(l);
    has_digits = has_digits && l->at > at;
  }
  if (!has_digits || peek(l, 0) != '}') return wrong(start, "a count is written {3} or {2,5}");
  l->at++;
  if (max > PV_MAX_REPEAT) return wrong(start, "a count may be 64 at most");
  if (max == 0 || min > max) return wrong(start, "this count cannot be reached");
  return (pv_sign){.kind = PV_SIGN_COUNT, .at = start, .min = min, .max = max};
}

static const struct {
  const char *text;
  pv_sign_kind kind;
} looks[] = {{"?ahead(", PV_SIGN_AHEAD},
             {"!ahead(", PV_SIGN_NOT_AHEAD},
             {"?behind(", PV_SIGN_BEHIND},
             {"!behind(", PV_SIGN_NOT_BEHIND}};

static const struct {
  char c;
  pv_sign_kind kind;
} marks[] = {{'?', PV_SIGN_OPTIONAL}, {'*', PV_SIGN_STAR},      {'+', PV_SIGN_PLUS},
             {'|', PV_SIGN_BAR},      {'(', PV_SIGN_OPEN},      {')', PV_SIGN_CLOSE},
             {'[', PV_SIGN_SET_OPEN}, {']', PV_SIGN_SET_CLOSE}, {'!', PV_SIGN_BARRIER},
             {'.', PV_SIGN_ANY}};

static const struct {
  char c;
  pv_sign_kind kind;
} prefixes[] = {{'~', PV_SIGN_FAMILY},
                {'%', PV_SIGN_LEXICON},
                {'@', PV_SIGN_TYPE},
                {'#', PV_SIGN_CLASS},
                {'$', PV_SIGN_MACRO}};

static pv_sign mark(pv_expression_lexer *l) {
  pv_str rest = {l->text.data + l->at, l->text.size - l->at};
  for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
    if (pv_str_starts_with(rest, pv_str_from(looks[i].text)))
      return sign(l, looks[i].kind, strlen(looks[i].text));
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
    if (rest.data[0] == prefixes[i].c) return named(l, prefixes[i].kind);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (rest.data[0] == marks[i].c) return sign(l, marks[i].kind, 1);
  return wrong(l->at, "this mark has no meaning here; quote punctuation: ','");
}

pv_sign pv_expression_lex(pv_expression_lexer *l) {
  while (is_blank(peek(l, 0)) && l->at < l->text.size) l->at++;
  if (l->at == l->text.size) return sign(l, PV_SIGN_END, 0);
  char c = peek(l, 0);
  if (is_word_char(c)) return word(l);
  if (c == '\'') return quoted(l, PV_SIGN_LITERAL);
  if (c == '"') return quoted(l, PV_SIGN_EXACT);
  if (c == '/') return quoted(l, PV_SIGN_REGEX);
  if (c == '{') return count(l);
  if (c == '.' && peek(l, 1) == '.' && peek(l, 2) == '.') return gap(l);
  return mark(l);
}
