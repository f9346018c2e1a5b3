#include "match/scope.h"

#include <string.h>

size_t pv_scope_parts(const pv_text *text, uint32_t index, pv_part parts[PV_MAX_PARTS],
                      uint32_t *stem) {
  const pv_sentence *sentence = &text->sentences.items[index];
  size_t at = PV_MAX_PARTS;
  uint32_t room = PV_MAX_STEM;
  parts[--at] = (pv_part){sentence->first, sentence->end};
  // Stems stand before their items, so the chain ends whatever the text stage says.
  while (sentence->stem < index && at > 0 && room > 0) {
    index = sentence->stem;
    sentence = &text->sentences.items[index];
    uint32_t size = sentence->end - sentence->first;
    uint32_t taken = size < room ? size : room;
    if (taken > 0) parts[--at] = (pv_part){sentence->end - taken, sentence->end};
    room -= taken;
  }
  memmove(parts, parts + at, (PV_MAX_PARTS - at) * sizeof *parts);
  *stem = PV_MAX_STEM - room;
  return PV_MAX_PARTS - at;
}

static void set_tokens(pv_scope *scope, pv_arena *arena, const pv_text *text) {
  scope->count = 0;
  for (size_t i = 0; i < scope->part_count; i++)
    scope->count += scope->parts[i].end - scope->parts[i].first;
  scope->tokens = text->tokens.items + scope->parts[0].first;
  if (scope->part_count == 1) return;
  if (scope->count > scope->copy_capacity) {
    scope->copy_capacity = (size_t)scope->count * 2;
    scope->copies = PV_NEW_ARRAY(arena, pv_token, scope->copy_capacity);
  }
  pv_token *to = scope->copies;
  for (size_t i = 0; i < scope->part_count; i++) {
    uint32_t size = scope->parts[i].end - scope->parts[i].first;
    if (size) memcpy(to, text->tokens.items + scope->parts[i].first, size * sizeof *to);
    to += size;
  }
  scope->tokens = scope->copies;
}

// Notes the annotations of one part, whose first token is at `offset`. Of one type none may
// overlap: the machine relies on that.
static void add_annotations(pv_scope *scope, pv_arena *arena, pv_annotations annotations,
                            pv_part part, uint32_t offset, uint64_t *starts, uint64_t *ends) {
  uint64_t types = 0; // in this part
  scope->next_annotation = pv_annotations_near(annotations, part.first, scope->next_annotation);
  for (size_t i = scope->next_annotation; i < annotations.count; i++) {
    pv_annotation a = annotations.items[i];
    if (a.first >= part.end) break;
    if (a.end > part.end || a.end <= a.first || a.type >= PV_MAX_TYPES) continue;
    uint64_t type = UINT64_C(1) << a.type;
    if (types & type && a.first < scope->free_from[a.type]) continue;
    if (!(scope->types & type)) scope->longest[a.type] = 0;
    types |= type;
    scope->types |= type;
    scope->free_from[a.type] = a.end;
    a.first = a.first - part.first + offset;
    a.end = a.end - part.first + offset;
    starts[a.first] |= type;
    ends[a.end] |= type;
    if (a.end - a.first > scope->longest[a.type]) scope->longest[a.type] = a.end - a.first;
    PV_PUSH(arena, &scope->annotations, a);
  }
}

void pv_scope_set(pv_scope *scope, pv_arena *arena, const pv_text *text, pv_annotations annotations,
                  const pv_part *parts, size_t part_count) {
  scope->part_count = part_count;
  memcpy(scope->parts, parts, part_count * sizeof *parts);
  scope->stem = 0;
  scope->types = 0;
  set_tokens(scope, arena, text);
  size_t places = (size_t)scope->count + 1;
  if (2 * places > scope->bit_capacity) {
    scope->bit_capacity = 4 * places;
    scope->bits = PV_NEW_ARRAY(arena, uint64_t, scope->bit_capacity);
  }
  memset(scope->bits, 0, 2 * places * sizeof *scope->bits);
  scope->starts = scope->bits;
  scope->ends = scope->bits + places;
  scope->annotations.count = 0;
  for (size_t i = 0, offset = 0; i < part_count; i++) {
    add_annotations(scope, arena, annotations, parts[i], (uint32_t)offset, scope->bits,
                    scope->bits + places);
    offset += parts[i].end - parts[i].first;
  }
}

uint32_t pv_scope_token(const pv_scope *scope, uint32_t at) {
  size_t i = 0;
  for (; i + 1 < scope->part_count; i++) {
    uint32_t size = scope->parts[i].end - scope->parts[i].first;
    if (at < size) break;
    at -= size;
  }
  return scope->parts[i].first + at;
}

uint32_t pv_scope_position(const pv_scope *scope, uint32_t token) {
  uint32_t at = 0;
  for (size_t i = 0; i + 1 < scope->part_count; i++) {
    if (token >= scope->parts[i].first && token < scope->parts[i].end)
      return at + token - scope->parts[i].first;
    at += scope->parts[i].end - scope->parts[i].first;
  }
  return at + token - scope->parts[scope->part_count - 1].first;
}

uint32_t pv_scope_other_end(const pv_scope *scope, uint32_t at, uint32_t type, bool backward) {
  pv_annotations all = {scope->annotations.items, scope->annotations.count};
  size_t i = pv_annotations_from(all, at);
  if (backward) {
    while (i-- > 0)
      if (all.items[i].type == type && all.items[i].end == at) return all.items[i].first;
  } else {
    for (; i < all.count && all.items[i].first == at; i++)
      if (all.items[i].type == type) return all.items[i].end;
  }
  return at;
}

// The first token from `from` on that starts at or behind byte `start`. It is mostly near.
static uint32_t token_from(const pv_text *text, uint32_t from, uint32_t start) {
  const pv_token *tokens = text->tokens.items;
  size_t low = from, high = text->tokens.count, step = 1;
  while (low + step < high && tokens[low + step].start < start) {
    low += step;
    step *= 2;
  }
  if (low + step < high) high = low + step;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (tokens[middle].start < start)
      low = middle + 1;
    else
      high = middle;
  }
  return (uint32_t)low;
}

// The run-in heading, then the headings of the sections from the innermost one on.
static size_t headings(const pv_text *text, const pv_sentence *sentence, pv_part *out,
                       size_t capacity) {
  size_t count = 0;
  if (sentence->lead < sentence->first && count < capacity)
    out[count++] = (pv_part){sentence->lead, sentence->first};
  uint32_t section = sentence->section;
  while (section < text->sections.count && count < capacity) {
    const pv_section *s = &text->sections.items[section];
    if (s->heading.start < s->heading.end) {
      uint32_t first = token_from(text, s->first, s->heading.start);
      uint32_t end = token_from(text, first, s->heading.end);
      if (first < end) out[count++] = (pv_part){first, end};
    }
    if (s->parent >= section) break; // parents come first
    section = s->parent;
  }
  return count;
}

size_t pv_scope_elsewhere(const pv_text *text, uint32_t sentence, pv_where where, pv_part *out,
                          size_t capacity) {
  const pv_sentence *own = &text->sentences.items[sentence];
  if (where == PV_WHERE_HEADING) return headings(text, own, out, capacity);
  if (where == PV_WHERE_PREVIOUS ? sentence == 0 : sentence + 1 >= text->sentences.count) return 0;
  const pv_sentence *other = where == PV_WHERE_PREVIOUS ? own - 1 : own + 1;
  if (other->section != own->section || !pv_sentence_matches(other) || capacity == 0) return 0;
  out[0] = (pv_part){other->first, other->end};
  return 1;
}
