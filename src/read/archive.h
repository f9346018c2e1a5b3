// archive.h - the entries of a zip file, unpacked in memory and within limits.
//
//   pv_archive *archive = pv_archive_open(arena, bytes, &err);
//   size_t index = pv_archive_find(archive, PV_STR("word/document.xml"));
//   pv_str part = pv_archive_read(archive, index, PV_LIMIT_ENTRY, &err);
#ifndef PV_READ_ARCHIVE_H
#define PV_READ_ARCHIVE_H

#include "base/arena.h"

typedef struct pv_archive pv_archive;

#define PV_NO_ENTRY SIZE_MAX

// `bytes` are borrowed, and the archive lives, as long as `arena`. Refuses files without a
// directory and those whose entries lie in each other, as no honest program writes them.
pv_archive *pv_archive_open(pv_arena *arena, pv_str bytes, pv_error *err);

size_t pv_archive_count(const pv_archive *archive);

// In UTF-8, NUL-terminated; empty where the entry is damaged.
const char *pv_archive_name(const pv_archive *archive, size_t index);

// The entry of that name, ignoring case if there is no other, or PV_NO_ENTRY.
size_t pv_archive_find(const pv_archive *archive, const char *name);

// Unpacks an entry of at most `limit` bytes into memory from malloc(), which is yours. NULL and
// `err` for an encrypted, damaged or too large one, and for one that grows too much.
char *pv_archive_unpack(pv_archive *archive, size_t index, size_t limit, size_t *size,
                        pv_error *err);

// Do the bytes start like a zip file, and has its directory an entry whose name starts with `name`?
// Looks at the directory only.
bool pv_archive_holds(pv_str bytes, pv_str name);

bool pv_archive_starts(pv_str bytes);

#endif
