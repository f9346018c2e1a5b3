#include "text/furniture.h"

enum {
  PAGE_BREAK = 3, // blank lines that stand for the end of a page
  PAGE_GAP = 3,   // blanks before a page number at the end of a line
  RULE_LENGTH = 3,
  MOST_PAGES = 999,
};

typedef struct {
  pv_arena *arena;
  const pv_lines *lines;
  pv_furniture_list found;
  uint32_t page; // the last page number, 0 before the first
} finder;

static void add(finder *f, pv_span at, pv_furniture_kind kind) {
  PV_PUSH(f->arena, &f->found, ((pv_furniture){at, kind}));
}

// "-----", "=====", "_____", and box drawing, with blanks between.
static bool is_rule(pv_str line) {
  size_t marks = 0;
  for (size_t i = 0; i < line.size; i++) {
    char c = line.data[i];
    if (c == '-' || c == '=' || c == '_' || c == '~')
      marks++;
    else if (c == '\xE2' && line.size - i >= 3 && (line.data[i + 1] & '\xFE') == '\x94')
      marks++, i += 2; // U+2500 to U+257F
    else if (c != ' ' && c != '\t')
      return false;
  }
  return marks >= RULE_LENGTH;
}

// Does `number` count on from the last page?
static bool counts_on(const finder *f, uint32_t number) {
  return number == f->page + 1 || number == f->page + 2;
}

// Is line `i` the last one on its page?
static bool ends_page(const finder *f, size_t i) {
  size_t blanks = pv_line_blanks_behind(f->lines, i);
  if (blanks >= PAGE_BREAK) return true;
  // Fewer blank lines than make a page break: there is a line behind them.
  pv_str next = pv_str_slice(f->lines->text, pv_line_trimmed(f->lines, i + blanks + 1));
  return pv_str_starts_with(next, PV_STR("Source: "));
}

static bool is_page_number(finder *f, pv_str line, size_t i) {
  uint32_t number = 0;
  bool marked;
  if (!pv_page_number_read(line, &number, &marked)) return false;
  if (!marked) {
    if (number > MOST_PAGES) return false;
    size_t before = pv_line_blanks_before(f->lines, i);
    size_t behind = pv_line_blanks_behind(f->lines, i);
    if (before == 0 || behind == 0) return false;
    if (before < PAGE_BREAK && !ends_page(f, i) && !counts_on(f, number)) return false;
  }
  f->page = number;
  return true;
}

// Dashes under a word, that stood on the next line: "the Net Sales   ---------   of".
static void find_rules(finder *f, pv_span piece) {
  const char *data = f->lines->text.data;
  uint32_t at = piece.start;
  const char *dash;
  while (at < piece.end && (dash = memchr(data + at, '-', piece.end - at))) {
    uint32_t start = (uint32_t)(dash - data), end = start;
    while (end < piece.end && data[end] == '-') end++;
    at = end;
    bool apart =
        (start == piece.start || data[start - 1] == ' ') && (end == piece.end || data[end] == ' ');
    if (apart && end - start >= RULE_LENGTH) add(f, (pv_span){start, end}, PV_FURNITURE_RULE);
  }
}

// Where the next footer "Source: …" of the piece starts; `end` is set behind it. At the end of the
// piece: there is none.
static uint32_t find_source(const finder *f, pv_span piece, uint32_t *end) {
  const char *data = f->lines->text.data;
  uint32_t at = piece.start;
  const char *colon;
  while (at < piece.end && (colon = memchr(data + at, ':', piece.end - at))) {
    uint32_t label = (uint32_t)(colon - data);
    at = label + 1;
    if (label < piece.start + 6 || memcmp(data + label - 6, "Source", 6) != 0) continue;
    uint32_t start = label - 6;
    if (start > piece.start && data[start - 1] != ' ') continue;
    *end = pv_source_footer_end(f->lines->text, start, piece.end);
    if (*end != start) return start;
  }
  *end = piece.end;
  return piece.end;
}

// The number of the page, where the text of its last line ends in it; `line.end` if none does.
static uint32_t find_page_number_at_end(finder *f, pv_span line, size_t i) {
  char last = f->lines->text.data[line.end - 1];
  bool possible = (last >= '0' && last <= '9') || last == '-' || memchr("ivxIVX", last, 6);
  if (!possible || !ends_page(f, i)) return line.end;
  uint32_t number = 0;
  size_t gap = 0;
  pv_span at = pv_page_number_at_end(f->lines->text, line, &number, &gap);
  if (at.start == at.end || (gap < PAGE_GAP && !counts_on(f, number))) return line.end;
  f->page = number;
  return at.start;
}

static void find_in_line(finder *f, pv_span line, size_t i) {
  pv_span rest = {line.start, find_page_number_at_end(f, line, i)};
  while (rest.start < rest.end) {
    uint32_t end, source = find_source(f, rest, &end);
    find_rules(f, (pv_span){rest.start, source});
    if (source < rest.end) add(f, (pv_span){source, end}, PV_FURNITURE_SOURCE);
    rest.start = end;
  }
  if (rest.end < line.end) add(f, (pv_span){rest.end, line.end}, PV_FURNITURE_PAGE_NUMBER);
}

pv_furniture_list pv_furniture_find(pv_arena *arena, const pv_lines *lines) {
  finder f = {.arena = arena, .lines = lines};
  const bool *runs = pv_running_lines_find(arena, lines);
  const bool *contents = pv_contents_lines_find(arena, lines);
  for (size_t i = 0; i < lines->count; i++) {
    pv_span at = pv_line_trimmed(lines, i);
    if (at.start == at.end) continue;
    pv_str line = pv_str_slice(lines->text, at);
    if (contents[i])
      add(&f, at, PV_FURNITURE_CONTENTS);
    else if (runs[i])
      add(&f, at, PV_FURNITURE_RUNNING);
    else if (line.size > PV_LONGEST_FURNITURE)
      find_in_line(&f, at, i);
    else if (is_rule(line))
      add(&f, at, PV_FURNITURE_RULE);
    else if (is_page_number(&f, line, i))
      add(&f, at, PV_FURNITURE_PAGE_NUMBER);
    else
      find_in_line(&f, at, i);
  }
  return f.found;
}
