// place.c - countries, regions and "worldwide".
#include <string.h>

#include "base/str.h"
#include "value/place_names.h"
#include "value/reader.h"

// How `word` (of `size` bytes, any case) stands to the first word of `name`.
static int compare_first(const char *word, size_t size, const char *name) {
  for (size_t i = 0; i < size; i++) {
    char c = word[i] >= 'A' && word[i] <= 'Z' ? (char)(word[i] + ('a' - 'A')) : word[i];
    char n = name[i] == ' ' ? '\0' : name[i];
    if (c != n) return (unsigned char)c < (unsigned char)n ? -1 : 1;
  }
  return name[size] == '\0' || name[size] == ' ' ? 0 : -1;
}

// The first name that starts with the word, by binary search; the count of names if there is none.
static size_t first_name(pv_str word) {
  size_t low = 0, high = pv_place_name_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (compare_first(word.data, word.size, pv_place_names[middle].name) > 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// The token behind `name`, whose words stand from `at` on, or `at`.
static uint32_t match(const pv_value_reader *reader, uint32_t at, const char *name) {
  uint32_t next = at;
  while (*name) {
    size_t size = strcspn(name, " ");
    if (next > at) next = pv_reader_after_hyphen(reader, next);
    if (!pv_reader_is(reader, next, (pv_str){name, size})) return at;
    next++;
    name += size + (name[size] == ' ');
  }
  return next;
}

// "Bank of America": a company.
static bool is_company(const pv_value_reader *reader, const pv_value *place) {
  return place->first >= 2 && pv_reader_is(reader, place->first, PV_STR("america")) &&
         pv_reader_is(reader, place->first - 1, PV_STR("of"));
}

static bool read_name(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  const pv_token *token = &reader->tokens[at];
  pv_str word = pv_reader_bytes(reader, at);
  if (token->letters == PV_CASE_LOWER) return false;
  *value = (pv_value){.end = at};
  for (size_t i = first_name(word); i < pv_place_name_count; i++) {
    if (compare_first(word.data, word.size, pv_place_names[i].name) != 0) break;
    uint32_t end = match(reader, at, pv_place_names[i].name);
    bool is_acronym = strlen(pv_place_names[i].name) <= 3; // "Us" is a pronoun
    if (end <= value->end || (is_acronym && token->letters != PV_CASE_UPPER)) continue;
    *value = (pv_value){.kind = PV_VALUE_PLACE,
                        .first = at,
                        .end = end,
                        .unit = pv_str_from(pv_place_names[i].code)};
  }
  return value->end > at && !is_company(reader, value);
}

// Where "throughout the entire world" starts, given "world" at `at`; `at` if it stands alone, so
// that "the rest of the world" and "World Bank" are no place.
static uint32_t world_start(const pv_value_reader *reader, uint32_t at) {
  static const pv_word_row around[] = {{"across", 0, 0}, {"around", 0, 0},     {"entire", 0, 0},
                                       {"over", 0, 0},   {"throughout", 0, 0}, {"whole", 0, 0}};
  static const pv_word_row lands[] = {
      {"countries", 0, 0}, {"jurisdictions", 0, 0}, {"parts", 0, 0}, {"territories", 0, 0}};
  uint32_t first = at;
  bool is_whole = false;
  while (first > reader->floor) {
    if (pv_reader_row(reader, first - 1, around, sizeof around / sizeof *around))
      is_whole = true;
    else if (!pv_reader_is(reader, first - 1, PV_STR("the")))
      break;
    first--;
  }
  if (is_whole) return first;
  if (first == at || first < reader->floor + 2) return at;
  if (pv_reader_is(reader, first - 1, PV_STR("in")) &&
      pv_reader_is(reader, first - 2, PV_STR("anywhere")))
    return first - 2;
  bool is_of_lands = pv_reader_is(reader, first - 1, PV_STR("of")) &&
                     pv_reader_row(reader, first - 2, lands, sizeof lands / sizeof *lands);
  return is_of_lands ? first - 2 : at;
}

// "worldwide", "world-wide", "throughout the world", "the universe".
static bool read_world(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  bool is_universe = pv_reader_is(reader, at, PV_STR("universe"));
  *value =
      (pv_value){.kind = PV_VALUE_PLACE, .first = at, .end = at + 1, .unit = PV_STR("worldwide")};
  if (pv_reader_is(reader, at, PV_STR("worldwide"))) return true;
  if (!is_universe && !pv_reader_is(reader, at, PV_STR("world"))) return false;
  uint32_t wide = pv_reader_after_hyphen(reader, at + 1);
  if (!is_universe && pv_reader_is(reader, wide, PV_STR("wide"))) {
    value->end = wide + 1;
    return !pv_reader_is(reader, wide + 1, PV_STR("web"));
  }
  value->first = world_start(reader, at);
  return value->first < at;
}

bool pv_place_read(const pv_value_reader *reader, uint32_t at, pv_value *value) {
  return read_world(reader, at, value) || read_name(reader, at, value);
}
