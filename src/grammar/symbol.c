#include "grammar/symbol.h"

#include "base/hash.h"

static uint64_t hash_of(uint32_t scope, pv_str name) {
  uint64_t hash = pv_hash_add(PV_HASH_START ^ scope * UINT64_C(0x9E3779B97F4A7C15), name);
  return hash ^ hash >> 32;
}

const pv_symbol *pv_symbol_find(const pv_symbols *symbols, uint32_t scope, pv_str name) {
  if (symbols->slots == 0) return NULL;
  uint64_t hash = hash_of(scope, name);
  for (size_t slot = hash & (symbols->slots - 1);; slot = (slot + 1) & (symbols->slots - 1)) {
    if (!symbols->table[slot]) return NULL;
    const pv_symbol *s = &symbols->items.items[symbols->table[slot] - 1];
    if (s->hash == hash && s->scope == scope && pv_str_equal(s->name, name)) return s;
  }
}

static void put(pv_symbols *symbols, uint32_t index) {
  size_t slot = symbols->items.items[index].hash & (symbols->slots - 1);
  while (symbols->table[slot]) slot = (slot + 1) & (symbols->slots - 1);
  symbols->table[slot] = index + 1;
}

void pv_symbol_add(pv_arena *arena, pv_symbols *symbols, uint32_t scope, pv_str name,
                   const void *value) {
  PV_PUSH(arena, &symbols->items, ((pv_symbol){scope, name, value, hash_of(scope, name)}));
  if (symbols->items.count * 2 > symbols->slots) {
    symbols->slots = symbols->slots ? symbols->slots * 2 : 64;
    symbols->table = PV_NEW_ARRAY(arena, uint32_t, symbols->slots);
    for (uint32_t i = 0; i < symbols->items.count; i++) put(symbols, i);
  } else {
    put(symbols, (uint32_t)symbols->items.count - 1);
  }
}
