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
  MOST_BLANKS = 3, // to be filled in: a line with so many is a form
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

static uint64_t mix(uint64_t hash, uint64_t bytes) {
  hash = (hash ^ bytes) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 32;
}

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

static bool has_letters(pv_str line, size_t count) {
  for (size_t i = 0; i < line.size && count; i++) count -= is_letter(line.data[i]);
  return count == 0;
}

// How often `mark` stands in the line from `from` on, as far as it matters.
static size_t count_blanks(pv_str line, size_t from, char mark) {
  size_t count = 0;
  const char *end = line.data + line.size;
  for (const char *at = line.data + from; count < MOST_BLANKS && at < end; at++, count++)
    if (!(at = memchr(at, mark, (size_t)(end - at)))) break;
  return count;
}

static bool may_run(pv_str line) {
  if (line.size < SHORTEST || line.size > LONGEST) return false;
  char first = line.data[0], last = line.data[line.size - 1];
  if (memchr(";:,", last, 3) || memchr(line.data, ':', line.size)) return false;
  if (first >= 'a' && first <= 'z') return false;
  if (!is_letter(first) && !is_digit(first) && !memchr("*\"", first, 2)) return false;
  if (is_digit(first) && memchr(line.data, '.', 4)) return false; // "2. "
  if (!has_letters(line, 4)) return false;
  size_t stars = line.size > 6 ? count_blanks(line, 6, '*') : 0;
  return stars + count_blanks(line, 0, '_') < MOST_BLANKS;
}

// Eight bytes at a time; digits count as one zero, and blanks as one blank, where they do not tell
// lines apart.
static uint64_t hash_line(pv_str line) {
  bool keeps_digits = line.size < NUMBERED || starts_with_label(line);
  uint64_t hash = 0xCBF29CE484222325u, bytes = 0;
  unsigned count = 0;
  char before = ' ';
  for (size_t i = 0; i < line.size; i++) {
    char c = line.data[i];
    if (is_digit(c) && !keeps_digits) c = '0';
    if ((c == '0' || c == ' ') && c == before && !keeps_digits) continue;
    bytes = bytes << 8 | (unsigned char)c;
    if (++count % 8 == 0) hash = mix(hash, bytes);
    before = c;
  }
  return mix(mix(hash, bytes), count) | 1;
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

// A line that may come back.
typedef struct {
  size_t line;
  uint64_t hash;
} candidate;

typedef PV_VECTOR(candidate) candidates;

static candidates find_candidates(pv_arena *arena, const pv_lines *lines) {
  candidates found = {0};
  for (size_t i = 0; i < lines->count; i++) {
    pv_str line = line_at(lines, i);
    if (may_run(line)) PV_PUSH(arena, &found, ((candidate){i, hash_line(line)}));
  }
  return found;
}

static void count_line(const table *t, uint64_t hash, pv_str line, uint32_t start) {
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
  candidates all = find_candidates(arena, lines);
  table t = make_table(arena, all.count);
  for (size_t i = 0; i < all.count; i++) {
    size_t k = all.items[i].line;
    count_line(&t, all.items[i].hash, line_at(lines, k), pv_line_trimmed(lines, k).start);
  }
  for (size_t i = 0; i < all.count; i++) {
    size_t k = all.items[i].line;
    pv_str line = line_at(lines, k);
    entry *e = find(&t, all.items[i].hash);
    runs[k] = e->count >= (line.data[line.size - 1] == '.' ? FEWEST_STOPPED : FEWEST);
    if (!runs[k] || e->last == UINT32_MAX) continue;
    e->last = UINT32_MAX; // the first one is behind us
    if (is_kept(line, pv_line_trimmed(lines, k).start)) runs[k] = false;
  }
  return runs;
}
