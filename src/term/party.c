// party.c - the parties, from the preamble: names before the aliases that are given to them.
//
// The preamble is cut into segments at the places where an alias is introduced. In each segment the
// name is the first run of capitalised words behind "between", "and" and the like; what follows it
// up to the alias ("a Delaware corporation with offices at …") describes it.
#include "term/preamble.h"

enum { LONGEST_PREAMBLE = 2500, LONGEST_SEGMENT = 400 };

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

// "Foo LLC and Bar Inc. (collectively, the "Sellers")": every company of the segment.
static void add_all(pv_preamble *in, pv_token_range segment, const pv_alias_site *site) {
  bool anchored;
  for (uint32_t at = pv_preamble_after_anchor(in->reader, segment, &anchored); at < segment.end;) {
    pv_token_range name = pv_name_read(in->reader, at, segment.end, false);
    bool is_name = name.end > name.first + 1 && pv_name_is_corporate(in->reader, name);
    if (is_name && !pv_preamble_is_description(in->reader, at))
      pv_preamble_add_party(in, name, site);
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
    if (is(reader, at - 1, "and") || pv_preamble_is_anchor(reader, at - 1)) break;
    bool is_text = token->kind == PV_TOKEN_WORD || token->kind == PV_TOKEN_NUMBER;
    if (is_text && token->letters != PV_CASE_LOWER) return segment.end;
  }
  if (at == segment.first) return segment.end;
  bool is_blank = reader->tokens[at].kind == PV_TOKEN_REDACTION || is(reader, at, "the") ||
                  is(reader, at, "each");
  return is_blank ? at : segment.end;
}

// A party whose name is left blank, or is told elsewhere, goes by its alias: "____ ("Franchisee")".
static void add_unnamed(pv_preamble *in, const pv_alias_site *site) {
  const pv_value_reader *reader = in->reader;
  pv_token_range alias = site->aliases[0];
  for (size_t i = 1; i < site->alias_count && pv_term_is_speaker(reader, alias); i++)
    alias = site->aliases[i];
  if (reader->tokens[alias.first].letters != PV_CASE_LOWER) pv_preamble_add_named(in, alias, site);
}

// The party before one without a name, without an alias of its own.
static void add_first(pv_preamble *in, pv_token_range segment) {
  const pv_alias_site none = {.alias_count = 0};
  bool anchored;
  uint32_t start = pv_preamble_after_anchor(in->reader, segment, &anchored);
  if (!anchored) return;
  start = pv_preamble_skip(in->reader, start, segment.end);
  pv_preamble_add_party(in, pv_name_read(in->reader, start, segment.end, true), &none);
}

static void read_segments(pv_preamble *in, uint32_t end) {
  const pv_value_reader *reader = in->reader;
  uint32_t start = 0;
  for (uint32_t at = 0; at < end; at++) {
    pv_alias_site site;
    if (!pv_alias_site_read(reader, at, end, &site)) continue;
    if (at > start + LONGEST_SEGMENT) start = at - LONGEST_SEGMENT;
    pv_token_range segment = {start, at};
    bool anchored;
    pv_preamble_after_anchor(reader, segment, &anchored);
    if (in->count >= 2 && !anchored && has_sentence_end(reader, segment)) return;
    uint32_t unnamed = find_unnamed(reader, segment);
    if (site.is_collective)
      add_all(in, segment, &site);
    else if (site.alias_count && unnamed < segment.end) {
      if (in->count == 0) add_first(in, (pv_token_range){start, unnamed});
      add_unnamed(in, &site);
    } else if (site.alias_count)
      pv_preamble_add_party(in, pv_preamble_find_name(in, segment, site.at), &site);
    pv_preamble_add_joints(in, &site);
    start = site.at.end;
    at = site.at.end - 1;
  }
}

// The name behind the next "and" at or behind `at`.
static pv_token_range find_second(const pv_value_reader *reader, uint32_t at, uint32_t end) {
  enum { LONGEST_DESCRIPTION = 80 };
  for (uint32_t next = at; next < end && next < at + LONGEST_DESCRIPTION; next++) {
    if (!is(reader, next, "and")) continue;
    uint32_t start = pv_preamble_skip(reader, next, end);
    pv_token_range name = pv_name_read(reader, start, end, false);
    if (name.first < name.end) return name;
  }
  return (pv_token_range){at, at};
}

// Parties without aliases: "between A and B"; first where both are companies.
static void read_bare_names(pv_preamble *in, uint32_t end, bool corporate) {
  const pv_value_reader *reader = in->reader;
  const pv_alias_site none = {.alias_count = 0};
  for (uint32_t at = 0; at < end && in->count < 2; at++) {
    if (!pv_preamble_is_anchor(reader, at)) continue;
    uint32_t start = pv_preamble_skip(reader, at + 1, end);
    pv_token_range first = pv_name_read(reader, start, end, false);
    if (first.first == first.end) continue;
    pv_token_range second = find_second(reader, first.end, end);
    if (second.first == second.end) continue;
    bool are_companies =
        pv_name_is_corporate(reader, first) && pv_name_is_corporate(reader, second);
    if (corporate && !are_companies) continue;
    pv_preamble_add_party(in, first, &none);
    pv_preamble_add_party(in, second, &none);
  }
}

// The second party without an alias, behind the first one: "and Jane Roe, an individual".
static void read_counterpart(pv_preamble *in, uint32_t end) {
  const pv_alias_site none = {.alias_count = 0};
  pv_token_range name = find_second(in->reader, in->names[0].end, end);
  char behind = pv_reader_mark(in->reader, name.end);
  bool is_person = name.end == name.first + 2 || name.end == name.first + 3;
  if (pv_name_is_corporate(in->reader, name) || (is_person && (behind == ',' || behind == '(')))
    pv_preamble_add_party(in, name, &none);
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
static void read_labels(pv_preamble *in, uint32_t end) {
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
    pv_preamble_add_party(in, name, &site);
  }
}

static bool is_same_name(const pv_preamble *in, const pv_term_party *party, pv_token_range name) {
  pv_str bytes = pv_term_bytes(in->reader, name);
  bool is_same = pv_term_same(party->name, bytes);
  for (size_t i = 0; i < party->alias_count && !is_same; i++)
    is_same = pv_term_same(party->aliases[i], bytes);
  return is_same;
}

// "“we”, “us” and “our” refer to Meridia": the word at `at` becomes an alias of that party.
static void read_speaker(pv_preamble *in, uint32_t at, uint32_t end) {
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
      pv_preamble_add_alias(in, &in->parties[i], (pv_token_range){at, at + 1});
}

static void read_speakers(pv_preamble *in, uint32_t end) {
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

static void read_signers(pv_preamble *in, uint32_t from) {
  const pv_alias_site none = {.alias_count = 0};
  pv_names names = pv_signatures_read(in->reader, from);
  size_t introduced = in->count;
  for (size_t i = 0; i < names.count; i++) {
    bool is_known = false;
    for (size_t k = 0; k < introduced && !is_known; k++)
      is_known = is_start(in->reader, names.items[i], in->names[k]);
    if (!is_known) pv_preamble_add_party(in, names.items[i], &none);
  }
}

static bool is_party(const pv_preamble *in, pv_token_range name) {
  for (size_t i = 0; i < in->count; i++) {
    bool has_size = in->names[i].end - in->names[i].first == name.end - name.first;
    if (has_size && is_start(in->reader, in->names[i], name)) return true;
  }
  return false;
}

// "MERIDIA & CORVUS, INC." of a title, where both are parties themselves: the name of neither.
static bool is_of_both(const pv_preamble *in, size_t both) {
  pv_token_range name = in->names[both];
  if (in->parties[both].alias_count) return false;
  for (uint32_t at = name.first + 1; at + 1 < name.end; at++) {
    bool is_joint = pv_reader_mark(in->reader, at) == '&' || is(in->reader, at, "and");
    if (is_joint && is_party(in, (pv_token_range){name.first, at}) &&
        is_party(in, (pv_token_range){at + 1, name.end}))
      return true;
  }
  return false;
}

void pv_terms_read_parties(const pv_value_reader *reader, pv_terms *terms) {
  pv_preamble in = {.reader = reader};
  uint32_t end = find_end(reader);
  read_segments(&in, end);
  if (in.count < 2) read_labels(&in, end);
  if (in.count < 2) read_bare_names(&in, end, true);
  if (in.count == 1) read_counterpart(&in, end);
  if (in.count == 0) read_bare_names(&in, end, false);
  if (in.count < 2 || names_signers(reader, end)) read_signers(&in, 0);
  read_speakers(&in, end);
  pv_term_party *parties = PV_NEW_ARRAY(reader->arena, pv_term_party, in.count);
  for (size_t i = 0; i < in.count; i++)
    if (!is_of_both(&in, i)) parties[terms->party_count++] = in.parties[i];
  terms->parties = parties;
}
