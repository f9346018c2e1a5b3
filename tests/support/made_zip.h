// made_zip.h - zip files made in memory.
#ifndef PV_TEST_MADE_ZIP_H
#define PV_TEST_MADE_ZIP_H

#include <proviso/base.h>

typedef struct {
  const char *name;
  pv_str bytes;
} pv_made_entry;

// From malloc(). The bytes of the entries are compressed.
char *pv_made_zip(const pv_made_entry *entries, size_t count, size_t *size);

// The same without compression, so that tests may change bytes of it.
char *pv_made_zip_stored(const pv_made_entry *entries, size_t count, size_t *size);

#endif
