#include "read/archive_directory.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

enum {
  END_SIZE = 22,        // of the record at the end, without its comment
  COMMENT_SIZE = 65535, // of that comment, at most
  ENTRY_SIZE = 46,      // of an entry of the directory, without its name and so on
  LOCAL_SIZE = 30,      // of the record before the data
  ZIP64 = 1,            // an extra field with the large numbers
};

static uint64_t number_at(pv_str bytes, size_t at, size_t size) {
  uint64_t number = 0;
  for (size_t i = size; i-- > 0;) number = number << 8 | (unsigned char)bytes.data[at + i];
  return number;
}

static bool is_record(pv_str bytes, size_t at, const char mark[4]) {
  return bytes.size >= 4 && at <= bytes.size - 4 && memcmp(bytes.data + at, mark, 4) == 0;
}

// The record at the end of the file, or SIZE_MAX.
static size_t find_end(pv_str bytes) {
  if (bytes.size < END_SIZE) return SIZE_MAX;
  size_t last = bytes.size - END_SIZE;
  size_t first = last > COMMENT_SIZE ? last - COMMENT_SIZE : 0;
  for (size_t at = last + 1; at-- > first;)
    if (is_record(bytes, at, "PK\5\6")) return at;
  return SIZE_MAX;
}

bool pv_archive_directory_find(pv_str bytes, pv_archive_directory *directory) {
  size_t end = find_end(bytes);
  if (end == SIZE_MAX) return false;
  uint64_t size = number_at(bytes, end + 12, 4), offset = number_at(bytes, end + 16, 4);
  *directory = (pv_archive_directory){bytes, (size_t)offset, end};
  if (offset == UINT32_MAX || size == UINT32_MAX) { // the large numbers stand in a record before it
    enum { LOCATOR_SIZE = 20, RECORD_SIZE = 56 };
    if (end < LOCATOR_SIZE || !is_record(bytes, end - LOCATOR_SIZE, "PK\6\7")) return false;
    uint64_t record = number_at(bytes, end - LOCATOR_SIZE + 8, 8);
    if (record > bytes.size || bytes.size - record < RECORD_SIZE ||
        !is_record(bytes, (size_t)record, "PK\6\6"))
      return false;
    offset = number_at(bytes, (size_t)record + 48, 8);
    directory->at = offset < bytes.size ? (size_t)offset : bytes.size;
  }
  return directory->at < end ? is_record(bytes, directory->at, "PK\1\2")
                             : directory->at == end && !size;
}

// Large numbers of an entry stand in an extra field, in this order, as far as they are large.
static bool read_large(pv_str extra, uint64_t *size, pv_archive_entry *entry) {
  for (size_t at = 0; at + 4 <= extra.size;) {
    size_t id = (size_t)number_at(extra, at, 2), length = (size_t)number_at(extra, at + 2, 2);
    at += 4;
    if (length > extra.size - at) return false;
    if (id == ZIP64) {
      uint64_t *numbers[] = {size, &entry->packed, &entry->offset};
      size_t end = at + length;
      for (size_t i = 0; i < 3; i++) {
        if (*numbers[i] != UINT32_MAX) continue;
        if (end - at < 8) return false;
        *numbers[i] = number_at(extra, at, 8);
        at += 8;
      }
      return true;
    }
    at += length;
  }
  return false;
}

bool pv_archive_directory_next(pv_archive_directory *d, pv_archive_entry *entry) {
  if (d->end - d->at < ENTRY_SIZE || d->at > d->end || !is_record(d->bytes, d->at, "PK\1\2"))
    return false;
  size_t name = (size_t)number_at(d->bytes, d->at + 28, 2);
  size_t extra = (size_t)number_at(d->bytes, d->at + 30, 2);
  size_t comment = (size_t)number_at(d->bytes, d->at + 32, 2);
  if (name + extra + comment > d->end - d->at - ENTRY_SIZE) return false;
  const char *after = d->bytes.data + d->at + ENTRY_SIZE;
  uint64_t size = number_at(d->bytes, d->at + 24, 4);
  *entry = (pv_archive_entry){
      {after, name}, number_at(d->bytes, d->at + 42, 4), number_at(d->bytes, d->at + 20, 4)};
  bool large = size == UINT32_MAX || entry->packed == UINT32_MAX || entry->offset == UINT32_MAX;
  if (large && !read_large((pv_str){after + name, extra}, &size, entry)) return false;
  d->at += ENTRY_SIZE + name + extra + comment;
  return true;
}

static int compare_offsets(const void *a, const void *b) {
  const pv_archive_entry *left = a, *right = b;
  return left->offset < right->offset ? -1 : left->offset > right->offset;
}

bool pv_archive_directory_is_honest(pv_arena *arena, pv_archive_directory directory) {
  PV_VECTOR(pv_archive_entry) entries = {0};
  for (pv_archive_entry entry; pv_archive_directory_next(&directory, &entry);)
    PV_PUSH(arena, &entries, entry);
  if (directory.at < directory.end && is_record(directory.bytes, directory.at, "PK\1\2"))
    return false;
  if (entries.count) qsort(entries.items, entries.count, sizeof *entries.items, compare_offsets);
  uint64_t size = directory.bytes.size;
  for (size_t i = 0; i < entries.count; i++) {
    const pv_archive_entry *e = &entries.items[i];
    uint64_t end = i + 1 < entries.count ? entries.items[i + 1].offset : size;
    if (e->offset > end || end > size || e->packed > size) return false;
    if (end - e->offset < LOCAL_SIZE + e->packed) return false;
  }
  return true;
}
