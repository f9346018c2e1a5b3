#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>

int pv_str_compare(pv_str a, pv_str b) {
  size_t shared = a.size < b.size ? a.size : b.size;
  int order = shared ? memcmp(a.data, b.data, shared) : 0;
  return order ? order : (a.size > b.size) - (a.size < b.size);
}

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c; }

bool pv_str_equal_ignoring_case(pv_str a, pv_str b) {
  if (a.size != b.size) return false;
  for (size_t i = 0; i < a.size; i++)
    if (lower(a.data[i]) != lower(b.data[i])) return false;
  return true;
}

bool pv_str_starts_with(pv_str text, pv_str prefix) {
  return text.size >= prefix.size && pv_str_equal((pv_str){text.data, prefix.size}, prefix);
}

bool pv_str_ends_with(pv_str text, pv_str suffix) {
  return text.size >= suffix.size &&
         pv_str_equal((pv_str){text.data + (text.size - suffix.size), suffix.size}, suffix);
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

pv_str pv_str_trim(pv_str text) {
  while (text.size && is_blank(text.data[text.size - 1])) text.size--;
  while (text.size && is_blank(text.data[0])) text.data++, text.size--;
  return text;
}

pv_str pv_str_copy(pv_arena *arena, pv_str text) {
  char *copy = pv_arena_alloc(arena, text.size + 1);
  if (text.size) memcpy(copy, text.data, text.size);
  return (pv_str){copy, text.size};
}

pv_str pv_str_printf(pv_arena *arena, const char *format, ...) {
  va_list args, again;
  va_start(args, format);
  va_copy(again, args);
  int size = vsnprintf(NULL, 0, format, args);
  va_end(args);
  char *text = pv_arena_alloc(arena, (size_t)(size < 0 ? 0 : size) + 1);
  if (size > 0) vsnprintf(text, (size_t)size + 1, format, again);
  va_end(again);
  return (pv_str){text, size < 0 ? 0 : (size_t)size};
}

enum { LONGEST_NAME = 40 };

// The number of letters to insert, drop or change (Levenshtein's distance), `LONGEST_NAME` if long.
static size_t distance(pv_str a, pv_str b) {
  size_t row[LONGEST_NAME + 1];
  if (a.size > LONGEST_NAME || b.size > LONGEST_NAME) return LONGEST_NAME;
  for (size_t j = 0; j <= b.size; j++) row[j] = j;
  for (size_t i = 1; i <= a.size; i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size; j++) {
      size_t change = diagonal + (lower(a.data[i - 1]) != lower(b.data[j - 1]));
      diagonal = row[j];
      size_t least = row[j - 1] < row[j] ? row[j - 1] + 1 : row[j] + 1;
      row[j] = change < least ? change : least;
    }
  }
  return row[b.size];
}

pv_str pv_str_nearest(pv_str word, const pv_str *names, size_t count) {
  size_t limit = word.size / 3 > 2 ? word.size / 3 : 2;
  pv_str nearest = {"", 0};
  for (size_t i = 0; i < count; i++) {
    size_t d = distance(word, names[i]);
    if (d >= names[i].size || d > limit) continue;
    nearest = names[i];
    limit = d ? d - 1 : 0;
    if (!d) break;
  }
  return nearest;
}
