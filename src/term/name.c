// name.c - the names of companies and people as runs of capitalised words.
#include "base/str.h"
#include "term/stage.h"

enum { LONGEST_NAME = 24 };

static bool is_capital(const pv_value_reader *reader, uint32_t at) {
  if (at >= reader->count) return false;
  const pv_token *token = &reader->tokens[at];
  if (token->kind == PV_TOKEN_NUMBER) return token->letters == PV_CASE_NONE;
  if (token->kind != PV_TOKEN_WORD) return false;
  return token->letters != PV_CASE_LOWER && token->letters != PV_CASE_NONE;
}

static bool is_weak(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"association", 0, 0}, {"bank", 0, 0},
                                     {"companies", 0, 0},   {"company", 0, 0},
                                     {"partnership", 0, 0}, {"trust", 0, 0}};
  return pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows) != NULL;
}

// "NV 89169", "CO 80202": a state before its postal code.
static bool is_state(const pv_value_reader *reader, uint32_t at) {
  enum { POSTAL_CODE = 5 };
  return pv_reader_bytes(reader, at).size == 2 && at + 1 < reader->count &&
         reader->tokens[at + 1].kind == PV_TOKEN_NUMBER &&
         pv_reader_bytes(reader, at + 1).size == POSTAL_CODE;
}

// The last letter of "A/S" and "S/A".
static bool is_slashed(const pv_value_reader *reader, uint32_t at) {
  if (at < 2 || pv_reader_mark(reader, at - 1) != '/' || !pv_reader_joined(reader, at))
    return false;
  return (pv_reader_is(reader, at - 2, PV_STR("a")) && pv_reader_is(reader, at, PV_STR("s"))) ||
         (pv_reader_is(reader, at - 2, PV_STR("s")) && pv_reader_is(reader, at, PV_STR("a")));
}

// Inc, LLC, GmbH: a name is complete with it. "Company" and "Bank" are words like others.
static bool ends_name(const pv_value_reader *reader, uint32_t at) {
  if (is_slashed(reader, at)) return true;
  if (!(pv_reader_traits(reader, at) & PV_TRAIT_CORPORATE) || is_weak(reader, at)) return false;
  if (pv_reader_is(reader, at, PV_STR("as")) || is_state(reader, at)) return false;
  return !pv_reader_is(reader, at, PV_STR("co")) || pv_reader_mark(reader, at + 1) != '-';
}

// "of", "for", "de" between capitalised words.
static bool is_connector(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"da", 0, 0},  {"de", 0, 0}, {"del", 0, 0}, {"der", 0, 0},
                                     {"di", 0, 0},  {"do", 0, 0}, {"du", 0, 0},  {"for", 0, 0},
                                     {"la", 0, 0},  {"of", 0, 0}, {"the", 0, 0}, {"van", 0, 0},
                                     {"von", 0, 0}, {"y", 0, 0}};
  return pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows) != NULL;
}

// May the word stand in a name? In a text in capitals, "AND" and "BETWEEN" may not.
static bool is_word(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row breaks[] = {
      {"a", 0, 0},     {"among", 0, 0},   {"an", 0, 0}, {"and", 0, 0},  {"are", 0, 0},
      {"as", 0, 0},    {"between", 0, 0}, {"by", 0, 0}, {"each", 0, 0}, {"if", 0, 0},
      {"is", 0, 0},    {"no", 0, 0},      {"or", 0, 0}, {"this", 0, 0}, {"whereas", 0, 0},
      {"whose", 0, 0}, {"with", 0, 0}};
  if (!is_capital(reader, at)) return false;
  if (!(pv_reader_traits(reader, at) & PV_TRAIT_FUNCTION)) return true;
  uint8_t letters = reader->tokens[at].letters;
  if (letters == PV_CASE_MIXED || pv_reader_is(reader, at, PV_STR("one"))) return true;
  if (letters == PV_CASE_UPPER) return false;
  return pv_reader_bytes(reader, at).size == 1 ||
         !pv_reader_row(reader, at, breaks, sizeof breaks / sizeof *breaks);
}

static bool is_lower_word(const pv_value_reader *reader, uint32_t at) {
  return at < reader->count && reader->tokens[at].kind == PV_TOKEN_WORD;
}

// "inc." and "plc" in lower case are parts of a name too.
static bool is_lower_ending(const pv_value_reader *reader, uint32_t at) {
  return at < reader->count && reader->tokens[at].kind == PV_TOKEN_WORD && ends_name(reader, at);
}

// "Research and Engineering Company": "and" inside a name, which is not complete before it.
static bool is_inner_and(const pv_value_reader *reader, uint32_t at, bool allows_and) {
  uint32_t breaks = PV_TOKEN_LINE | PV_TOKEN_PARAGRAPH;
  return allows_and && pv_reader_is(reader, at, PV_STR("and")) && is_word(reader, at + 1) &&
         !((reader->tokens[at].flags | reader->tokens[at + 1].flags) & breaks);
}

// Behind "(PNG)", or `at`.
static uint32_t after_one_parenthesis(const pv_value_reader *reader, uint32_t at) {
  if (pv_reader_mark(reader, at) != '(') return at;
  uint32_t close = at + 1;
  while (close < at + 4 && is_word(reader, close)) close++;
  return close > at + 1 && pv_reader_mark(reader, close) == ')' ? close + 1 : at;
}

// "(PNG)" or "(Asia) (Pty)" before another word of the name: the token behind it, or `at`.
static uint32_t after_parenthesis(const pv_value_reader *reader, uint32_t at) {
  uint32_t behind = after_one_parenthesis(reader, at);
  if (behind > at) behind = after_one_parenthesis(reader, behind);
  return behind > at && is_word(reader, behind) ? behind : at;
}

// Does a full stop behind the word belong to it? To "Inc." and to initials, not to "LLC".
static bool takes_stop(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row whole[] = {{"gmbh", 0, 0}, {"llc", 0, 0}, {"llp", 0, 0},
                                      {"lp", 0, 0},   {"plc", 0, 0}, {"pte", 0, 0}};
  if (pv_reader_row(reader, at, whole, sizeof whole / sizeof *whole)) return false;
  return (pv_reader_traits(reader, at) & PV_TRAIT_ABBREVIATION) ||
         pv_reader_bytes(reader, at).size == 1;
}

// "Jane Roe, M.D."
static bool is_degree(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"m.d", 0, 0},  {"m.d.", 0, 0}, {"n.d", 0, 0},
                                     {"n.d.", 0, 0}, {"ph.d", 0, 0}, {"ph.d.", 0, 0}};
  return pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows) != NULL;
}

// "Alder, Birch & Cedar": a comma between the partners of a firm.
static bool is_listed(const pv_value_reader *reader, uint32_t at) {
  while (pv_reader_mark(reader, at) == ',' && is_word(reader, at + 1)) at += 2;
  return pv_reader_mark(reader, at) == '&' && is_word(reader, at + 1);
}

// Where the name goes on behind what stands at `at` and is no word of it, or `at`.
static uint32_t after_filler(const pv_value_reader *reader, uint32_t at) {
  char mark = pv_reader_mark(reader, at);
  bool joined = pv_reader_joined(reader, at + 1);
  if (mark == '/' && is_word(reader, at + 1)) return at + 1;
  switch (mark) {
  case ',':
    if (is_lower_ending(reader, at + 1) || is_degree(reader, at + 1)) return at + 1;
    return is_listed(reader, at) ? at + 1 : at;
  case '.':
    if (joined && reader->tokens[at + 1].kind == PV_TOKEN_WORD) return at + 1; // .com
    return takes_stop(reader, at - 1) ? at + 1 : at;
  case '&':
  case '+': return is_word(reader, at + 1) ? at + 1 : at;
  case '\'':
    if (pv_reader_joined(reader, at) && is_word(reader, at + 1)) return at + 1;
    return at;
  case '-':
  case '/':
  case '!':
  case '@':
  case '_':
    return joined && (is_word(reader, at + 1) || is_lower_word(reader, at + 1)) ? at + 1 : at;
  case '(': return after_parenthesis(reader, at);
  default: break;
  }
  if (pv_reader_is(reader, at, PV_STR("'s"))) return at + 1;
  if (!is_connector(reader, at)) return at;
  uint32_t next = is_connector(reader, at + 1) ? at + 2 : at + 1;
  bool is_address = next < reader->count && reader->tokens[next].kind == PV_TOKEN_NUMBER;
  return is_word(reader, next) && !is_address ? next : at;
}

// Is the token a word of the name that has begun? Part of a domain, too: "example.com"; of a name
// in lower case what a hyphen joins: "e-example".
static bool goes_on(const pv_value_reader *reader, uint32_t at, bool is_lower) {
  char mark = pv_reader_mark(reader, at - 1);
  bool is_domain = (mark == '.' || (is_lower && mark == '-')) && pv_reader_joined(reader, at) &&
                   reader->tokens[at].kind == PV_TOKEN_WORD;
  return is_domain || is_word(reader, at) || is_lower_ending(reader, at);
}

// "10.6", the number of an exhibit
static bool is_fraction(const pv_value_reader *reader, uint32_t at) {
  pv_str bytes = pv_reader_bytes(reader, at);
  return memchr(bytes.data, '.', bytes.size) != NULL;
}

// "deltathree.com, Inc.", "e-centives, Inc.": in lower case, but joined to another word.
static bool starts_lower(const pv_value_reader *reader, uint32_t at) {
  if (at >= reader->count || reader->tokens[at].kind != PV_TOKEN_WORD) return false;
  if (pv_reader_traits(reader, at) & PV_TRAIT_FUNCTION) return false;
  char mark = pv_reader_mark(reader, at + 1);
  bool is_initials = is_fraction(reader, at) && is_word(reader, at + 1);
  return is_initials || ((mark == '.' || mark == '-') && pv_reader_joined(reader, at + 1) &&
                         pv_reader_joined(reader, at + 2));
}

// "XXXXXXXX", in place of a name
static bool is_blank(const pv_value_reader *reader, uint32_t at) {
  enum { SHORTEST = 4 };
  pv_str bytes = pv_reader_bytes(reader, at);
  for (size_t i = 0; i < bytes.size; i++)
    if (bytes.data[i] != 'X') return false;
  return bytes.size >= SHORTEST;
}

static bool starts_name(const pv_value_reader *reader, uint32_t at) {
  if (at >= reader->count) return false;
  bool is_number = reader->tokens[at].kind == PV_TOKEN_NUMBER;
  if (is_number && (!is_word(reader, at + 1) || is_fraction(reader, at))) return false;
  if (pv_reader_is(reader, at, PV_STR("the")))
    return is_capital(reader, at) && is_word(reader, at + 1);
  return is_word(reader, at) && !is_blank(reader, at) &&
         !(pv_reader_traits(reader, at) & (PV_TRAIT_SECTION | PV_TRAIT_EXHIBIT));
}

pv_token_range pv_name_read(const pv_value_reader *reader, uint32_t at, uint32_t end,
                            bool allows_and) {
  if (end > at + LONGEST_NAME) end = at + LONGEST_NAME;
  if (end > reader->count) end = reader->count;
  if (at >= end) return (pv_token_range){at, at};
  bool is_lower = !starts_name(reader, at);
  if (is_lower && !starts_lower(reader, at)) return (pv_token_range){at, at};
  uint32_t behind = at + 1; // the last word of the name
  bool is_complete = false;
  for (uint32_t next = at + 1; next < end;) {
    if (goes_on(reader, next, is_lower)) {
      if (is_complete && !(pv_reader_traits(reader, next) & PV_TRAIT_CORPORATE)) break;
      if (reader->tokens[next].flags & PV_TOKEN_PARAGRAPH) break;
      is_complete |= ends_name(reader, next);
      behind = ++next;
      continue;
    }
    uint32_t after = is_inner_and(reader, next, allows_and && !is_complete)
                         ? next + 1
                         : after_filler(reader, next);
    if (after == next) break;
    if (pv_reader_mark(reader, next) == '.' && after == next + 1) behind = after;
    next = after;
  }
  return (pv_token_range){at, is_lower && !is_complete ? at : behind};
}

bool pv_name_is_corporate(const pv_value_reader *reader, pv_token_range name) {
  if (name.first == name.end) return false;
  for (uint32_t at = name.first + 1; at < name.end; at++)
    if (ends_name(reader, at)) return true;
  uint32_t last = name.end - 1;
  return name.end > name.first + 1 && is_weak(reader, last) && !is_connector(reader, last - 1);
}

// Behind "dba", "d/b/a", "doing business as", "trading as"; `at` where none stands there.
static uint32_t after_dba(const pv_value_reader *reader, uint32_t at) {
  if (pv_reader_is(reader, at, PV_STR("dba")) || pv_reader_is(reader, at, PV_STR("d.b.a.")))
    return at + 1;
  bool is_slashed = pv_reader_is(reader, at, PV_STR("d")) &&
                    pv_reader_mark(reader, at + 1) == '/' &&
                    pv_reader_is(reader, at + 2, PV_STR("b"));
  if (is_slashed && pv_reader_mark(reader, at + 3) == '/') return at + 5;
  if (pv_reader_is(reader, at, PV_STR("doing")) && pv_reader_is(reader, at + 2, PV_STR("as")))
    return at + 3;
  bool is_trading =
      pv_reader_is(reader, at, PV_STR("trading")) && pv_reader_is(reader, at + 1, PV_STR("as"));
  return is_trading ? at + 2 : at;
}

pv_token_range pv_name_of_trade(const pv_value_reader *reader, pv_token_range name) {
  char mark = pv_reader_mark(reader, name.end);
  uint32_t at = mark == ',' || mark == '(' ? name.end + 1 : name.end;
  uint32_t start = after_dba(reader, at);
  if (start == at) return (pv_token_range){name.end, name.end};
  pv_token_range trade = pv_name_read(reader, start, reader->count, false);
  bool is_title = pv_reader_is(reader, trade.end - 1, PV_STR("agreement"));
  return is_title ? (pv_token_range){name.end, name.end} : trade;
}
