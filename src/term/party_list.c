// party_list.c - the parties that have been found, and their aliases.
#include "term/preamble.h"

static bool is(const pv_value_reader *reader, uint32_t at, const char *word) {
  return pv_reader_is(reader, at, pv_str_from(word));
}

// The same without an article beside it: "newly formed Maryland corporation".
static bool is_kind_of_company(const pv_value_reader *reader, pv_token_range name) {
  bool is_lower = reader->tokens[name.end - 1].letters == PV_CASE_LOWER;
  return is_lower && name.end == name.first + 2 && name.first > 0 &&
         reader->tokens[name.first - 1].letters == PV_CASE_LOWER &&
         !is(reader, name.first - 1, "and") && pv_reader_bytes(reader, name.end - 1).size > 4;
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
static bool is_no_name(const pv_preamble *in, pv_token_range name) {
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
void pv_preamble_add_alias(pv_preamble *in, pv_term_party *party, pv_token_range alias) {
  pv_str bytes = pv_term_bytes(in->reader, alias);
  for (size_t i = 0; i < party->alias_count; i++)
    if (pv_str_equal(party->aliases[i], bytes)) return;
  pv_alias_site site = {.aliases = {alias}, .alias_count = 1};
  party->aliases = copy_aliases(in->reader, party, &site);
  party->alias_count++;
}

// "(… and together with Meridia, the "Sellers")": an alias of those who are named before it, too.
static void add_joint(pv_preamble *in, const pv_alias_site *site, pv_token_range alias) {
  pv_token_range before = {site->at.first, alias.first};
  for (size_t i = 0; i < in->count; i++) {
    pv_term_party *party = &in->parties[i];
    bool is_named = is_mentioned(in->reader, before, party->name);
    for (size_t k = 0; k < party->alias_count && !is_named; k++)
      is_named = is_mentioned(in->reader, before, party->aliases[k]);
    if (is_named) pv_preamble_add_alias(in, party, alias);
  }
}

void pv_preamble_add_joints(pv_preamble *in, const pv_alias_site *site) {
  for (size_t i = 0; i < site->joint_count; i++) add_joint(in, site, site->joint[i]);
  for (size_t i = 0; site->is_collective && i < site->alias_count; i++)
    add_joint(in, site, site->aliases[i]);
}

static pv_str without_article(pv_str name) {
  bool has_article =
      name.size > 4 && pv_str_equal_ignoring_case((pv_str){name.data, 4}, PV_STR("the "));
  return has_article ? (pv_str){name.data + 4, name.size - 4} : name;
}

void pv_preamble_add_named(pv_preamble *in, pv_token_range name, const pv_alias_site *site) {
  pv_str bytes = pv_term_bytes(in->reader, name);
  size_t i = 0;
  while (i < in->count && !pv_term_same(without_article(pv_term_bytes(in->reader, in->names[i])),
                                        without_article(bytes)))
    i++;
  if (i == PV_MOST_PARTIES) return;
  pv_term_party *party = &in->parties[i];
  if (i == in->count) {
    pv_span span = pv_text_span(in->reader->text, name.first, name.end);
    *party = (pv_term_party){.name = bytes, .span = span, .legal = span};
    in->names[in->count++] = name;
  }
  party->aliases = copy_aliases(in->reader, party, site);
  party->alias_count += site->alias_count;
}

// The party whose name was first found there.
static pv_term_party *find_party(pv_preamble *in, pv_token_range name) {
  for (size_t i = 0; i < in->count; i++)
    if (in->names[i].first == name.first) return &in->parties[i];
  return NULL;
}

void pv_preamble_add_party(pv_preamble *in, pv_token_range name, const pv_alias_site *site) {
  name = pv_name_after_caption(in->reader, name);
  if (name.first == name.end || is_no_name(in, name)) return;
  // The name under which a party does business belongs to its name, and is an alias.
  pv_token_range trade = pv_name_of_trade(in->reader, name);
  pv_alias_site aliases = *site;
  bool has_trade = trade.first < trade.end && aliases.alias_count < PV_MOST_ALIASES;
  if (has_trade) aliases.aliases[aliases.alias_count++] = trade;
  pv_preamble_add_named(in, name, &aliases);
  pv_term_party *party = find_party(in, name);
  if (!has_trade || !party) return;
  pv_token_range whole = {name.first, trade.end};
  party->name = pv_term_bytes(in->reader, whole);
  party->span = pv_text_span(in->reader->text, whole.first, whole.end);
}
