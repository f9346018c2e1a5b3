// Tables of contents: lines that end in dot leaders and a page number, and, behind the title "Table
// of Contents", lines of headings and page numbers that do not go down.
#include "text/furniture.h"

enum {
  FEWEST_LEADERS = 4,
  MOST_SKIPPED = 4,     // lines in a row that are no entries
  LONGEST_SKIPPED = 80, // bytes of such a line
  MOST_PAGES = 40,      // from one entry to the next
  WORDS_PER_ENTRY = 12, // in a line that holds many entries
  LONGEST_TITLE = 24,   // "TABLE OF CONTENTS" and a mark or two
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// "Grant ........ 12": true where dots and a page number end the line.
static bool has_leaders(pv_str line) {
  size_t at = line.size, dots = 0;
  while (
      at &&
      (is_digit(line.data[at - 1]) || is_letter(line.data[at - 1]) || line.data[at - 1] == '-') &&
      line.size - at < 8)
    at--;
  while (at && (line.data[at - 1] == '.' || line.data[at - 1] == ' '))
    dots += line.data[--at] == '.';
  return dots >= FEWEST_LEADERS && at > 0;
}

typedef struct {
  size_t words;
  size_t lower;   // words of four letters or more that start in lower case
  size_t numbers; // that stand alone
  uint32_t last;  // number at the end, 0 if none stands there
} count;

static count count_line(pv_str line) {
  count c = {0};
  for (size_t at = 0; at < line.size;) {
    size_t start = at;
    uint32_t value = 0;
    while (at < line.size && is_digit(line.data[at]) && at - start < 6)
      value = value * 10 + (uint32_t)(line.data[at++] - '0');
    bool number = at > start;
    while (at < line.size && line.data[at] != ' ' && line.data[at] != '\t') number = false, at++;
    if (number && at - start <= 3) {
      c.numbers++;
      c.last = at == line.size ? value : 0;
    } else if (at > start && is_letter(line.data[start])) {
      c.words++;
      c.lower += line.data[start] >= 'a' && at - start >= 4;
    }
    if (at < line.size) at++;
  }
  return c;
}

static bool is_entry(pv_str line, uint32_t page, uint32_t *next) {
  if (has_leaders(line)) return true;
  count c = count_line(line);
  if (c.last < page || c.last == 0 || (page && c.last > page + MOST_PAGES)) return false;
  if (c.words == 0 || c.words > c.numbers * WORDS_PER_ENTRY || c.lower * 2 > c.words + 2)
    return false;
  *next = c.last;
  return true;
}

static size_t title_at(pv_str line) {
  static const pv_str title = {"table of contents", 17};
  for (size_t at = 0; at + title.size <= line.size && at < PV_LONGEST_FURNITURE; at++)
    if (pv_str_equal_ignoring_case((pv_str){line.data + at, title.size}, title)) return at;
  return line.size;
}

static pv_str line_at(const pv_lines *lines, size_t i) {
  return pv_str_slice(lines->text, pv_line_trimmed(lines, i));
}

// Marks the entries behind the title on line `from`, and the title where nothing else is on its
// line; returns the line that the search goes on with.
static size_t mark_entries(const pv_lines *lines, size_t from, bool *marks) {
  uint32_t page = 0;
  bool alone = line_at(lines, from).size <= LONGEST_TITLE;
  size_t skipped = 0, behind = alone ? from : from + 1;
  for (size_t i = from; i < lines->count; i++) {
    pv_str line = line_at(lines, i);
    if (line.size == 0) continue;
    if (is_entry(line, page, &page)) {
      for (size_t k = behind; k <= i; k++) marks[k] = true;
      if (i == from) marks[i] = true;
      skipped = 0;
      behind = i + 1;
    } else if (i > from && (line.size > LONGEST_SKIPPED || ++skipped > MOST_SKIPPED)) {
      break;
    }
  }
  return behind > from ? behind : from + 1;
}

const bool *pv_contents_lines_find(pv_arena *arena, const pv_lines *lines) {
  bool *marks = PV_NEW_ARRAY(arena, bool, lines->count);
  for (size_t i = 0; i < lines->count; i++) {
    pv_str line = line_at(lines, i);
    if (line.size < 8) continue;
    if ((line.data[0] | 0x20) == 't' && title_at(line) < line.size)
      i = mark_entries(lines, i, marks) - 1;
    else if (line.size <= PV_LONGEST_FURNITURE && has_leaders(line))
      marks[i] = true;
  }
  return marks;
}
