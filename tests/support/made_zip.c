#include "support/made_zip.h"

#include <stdlib.h>
#include <zip.h>

static void add(zip_t *zip, const pv_made_entry *entry, zip_int32_t method) {
  static const char nothing = 0;
  const char *bytes = entry->bytes.size ? entry->bytes.data : &nothing;
  zip_source_t *source = zip_source_buffer(zip, bytes, entry->bytes.size, 0);
  zip_int64_t index = zip_file_add(zip, entry->name, source, ZIP_FL_ENC_GUESS);
  if (index < 0) abort();
  zip_set_file_compression(zip, (zip_uint64_t)index, method, 0);
}

static char *make(const pv_made_entry *entries, size_t count, size_t *size, zip_int32_t method) {
  zip_error_t trouble;
  zip_error_init(&trouble);
  zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &trouble);
  if (!target) abort();
  zip_source_keep(target);
  zip_t *zip = zip_open_from_source(target, ZIP_TRUNCATE, &trouble);
  if (!zip) abort();
  for (size_t i = 0; i < count; i++) add(zip, &entries[i], method);
  if (zip_close(zip)) abort();
  zip_stat_t stat;
  if (zip_source_open(target) || zip_source_stat(target, &stat)) abort();
  *size = (size_t)stat.size;
  char *bytes = malloc(*size + 1);
  if (!bytes || zip_source_read(target, bytes, *size) != (zip_int64_t)*size) abort();
  zip_source_close(target);
  zip_source_free(target);
  zip_error_fini(&trouble);
  return bytes;
}

char *pv_made_zip(const pv_made_entry *entries, size_t count, size_t *size) {
  return make(entries, count, size, ZIP_CM_DEFLATE);
}

char *pv_made_zip_stored(const pv_made_entry *entries, size_t count, size_t *size) {
  return make(entries, count, size, ZIP_CM_STORE);
}
