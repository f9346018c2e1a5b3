// place_names.h - the names of places that the value stage knows.
#ifndef PV_VALUE_PLACE_NAMES_H
#define PV_VALUE_PLACE_NAMES_H

#include <stddef.h>

typedef struct {
  const char *name; // "united kingdom"
  const char *code; // "GB"; empty for what is no country
} pv_place_name;

extern const pv_place_name pv_place_names[];
extern const size_t pv_place_name_count;

#endif
