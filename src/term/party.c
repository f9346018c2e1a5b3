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

// The same without an article beside it: "newly formed Maryland corporation".
static bool is_kind_of_company(const pv_value_reader *reader, pv_token_range name) {
  bool is_lower = reader->tokens[name.end - 1].letters == PV_CASE_LOWER;
  return is_lower && name.end == name.first + 2 && name.first > 0 &&
         reader->tokens[name.first - 1].letters == PV_CASE_LOWER &&
         !is(reader, name.first - 1, "and") && pv_reader_bytes(reader, name.end - 1).size > 4;
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
  return found;
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
  bool is_joined = name.end > name.first && is(reader, name.first - 1, "with");
  return is_joined && is_beside(reader, name, site) ? name : (pv_token_range){start, start};
}

// "After the Initial Term", "March 9th"
static bool starts_like_prose(const pv_value_reader *reader, pv_token_range name) {
  uint32_t traits = pv_reader_traits(reader, name.first);
  if (traits & PV_TRAIT_MONTH || is(reader, name.first, "an")) return true;
  if (is(reader, name.first, "a") && pv_reader_mark(reader, name.first + 1) != '.') return true;
  return (traits & PV_TRAIT_FUNCTION) && !is(reader, name.first, "the") &&
         reader->tokens[name.first].letters == PV_CASE_CAPITAL &&
         !pv_name_is_corporate(reader, name);
}

// Words that start a line or a sentence of a preamble and are no names.
static bool is_no_name(const preamble *in, pv_token_range name) {
  static const pv_word_row rows[] = {
      {"address", 0, 0},    {"agreement", 0, 0}, {"background", 0, 0}, {"company", 0, 0},
      {"consultant", 0, 0}, {"customer", 0, 0},  {"grant", 0, 0},      {"introduction", 0, 0},
      {"item", 0, 0},       {"parties", 0, 0},   {"party", 0, 0},      {"right", 0, 0},
      {"securities", 0, 0}, {"source", 0, 0},    {"we", 0, 0},         {"you", 0, 0}};
  if (is_kind_of_company(in->reader, name) || starts_like_prose(in->reader, name)) return true;
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

// Are the bytes of `alias` words of the range?
static bool is_mentioned(const pv_value_reader *reader, pv_token_range range, pv_str alias) {
  for (uint32_t at = range.first; at < range.end; at++) {
    pv_str rest = pv_str_slice(
        reader->text->bytes, (pv_span){reader->tokens[at].start, reader->tokens[range.end].start});
    if (!pv_str_starts_with(rest, alias)) continue;
    uint32_t behind = at;
    while (behind < range.end && reader->tokens[behind].end < reader->tokens[at].start + alias.size)
      behind++;
    if (reader->tokens[behind].end == reader->tokens[at].start + alias.size) return true;
  }
  return false;
}

// Gives a party one more alias, unless it has it.
static void add_alias(preamble *in, pv_term_party *party, pv_token_range alias) {
  pv_str bytes = pv_term_bytes(in->reader, alias);
  for (size_t i = 0; i < party->alias_count; i++)
    if (pv_str_equal(party->aliases[i], bytes)) return;
  pv_alias_site site = {.aliases = {alias}, .alias_count = 1};
  party->aliases = copy_aliases(in->reader, party, &site);
  party->alias_count++;
}

// "(… and together with Meridia, the "Sellers")": an alias of those who are named before it, too.
static void add_joint(preamble *in, const pv_alias_site *site, pv_token_range alias) {
  pv_token_range before = {site->at.first, alias.first};
  for (size_t i = 0; i < in->count; i++) {
    pv_term_party *party = &in->parties[i];
    bool is_named = is_mentioned(in->reader, before, party->name);
    for (size_t k = 0; k < party->alias_count && !is_named; k++)
      is_named = is_mentioned(in->reader, before, party->aliases[k]);
    if (is_named) add_alias(in, party, alias);
  }
}

static void add_joints(preamble *in, const pv_alias_site *site) {
  for (size_t i = 0; i < site->joint_count; i++) add_joint(in, site, site->joint[i]);
  for (size_t i = 0; site->is_collective && i < site->alias_count; i++)
    add_joint(in, site, site->aliases[i]);
}

static void add_named(preamble *in, pv_token_range name, const pv_alias_site *site) {
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

static void add_party(preamble *in, pv_token_range name, const pv_alias_site *site) {
  name = pv_name_after_caption(in->reader, name);
  if (name.first < name.end && !is_no_name(in, name)) add_named(in, name, site);
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

// Where the last party of the segment is introduced: behind the last "and" or "between", if no name
// follows there: "and the individual whose name is on the cover page", "and ________".
static uint32_t find_unnamed(const pv_value_reader *reader, pv_token_range segment) {
  uint32_t at = segment.end;
  for (; at > segment.first; at--) {
    const pv_token *token = &reader->tokens[at - 1];
    if (is(reader, at - 1, "and") || is_anchor(reader, at - 1)) break;
    bool is_text = token->kind == PV_TOKEN_WORD || token->kind == PV_TOKEN_NUMBER;
    if (is_text && token->letters != PV_CASE_LOWER) return segment.end;
  }
  if (at == segment.first) return segment.end;
  bool is_blank = reader->tokens[at].kind == PV_TOKEN_REDACTION || is(reader, at, "the") ||
                  is(reader, at, "each");
  return is_blank ? at : segment.end;
}

// A party whose name is left blank, or is told elsewhere, goes by its alias: "____ ("Franchisee")".
static void add_unnamed(preamble *in, const pv_alias_site *site) {
  const pv_value_reader *reader = in->reader;
  pv_token_range alias = site->aliases[0];
  for (size_t i = 1; i < site->alias_count && pv_term_is_speaker(reader, alias); i++)
    alias = site->aliases[i];
  if (reader->tokens[alias.first].letters != PV_CASE_LOWER) add_named(in, alias, site);
}

// The party before one without a name, without an alias of its own.
static void add_first(preamble *in, pv_token_range segment) {
  const pv_alias_site none = {.alias_count = 0};
  bool anchored;
  uint32_t start = after_anchor(in->reader, segment, &anchored);
  if (!anchored) return;
  start = skip_separators(in->reader, start, segment.end);
  add_party(in, pv_name_read(in->reader, start, segment.end, true), &none);
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
    uint32_t unnamed = find_unnamed(reader, segment);
    if (site.is_collective)
      add_all(in, segment, &site);
    else if (site.alias_count && unnamed < segment.end) {
      if (in->count == 0) add_first(in, (pv_token_range){start, unnamed});
      add_unnamed(in, &site);
    } else if (site.alias_count)
      add_party(in, find_name(in, segment, site.at), &site);
    add_joints(in, &site);
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

// Where the label before the colon at `at` starts: "Party A" anywhere, else at the start of a line;
// `at` where there is none.
static uint32_t find_label(const pv_value_reader *reader, uint32_t at) {
  if (at > 1 && is(reader, at - 2, "party") && pv_reader_bytes(reader, at - 1).size == 1)
    return at - 2;
  uint32_t first = at;
  while (first > 0 && first + 6 > at && !(reader->tokens[first].flags & PV_TOKEN_LINE)) first--;
  return reader->tokens[first].flags & PV_TOKEN_LINE || first == 0 ? first : at;
}

// "Party A: Foo Co., Ltd.", "Licensor: Foo Inc." on lines of their own.
static void read_labels(preamble *in, uint32_t end) {
  const pv_value_reader *reader = in->reader;
  for (uint32_t at = 1; at < end; at++) {
    if (pv_reader_mark(reader, at) != ':') continue;
    uint32_t first = find_label(reader, at);
    if (first == at) continue;
    pv_token_range label = pv_name_read(reader, first, at, false);
    pv_token_range name = pv_name_read(reader, at + 1, end, true);
    bool is_label = label.first < label.end && label.end == at && !is(reader, label.first, "by");
    if (!is_label || !pv_name_is_corporate(reader, name)) continue;
    pv_alias_site site = {.aliases = {label}, .alias_count = 1};
    add_party(in, name, &site);
  }
}

static bool is_same_name(const preamble *in, const pv_term_party *party, pv_token_range name) {
  pv_str bytes = pv_term_bytes(in->reader, name);
  bool is_same = pv_term_same(party->name, bytes);
  for (size_t i = 0; i < party->alias_count && !is_same; i++)
    is_same = pv_term_same(party->aliases[i], bytes);
  return is_same;
}

// "“we”, “us” and “our” refer to Meridia": the word at `at` becomes an alias of that party.
static void read_speaker(preamble *in, uint32_t at, uint32_t end) {
  enum { LONGEST_LIST = 12 };
  static const pv_word_row verbs[] = {
      {"mean", 0, 0}, {"means", 0, 0}, {"refer", 0, 0}, {"refers", 0, 0}};
  const pv_value_reader *reader = in->reader;
  uint32_t verb = at;
  while (verb < end && verb < at + LONGEST_LIST &&
         !pv_reader_row(reader, verb, verbs, sizeof verbs / sizeof *verbs))
    verb++;
  if (verb == end || verb == at + LONGEST_LIST) return;
  uint32_t start = verb + 1;
  while (start < end && (is(reader, start, "to") || is(reader, start, "the"))) start++;
  pv_token_range name = pv_name_read(reader, start, end, true);
  for (size_t i = 0; i < in->count && name.first < name.end; i++)
    if (is_same_name(in, &in->parties[i], name))
      add_alias(in, &in->parties[i], (pv_token_range){at, at + 1});
}

static void read_speakers(preamble *in, uint32_t end) {
  for (uint32_t at = 1; at < end; at++)
    if (pv_term_is_quote(in->reader, at - 1) &&
        pv_term_is_speaker(in->reader, (pv_token_range){at, at + 1}))
      read_speaker(in, at, end);
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
  read_speakers(&in, end);
  pv_term_party *parties = PV_NEW_ARRAY(reader->arena, pv_term_party, in.count);
  for (size_t i = 0; i < in.count; i++) parties[i] = in.parties[i];
  terms->parties = parties;
  terms->party_count = in.count;
}
