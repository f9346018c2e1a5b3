#include "base/image.h"

#include <stdint.h>
#include <string.h>

#include "base/vector.h"

enum { ALIGN = 16, FIRST_TABLE = 1 << 12 };

// Bytes of the graph, and where they went.
typedef struct {
  const char *from;
  size_t size;
  size_t to;
} piece;

typedef struct {
  pv_arena *arena;
  const void *root;
  char *bytes;
  size_t size;
  size_t capacity;
  PV_VECTOR(uint32_t) pointers;
  PV_VECTOR(piece) pieces;
  PV_VECTOR(piece) arrays; // of structs: others may point into them
  uint32_t *table;         // of pieces by their address, plus one
  size_t table_size;       // a power of two
  bool is_full;
} maker;

static size_t hash(const char *at) {
  return (size_t)(((uint64_t)(uintptr_t)at * UINT64_C(0x9E3779B97F4A7C15)) >> 32);
}

static uint32_t *find(const maker *m, const char *from) {
  for (size_t at = hash(from);; at++) {
    uint32_t *place = &m->table[at & (m->table_size - 1)];
    if (*place == 0 || m->pieces.items[*place - 1].from == from) return place;
  }
}

static void grow_table(maker *m) {
  m->table_size = m->table_size ? m->table_size * 2 : FIRST_TABLE;
  m->table = PV_NEW_ARRAY(m->arena, uint32_t, m->table_size);
  for (uint32_t i = 0; i < m->pieces.count; i++) *find(m, m->pieces.items[i].from) = i + 1;
}

// Room for `size` bytes, zeroed.
static size_t add_bytes(maker *m, size_t size) {
  size_t at = (m->size + ALIGN - 1) / ALIGN * ALIGN;
  if (size > INT32_MAX - at) {
    m->is_full = true;
    return 0;
  }
  if (at + size > m->capacity) {
    size_t capacity = (at + size) * 2;
    m->bytes = pv_arena_grow(m->arena, m->bytes, m->capacity, capacity);
    m->capacity = capacity;
  }
  m->size = at + size;
  return at;
}

// Where a part of an array of structs went; SIZE_MAX: it is in none.
static size_t find_inside(const maker *m, const char *from, size_t size) {
  for (size_t i = 0; i < m->arrays.count; i++) {
    const piece *p = &m->arrays.items[i];
    if (from >= p->from && from + size <= p->from + p->size)
      return p->to + (size_t)(from - p->from);
  }
  return SIZE_MAX;
}

static size_t count_of(const maker *m, const pv_image_member *member, const char *object) {
  uint32_t narrow;
  size_t count = member->count;
  if (member->count_of) return member->count_of(object, m->root);
  if (count) return count;
  if (member->count_size == sizeof narrow) {
    memcpy(&narrow, object + member->count_offset, sizeof narrow);
    return narrow;
  }
  memcpy(&count, object + member->count_offset, sizeof count);
  return count;
}

static void copy_members(maker *m, const char *object, size_t to, const pv_image_type *type);

// Copies an array, if it is not there yet, and returns where it is. Recursion: as deep as structs
// hold one another.
static size_t copy(maker *m, const char *from, const pv_image_type *type, size_t size, size_t count,
                   bool is_text) {
  size_t bytes = size * count;
  uint32_t known = *find(m, from);
  if (known && m->pieces.items[known - 1].size >= bytes) return m->pieces.items[known - 1].to;
  if (type && count == 1) {
    size_t inside = find_inside(m, from, bytes);
    if (inside != SIZE_MAX) return inside;
  }
  size_t to = add_bytes(m, bytes + is_text);
  if (m->is_full) return 0;
  if (bytes) memcpy(m->bytes + to, from, bytes);
  if (2 * m->pieces.count >= m->table_size) grow_table(m);
  uint32_t *place = find(m, from);
  PV_PUSH(m->arena, &m->pieces, ((piece){from, bytes, to}));
  *place = (uint32_t)m->pieces.count;
  if (!type) return to;
  PV_PUSH(m->arena, &m->arrays, ((piece){from, bytes, to}));
  for (size_t i = 0; i < count && !m->is_full; i++)
    copy_members(m, from + i * size, to + i * size, type);
  return to;
}

static void copy_members(maker *m, const char *object, size_t to, const pv_image_type *type) {
  for (size_t i = 0; i < type->member_count; i++) {
    const pv_image_member *member = &type->members[i];
    const char *from;
    memcpy(&from, object + member->offset, sizeof from);
    size_t count = from && !member->is_empty ? count_of(m, member, object) : 0;
    size_t size = member->type ? member->type->size : member->size;
    uintptr_t at = 0;
    if (count > 0 || (from && member->is_text)) {
      at = copy(m, from, member->type, size, count, member->is_text);
      PV_PUSH(m->arena, &m->pointers, (uint32_t)(to + member->offset));
    }
    if (!m->is_full) memcpy(m->bytes + to + member->offset, &at, sizeof at);
  }
}

pv_image pv_image_make(pv_arena *arena, const void *root, const pv_image_type *type) {
  maker m = {.arena = arena, .root = root};
  grow_table(&m);
  (void)copy(&m, root, type, type->size, 1, false);
  m.size = add_bytes(&m, 0); // rounded up, so that what follows it is aligned
  if (m.is_full) return (pv_image){0};
  return (pv_image){m.bytes, m.size, m.pointers.items, m.pointers.count};
}

bool pv_image_relocate(char *bytes, size_t size, const uint32_t *pointers, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uintptr_t at;
    if (pointers[i] > size - sizeof at || size < sizeof at) return false;
    memcpy(&at, bytes + pointers[i], sizeof at);
    if (at > size) return false;
    char *address = bytes + at;
    memcpy(bytes + pointers[i], &address, sizeof address);
  }
  return true;
}
