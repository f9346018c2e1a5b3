// alias.c - where the text gives a party a short name: ("Licensor"), hereinafter called "Licensor".
#include "base/str.h"
#include "term/stage.h"

enum { LONGEST_SITE = 60, LONGEST_ALIAS = 8, LEAD_IN = 8 };

bool pv_term_is_quote(const pv_value_reader *reader, uint32_t at) {
  char mark = pv_reader_mark(reader, at);
  if (mark == '"') return true;
  // Two apostrophes are a quotation mark too.
  return mark == '\'' && (pv_reader_mark(reader, at + 1) == '\'' ||
                          (at > 0 && pv_reader_mark(reader, at - 1) == '\''));
}

// "Product(s" is "Product"; its closing bracket is cut off already.
static pv_token_range without_plural(const pv_value_reader *reader, pv_token_range term) {
  bool is_plural = term.end - term.first > 2 && pv_reader_mark(reader, term.end - 2) == '(' &&
                   pv_reader_is(reader, term.end - 1, PV_STR("s"));
  if (is_plural) term.end -= 2;
  return term;
}

pv_token_range pv_term_trim(const pv_value_reader *reader, pv_token_range term) {
  while (term.first < term.end) {
    char mark = pv_reader_mark(reader, term.first);
    bool is_article = pv_reader_is(reader, term.first, PV_STR("the")) && term.end > term.first + 1;
    if (!is_article && mark != '"' && mark != '\'' && mark != '(' && mark != ',') break;
    term.first++;
  }
  while (term.end > term.first) {
    char mark = pv_reader_mark(reader, term.end - 1);
    bool is_abbreviation = mark == '.' && term.end - term.first > 1 &&
                           (pv_reader_traits(reader, term.end - 2) & PV_TRAIT_ABBREVIATION);
    if (is_abbreviation || !mark || !strchr("\"'.,;:)", mark)) break;
    term.end--;
  }
  return without_plural(reader, term);
}

bool pv_term_is_speaker(const pv_value_reader *reader, pv_token_range term) {
  static const pv_word_row rows[] = {
      {"our", 0, 0}, {"us", 0, 0}, {"we", 0, 0}, {"you", 0, 0}, {"your", 0, 0}};
  return term.end == term.first + 1 &&
         pv_reader_row(reader, term.first, rows, sizeof rows / sizeof *rows);
}

pv_str pv_term_bytes(const pv_value_reader *reader, pv_token_range range) {
  return pv_str_slice(reader->text->bytes, pv_text_span(reader->text, range.first, range.end));
}

// Terms that a preamble defines and that are no parties, by their last word.
static bool is_other_term(const pv_value_reader *reader, pv_token_range alias) {
  static const pv_word_row last_words[] = {
      {"act", 0, 0},       {"addendum", 0, 0},  {"agreement", 0, 0}, {"agreements", 0, 0},
      {"amendment", 0, 0}, {"closing", 0, 0},   {"contract", 0, 0},  {"date", 0, 0},
      {"exhibit", 0, 0},   {"parties", 0, 0},   {"party", 0, 0},     {"plan", 0, 0},
      {"prc", 0, 0},       {"product", 0, 0},   {"products", 0, 0},  {"schedule", 0, 0},
      {"sec", 0, 0},       {"section", 0, 0},   {"service", 0, 0},   {"services", 0, 0},
      {"shares", 0, 0},    {"site", 0, 0},      {"software", 0, 0},  {"technology", 0, 0},
      {"term", 0, 0},      {"territory", 0, 0}, {"time", 0, 0},      {"transaction", 0, 0}};
  return pv_reader_row(reader, alias.end - 1, last_words, sizeof last_words / sizeof *last_words) !=
         NULL;
}

// "collectively", "each a": what follows names several parties at once.
static bool is_collective(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"both", 0, 0},    {"collectively", 0, 0},
                                     {"each", 0, 0},    {"individually", 0, 0},
                                     {"jointly", 0, 0}, {"severally", 0, 0}};
  if (pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows)) return true;
  return pv_reader_is(reader, at, PV_STR("together"));
}

// Past the closing mark of the quotation that opens at `at`; `at` if there is none near.
static uint32_t after_quotation(const pv_value_reader *reader, uint32_t at, uint32_t limit) {
  uint32_t open = at;
  while (pv_term_is_quote(reader, at) && at < open + 2) at++;
  for (uint32_t next = at; next < at + LONGEST_ALIAS + 2 && next < limit; next++) {
    if (!pv_term_is_quote(reader, next)) continue;
    while (next < limit && pv_term_is_quote(reader, next)) next++;
    return next;
  }
  return open;
}

// "agreements arising in a qualified manner", "or": no name.
static bool is_phrase(const pv_value_reader *reader, pv_token_range alias) {
  enum { LONGEST_LOWER = 2 };
  bool is_function = alias.end == alias.first + 1 &&
                     (pv_reader_traits(reader, alias.first) & PV_TRAIT_FUNCTION) &&
                     reader->tokens[alias.first].letters == PV_CASE_LOWER;
  if (is_function && !pv_term_is_speaker(reader, alias)) return true;
  return alias.end > alias.first + LONGEST_LOWER &&
         reader->tokens[alias.first].letters == PV_CASE_LOWER &&
         reader->tokens[alias.end - 1].letters == PV_CASE_LOWER;
}

static void add_to(const pv_value_reader *reader, pv_token_range *aliases, size_t *count,
                   pv_token_range alias) {
  alias = pv_term_trim(reader, alias);
  if (alias.first == alias.end || alias.end - alias.first > LONGEST_ALIAS) return;
  if (*count == PV_MOST_ALIASES || is_other_term(reader, alias)) return;
  if (is_phrase(reader, alias)) return;
  aliases[(*count)++] = alias;
}

static void add(const pv_value_reader *reader, pv_alias_site *site, pv_token_range alias) {
  add_to(reader, site->aliases, &site->alias_count, alias);
}

// The quotations from `at` up to `end`. Returns how many there are.
static size_t read_quotations(const pv_value_reader *reader, uint32_t at, uint32_t end,
                              pv_alias_site *site) {
  size_t count = 0;
  bool collective = false;
  while (at < end) {
    bool is_beside = !count && pv_reader_is(reader, at + 1, PV_STR("with")); // its affiliates
    if (!is_beside && is_collective(reader, at)) collective = true;
    uint32_t behind = pv_term_is_quote(reader, at) ? after_quotation(reader, at, end) : at;
    if (behind == at) {
      at++;
      continue;
    }
    count++;
    pv_token_range alias = {at, behind};
    if (collective)
      add_to(reader, site->joint, &site->joint_count, alias);
    else
      add(reader, site, alias);
    if (pv_reader_mark(reader, behind) == ';') collective = false;
    at = behind;
  }
  if (site->alias_count > 0) return count;
  site->is_collective = true;
  site->alias_count = site->joint_count;
  for (size_t i = 0; i < site->joint_count; i++) site->aliases[i] = site->joint[i];
  site->joint_count = 0;
  return count;
}

// The parenthesis that closes the one at `at`, or `limit`.
static uint32_t find_close(const pv_value_reader *reader, uint32_t at, uint32_t limit) {
  size_t depth = 0;
  for (uint32_t next = at; next < limit && next < at + LONGEST_SITE; next++) {
    char mark = pv_reader_mark(reader, next);
    if (mark == '(') depth++;
    if (mark == ')' && --depth == 0) return next;
  }
  return limit;
}

static bool is_hereinafter(const pv_value_reader *reader, uint32_t at) {
  return pv_reader_is(reader, at, PV_STR("hereinafter")) ||
         pv_reader_is(reader, at, PV_STR("hereafter")) ||
         pv_reader_is(reader, at, PV_STR("herein"));
}

// Is the word a part of the name before the parenthesis at `open`: "Bioval IP AG (Bioval)"?
static bool is_repeated(const pv_value_reader *reader, uint32_t word, uint32_t open) {
  pv_str bytes = pv_reader_bytes(reader, word);
  if (pv_reader_traits(reader, word) & PV_TRAIT_CORPORATE) return false;
  for (uint32_t at = open; at > 0 && at + LONGEST_SITE > open; at--)
    if (pv_str_equal(pv_reader_bytes(reader, at - 1), bytes)) return true;
  return false;
}

// "(Asia) Co., Ltd.": a name goes on behind the parenthesis.
static bool goes_on(const pv_value_reader *reader, uint32_t behind) {
  if (behind >= reader->count) return false;
  const pv_token *token = &reader->tokens[behind];
  return token->kind == PV_TOKEN_WORD && token->letters != PV_CASE_LOWER &&
         !(token->flags & PV_TOKEN_PARAGRAPH);
}

// "(Licensee)", "(Buyer)": a word for somebody who does something or to whom it is done.
static bool is_role(const pv_value_reader *reader, uint32_t word) {
  enum { SHORTEST = 5 };
  pv_str bytes = pv_reader_bytes(reader, word);
  if (bytes.size < SHORTEST) return false;
  static const char *const endings[] = {"er", "or", "ee", "ER", "OR", "EE"};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (pv_str_ends_with(bytes, pv_str_from(endings[i]))) return true;
  return false;
}

// "(the Company)", "(as Buyer)", "(hereinafter Licensor)": an alias without quotation marks.
static void read_bare(const pv_value_reader *reader, uint32_t first, uint32_t end,
                      pv_alias_site *site) {
  uint32_t at = first;
  while (at < end && at < first + LEAD_IN && reader->tokens[at].kind == PV_TOKEN_WORD &&
         reader->tokens[at].letters == PV_CASE_LOWER)
    at++;
  bool is_led_in =
      at > first && (pv_reader_is(reader, at - 1, PV_STR("the")) ||
                     pv_reader_is(reader, first, PV_STR("as")) || is_hereinafter(reader, first));
  if (at == first && end == first + 1 && !goes_on(reader, end + 1))
    is_led_in = is_repeated(reader, at, first - 1) || is_role(reader, at);
  pv_token_range name = is_led_in ? pv_name_read(reader, at, end, false) : (pv_token_range){at, at};
  if (name.first < name.end && name.end == end) add(reader, site, name);
}

// "hereinafter referred to as "Licensor"" without parentheses.
static bool read_hereinafter(const pv_value_reader *reader, uint32_t at, uint32_t limit,
                             pv_alias_site *site) {
  if (!is_hereinafter(reader, at)) return false;
  for (uint32_t next = at + 1; next < at + LEAD_IN && next < limit; next++) {
    if (!pv_term_is_quote(reader, next)) continue;
    uint32_t behind = after_quotation(reader, next, limit);
    if (behind == next) return false;
    site->at = (pv_token_range){at, behind};
    add(reader, site, (pv_token_range){next, behind});
    return true;
  }
  return false;
}

bool pv_alias_site_read(const pv_value_reader *reader, uint32_t at, uint32_t limit,
                        pv_alias_site *site) {
  *site = (pv_alias_site){.at = {at, at}};
  if (pv_reader_mark(reader, at) != '(') return read_hereinafter(reader, at, limit, site);
  uint32_t close = find_close(reader, at, limit);
  if (close == limit) return false;
  site->at.end = close + 1;
  if (read_quotations(reader, at + 1, close, site) == 0) read_bare(reader, at + 1, close, site);
  return site->alias_count > 0 || pv_term_is_quote(reader, close - 1);
}
