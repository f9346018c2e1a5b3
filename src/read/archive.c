#include "read/archive.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "base/error.h"
#include "base/str.h"
#include "read/archive_directory.h"
#include "read/limits.h"

struct pv_archive {
  zip_t *zip;
  size_t count;
};

static void close_zip(void *object) {
  pv_archive *archive = object;
  if (archive->zip) zip_discard(archive->zip);
  archive->zip = NULL;
}

bool pv_archive_starts(pv_str bytes) {
  return pv_str_starts_with(bytes, PV_STR("PK\3\4")) || pv_str_starts_with(bytes, PV_STR("PK\5\6"));
}

static bool refuse(pv_error *err) {
  return pv_fail(err, PV_ERROR_FORMAT,
                 "a damaged zip file or Office document: it is cut off, or its directory is wrong; "
                 "get it or save it again");
}

static bool open_zip(pv_archive *archive, pv_str bytes) {
  zip_error_t trouble;
  zip_error_init(&trouble);
  zip_source_t *source = zip_source_buffer_create(bytes.data, bytes.size, 0, &trouble);
  if (source) archive->zip = zip_open_from_source(source, ZIP_RDONLY, &trouble);
  if (source && !archive->zip) zip_source_free(source);
  zip_error_fini(&trouble);
  return archive->zip != NULL;
}

pv_archive *pv_archive_open(pv_arena *arena, pv_str bytes, pv_error *err) {
  pv_archive *archive = PV_NEW(arena, pv_archive);
  pv_archive_directory directory;
  if (!pv_archive_starts(bytes)) {
    pv_fail(err, PV_ERROR_FORMAT,
            "no zip file and no Office document; leave --as out and try again");
    return NULL;
  }
  if (!pv_archive_directory_find(bytes, &directory)) {
    refuse(err);
    return NULL;
  }
  if (!pv_archive_directory_is_honest(arena, directory)) {
    pv_fail(err, PV_ERROR_FORMAT,
            "a zip file whose entries overlap or lie about their place; it is not read, as it may "
            "be made to do harm");
    return NULL;
  }
  pv_arena_on_free(arena, close_zip, archive);
  if (!open_zip(archive, bytes)) {
    refuse(err);
    return NULL;
  }
  zip_int64_t count = zip_get_num_entries(archive->zip, 0);
  archive->count = count > 0 ? (size_t)count : 0;
  return archive;
}

size_t pv_archive_count(const pv_archive *archive) { return archive->count; }

const char *pv_archive_name(const pv_archive *archive, size_t index) {
  const char *name = zip_get_name(archive->zip, index, ZIP_FL_ENC_GUESS);
  return name ? name : "";
}

size_t pv_archive_find(const pv_archive *archive, const char *name) {
  zip_int64_t index = zip_name_locate(archive->zip, name, 0);
  if (index < 0) index = zip_name_locate(archive->zip, name, ZIP_FL_NOCASE);
  return index < 0 ? PV_NO_ENTRY : (size_t)index;
}

static bool fail_entry(pv_error *err, const char *name, const char *why) {
  return pv_fail(err, PV_ERROR_FORMAT, "damaged: \"%.100s\" in it does not unpack (%s)", name, why);
}

static bool check_entry(const zip_stat_t *stat, const char *name, size_t limit, pv_error *err) {
  const zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
  if ((stat->valid & wanted) != wanted) return fail_entry(err, name, "its size is not known");
  if (stat->valid & ZIP_STAT_ENCRYPTION_METHOD && stat->encryption_method != ZIP_EM_NONE)
    return pv_fail(err, PV_ERROR_ENCRYPTED, "encrypted; save it without a password and try again");
  if (stat->size > limit)
    return pv_fail(err, PV_ERROR_LIMIT, "\"%.100s\" unpacks to %llu bytes; at most %zu are read",
                   name, (unsigned long long)stat->size, limit);
  if (stat->size > PV_LIMIT_RATIO_FROM && stat->size / PV_LIMIT_RATIO > stat->comp_size)
    return pv_fail(
        err, PV_ERROR_LIMIT,
        "\"%.100s\" unpacks to more than %d times its size; it is not read, as it may be "
        "made to do harm",
        name, PV_LIMIT_RATIO);
  return true;
}

// Reads `size` bytes and sees that there is no more, which also checks the sum of the entry.
static bool read_entry(zip_file_t *file, char *bytes, size_t size, const char **why) {
  size_t filled = 0;
  for (;;) {
    char more;
    bool full = filled == size;
    zip_int64_t got =
        full ? zip_fread(file, &more, 1) : zip_fread(file, bytes + filled, size - filled);
    if (got < 0) *why = zip_file_strerror(file);
    if (got > 0 && full) *why = "it is longer than it says";
    if (got == 0 && !full) *why = "it is shorter than it says";
    if (*why) return false;
    if (got == 0) return true;
    filled += (size_t)got;
  }
}

char *pv_archive_unpack(pv_archive *archive, size_t index, size_t limit, size_t *size,
                        pv_error *err) {
  zip_stat_t stat;
  const char *name = pv_archive_name(archive, index), *why = NULL;
  if (limit > PV_LIMIT_ENTRY) limit = PV_LIMIT_ENTRY;
  if (zip_stat_index(archive->zip, index, 0, &stat)) {
    fail_entry(err, name, zip_strerror(archive->zip));
    return NULL;
  }
  if (!check_entry(&stat, name, limit, err)) return NULL;
  zip_file_t *file = zip_fopen_index(archive->zip, index, 0);
  if (!file) {
    fail_entry(err, name, zip_strerror(archive->zip));
    return NULL;
  }
  *size = (size_t)stat.size;
  char *bytes = malloc(*size + 1);
  bool good = bytes && read_entry(file, bytes, *size, &why);
  if (!bytes)
    pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
  else if (!good)
    fail_entry(err, name, why);
  zip_fclose(file);
  if (good) return bytes;
  free(bytes);
  return NULL;
}

bool pv_archive_holds(pv_str bytes, pv_str name) {
  pv_archive_directory directory;
  pv_archive_entry entry;
  if (!pv_archive_starts(bytes) || !pv_archive_directory_find(bytes, &directory)) return false;
  while (pv_archive_directory_next(&directory, &entry))
    if (pv_str_starts_with(entry.name, name)) return true;
  return false;
}
