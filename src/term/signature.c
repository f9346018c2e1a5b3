// signature.c - the names above the lines on which a document is signed: "FOO, INC. By: /s/ Jane
// Roe".
#include "base/str.h"
#include "term/stage.h"

enum { LONGEST_BLOCK = 90, FARTHEST_MARK = 250 };

// Words for a document or a part of it, which no company has in its name: "EXECUTION COPY FOO,
// INC."
static bool is_caption(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"addendum", 0, 0}, {"agreement", 0, 0}, {"amendment", 0, 0},
                                     {"between", 0, 0},  {"copy", 0, 0},      {"exhibit", 0, 0},
                                     {"parties", 0, 0},  {"schedule", 0, 0},  {"version", 0, 0},
                                     {"whereof", 0, 0},  {"witness", 0, 0}};
  return pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows) != NULL;
}

// Words that stand before a name beside a signature: "Vice President BAR, LLC".
static bool is_title(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {
      {"accepted", 0, 0},  {"acknowledged", 0, 0}, {"agreed", 0, 0},    {"attorney", 0, 0},
      {"by", 0, 0},        {"ceo", 0, 0},          {"cfo", 0, 0},       {"chairman", 0, 0},
      {"contact", 0, 0},   {"counsel", 0, 0},      {"director", 0, 0},  {"esq", 0, 0},
      {"manager", 0, 0},   {"member", 0, 0},       {"officer", 0, 0},   {"president", 0, 0},
      {"secretary", 0, 0}, {"signatory", 0, 0},    {"treasurer", 0, 0}, {"undersigned", 0, 0}};
  return pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows) != NULL;
}

typedef bool (*word_test)(const pv_value_reader *, uint32_t);

// The company behind the last word of the name that passes the test; empty where there is none.
static pv_token_range name_after(const pv_value_reader *reader, pv_token_range name,
                                 word_test test) {
  uint32_t at = name.end;
  while (at > name.first && !test(reader, at - 1)) at--;
  if (at == name.first) return name;
  for (; at < name.end; at++) {
    pv_token_range rest = pv_name_read(reader, at, name.end, true);
    if (pv_name_is_corporate(reader, rest)) return rest;
  }
  return (pv_token_range){name.end, name.end};
}

pv_token_range pv_name_after_caption(const pv_value_reader *reader, pv_token_range name) {
  return pv_name_is_corporate(reader, name) ? name_after(reader, name, is_caption) : name;
}

// Does the token stand in another column, or behind the number of a date: "4/8/2020 Foo LLC"?
static bool is_apart(const pv_value_reader *reader, uint32_t at) {
  enum { GAP = 3 };
  const pv_token *before = &reader->tokens[at - 1];
  if (reader->tokens[at].start >= before->end + GAP) return true;
  return before->kind == PV_TOKEN_NUMBER && before->end - before->start == 4;
}

// The part of a name behind the last gap in it, if that is the name of a company itself.
static pv_token_range after_gap(const pv_value_reader *reader, pv_token_range name) {
  for (uint32_t at = name.end - 1; at > name.first; at--) {
    pv_token_range rest = {at, name.end};
    if (is_apart(reader, at) && pv_name_is_corporate(reader, rest)) return rest;
  }
  return name;
}

// "/s/", and "//s//"
static uint32_t after_conformed(const pv_value_reader *reader, uint32_t at) {
  uint32_t next = at;
  while (pv_reader_mark(reader, next) == '/') next++;
  if (next == at || !pv_reader_is(reader, next, PV_STR("s"))) return at;
  if (pv_reader_mark(reader, ++next) != '/') return at;
  while (pv_reader_mark(reader, next) == '/') next++;
  return next;
}

// "By:", "By /s/", "By ____", "Signature:"
static uint32_t after_caption_of_line(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {
      {"by", 0, 0}, {"name", 0, 0}, {"signature", 0, 0}, {"signed", 0, 0}};
  if (at >= reader->count || reader->tokens[at].letters == PV_CASE_LOWER) return at;
  if (!pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows)) return at;
  if (pv_reader_mark(reader, at + 1) == ':') return at + 2;
  bool is_blank = at + 1 < reader->count && reader->tokens[at + 1].kind == PV_TOKEN_REDACTION;
  return is_blank || after_conformed(reader, at + 1) > at + 1 ? at + 1 : at;
}

static uint32_t after_mark(const pv_value_reader *reader, uint32_t at) {
  uint32_t behind = after_caption_of_line(reader, at);
  return behind > at ? behind : after_conformed(reader, at);
}

// Is there a word before the name that makes it a description or another one's name: "a", "its"?
static bool is_of_another(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row rows[] = {{"a", 0, 0}, {"an", 0, 0}, {"its", 0, 0}, {"of", 0, 0}};
  return at > 0 && pv_reader_row(reader, at - 1, rows, sizeof rows / sizeof *rows);
}

// The companies in the words before a line.
static void read_block(const pv_value_reader *reader, pv_token_range block, pv_names *found) {
  for (uint32_t at = block.first; at < block.end;) {
    pv_token_range name = pv_name_read(reader, at, block.end, true);
    at = name.end > at ? name.end : at + 1;
    name = name_after(reader, pv_name_after_caption(reader, name), is_title);
    if (name.end > name.first + 1) name = after_gap(reader, name);
    if (name.end > name.first + 1 && pv_name_is_corporate(reader, name) &&
        !is_of_another(reader, name.first))
      PV_PUSH(reader->arena, found, name);
  }
}

// "For and on behalf of Foo Telecom": whose name it is need not say that it is a company.
static pv_token_range read_principal(const pv_value_reader *reader, uint32_t at) {
  static const char *const words[] = {"for", "and", "on", "behalf", "of"};
  enum { COUNT = sizeof words / sizeof *words };
  for (uint32_t i = 0; i < COUNT; i++)
    if (!pv_reader_is(reader, at + i, pv_str_from(words[i]))) return (pv_token_range){at, at};
  return pv_name_read(reader, at + COUNT, reader->count, true);
}

// Behind the company that signs for another one: "By: Foo GP, LLC, its general partner".
static uint32_t after_signatory(const pv_value_reader *reader, uint32_t at) {
  pv_token_range name = pv_name_read(reader, at, reader->count, true);
  return pv_name_is_corporate(reader, name) ? name.end : at;
}

// The first word from which signatures are looked for: "WITNESS WHEREOF", or the first line.
static uint32_t find_signatures(const pv_value_reader *reader, uint32_t at) {
  for (; at < reader->count; at++) {
    if (pv_reader_is(reader, at, PV_STR("witness")) &&
        pv_reader_is(reader, at + 1, PV_STR("whereof")))
      return at;
    if (after_conformed(reader, at) > at) return at > LONGEST_BLOCK ? at - LONGEST_BLOCK : 0;
  }
  return reader->count;
}

pv_names pv_signatures_read(const pv_value_reader *reader, uint32_t from) {
  pv_names found = {0};
  uint32_t start = find_signatures(reader, from);
  uint32_t last = start;
  for (uint32_t at = start; at < reader->count && at < last + FARTHEST_MARK;) {
    pv_token_range principal = read_principal(reader, at);
    if (principal.first < principal.end) {
      PV_PUSH(reader->arena, &found, principal);
      start = at = last = principal.end;
      continue;
    }
    uint32_t behind = after_mark(reader, at);
    if (behind == at) {
      at++;
      continue;
    }
    if (at > start + LONGEST_BLOCK) start = at - LONGEST_BLOCK;
    read_block(reader, (pv_token_range){start, at}, &found);
    bool is_caption_of_line = after_caption_of_line(reader, at) > at;
    start = at = is_caption_of_line ? after_signatory(reader, behind) : behind;
    last = behind;
  }
  return found;
}
