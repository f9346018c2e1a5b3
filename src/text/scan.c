#include "text/scan.h"

#include <string.h>

enum { LONGEST_REDACTION = 64, FEWEST_STARS = 3, FEWEST_BLANKS = 3 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

static bool is_word_start(const char *at, const char *end) {
  if (at == end) return false;
  pv_glyph glyph = pv_glyph_read(at, end);
  return glyph.kind == PV_GLYPH_LETTER || glyph.kind == PV_GLYPH_DIGIT;
}

static const char *skip_digits(const char *at, const char *end) {
  while (at < end && is_digit(*at)) at++;
  return at;
}

// "st", "nd", "rd", "th" with no letter behind them.
static bool is_ordinal_end(const char *at, const char *end) {
  static const char endings[4][2] = {{'s', 't'}, {'n', 'd'}, {'r', 'd'}, {'t', 'h'}};
  if (end - at < 2 || is_word_start(at + 2, end)) return false;
  for (size_t i = 0; i < 4; i++)
    if ((at[0] | 0x20) == endings[i][0] && (at[1] | 0x20) == endings[i][1]) return true;
  return false;
}

static bool is_thousands(const char *at, const char *end) {
  return end - at >= 4 && *at == ',' && skip_digits(at + 1, end) == at + 4;
}

const char *pv_scan_number(const char *at, const char *end, bool *is_word) {
  const char *pos = skip_digits(at, end);
  bool is_plain = *at != '.';
  *is_word = false;
  while (is_plain && is_thousands(pos, end)) pos += 4;
  while (end - pos >= 2 && *pos == '.' && is_digit(pos[1])) {
    pos = skip_digits(pos + 1, end);
    is_plain = false;
  }
  if (!is_plain || !is_word_start(pos, end)) return pos;
  if (is_ordinal_end(pos, end)) return pos + 2;
  *is_word = true;
  return pv_scan_word(at, pos, end);
}

// "…", "●", "•", "—" and the like, of three bytes each.
static bool is_wide_mark(const char *at, const char *end) {
  static const char marks[][4] = {"\u25cf", "\u2022", "\u2026", "\u2014", "\u2013", "\u25cb"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (end - at >= 3 && memcmp(at, marks[i], 3) == 0) return true;
  return false;
}

static const char *skip_run(const char *at, const char *end, char mark) {
  while (at < end && *at == mark) at++;
  return at;
}

// A word in brackets that stands where something else belongs: "[TBD]", "[REDACTED]", "[ ]%".
static const char *scan_placeholder(const char *at, const char *end) {
  static const char *const words[] = {"", "tbd", "redacted", "blank", "xx", "xxx", "omitted"};
  const char *word = at + 1;
  while (word < end && *word == ' ') word++;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t size = strlen(words[i]), same = 0;
    if ((size_t)(end - word) <= size || (size == 0 && word == at + 1)) continue;
    while (same < size && (word[same] | 0x20) == words[i][same]) same++;
    const char *behind = skip_run(word + size, end, ' ');
    if (same < size || behind == end || *behind != ']') continue;
    bool is_box = size == 0 && (behind + 1 == end || behind[1] != '%');
    return is_box ? at : behind + 1;
  }
  return at;
}

static const char *scan_bracket(const char *at, const char *end) {
  const char *last = end - at > LONGEST_REDACTION ? at + LONGEST_REDACTION : end;
  const char *placeholder = scan_placeholder(at, last);
  if (placeholder != at) return placeholder;
  size_t marks = 0;
  for (const char *pos = at + 1; pos < last; pos++) {
    if (*pos == ']') return marks ? pos + 1 : at;
    if (*pos == '*' || *pos == '_') {
      marks++;
    } else if (last - pos >= 3 && memcmp(pos, "...", 3) == 0) {
      marks++;
    } else if (is_wide_mark(pos, last)) {
      marks++;
      pos += 2;
    } else if (!memchr(" .-%$", *pos, 5)) {
      return at;
    }
  }
  return at;
}

// "***", "* * *" with single blanks, and "**%".
static const char *scan_stars(const char *at, const char *end) {
  const char *run = skip_run(at, end, '*');
  if (run - at >= FEWEST_STARS) return run;
  if (run - at > 1) return run < end && *run == '%' ? run : at;
  size_t stars = 1;
  while (end - run >= 2 && run[0] == ' ' && run[1] == '*' && run - at < LONGEST_REDACTION) {
    run += 2;
    stars++;
  }
  return stars >= FEWEST_STARS ? run : at;
}

const char *pv_scan_redaction(const char *at, const char *end) {
  if (*at == '[') return scan_bracket(at, end);
  if (*at == '*') return scan_stars(at, end);
  const char *run = skip_run(at, end, *at);
  return run - at >= FEWEST_BLANKS ? run : at;
}

const char *pv_scan_possessive(const char *at, const char *end) {
  if (at == end) return at;
  pv_glyph glyph = pv_glyph_read(at, end);
  const char *letter = at + glyph.size;
  if (glyph.kind != PV_GLYPH_APOSTROPHE || letter == end || (*letter | 0x20) != 's') return at;
  return is_word_start(letter + 1, end) ? at : letter + 1;
}

const char *pv_scan_word(const char *start, const char *at, const char *end) {
  while (at < end) {
    pv_glyph glyph = pv_glyph_read(at, end);
    const char *next = at + glyph.size;
    if (glyph.kind == PV_GLYPH_APOSTROPHE) {
      if (at == start || !is_word_start(next, end) || pv_scan_possessive(at, end) != at) break;
    } else if (glyph.kind == PV_GLYPH_HIDDEN) {
      while (next < end && pv_glyph_read(next, end).kind == PV_GLYPH_HIDDEN)
        next += pv_glyph_read(next, end).size;
      if (!is_word_start(next, end)) break;
    } else if (glyph.kind != PV_GLYPH_LETTER && glyph.kind != PV_GLYPH_DIGIT) {
      break;
    }
    at = next;
  }
  return at;
}

const char *pv_scan_dotted(const char *at, const char *end) {
  const char *pos = at + 1;
  while (end - pos >= 2 && *pos == '.' && is_ascii_letter(pos[1]) && !is_word_start(pos + 2, end))
    pos += 2;
  if (pos == at + 1) return at;
  return pos < end && *pos == '.' ? pos + 1 : pos;
}

pv_token_case pv_scan_case(const char *at, const char *end) {
  size_t letters = 0, lower = 0, upper = 0;
  bool has_digit = false, starts_upper = false;
  for (size_t size; at < end; at += size) {
    pv_glyph glyph = pv_glyph_read(at, end);
    size = glyph.size;
    has_digit |= glyph.kind == PV_GLYPH_DIGIT;
    if (glyph.kind != PV_GLYPH_LETTER) continue;
    if (letters++ == 0) starts_upper = glyph.letters == PV_GLYPH_UPPER;
    lower += glyph.letters == PV_GLYPH_LOWER;
    upper += glyph.letters == PV_GLYPH_UPPER;
  }
  if (lower + upper == 0) return PV_CASE_NONE;
  if (has_digit) return PV_CASE_MIXED;
  if (upper == 0) return PV_CASE_LOWER;
  if (starts_upper && upper == 1) return PV_CASE_CAPITAL;
  return lower == 0 ? PV_CASE_UPPER : PV_CASE_MIXED;
}
