#include "read/locator.h"

#include "base/str.h"

static bool is_same(const pv_origin *a, const pv_origin *b) {
  return a->kind == b->kind && a->number == b->number && pv_str_equal(a->name, b->name) &&
         memcmp(a->box, b->box, sizeof a->box) == 0;
}

void pv_locators_add(pv_arena *arena, pv_locators *locators, uint32_t text, pv_origin source) {
  if (locators->count && is_same(&locators->items[locators->count - 1].source, &source)) return;
  PV_PUSH(arena, locators, ((pv_locator){text, source}));
}

const pv_origin *pv_locators_find(const pv_locators *locators, size_t offset) {
  if (!locators->count) return NULL;
  size_t low = 0;
  for (size_t high = locators->count; high - low > 1;) {
    size_t middle = low + (high - low) / 2;
    if (locators->items[middle].text <= offset)
      low = middle;
    else
      high = middle;
  }
  return &locators->items[low].source;
}
