#include <stdlib.h>

#include "match/match.h"

size_t pv_annotations_from(pv_annotations annotations, uint32_t token) {
  size_t low = 0, high = annotations.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (annotations.items[middle].first < token)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

size_t pv_annotations_near(pv_annotations annotations, uint32_t token, size_t near) {
  enum { STEPS = 16 };
  const pv_annotation *items = annotations.items;
  if (near > annotations.count) near = annotations.count;
  for (int i = 0; i < STEPS; i++) {
    if (near > 0 && items[near - 1].first >= token)
      near--;
    else if (near < annotations.count && items[near].first < token)
      near++;
    else
      return near;
  }
  return pv_annotations_from(annotations, token);
}

// An annotation and its number in the order in which they came, so that sorting keeps it.
typedef struct {
  pv_annotation item;
  size_t order;
} entry;

static int compare_places(const pv_annotation *a, const pv_annotation *b) {
  if (a->first != b->first) return a->first < b->first ? -1 : 1;
  if (a->end != b->end) return a->end > b->end ? -1 : 1;
  if (a->type != b->type) return a->type < b->type ? -1 : 1;
  return 0;
}

static int by_place(const void *left, const void *right) {
  const entry *a = left, *b = right;
  int order = compare_places(&a->item, &b->item);
  return order ? order : a->order < b->order ? -1 : a->order > b->order;
}

static int by_length(const void *left, const void *right) {
  const entry *a = left, *b = right;
  uint32_t a_size = a->item.end - a->item.first, b_size = b->item.end - b->item.first;
  if (a_size != b_size) return a_size > b_size ? -1 : 1;
  return by_place(left, right);
}

// Are none of them empty, and all in order?
static bool is_ready(const pv_annotation *more, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (more[i].first >= more[i].end || (i && compare_places(&more[i - 1], &more[i]) > 0))
      return false;
  return true;
}

// The items of `more` that are not empty, in order; their number goes to `count`. They mostly are
// as they should be already.
static const pv_annotation *sort(pv_arena *arena, const pv_annotation *more, size_t *count) {
  if (is_ready(more, *count)) return more;
  entry *entries = PV_NEW_UNSET(arena, entry, *count);
  size_t kept = 0;
  for (size_t i = 0; i < *count; i++)
    if (more[i].first < more[i].end) entries[kept++] = (entry){more[i], i};
  if (kept > 1) qsort(entries, kept, sizeof *entries, by_place);
  pv_annotation *items = PV_NEW_UNSET(arena, pv_annotation, kept);
  for (size_t i = 0; i < kept; i++) items[i] = entries[i].item;
  *count = kept;
  return items;
}

// Two sorted rows as one; where they are alike the old one comes first.
static size_t merge(pv_annotations old, const pv_annotation *more, size_t count,
                    pv_annotation *out) {
  size_t i = 0, k = 0, written = 0;
  while (i < old.count && k < count)
    out[written++] = compare_places(&old.items[i], &more[k]) <= 0 ? old.items[i++] : more[k++];
  while (i < old.count) out[written++] = old.items[i++];
  while (k < count) out[written++] = more[k++];
  return written;
}

// The types of which two overlap.
static uint64_t overlapping_types(const pv_annotation *items, size_t count) {
  uint32_t free_from[PV_MAX_TYPES] = {0};
  uint64_t types = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t type = items[i].type % PV_MAX_TYPES;
    if (items[i].first < free_from[type]) types |= UINT64_C(1) << type;
    if (items[i].end > free_from[type]) free_from[type] = items[i].end;
  }
  return types;
}

// Empties those of `type` that overlap a longer one, or one as long further left. What was kept
// before is no shorter, so it overlaps an item only if it covers its first or its last token.
static void drop_overlaps(pv_arena *arena, pv_annotation *items, size_t count, uint32_t type,
                          uint8_t *covered) {
  size_t found = 0;
  for (size_t i = 0; i < count; i++) found += items[i].type % PV_MAX_TYPES == type;
  entry *entries = PV_NEW_ARRAY(arena, entry, found);
  found = 0;
  for (size_t i = 0; i < count; i++)
    if (items[i].type % PV_MAX_TYPES == type) entries[found++] = (entry){items[i], i};
  qsort(entries, found, sizeof *entries, by_length);
  const uint8_t sign = (uint8_t)(type + 1);
  for (size_t i = 0; i < found; i++) {
    pv_annotation item = entries[i].item;
    if (covered[item.first] == sign || covered[item.end - 1] == sign) {
      items[entries[i].order].end = item.first;
      continue;
    }
    for (uint32_t at = item.first; at < item.end; at++) covered[at] = sign;
  }
}

pv_annotations pv_annotations_add(pv_arena *arena, pv_annotations annotations,
                                  const pv_annotation *more, size_t count) {
  const pv_annotation *sorted = sort(arena, more, &count);
  if (count == 0) return annotations;
  pv_annotation *out = PV_NEW_UNSET(arena, pv_annotation, annotations.count + count);
  size_t total = merge(annotations, sorted, count, out);
  uint64_t types = overlapping_types(out, total);
  if (!types) return (pv_annotations){out, total};
  uint32_t end = 0;
  for (size_t i = 0; i < total; i++)
    if (out[i].end > end) end = out[i].end;
  uint8_t *covered = PV_NEW_ARRAY(arena, uint8_t, end);
  for (uint32_t type = 0; type < PV_MAX_TYPES; type++)
    if (types >> type & 1) drop_overlaps(arena, out, total, type, covered);
  size_t kept = 0;
  for (size_t i = 0; i < total; i++)
    if (out[i].first < out[i].end) out[kept++] = out[i];
  return (pv_annotations){out, kept};
}
