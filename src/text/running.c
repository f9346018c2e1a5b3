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
  uint32_t last;   // offset of the last one that counted
  uint32_t number; // that it starts with, 0 for none
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

static uint32_t first_number(pv_str line) {
  uint32_t number = 0;
  for (size_t i = 0; i < line.size && i < 6 && is_digit(line.data[i]); i++)
    number = number * 10 + (uint32_t)(line.data[i] - '0');
  return number;
}

static entry *find(const table *t, uint64_t hash) {
  size_t slot = (hash ^ hash >> 32) & t->mask;
  while (t->entries[slot].hash && t->entries[slot].hash != hash) slot = (slot + 1) & t->mask;
  return &t->entries[slot];
}

// At most half full.
static table make_table(pv_arena *arena, size_t count) {
  size_t slots = 16;
  while (slots < count * 2) slots *= 2;
  return (table){PV_NEW_ARRAY(arena, entry, slots), slots - 1};
}

static pv_str line_at(const pv_lines *lines, size_t i) {
  return pv_str_slice(lines->text, pv_line_trimmed(lines, i));
}

// Marks the lines that look like it and returns how many there are.
static size_t mark_candidates(const pv_lines *lines, bool *marks) {
  size_t count = 0;
  for (size_t i = 0; i < lines->count; i++) count += marks[i] = may_run(line_at(lines, i));
  return count;
}

static void count_line(const table *t, pv_str line, uint32_t start) {
  uint64_t hash = hash_line(line);
  entry *e = find(t, hash);
  uint32_t number = first_number(line);
  if (e->hash) {
    if (start - e->last < PAGE_APART) return;
    // "10 Wallpapers" comes back as it is, "10 Supply Agreement" is counted up.
    if (number && number == e->number) return;
  }
  *e = (entry){hash, e->count + 1, start, number};
}

// The first one stays where it may be the title, a sentence, or say what comes.
static bool is_kept(pv_str line, uint32_t start) {
  return start < FIRST_PAGE || line.data[line.size - 1] == '.' || starts_with_label(line);
}

const bool *pv_running_lines_find(pv_arena *arena, const pv_lines *lines) {
  bool *runs = PV_NEW_ARRAY(arena, bool, lines->count);
  table t = make_table(arena, mark_candidates(lines, runs));
  for (size_t i = 0; i < lines->count; i++)
    if (runs[i]) count_line(&t, line_at(lines, i), pv_line_trimmed(lines, i).start);
  for (size_t i = 0; i < lines->count; i++) {
    if (!runs[i]) continue;
    pv_str line = line_at(lines, i);
    entry *e = find(&t, hash_line(line));
    runs[i] = e->count >= (line.data[line.size - 1] == '.' ? FEWEST_STOPPED : FEWEST);
    if (!runs[i] || e->last == UINT32_MAX) continue;
    e->last = UINT32_MAX; // the first one is behind us
    if (is_kept(line, pv_line_trimmed(lines, i).start)) runs[i] = false;
  }
  return runs;
}
