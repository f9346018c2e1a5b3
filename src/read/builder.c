#include "read/builder.h"

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"

// What goes before the next text, the stronger one last.
enum { GAP_NONE, GAP_CELL, GAP_PARAGRAPH };

void pv_builder_begin(pv_builder *builder, pv_reading *reading) {
  *builder = (pv_builder){.reading = reading, .text = {.arena = reading->arena}};
  reading->encoding = PV_STR("utf-8");
}

void pv_builder_locate(pv_builder *builder, pv_origin place) {
  builder->place = place;
  builder->is_placed = false;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool pv_builder_has_text(const pv_builder *builder) { return builder->text.size > builder->start; }

// Room for text: the gap before it is written, its place known.
static void open_text(pv_builder *builder) {
  static const pv_str gaps[] = {
      [GAP_NONE] = {"", 0}, [GAP_CELL] = {"\t", 1}, [GAP_PARAGRAPH] = {"\n\n", 2}};
  if (!pv_builder_has_text(builder)) {
    if (builder->text.size) pv_buffer_add(&builder->text, gaps[builder->gap]);
    builder->start = builder->text.size;
    builder->gap = GAP_NONE;
  }
  if (!builder->is_placed) {
    pv_locators_add(builder->reading->arena, &builder->reading->places,
                    (uint32_t)builder->text.size, builder->place);
    builder->is_placed = true;
  }
}

static bool has_room(pv_builder *builder, size_t size) {
  if (size > PV_LIMIT_TEXT - builder->text.size) builder->too_long = true;
  return !builder->too_long;
}

// The bytes of an invisible character at `at`: a soft hyphen, a mark of byte order, no width; or 0.
static size_t invisible(const unsigned char *at, size_t left) {
  if (at[0] == 0xC2) return left > 1 && at[1] == 0xAD ? 2 : 0;
  if (left < 3) return 0;
  if (at[0] == 0xE2) return at[1] == 0x80 && at[2] == 0x8B ? 3 : 0;
  return at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF ? 3 : 0;
}

// In place; returns how many bytes are left.
static size_t clean(char *text, size_t size) {
  unsigned char *at = (unsigned char *)text, *end = at + size, *to = at;
  while (at < end) {
    unsigned char c = *at;
    if (c < ' ' || c == 0x7F) {
      *to++ = c == '\t' ? '\t' : ' ';
      at++;
      continue;
    }
    size_t gone = c < 0xC2 ? 0 : invisible(at, (size_t)(end - at));
    if (gone)
      at += gone;
    else
      *to++ = *at++;
  }
  return (size_t)(to - (unsigned char *)text);
}

void pv_builder_add(pv_builder *builder, pv_str text) {
  if (!pv_builder_has_text(builder))
    while (text.size && is_blank(*text.data)) text.data++, text.size--;
  if (!text.size || !has_room(builder, text.size + 2)) return;
  open_text(builder);
  size_t from = builder->text.size;
  pv_buffer_add(&builder->text, text);
  builder->text.size = from + clean(builder->text.data + from, text.size);
}

void pv_builder_add_char(pv_builder *builder, uint32_t codepoint) {
  char bytes[4];
  bool good = codepoint && codepoint <= 0x10FFFF && !(codepoint >= 0xD800 && codepoint <= 0xDFFF);
  size_t size = pv_utf8_put(good ? codepoint : 0xFFFD, bytes);
  pv_builder_add(builder, (pv_str){bytes, size});
}

static void trim_end(pv_builder *builder) {
  while (pv_builder_has_text(builder) && is_blank(builder->text.data[builder->text.size - 1]))
    builder->text.size--;
}

void pv_builder_break_line(pv_builder *builder) {
  if (pv_builder_has_text(builder) && has_room(builder, 1))
    pv_buffer_add_char(&builder->text, '\n');
}

void pv_builder_end_paragraph(pv_builder *builder) {
  trim_end(builder);
  if (!pv_builder_has_text(builder)) return;
  builder->paragraphs++;
  builder->start = builder->text.size;
  builder->gap = GAP_PARAGRAPH;
}

void pv_builder_splice(pv_builder *builder, const pv_reading *from, pv_span part, pv_str before,
                       pv_str behind) {
  pv_str text = pv_str_slice(from->text, part);
  pv_str trimmed = pv_str_trim(text);
  if (!trimmed.size || !has_room(builder, text.size + before.size + behind.size + 4)) return;
  pv_builder_end_paragraph(builder);
  part.start += (uint32_t)(trimmed.data - text.data);
  part.end = part.start + (uint32_t)trimmed.size;
  const pv_origin *place = pv_locators_find(&from->places, part.start);
  pv_origin own = builder->place;
  if (place) pv_builder_locate(builder, *place);
  open_text(builder);
  pv_buffer_add(&builder->text, before);
  uint32_t shift = (uint32_t)builder->text.size - part.start;
  pv_buffer_add(&builder->text, trimmed);
  for (size_t i = 0; i < from->places.count; i++) {
    const pv_locator *locator = &from->places.items[i];
    if (locator->text > part.start && locator->text < part.end)
      pv_locators_add(builder->reading->arena, &builder->reading->places, locator->text + shift,
                      locator->source);
  }
  pv_buffer_add(&builder->text, behind);
  pv_builder_end_paragraph(builder);
  pv_builder_locate(builder, own);
}

void pv_builder_begin_cell(pv_builder *builder) {
  pv_builder_end_paragraph(builder);
  if (builder->depth < PV_LIMIT_TABLE_DEPTH) builder->cells[builder->depth] = builder->paragraphs;
  builder->depth++;
}

void pv_builder_end_cell(pv_builder *builder) {
  pv_builder_end_paragraph(builder);
  if (!builder->depth || --builder->depth >= PV_LIMIT_TABLE_DEPTH) return;
  if (builder->paragraphs == builder->cells[builder->depth] + 1) builder->gap = GAP_CELL;
}

void pv_builder_end_row(pv_builder *builder) {
  pv_builder_end_paragraph(builder);
  if (builder->gap == GAP_CELL) builder->gap = GAP_PARAGRAPH;
}

// The first place keeps how it starts.
static void keep_words(pv_left *left, pv_str text) {
  size_t room = sizeof left->words - left->word_bytes;
  size_t size = text.size < room ? text.size : room;
  while (size && size < text.size && pv_utf8_continues(text.data[size])) size--;
  memcpy(left->words + left->word_bytes, text.data, size);
  for (size_t i = 0; i < size; i++)
    if ((unsigned char)left->words[left->word_bytes + i] < ' ')
      left->words[left->word_bytes + i] = ' ';
  left->word_bytes += size;
  left->is_full |= size < text.size;
}

void pv_builder_leave_out(pv_builder *builder, pv_left_kind kind, pv_str text) {
  pv_left *left = &builder->left[kind];
  uint32_t at = (uint32_t)builder->text.size;
  if (!left->places || left->last != at) {
    left->places++;
    left->last = at;
    if (left->places == 1) left->first = at;
  }
  if (left->places == 1 && !left->is_full) keep_words(left, text);
}

static void tell_left_out(pv_builder *builder, pv_left_kind kind) {
  static const struct {
    pv_diagnostic_id id;
    const char *one, *many;
  } kinds[PV_LEFT_COUNT] = {
      [PV_LEFT_HIDDEN] = {PV_DIAGNOSTIC_HIDDEN_TEXT, "hidden text", "hidden texts"},
      [PV_LEFT_DELETED] = {PV_DIAGNOSTIC_REVISIONS, "deletion", "deletions"},
      [PV_LEFT_INSERTED] = {PV_DIAGNOSTIC_REVISIONS, "insertion", "insertions"},
      [PV_LEFT_COMMENT] = {PV_DIAGNOSTIC_COMMENTS, "comment", "comments"},
  };
  const pv_left *left = &builder->left[kind];
  pv_str words = pv_str_trim((pv_str){left->words, left->word_bytes});
  if (!left->places) return;
  uint32_t end = (uint32_t)builder->text.size;
  uint32_t at = left->first < end ? left->first : end;
  while (at && at < end && pv_utf8_continues(builder->text.data[at])) at--;
  pv_span span = {at,
                  at < end ? at + (uint32_t)pv_utf8_size(pv_buffer_str(&builder->text), at) : at};
  const char *dots = left->is_full ? "…" : "";
  if (left->places == 1)
    pv_diagnose(&builder->reading->diagnostics, kinds[kind].id, span,
                "1 %s was left out: “" PV_STR_FMT "%s”", kinds[kind].one, PV_STR_ARG(words), dots);
  else
    pv_diagnose(&builder->reading->diagnostics, kinds[kind].id, span,
                "%zu %s were left out, the first one: “" PV_STR_FMT "%s”", left->places,
                kinds[kind].many, PV_STR_ARG(words), dots);
}

void pv_builder_take(pv_builder *builder) {
  pv_builder_end_paragraph(builder);
  builder->reading->text = pv_buffer_str(&builder->text);
}

void pv_builder_left_move(pv_builder *builder, pv_builder *from) {
  for (int kind = 0; kind < PV_LEFT_COUNT; kind++) {
    pv_left *to = &builder->left[kind], *left = &from->left[kind];
    if (!left->places) continue;
    size_t before = to->places;
    if (!before) *to = *left;
    to->places = before + left->places;
    to->last = (uint32_t)builder->text.size;
    if (!before) to->first = to->last;
  }
}

// There is no text; what was left out may be why.
static bool fail_empty(const pv_reading *reading, pv_error *err) {
  for (size_t i = 0; i < reading->diagnostics.count; i++) {
    const pv_diagnostic *d = &reading->diagnostics.items[i];
    if (d->id < PV_DIAGNOSTIC_WARNINGS)
      return pv_fail(err, PV_ERROR_EMPTY, "no text in it that is read; " PV_STR_FMT,
                     PV_STR_ARG(d->message));
  }
  return pv_fail(err, PV_ERROR_EMPTY, "no text in it; there is nothing to read");
}

bool pv_builder_finish(pv_builder *builder, pv_error *err) {
  pv_builder_take(builder);
  if (builder->too_long)
    return pv_fail(err, PV_ERROR_LIMIT, "has more than %zu bytes of text", PV_LIMIT_TEXT);
  pv_str text = builder->reading->text;
  for (int kind = 0; kind < PV_LEFT_COUNT; kind++) tell_left_out(builder, (pv_left_kind)kind);
  return !pv_text_is_blank(text) || fail_empty(builder->reading, err);
}
