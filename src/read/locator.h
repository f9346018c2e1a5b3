// locator.h - from an offset of a text that was put together back to the places in the file.
#ifndef PV_READ_LOCATOR_H
#define PV_READ_LOCATOR_H

#include <proviso/document.h>

#include "base/vector.h"

// From `text` on the text came from `source`.
typedef struct {
  uint32_t text;
  pv_origin source;
} pv_locator;

typedef PV_VECTOR(pv_locator) pv_locators;

// Calls go in the order of the text; names are borrowed. The place before stays if it is the same.
void pv_locators_add(pv_arena *arena, pv_locators *locators, uint32_t text, pv_origin source);

// The place of the text at `offset`; that of the first text if nothing stands before it. NULL where
// there are no locators. Binary search.
const pv_origin *pv_locators_find(const pv_locators *locators, size_t offset);

#endif
