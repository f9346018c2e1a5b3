// made_ole.h - compound files of our own for the tests.
#ifndef PV_TEST_MADE_OLE_H
#define PV_TEST_MADE_OLE_H

#include <proviso/base.h>

// A stream, or a storage where `data` is NULL.
typedef struct {
  const char *name;
  int parent; // index of a storage before it, or -1
  pv_str data;
} pv_made_stream;

// The file of these entries, in memory from malloc(); there is room for about 60 KB in it.
char *pv_made_ole(const pv_made_stream *entries, size_t count, size_t *size);

#endif
