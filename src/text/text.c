#include "text/text.h"

#include "text/furniture.h"
#include "text/lookup.h"
#include "text/stages.h"

static pv_spans spans_of(pv_arena *arena, const pv_furniture_list *furniture) {
  pv_span *spans = PV_NEW_ARRAY(arena, pv_span, furniture->count);
  for (size_t i = 0; i < furniture->count; i++) spans[i] = furniture->items[i].at;
  return (pv_spans){spans, furniture->count};
}

const pv_text *pv_text_read(pv_arena *arena, pv_str bytes, const pv_vocabulary *vocabulary,
                            pv_diagnostics *diagnostics) {
  pv_lines lines = pv_lines_find(arena, bytes);
  pv_furniture_list furniture = pv_furniture_find(arena, &lines);
  pv_text *text = PV_NEW(arena, pv_text);
  *text = (pv_text){
      .bytes = bytes,
      .vocabulary = vocabulary,
      .furniture = furniture.items,
      .furniture_count = furniture.count,
      .lines = lines.starts,
      .line_count = lines.count,
  };
  text->tokens = pv_tokenize(arena, bytes, vocabulary, spans_of(arena, &furniture));
  pv_sentence_list sentences = pv_sentences_split(arena, text, diagnostics);
  pv_languages_flag(text, sentences, diagnostics);
  text->sections = pv_sections_read(arena, text, sentences);
  text->sentences = (pv_sentences){sentences.items, sentences.count};
  return text;
}

void pv_text_place(const pv_text *text, uint32_t offset, uint32_t *line, uint32_t *column) {
  size_t low = 0, high = text->line_count;
  while (high - low > 1) {
    size_t middle = (low + high) / 2;
    if (text->lines[middle] <= offset)
      low = middle;
    else
      high = middle;
  }
  *line = (uint32_t)low + 1;
  *column = 1;
  for (uint32_t i = text->lines[low]; i < offset && i < text->bytes.size; i++)
    *column += ((unsigned char)text->bytes.data[i] & 0xC0) != 0x80;
}

uint32_t pv_text_sentence_at(const pv_text *text, uint32_t token) {
  size_t low = 0, high = text->sentences.count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    const pv_sentence *s = &text->sentences.items[middle];
    if (token >= s->end)
      low = middle + 1;
    else if (token < s->lead)
      high = middle;
    else
      return (uint32_t)middle;
  }
  return PV_NO_SENTENCE;
}
