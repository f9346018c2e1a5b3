// Running headers and footers: short lines that come back, pages apart.
#include "text/furniture.h"

enum {
  SHORTEST = 4, // bytes
  LONGEST = 320,
  FEWEST = 4,         // times that a line comes back
  FEWEST_STOPPED = 6, // if it ends in a full stop
  PAGE_APART = 900,   // bytes between two of them
  NUMBERED = 12,      // bytes from which on numbers in it do not count
  FIRST_PAGE = 1500,
};

typedef struct {
  uint64_t hash; // 0: free
  uint32_t count;
  uint32_t last; // offset of the last one that counted
} entry;

typedef struct {
  entry *entries;
  size_t mask;
} table;

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// Lines with a number that is theirs: "Exhibit C-1" and "Exhibit C-2" are not the same line.
static bool starts_with_label(pv_str line) {
  static const pv_str labels[] = {{"exhibit", 7},  {"schedule", 8},    {"annex", 5},
                                  {"appendix", 8}, {"attachment", 10}, {"article", 7},
                                  {"section", 7}};
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    if (line.size >= labels[i].size &&
        pv_str_equal_ignoring_case((pv_str){line.data, labels[i].size}, labels[i]))
      return true;
  return false;
}

static bool may_run(pv_str line) {
  if (line.size < SHORTEST || line.size > LONGEST) return false;
  char first = line.data[0], last = line.data[line.size - 1];
  if (memchr(";:,", last, 3) || memchr(line.data, ':', line.size)) return false;
  if (first >= 'a' && first <= 'z') return false;
  if (!is_letter(first) && !is_digit(first) && !memchr("*\"", first, 2)) return false;
  size_t letters = 0, blanks = 0;
  for (size_t i = 0; i < line.size; i++) {
    letters += is_letter(line.data[i]);
    blanks += line.data[i] == '_' || (line.data[i] == '*' && i > 5);
    if (line.data[i] == '.' && i < 4 && is_digit(first)) return false; // "2. "
  }
  return letters >= 4 && blanks < 3;
}

static uint64_t hash_line(pv_str line) {
  bool keeps_digits = line.size < NUMBERED || starts_with_label(line);
  uint64_t hash = 0xCBF29CE484222325u;
  char before = ' ';
  for (size_t i = 0; i < line.size; i++) {
    char c = line.data[i];
    if (is_digit(c) && !keeps_digits) c = '0';
    if ((c == '0' || c == ' ') && c == before && !keeps_digits) continue;
    hash = (hash ^ (unsigned char)c) * 0x100000001B3u;
    before = c;
  }
  return hash | 1;
}

static entry *find(const table *t, uint64_t hash) {
  size_t slot = (hash ^ hash >> 32) & t->mask;
  while (t->entries[slot].hash && t->entries[slot].hash != hash) slot = (slot + 1) & t->mask;
  return &t->entries[slot];
}

static table make_table(pv_arena *arena, const pv_lines *lines) {
  size_t slots = 16;
  while (slots < lines->count * 2) slots *= 2;
  return (table){PV_NEW_ARRAY(arena, entry, slots), slots - 1};
}

const bool *pv_running_lines_find(pv_arena *arena, const pv_lines *lines) {
  bool *runs = PV_NEW_ARRAY(arena, bool, lines->count);
  table t = make_table(arena, lines);
  for (size_t i = 0; i < lines->count; i++) {
    pv_span at = pv_line_trimmed(lines, i);
    pv_str line = pv_str_slice(lines->text, at);
    if (!may_run(line)) continue;
    runs[i] = true;
    entry *e = find(&t, hash_line(line));
    if (e->hash && at.start - e->last < PAGE_APART) continue;
    *e = (entry){hash_line(line), e->count + 1, at.start};
  }
  // The first of them stays where it is the title, or says what comes.
  for (size_t i = 0; i < lines->count; i++) {
    if (!runs[i]) continue;
    pv_span at = pv_line_trimmed(lines, i);
    pv_str line = pv_str_slice(lines->text, at);
    entry *e = find(&t, hash_line(line));
    runs[i] = e->count >= (line.data[line.size - 1] == '.' ? FEWEST_STOPPED : FEWEST);
    if (!runs[i] || e->last == UINT32_MAX) continue;
    e->last = UINT32_MAX;
    if (at.start < FIRST_PAGE || starts_with_label(line)) runs[i] = false;
  }
  return runs;
}
