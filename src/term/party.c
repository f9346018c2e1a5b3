// party.c - the parties, from the preamble: names before the aliases that are given to them.
//
// The preamble is cut into segments at the places where an alias is introduced. In each segment the
// name is the first run of capitalised words behind "between", "and" and the like; what follows it
// up to the alias ("a Delaware corporation with offices at …") describes it.
#include "base/str.h"
#include "term/stage.h"

enum { LONGEST_PREAMBLE = 2500, LONGEST_SEGMENT = 400, MOST_PARTIES = 160 };

typedef struct {
  const pv_value_reader *reader;
  pv_term_party parties[MOST_PARTIES];
  pv_token_range names[MOST_PARTIES];
  size_t count;
} preamble;

static bool is(const pv_value_reader *reader, uint32_t at, const char *word) {
  return pv_reader_is(reader, at, pv_str_from(word));
}

// WHEREAS, RECITALS, NOW THEREFORE: the parties have been named.
static bool ends_preamble(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"recitals", 0, 0}, {"whereas", 0, 0}, {"witnesseth", 0, 0}};
  if (reader->tokens[at].kind != PV_TOKEN_WORD || reader->tokens[at].letters == PV_CASE_LOWER)
    return false;
  if (!strchr("RWNrwn", pv_reader_bytes(reader, at).data[0])) return false;
  if (pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows)) return true;
  if (!is(reader, at, "now")) return false;
  return is(reader, at + 1, "therefore") || is(reader, at + 2, "therefore");
}

static uint32_t find_end(const pv_value_reader *reader) {
  uint32_t limit = reader->count < LONGEST_PREAMBLE ? reader->count : LONGEST_PREAMBLE;
  for (uint32_t at = 0; at < limit; at++)
    if (ends_preamble(reader, at)) return at;
  return limit;
}

// "between", "among", "by and between": the first party stands behind it.
static bool is_anchor(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"among", 0, 0}, {"amongst", 0, 0}, {"between", 0, 0}};
  return pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows) != NULL;
}

// Past what may stand between two parties: "and", "(2)", "of the first part,", "on the one hand".
static uint32_t skip_separators(const pv_value_reader *reader, uint32_t at, uint32_t end) {
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
static uint32_t after_anchor(const pv_value_reader *reader, pv_token_range segment, bool *found) {
  *found = false;
  for (uint32_t at = segment.end; at > segment.first; at--) {
    if (!is_anchor(reader, at - 1)) continue;
    *found = true;
    return at;
  }
  return segment.first;
}

// "a Delaware corporation": a description, no name.
static bool is_description(const pv_value_reader *reader, uint32_t at) {
  return at > 0 && (is(reader, at - 1, "a") || is(reader, at - 1, "an"));
}

// A corporate name that starts in the segment: the last one, which stands nearest to the alias.
static pv_token_range find_corporate(const pv_value_reader *reader, pv_token_range segment) {
  pv_token_range found = {segment.end, segment.end};
  for (uint32_t at = segment.first; at < segment.end;) {
    pv_token_range name = pv_name_read(reader, at, segment.end, false);
    bool is_name = name.end > name.first + 1 && pv_name_is_corporate(reader, name);
    if (is_name && !is_description(reader, at)) found = name;
    at = name.end > at ? name.end : at + 1;
  }
  return pv_name_after_caption(reader, found);
}

// Does the alias stand right behind the name, or behind its comma?
static bool is_beside(const pv_value_reader *reader, pv_token_range name, pv_token_range site) {
  uint32_t behind = pv_reader_mark(reader, name.end) == ',' ? name.end + 1 : name.end;
  return name.end > name.first && behind == site.first;
}

// "Meridia, a Delaware corporation": what follows describes the name.
static bool is_described(const pv_value_reader *reader, pv_token_range name) {
  return pv_reader_mark(reader, name.end) == ',' && is_description(reader, name.end + 2);
}

// "a Delaware corporation, and Jane Roe ("Roe")": the name behind an "and" of the description of
// somebody else. It is one of a company, or has its alias beside it.
static pv_token_range find_behind_and(const pv_value_reader *reader, pv_token_range segment,
                                      pv_token_range site) {
  for (uint32_t at = segment.first; at < segment.end; at++) {
    if (!is(reader, at, "and")) continue;
    uint32_t start = skip_separators(reader, at, segment.end);
    pv_token_range name = pv_name_read(reader, start, segment.end, true);
    if (pv_name_is_corporate(reader, name) || is_beside(reader, name, site)) return name;
  }
  return (pv_token_range){segment.end, segment.end};
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

static pv_token_range find_name(const preamble *in, pv_token_range segment, pv_token_range site) {
  const pv_value_reader *reader = in->reader;
  pv_token_range name = find_behind(reader, site);
  if (name.end > name.first) return name;
  bool anchored;
  uint32_t start = after_anchor(reader, segment, &anchored);
  if (anchored || in->count > 0) {
    start = skip_separators(reader, start, segment.end);
    name = pv_name_read(reader, start, segment.end, true);
    bool is_word = name.end == name.first + 1;
    bool is_sure =
        anchored || !is_word || is_beside(reader, name, site) || is_described(reader, name);
    if (name.end > name.first && is_sure) return name;
    pv_token_range rest = {start, segment.end};
    name = find_behind_and(reader, rest, site);
    if (name.end == name.first && anchored) name = find_beside(reader, rest, site);
    if (name.end > name.first) return name;
  }
  if (in->count >= 2) return (pv_token_range){start, start};
  return find_corporate(reader, segment);
}

// Words that start a line or a sentence of a preamble and are no names.
static bool is_no_name(const preamble *in, pv_token_range name) {
  static const pv_word_row rows[] = {
      {"address", 0, 0},    {"agreement", 0, 0}, {"background", 0, 0}, {"company", 0, 0},
      {"consultant", 0, 0}, {"customer", 0, 0},  {"grant", 0, 0},      {"introduction", 0, 0},
      {"item", 0, 0},       {"parties", 0, 0},   {"party", 0, 0},      {"right", 0, 0},
      {"securities", 0, 0}, {"source", 0, 0},    {"we", 0, 0},         {"you", 0, 0}};
  if (name.end != name.first + 1) return false;
  if (pv_reader_row(in->reader, name.first, rows, sizeof rows / sizeof *rows)) return true;
  if (name.first > 0 && is(in->reader, name.first - 1, "the")) return true;
  pv_str bytes = pv_term_bytes(in->reader, name);
  for (size_t i = 0; i < in->count; i++)
    for (size_t k = 0; k < in->parties[i].alias_count; k++)
      if (pv_term_same(in->parties[i].aliases[k], bytes)) return true;
  return false;
}

static pv_str *copy_aliases(const pv_value_reader *reader, const pv_term_party *party,
                            const pv_alias_site *site) {
  pv_str *all = PV_NEW_ARRAY(reader->arena, pv_str, party->alias_count + site->alias_count);
  for (size_t i = 0; i < party->alias_count; i++) all[i] = party->aliases[i];
  for (size_t i = 0; i < site->alias_count; i++)
    all[party->alias_count + i] = pv_term_bytes(reader, site->aliases[i]);
  return all;
}

static void add_party(preamble *in, pv_token_range name, const pv_alias_site *site) {
  if (name.first == name.end || is_no_name(in, name)) return;
  pv_str bytes = pv_term_bytes(in->reader, name);
  size_t i = 0;
  while (i < in->count && !pv_term_same(in->parties[i].name, bytes)) i++;
  if (i == MOST_PARTIES) return;
  pv_term_party *party = &in->parties[i];
  if (i == in->count) {
    *party = (pv_term_party){.name = bytes,
                             .span = pv_text_span(in->reader->text, name.first, name.end)};
    in->names[in->count++] = name;
  }
  party->aliases = copy_aliases(in->reader, party, site);
  party->alias_count += site->alias_count;
}

// "Foo LLC and Bar Inc. (collectively, the "Sellers")": every company of the segment.
static void add_all(preamble *in, pv_token_range segment, const pv_alias_site *site) {
  bool anchored;
  for (uint32_t at = after_anchor(in->reader, segment, &anchored); at < segment.end;) {
    pv_token_range name = pv_name_read(in->reader, at, segment.end, false);
    bool is_name = name.end > name.first + 1 && pv_name_is_corporate(in->reader, name);
    if (is_name && !is_description(in->reader, at)) add_party(in, name, site);
    at = name.end > at ? name.end : at + 1;
  }
}

// Does a sentence end in the segment? Then it is about something else than the next party.
static bool has_sentence_end(const pv_value_reader *reader, pv_token_range segment) {
  for (uint32_t at = segment.first; at + 1 < segment.end; at++) {
    if (pv_reader_mark(reader, at) != '.') continue;
    bool is_abbreviation = at > 0 && ((pv_reader_traits(reader, at - 1) & PV_TRAIT_ABBREVIATION) ||
                                      pv_reader_bytes(reader, at - 1).size == 1);
    if (!is_abbreviation && reader->tokens[at + 1].letters != PV_CASE_LOWER) return true;
  }
  return false;
}

static void read_segments(preamble *in, uint32_t end) {
  const pv_value_reader *reader = in->reader;
  uint32_t start = 0;
  for (uint32_t at = 0; at < end; at++) {
    pv_alias_site site;
    if (!pv_alias_site_read(reader, at, end, &site)) continue;
    if (at > start + LONGEST_SEGMENT) start = at - LONGEST_SEGMENT;
    pv_token_range segment = {start, at};
    bool anchored;
    after_anchor(reader, segment, &anchored);
    if (in->count >= 2 && !anchored && has_sentence_end(reader, segment)) return;
    if (site.is_collective)
      add_all(in, segment, &site);
    else if (site.alias_count)
      add_party(in, find_name(in, segment, site.at), &site);
    start = site.at.end;
    at = site.at.end - 1;
  }
}

// The name behind the next "and" at or behind `at`.
static pv_token_range find_second(const pv_value_reader *reader, uint32_t at, uint32_t end) {
  enum { LONGEST_DESCRIPTION = 80 };
  for (uint32_t next = at; next < end && next < at + LONGEST_DESCRIPTION; next++) {
    if (!is(reader, next, "and")) continue;
    uint32_t start = skip_separators(reader, next, end);
    pv_token_range name = pv_name_read(reader, start, end, false);
    if (name.first < name.end) return name;
  }
  return (pv_token_range){at, at};
}

// Parties without aliases: "between A and B"; first where both are companies.
static void read_bare_names(preamble *in, uint32_t end, bool corporate) {
  const pv_value_reader *reader = in->reader;
  const pv_alias_site none = {.alias_count = 0};
  for (uint32_t at = 0; at < end && in->count < 2; at++) {
    if (!is_anchor(reader, at)) continue;
    uint32_t start = skip_separators(reader, at + 1, end);
    pv_token_range first = pv_name_read(reader, start, end, false);
    if (first.first == first.end) continue;
    pv_token_range second = find_second(reader, first.end, end);
    if (second.first == second.end) continue;
    bool are_companies =
        pv_name_is_corporate(reader, first) && pv_name_is_corporate(reader, second);
    if (corporate && !are_companies) continue;
    add_party(in, first, &none);
    add_party(in, second, &none);
  }
}

// The second party without an alias, behind the first one: "and Jane Roe, an individual".
static void read_counterpart(preamble *in, uint32_t end) {
  const pv_alias_site none = {.alias_count = 0};
  pv_token_range name = find_second(in->reader, in->names[0].end, end);
  char behind = pv_reader_mark(in->reader, name.end);
  bool is_person = name.end == name.first + 2 || name.end == name.first + 3;
  if (pv_name_is_corporate(in->reader, name) || (is_person && (behind == ',' || behind == '(')))
    add_party(in, name, &none);
}

// "Party A: Foo Co., Ltd.", "Licensor: Foo Inc." on lines of their own.
static void read_labels(preamble *in, uint32_t end) {
  const pv_value_reader *reader = in->reader;
  for (uint32_t at = 1; at < end; at++) {
    if (pv_reader_mark(reader, at) != ':') continue;
    uint32_t first = at;
    while (first > 0 && first + 6 > at && !(reader->tokens[first].flags & PV_TOKEN_LINE)) first--;
    if (!(reader->tokens[first].flags & PV_TOKEN_LINE) && first > 0) continue;
    pv_token_range label = pv_name_read(reader, first, at, false);
    pv_token_range name = pv_name_read(reader, at + 1, end, true);
    bool is_label = label.first < label.end && label.end == at && !is(reader, label.first, "by");
    if (!is_label || !pv_name_is_corporate(reader, name)) continue;
    pv_alias_site site = {.aliases = {label}, .alias_count = 1};
    add_party(in, name, &site);
  }
}

// Does the preamble leave it to the signatures who the parties are?
static bool names_signers(const pv_value_reader *reader, uint32_t end) {
  static const pv_word_row rows[] = {
      {"signatories", 0, 0}, {"signatory", 0, 0}, {"signature", 0, 0}, {"undersigned", 0, 0}};
  for (uint32_t at = 0; at < end; at++)
    if (pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows)) return true;
  return false;
}

// Does one of the names start with all words of the other: "Meridia", "MERIDIA LABS, INC."?
static bool is_start(const pv_value_reader *reader, pv_token_range a, pv_token_range b) {
  for (; a.first < a.end && b.first < b.end; a.first++, b.first++) {
    pv_str left = pv_reader_bytes(reader, a.first), right = pv_reader_bytes(reader, b.first);
    if (!pv_str_equal_ignoring_case(left, right)) return false;
  }
  return true;
}

static void read_signers(preamble *in, uint32_t from) {
  const pv_alias_site none = {.alias_count = 0};
  pv_names names = pv_signatures_read(in->reader, from);
  size_t introduced = in->count;
  for (size_t i = 0; i < names.count; i++) {
    bool is_known = false;
    for (size_t k = 0; k < introduced && !is_known; k++)
      is_known = is_start(in->reader, names.items[i], in->names[k]);
    if (!is_known) add_party(in, names.items[i], &none);
  }
}

void pv_terms_read_parties(const pv_value_reader *reader, pv_terms *terms) {
  preamble in = {.reader = reader};
  uint32_t end = find_end(reader);
  read_segments(&in, end);
  if (in.count < 2) read_labels(&in, end);
  if (in.count < 2) read_bare_names(&in, end, true);
  if (in.count == 1) read_counterpart(&in, end);
  if (in.count == 0) read_bare_names(&in, end, false);
  if (in.count < 2 || names_signers(reader, end)) read_signers(&in, 0);
  pv_term_party *parties = PV_NEW_ARRAY(reader->arena, pv_term_party, in.count);
  for (size_t i = 0; i < in.count; i++) parties[i] = in.parties[i];
  terms->parties = parties;
  terms->party_count = in.count;
}
