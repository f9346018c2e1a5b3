#include "write/place.h"

#include "base/str.h"
#include "base/utf8.h"

static uint32_t count(const pv_text *text, uint32_t start, uint32_t end) {
  return (uint32_t)pv_utf8_count(pv_str_slice(text->bytes, (pv_span){start, end}));
}

static bool is_on_line(const pv_text *text, size_t line, uint32_t offset) {
  return text->lines[line] <= offset &&
         (line + 1 == text->line_count || offset < text->lines[line + 1]);
}

static size_t find_line(const pv_text *text, uint32_t offset) {
  size_t low = 0;
  for (size_t high = text->line_count; high - low > 1;) {
    size_t middle = low + (high - low) / 2;
    if (text->lines[middle] <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

void pv_placer_find(pv_placer *placer, uint32_t offset, uint32_t *line, uint32_t *column) {
  const pv_text *text = placer->text;
  *line = *column = 1;
  if (!text || !text->line_count) return;
  if (offset > text->bytes.size) offset = (uint32_t)text->bytes.size;
  if (!is_on_line(text, placer->line, offset) || !is_on_line(text, placer->line, placer->offset)) {
    placer->line = find_line(text, offset);
    placer->offset = text->lines[placer->line];
    placer->before = 0;
  }
  uint32_t start = text->lines[placer->line];
  if (offset >= placer->offset)
    placer->before += count(text, placer->offset, offset);
  else if (placer->offset - offset < offset - start)
    placer->before -= count(text, offset, placer->offset);
  else
    placer->before = count(text, start, offset);
  placer->offset = offset;
  *line = (uint32_t)placer->line + 1;
  *column = placer->before + 1;
}
