#include "read/layout.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/str.h"

enum {
  MARGIN = 8,          // the part of a page's height, one in so many, where furniture stands
  FEWEST_PAGES = 3,    // that show it
  SHARE_OF_PAGES = 4,  // one in so many has to show it
  FEWEST_NUMBERS = 10, // of lines on a page
  SAME_HEIGHT = 6,     // points
};

// A line near the edge of its page, by what it says but for its numbers.
typedef struct {
  uint64_t look;
  uint32_t page;
  uint32_t line;
} edge;

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_at_edge(const pv_layout *layout, const pv_layout_line *line) {
  int height = layout->heights.items[line->page - 1];
  return line->box[1] * MARGIN < height || line->box[3] * MARGIN > height * (MARGIN - 1);
}

static uint64_t look_of(const pv_layout_line *line) {
  uint64_t look = pv_hash_byte(PV_HASH_START, (unsigned char)(line->box[1] / SAME_HEIGHT));
  for (size_t i = 0; i < line->text.size; i++) {
    char c = line->text.data[i];
    if (!is_digit(c) && c != ' ') look = pv_hash_byte(look, (unsigned char)c);
  }
  return look;
}

static int compare_edges(const void *a, const void *b) {
  const edge *x = a, *y = b;
  if (x->look != y->look) return x->look < y->look ? -1 : 1;
  return x->line < y->line ? -1 : x->line > y->line;
}

// "7", "- 7 -", "[7]"
static bool is_page_number(pv_str text) {
  bool has_digit = false;
  for (size_t i = 0; i < text.size; i++) {
    if (is_letter(text.data[i])) return false;
    has_digit |= is_digit(text.data[i]);
  }
  return has_digit && text.size < 12;
}

static void drop_group(pv_layout *layout, const edge *group, size_t count) {
  size_t pages = 0;
  for (size_t i = 0; i < count; i++) pages += i == 0 || group[i].page != group[i - 1].page;
  if (pages < FEWEST_PAGES || pages * SHARE_OF_PAGES < layout->heights.count) return;
  for (size_t i = 0; i < count; i++) layout->lines.items[group[i].line].is_left_out = true;
}

static void drop_edges(pv_layout *layout) {
  edge *edges = PV_NEW_ARRAY(layout->arena, edge, layout->lines.count);
  size_t count = 0;
  for (size_t i = 0; i < layout->lines.count; i++) {
    pv_layout_line *line = &layout->lines.items[i];
    if (!is_at_edge(layout, line)) continue;
    line->is_left_out = is_page_number(line->text);
    edges[count++] = (edge){look_of(line), line->page, (uint32_t)i};
  }
  if (count) qsort(edges, count, sizeof *edges, compare_edges);
  for (size_t first = 0, end; first < count; first = end) {
    for (end = first + 1; end < count && edges[end].look == edges[first].look;) end++;
    drop_group(layout, edges + first, end - first);
  }
}

// The number that is all of the line, or -1.
static long number_of(const pv_layout_line *line) {
  long number = 0;
  if (line->text.size == 0 || line->text.size > 4) return -1;
  for (size_t i = 0; i < line->text.size; i++) {
    if (!is_digit(line->text.data[i])) return -1;
    number = number * 10 + (line->text.data[i] - '0');
  }
  return number;
}

// Lines that count up by one from line to line, in a row.
static void drop_line_numbers(pv_layout *layout) {
  pv_layout_line *lines = layout->lines.items;
  for (size_t first = 0, end; first < layout->lines.count; first = end) {
    long number = number_of(&lines[first]);
    end = first + 1;
    if (number < 0) continue;
    while (end < layout->lines.count && lines[end].page == lines[first].page &&
           number_of(&lines[end]) == number + (long)(end - first))
      end++;
    for (size_t i = first; i < end && end - first >= FEWEST_NUMBERS; i++)
      lines[i].is_left_out = true;
  }
}

void pv_layout_drop_furniture(pv_layout *layout) {
  drop_edges(layout);
  drop_line_numbers(layout);
}

static int height_of(const pv_layout_line *line) { return line->box[3] - line->box[1]; }

static bool ends_sentence(pv_str text) {
  return text.size && strchr(".:;", text.data[text.size - 1]) != NULL;
}

// Does a paragraph begin with `line`, behind `before`? In a block it does where there is a blank
// line between them, or where the last line is done and this one starts elsewhere.
static bool begins(const pv_layout_line *before, const pv_layout_line *line) {
  if (before->block != line->block || before->page != line->page) return true;
  int height = height_of(before) > 0 ? height_of(before) : 1;
  if (line->box[1] - before->box[3] > height * 3 / 4) return true;
  bool is_indented = abs(line->box[0] - before->box[0]) > height;
  bool is_short = before->box[2] < line->box[2] - 4 * height;
  return ends_sentence(before->text) && (is_indented || is_short);
}

static bool starts_lower(pv_str text) {
  return text.size && text.data[0] >= 'a' && text.data[0] <= 'z';
}

// "distri-" before "butor". What comes before a hyphen that belongs there is short: non-, self-,
// co-.
static bool is_divided(pv_str text, pv_str next) {
  size_t letters = 0;
  if (text.size < 2 || text.data[text.size - 1] != '-' || !starts_lower(next)) return false;
  while (letters + 1 < text.size && is_letter(text.data[text.size - 2 - letters])) letters++;
  bool is_compound = letters + 1 < text.size && text.data[text.size - 2 - letters] == '-';
  return letters > 4 && !is_compound;
}

void pv_layout_write(const pv_layout *layout, pv_builder *builder) {
  const pv_layout_line *before = NULL;
  for (size_t i = 0; i < layout->lines.count; i++) {
    const pv_layout_line *line = &layout->lines.items[i];
    if (line->is_left_out) continue;
    if (before && begins(before, line)) {
      pv_builder_add(builder, before->text);
      pv_builder_end_paragraph(builder);
    } else if (before && is_divided(before->text, line->text)) {
      pv_builder_add(builder, (pv_str){before->text.data, before->text.size - 1});
    } else if (before) {
      pv_builder_add(builder, before->text);
      if (before->text.data[before->text.size - 1] != '-') pv_builder_add(builder, PV_STR(" "));
    }
    pv_origin place = {.kind = PV_ORIGIN_PAGE, .number = line->page};
    memcpy(place.box, line->box, sizeof place.box);
    pv_builder_locate(builder, place);
    before = line;
  }
  if (before) pv_builder_add(builder, before->text);
}
