// party_name.c - which words of a preamble are the name that an alias belongs to.
#include "term/preamble.h"

static bool is(const pv_value_reader *reader, uint32_t at, const char *word) {
  return pv_reader_is(reader, at, pv_str_from(word));
}

// "between", "among", "by and between": the first party stands behind it.
bool pv_preamble_is_anchor(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"among", 0, 0}, {"amongst", 0, 0}, {"between", 0, 0}};
  return pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows) != NULL;
}

// Past what may stand between two parties: "and", "(2)", "of the first part,", "on the one hand".
uint32_t pv_preamble_skip(const pv_value_reader *reader, uint32_t at, uint32_t end) {
  static const pv_word_row words[] = {
      {"among", 0, 0}, {"and", 0, 0},  {"between", 0, 0}, {"by", 0, 0},  {"each", 0, 0},
      {"first", 0, 0}, {"hand", 0, 0}, {"of", 0, 0},      {"on", 0, 0},  {"one", 0, 0},
      {"other", 0, 0}, {"part", 0, 0}, {"second", 0, 0},  {"the", 0, 0}, {"third", 0, 0},
      {"to", 0, 0},    {"with", 0, 0}};
  for (; at < end; at++) {
    const pv_token *token = &reader->tokens[at];
    bool is_label = pv_reader_mark(reader, at + 1) == ')' || pv_reader_mark(reader, at + 1) == '.';
    bool is_number = token->kind == PV_TOKEN_NUMBER ||
                     (token->kind == PV_TOKEN_WORD && token->end - token->start == 1);
    if (is_number && is_label) continue;
    if (token->kind == PV_TOKEN_PUNCT || token->kind == PV_TOKEN_SYMBOL) continue;
    if (pv_reader_row(reader, at, words, sizeof words / sizeof *words) &&
        !(is(reader, at, "the") && token->letters == PV_CASE_CAPITAL))
      continue;
    break;
  }
  return at;
}

// The last anchor in the segment, or its start.
uint32_t pv_preamble_after_anchor(const pv_value_reader *reader, pv_token_range segment,
                                  bool *found) {
  *found = false;
  for (uint32_t at = segment.end; at > segment.first; at--) {
    if (!pv_preamble_is_anchor(reader, at - 1)) continue;
    *found = true;
    return at;
  }
  return segment.first;
}

// "a Delaware corporation": a description, no name.
bool pv_preamble_is_description(const pv_value_reader *reader, uint32_t at) {
  return at > 0 && (is(reader, at - 1, "a") || is(reader, at - 1, "an"));
}

// A corporate name that starts in the segment: the last one, which stands nearest to the alias.
static pv_token_range find_corporate(const pv_value_reader *reader, pv_token_range segment) {
  pv_token_range found = {segment.end, segment.end};
  for (uint32_t at = segment.first; at < segment.end;) {
    pv_token_range name = pv_name_read(reader, at, segment.end, false);
    bool is_name = name.end > name.first + 1 && pv_name_is_corporate(reader, name);
    if (is_name && !pv_preamble_is_description(reader, at)) found = name;
    at = name.end > at ? name.end : at + 1;
  }
  return found;
}

// Does the alias stand right behind the name, or behind its comma?
static bool is_beside(const pv_value_reader *reader, pv_token_range name, pv_token_range site) {
  uint32_t behind = pv_reader_mark(reader, name.end) == ',' ? name.end + 1 : name.end;
  return name.end > name.first && behind == site.first;
}

// "Meridia, a Delaware corporation": what follows describes the name.
static bool is_described(const pv_value_reader *reader, pv_token_range name) {
  return pv_reader_mark(reader, name.end) == ',' &&
         pv_preamble_is_description(reader, name.end + 2);
}

// "a Delaware corporation, and Jane Roe ("Roe")": the name behind an "and" of the description of
// somebody else. It is one of a company, or has its alias beside it.
static pv_token_range find_behind_and(const pv_value_reader *reader, pv_token_range segment,
                                      pv_token_range site) {
  for (uint32_t at = segment.first; at < segment.end; at++) {
    if (!is(reader, at, "and")) continue;
    uint32_t start = pv_preamble_skip(reader, at, segment.end);
    pv_token_range name = pv_name_read(reader, start, segment.end, true);
    if (pv_name_is_corporate(reader, name) || is_beside(reader, name, site)) return name;
  }
  return (pv_token_range){segment.end, segment.end};
}

// Does something between the party before and the name say that another one follows?
static bool is_introduced(const pv_value_reader *reader, uint32_t at, uint32_t name) {
  if (reader->tokens[name].flags & (PV_TOKEN_PARAGRAPH | PV_TOKEN_LINE)) return true;
  for (; at < name; at++)
    if (reader->tokens[at].kind == PV_TOKEN_NUMBER || is(reader, at, "and") ||
        is(reader, at, "with") || is(reader, at, "to"))
      return true;
  return false;
}

// "between the golfer, Jane Roe ("Roe")": the name behind words in lower case.
static pv_token_range find_beside(const pv_value_reader *reader, pv_token_range segment,
                                  pv_token_range site) {
  uint32_t at = segment.first;
  while (at < segment.end && reader->tokens[at].letters != PV_CASE_CAPITAL &&
         reader->tokens[at].letters != PV_CASE_UPPER)
    at++;
  pv_token_range name = pv_name_read(reader, at, segment.end, false);
  return is_beside(reader, name, site) ? name : (pv_token_range){segment.end, segment.end};
}

// "Party A (the "Buyer"): Foo Co., Ltd.": the name stands behind the alias.
static pv_token_range find_behind(const pv_value_reader *reader, pv_token_range site) {
  pv_token_range name = {site.end, site.end};
  if (pv_reader_mark(reader, site.end) != ':') return name;
  name = pv_name_read(reader, site.end + 1, reader->count, true);
  return pv_name_is_corporate(reader, name) ? name : (pv_token_range){site.end, site.end};
}

pv_token_range pv_preamble_find_name(const pv_preamble *in, pv_token_range segment,
                                     pv_token_range site) {
  const pv_value_reader *reader = in->reader;
  pv_token_range name = find_behind(reader, site);
  if (name.end > name.first) return name;
  bool anchored;
  uint32_t start = pv_preamble_after_anchor(reader, segment, &anchored);
  if (anchored || in->count > 0) {
    start = pv_preamble_skip(reader, start, segment.end);
    name = pv_name_read(reader, start, segment.end, true);
    bool is_word = name.end == name.first + 1;
    bool is_sure = anchored || is_beside(reader, name, site) || is_described(reader, name) ||
                   (!is_word && (pv_name_is_corporate(reader, name) ||
                                 is_introduced(reader, segment.first, start)));
    if (name.end > name.first && is_sure) return name;
    pv_token_range rest = {start, segment.end};
    name = find_behind_and(reader, rest, site);
    if (name.end == name.first && anchored) name = find_beside(reader, rest, site);
    if (name.end > name.first) return name;
  }
  name = find_corporate(reader, segment);
  if (in->count < 2) return name;
  bool is_joined = name.end > name.first &&
                   (is(reader, name.first - 1, "with") || is(reader, name.first - 1, "that"));
  return is_joined && is_beside(reader, name, site) ? name : (pv_token_range){start, start};
}
