#include "text/line.h"

enum { BYTES_PER_LINE = 128, MOST_BLANKS = 4 };

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// No-break spaces count as white space too: two bytes each.
static bool is_wide_blank(const char *at) { return at[0] == '\xC2' && at[1] == '\xA0'; }

static pv_span trim(const char *data, uint32_t start, uint32_t end) {
  for (;;) {
    if (start < end && is_blank(data[start]))
      start++;
    else if (end - start >= 2 && is_wide_blank(data + start))
      start += 2;
    else
      break;
  }
  for (;;) {
    if (start < end && is_blank(data[end - 1]))
      end--;
    else if (end - start >= 2 && is_wide_blank(data + end - 2))
      end -= 2;
    else
      break;
  }
  return (pv_span){start, end};
}

static const pv_span *trim_all(pv_arena *arena, pv_str text, const uint32_t *starts, size_t count) {
  pv_span *trimmed = PV_NEW_UNSET(arena, pv_span, count);
  for (size_t i = 0; i < count; i++)
    trimmed[i] = trim(text.data, starts[i], i + 1 < count ? starts[i + 1] : (uint32_t)text.size);
  return trimmed;
}

pv_lines pv_lines_find(pv_arena *arena, pv_str text) {
  size_t capacity = text.size / BYTES_PER_LINE + 16, count = 1;
  uint32_t *starts = PV_NEW_UNSET(arena, uint32_t, capacity);
  starts[0] = 0;
  const char *at = text.data, *end = text.data + text.size;
  while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
    at++;
    if (count == capacity) {
      starts =
          pv_arena_grow(arena, starts, capacity * sizeof *starts, capacity * 2 * sizeof *starts);
      capacity *= 2;
    }
    starts[count++] = (uint32_t)(at - text.data);
  }
  pv_arena_shrink(arena, starts, count * sizeof *starts);
  return (pv_lines){text, starts, trim_all(arena, text, starts, count), count};
}

static bool is_blank_line(const pv_lines *lines, size_t i) {
  pv_span at = pv_line_trimmed(lines, i);
  return at.start == at.end;
}

// Both look at no more than MOST_BLANKS lines: more make no difference.
size_t pv_line_blanks_before(const pv_lines *lines, size_t i) {
  size_t count = 0;
  while (i > count && count < MOST_BLANKS && is_blank_line(lines, i - count - 1)) count++;
  return i == count ? MOST_BLANKS : count;
}

size_t pv_line_blanks_behind(const pv_lines *lines, size_t i) {
  size_t count = 0;
  while (i + count + 1 < lines->count && count < MOST_BLANKS && is_blank_line(lines, i + count + 1))
    count++;
  return i + count + 1 == lines->count ? MOST_BLANKS : count;
}
