// collect.h - a sink that keeps what it is given.
#ifndef PV_COLLECT_H
#define PV_COLLECT_H

#include <proviso/write.h>

typedef struct {
  char *bytes; // NUL-terminated; free() it
  size_t size;
  size_t limit; // 0: none; else it takes no more than that
} pv_collected;

pv_sink pv_collect(pv_collected *collected);

#endif
