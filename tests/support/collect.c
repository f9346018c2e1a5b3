#include "support/collect.h"

#include <stdlib.h>
#include <string.h>

static bool take(void *to, const char *bytes, size_t size) {
  pv_collected *collected = to;
  if (collected->limit && collected->size + size > collected->limit) return false;
  char *grown = realloc(collected->bytes, collected->size + size + 1);
  if (!grown) return false;
  memcpy(grown + collected->size, bytes, size);
  collected->bytes = grown;
  collected->size += size;
  grown[collected->size] = '\0';
  return true;
}

pv_sink pv_collect(pv_collected *collected) { return (pv_sink){take, collected}; }
