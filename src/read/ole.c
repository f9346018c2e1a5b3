#include "read/ole.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/str.h"

// Of the header and of an entry of the directory; the names are those of MS-CFB.
enum {
  HEADER = 512,
  SECTOR_SHIFT = 30,
  FIRST_DIRECTORY = 48,
  FIRST_MINI_FAT = 60,
  FIRST_DIFAT = 68,
  DIFAT = 76,
  DIFAT_IN_HEADER = 109,
  ENTRY = 128,
  ENTRY_NAME_SIZE = 64,
  ENTRY_KIND = 66,
  ENTRY_LEFT = 68,
  ENTRY_RIGHT = 72,
  ENTRY_CHILD = 76,
  ENTRY_START = 116,
  ENTRY_SIZE = 120,
  LONGEST_NAME = 32,
  MINI_SHIFT = 6,
  MINI_CUTOFF = 4096, // smaller streams lie in the mini stream
};

#define NO_SECTOR 0xFFFFFFFA // from here on numbers mean something else

typedef struct {
  char name[LONGEST_NAME];
  pv_ole_kind kind;
  uint32_t left, right, child, start, size;
  uint32_t first, next; // in it, and beside it
  bool is_met;
} entry;

struct pv_ole {
  pv_arena *arena;
  pv_str bytes;
  uint32_t shift;
  PV_VECTOR(uint32_t) fat;
  PV_VECTOR(entry) entries;
  pv_str mini_fat, mini;
};

static uint32_t number(pv_str bytes, size_t at) {
  const unsigned char *b = (const unsigned char *)bytes.data + at;
  if (at > bytes.size || bytes.size - at < 4) return NO_SECTOR;
  return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

// Empty behind the end; the last one may be cut off.
static pv_str sector(const pv_ole *ole, uint32_t index) {
  size_t size = (size_t)1 << ole->shift, at = ((size_t)index + 1) << ole->shift;
  if (index >= NO_SECTOR || at >= ole->bytes.size) return (pv_str){"", 0};
  if (size > ole->bytes.size - at) size = ole->bytes.size - at;
  return (pv_str){ole->bytes.data + at, size};
}

// The sectors of a chain one behind the other: never more than the file has.
static pv_str read_chain(const pv_ole *ole, uint32_t start, size_t most) {
  pv_buffer out = {.arena = ole->arena};
  size_t left = (ole->bytes.size >> ole->shift) + 1;
  for (uint32_t at = start; left && out.size < most; left--) {
    pv_str piece = sector(ole, at);
    if (!piece.size) break;
    pv_buffer_add(&out, piece);
    if (at >= ole->fat.count) break;
    at = ole->fat.items[at];
  }
  pv_str all = pv_buffer_str(&out);
  return (pv_str){all.data, all.size < most ? all.size : most};
}

static void add_fat(pv_ole *ole, uint32_t index) {
  pv_str piece = sector(ole, index);
  for (size_t at = 0; at + 4 <= piece.size; at += 4)
    PV_PUSH(ole->arena, &ole->fat, number(piece, at));
}

static void read_fat(pv_ole *ole) {
  size_t left = (ole->bytes.size >> ole->shift) + 1;
  for (size_t i = 0; i < DIFAT_IN_HEADER && left; i++, left--)
    add_fat(ole, number(ole->bytes, DIFAT + 4 * i));
  for (uint32_t at = number(ole->bytes, FIRST_DIFAT); left;) {
    pv_str piece = sector(ole, at);
    if (piece.size < 8) return;
    for (size_t i = 0; i + 8 <= piece.size && left; i += 4, left--) add_fat(ole, number(piece, i));
    at = number(piece, piece.size - 4);
  }
}

static void read_name(pv_str bytes, char name[LONGEST_NAME]) {
  size_t size = (unsigned char)bytes.data[ENTRY_NAME_SIZE] / 2;
  for (size_t i = 0; i + 1 < size && i + 1 < LONGEST_NAME; i++) {
    char c = bytes.data[2 * i];
    name[i] = c >= ' ' && c < 0x7F && !bytes.data[2 * i + 1] ? c : '?';
  }
}

static void read_directory(pv_ole *ole) {
  pv_str bytes = read_chain(ole, number(ole->bytes, FIRST_DIRECTORY), ole->bytes.size);
  for (size_t at = 0; at + ENTRY <= bytes.size; at += ENTRY) {
    pv_str piece = {bytes.data + at, ENTRY};
    entry e = {.left = number(piece, ENTRY_LEFT),
               .right = number(piece, ENTRY_RIGHT),
               .child = number(piece, ENTRY_CHILD),
               .start = number(piece, ENTRY_START),
               .size = number(piece, ENTRY_SIZE),
               .first = PV_OLE_NONE,
               .next = PV_OLE_NONE};
    read_name(piece, e.name);
    char kind = piece.data[ENTRY_KIND];
    if (kind == 1 || kind == 5) e.kind = PV_OLE_STORAGE;
    if (kind == 2) e.kind = PV_OLE_STREAM;
    PV_PUSH(ole->arena, &ole->entries, e);
  }
}

// What lies in a storage is a tree of siblings. Each entry lies in one storage only, whatever the
// file says, so that no tree bites its tail.
static void list_storage(pv_ole *ole, uint32_t storage, pv_ole_entries *storages) {
  pv_ole_entries open = {0};
  PV_PUSH(ole->arena, &open, ole->entries.items[storage].child);
  while (open.count) {
    uint32_t index = open.items[--open.count];
    if (index >= ole->entries.count) continue;
    entry *e = &ole->entries.items[index];
    if (e->is_met || e->kind == PV_OLE_UNUSED) continue;
    e->is_met = true;
    e->next = ole->entries.items[storage].first;
    ole->entries.items[storage].first = index;
    if (e->kind == PV_OLE_STORAGE) PV_PUSH(ole->arena, storages, index);
    PV_PUSH(ole->arena, &open, e->left);
    PV_PUSH(ole->arena, &open, e->right);
  }
}

static void list_storages(pv_ole *ole) {
  pv_ole_entries storages = {0};
  ole->entries.items[PV_OLE_ROOT].is_met = true;
  PV_PUSH(ole->arena, &storages, PV_OLE_ROOT);
  while (storages.count) {
    uint32_t storage = storages.items[--storages.count];
    list_storage(ole, storage, &storages);
  }
}

bool pv_ole_mentions(pv_str bytes, const char *name) {
  size_t size = strlen(name) + 1;
  for (size_t at = HEADER; at + ENTRY <= bytes.size; at += ENTRY) {
    size_t same = 0;
    const char *wide = bytes.data + at;
    while (same < size && wide[2 * same] == name[same] && !wide[2 * same + 1]) same++;
    if (same == size) return true;
  }
  return false;
}

bool pv_ole_starts(pv_str bytes) {
  return pv_str_starts_with(bytes, PV_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
}

pv_ole *pv_ole_open(pv_arena *arena, pv_str bytes, pv_error *err) {
  pv_ole *ole = PV_NEW(arena, pv_ole);
  *ole = (pv_ole){.arena = arena, .bytes = bytes};
  bool is_whole = pv_ole_starts(bytes) && bytes.size > HEADER;
  if (is_whole) ole->shift = (unsigned char)bytes.data[SECTOR_SHIFT];
  if (ole->shift == 9 || ole->shift == 12) {
    read_fat(ole);
    read_directory(ole);
  }
  if (!ole->entries.count || ole->entries.items[PV_OLE_ROOT].kind != PV_OLE_STORAGE) {
    pv_fail(err, PV_ERROR_FORMAT,
            "a damaged file of an old Office program; get it or save it again");
    return NULL;
  }
  list_storages(ole);
  ole->mini_fat = read_chain(ole, number(bytes, FIRST_MINI_FAT), bytes.size);
  ole->mini = read_chain(ole, ole->entries.items[PV_OLE_ROOT].start, bytes.size);
  return ole;
}

pv_ole_entries pv_ole_list(const pv_ole *ole, uint32_t storage) {
  pv_ole_entries found = {0};
  uint32_t at = storage < ole->entries.count ? ole->entries.items[storage].first : PV_OLE_NONE;
  for (; at != PV_OLE_NONE; at = ole->entries.items[at].next) PV_PUSH(ole->arena, &found, at);
  return found;
}

uint32_t pv_ole_find(const pv_ole *ole, uint32_t storage, const char *name) {
  pv_str wanted = pv_str_from(name);
  uint32_t at = storage < ole->entries.count ? ole->entries.items[storage].first : PV_OLE_NONE;
  while (at != PV_OLE_NONE &&
         !pv_str_equal_ignoring_case(pv_str_from(pv_ole_name(ole, at)), wanted))
    at = ole->entries.items[at].next;
  return at;
}

pv_ole_kind pv_ole_kind_of(const pv_ole *ole, uint32_t entry_index) {
  return entry_index < ole->entries.count ? ole->entries.items[entry_index].kind : PV_OLE_UNUSED;
}

const char *pv_ole_name(const pv_ole *ole, uint32_t entry_index) {
  return ole->entries.items[entry_index].name;
}

static pv_str read_mini(const pv_ole *ole, uint32_t start, size_t size) {
  pv_buffer out = {.arena = ole->arena};
  size_t step = (size_t)1 << MINI_SHIFT;
  for (uint32_t at = start; out.size < size && at < NO_SECTOR;) {
    size_t from = (size_t)at << MINI_SHIFT;
    if (from >= ole->mini.size) break;
    size_t left = ole->mini.size - from, wanted = size - out.size;
    if (left > step) left = step;
    pv_buffer_add(&out, (pv_str){ole->mini.data + from, left < wanted ? left : wanted});
    at = number(ole->mini_fat, (size_t)at * 4);
  }
  return pv_buffer_str(&out);
}

pv_str pv_ole_read(const pv_ole *ole, uint32_t stream) {
  if (pv_ole_kind_of(ole, stream) != PV_OLE_STREAM) return (pv_str){"", 0};
  const entry *e = &ole->entries.items[stream];
  size_t size = e->size < ole->bytes.size ? e->size : ole->bytes.size;
  return size < MINI_CUTOFF ? read_mini(ole, e->start, size) : read_chain(ole, e->start, size);
}
