// archive_directory.h - the directory at the end of a zip file, read without trust.
#ifndef PV_READ_ARCHIVE_DIRECTORY_H
#define PV_READ_ARCHIVE_DIRECTORY_H

#include "base/arena.h"

typedef struct {
  pv_str name;     // bytes of the file
  uint64_t offset; // of the entry
  uint64_t packed; // bytes of its data
} pv_archive_entry;

typedef struct {
  pv_str bytes;
  size_t at, end; // of what is left of it
} pv_archive_directory;

// Finds the directory; false where there is none.
bool pv_archive_directory_find(pv_str bytes, pv_archive_directory *directory);

// The next entry; false at the end, or where the rest is damaged.
bool pv_archive_directory_next(pv_archive_directory *directory, pv_archive_entry *entry);

// Does no entry lie in another one, or behind the end? Entries are sorted in `arena`.
bool pv_archive_directory_is_honest(pv_arena *arena, pv_archive_directory directory);

#endif
