#include "read/layout.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/str.h"

enum {
  MARGIN = 8,          // the part of a page's height, one in so many, where furniture stands
  FEWEST_PAGES = 3,    // that show it
  SHARE_OF_PAGES = 4,  // one in so many has to show it
  FEWEST_NUMBERS = 10, // of lines on a page
  MOST_NUMBERS = 200,  // that are looked at
  ALIGNED = 4,         // points
  LONGEST_MARK = 4,    // letters of the mark of an item
  FEWEST_BYTES = 20,   // of a line from which a sentence goes on
  SAME_HEIGHT = 6,     // points
  MOST_BESIDE = 64,    // blocks that one may have to its right
};

// Lines of one block, and the box around them.
typedef struct {
  size_t first, count;
  uint32_t page;
  int16_t box[4];
} block;

// A line near the edge of its page, by what it says but for its numbers.
typedef struct {
  uint64_t look;
  uint32_t page;
  uint32_t line;
} edge;

static void widen(int16_t box[4], const int16_t by[4]) {
  for (size_t i = 0; i < 4; i++)
    if (i < 2 ? by[i] < box[i] : by[i] > box[i]) box[i] = by[i];
}

// Does `b` stand left of `a` and beside it?
static bool goes_before(const block *b, const block *a) {
  return b->page == a->page && b->box[2] <= a->box[0] && b->box[1] < a->box[3] &&
         b->box[3] > a->box[1];
}

// Puts the last block where it belongs among those before it.
static void settle(block *blocks, size_t last) {
  block own = blocks[last];
  size_t at = last;
  while (at && last - at < MOST_BESIDE && goes_before(&own, &blocks[at - 1])) at--;
  memmove(blocks + at + 1, blocks + at, (last - at) * sizeof *blocks);
  blocks[at] = own;
}

void pv_layout_order(pv_layout *layout) {
  size_t count = layout->lines.count, block_count = 0, done = 0;
  const pv_layout_line *lines = layout->lines.items;
  if (!count) return;
  block *blocks = PV_NEW_ARRAY(layout->arena, block, count);
  for (size_t i = 0; i < count; i++) {
    bool is_new = !i || lines[i].block != lines[i - 1].block || lines[i].page != lines[i - 1].page;
    if (is_new && i) settle(blocks, block_count - 1);
    if (is_new) {
      blocks[block_count] = (block){.first = i, .page = lines[i].page};
      memcpy(blocks[block_count++].box, lines[i].box, sizeof lines[i].box);
    }
    blocks[block_count - 1].count++;
    widen(blocks[block_count - 1].box, lines[i].box);
  }
  settle(blocks, block_count - 1);
  pv_layout_line *ordered = PV_NEW_ARRAY(layout->arena, pv_layout_line, count);
  for (size_t i = 0; i < block_count; done += blocks[i++].count)
    memcpy(ordered + done, lines + blocks[i].first, blocks[i].count * sizeof *lines);
  layout->lines.items = ordered;
  layout->lines.capacity = count;
}

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

static int compare_tops(const void *a, const void *b) {
  const pv_layout_line *x = *(pv_layout_line *const *)a, *y = *(pv_layout_line *const *)b;
  if (x->box[1] != y->box[1]) return x->box[1] < y->box[1] ? -1 : 1;
  return x < y ? -1 : x > y;
}

static bool is_aligned(const pv_layout_line *a, const pv_layout_line *b) {
  return abs(a->box[0] - b->box[0]) <= ALIGNED || abs(a->box[2] - b->box[2]) <= ALIGNED;
}

// Numbers below each other that count up by one; what stands between them does not matter.
static void drop_run(pv_layout_line **lines, size_t count, size_t first) {
  size_t run = 1, last = first;
  for (size_t i = first + 1; i < count; i++)
    if (number_of(lines[i]) == number_of(lines[last]) + 1 && is_aligned(lines[i], lines[last]))
      run++, last = i;
  if (run < FEWEST_NUMBERS) return;
  lines[first]->is_left_out = true;
  for (size_t i = first + 1, at = first; i < count; i++) {
    if (number_of(lines[i]) != number_of(lines[at]) + 1 || !is_aligned(lines[i], lines[at]))
      continue;
    lines[i]->is_left_out = true;
    at = i;
  }
}

// Do but few of the lines of the page begin left of where the number ends? Those of a table begin
// where the text does.
static bool is_in_margin(const pv_layout_line *lines, size_t count, const pv_layout_line *number) {
  size_t left = 0;
  for (size_t i = 0; i < count; i++)
    left += number_of(&lines[i]) < 0 && lines[i].box[0] < number->box[2];
  return left * MARGIN <= count;
}

// The numbers at the side of the lines of a page.
static void drop_line_numbers(pv_layout *layout) {
  pv_layout_line *lines = layout->lines.items, *numbers[MOST_NUMBERS];
  for (size_t first = 0, end; first < layout->lines.count; first = end) {
    size_t count = 0;
    for (end = first; end < layout->lines.count && lines[end].page == lines[first].page; end++)
      if (number_of(&lines[end]) >= 0 && count < MOST_NUMBERS) numbers[count++] = &lines[end];
    if (count < FEWEST_NUMBERS) continue;
    qsort(numbers, count, sizeof *numbers, compare_tops);
    for (size_t i = 0; i < count; i++)
      if (!numbers[i]->is_left_out && is_in_margin(lines + first, end - first, numbers[i]))
        drop_run(numbers, count, i);
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

static bool starts_lower(pv_str text) {
  return text.size && text.data[0] >= 'a' && text.data[0] <= 'z';
}

// "a. ", "iv)"
static bool starts_with_mark(pv_str text) {
  size_t letters = 0;
  while (letters < text.size && is_letter(text.data[letters])) letters++;
  return letters <= LONGEST_MARK && letters < text.size && strchr(".)", text.data[letters]);
}

// Does a sentence go on from one block to the next, or from one page to the next?
static bool goes_on(const pv_layout_line *before, const pv_layout_line *line) {
  return before->text.size >= FEWEST_BYTES && !ends_sentence(before->text) &&
         starts_lower(line->text) && !starts_with_mark(line->text);
}

// Does a paragraph begin with `line`, behind `before`? In a block it does where there is a blank
// line between them, or where the last line is done and this one starts elsewhere.
static bool begins(const pv_layout_line *before, const pv_layout_line *line) {
  if (before->block != line->block || before->page != line->page) return !goes_on(before, line);
  int height = height_of(before) > 0 ? height_of(before) : 1;
  if (line->box[1] - before->box[3] > height * 3 / 4) return true;
  bool is_indented = abs(line->box[0] - before->box[0]) > height;
  bool is_short = before->box[2] < line->box[2] - 4 * height;
  return ends_sentence(before->text) && (is_indented || is_short);
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
