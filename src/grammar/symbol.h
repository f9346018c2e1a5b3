// symbol.h - names of lexicons, macros and rules while a grammar is loaded: a hash table.
#ifndef PV_GRAMMAR_SYMBOL_H
#define PV_GRAMMAR_SYMBOL_H

#include "base/str.h"
#include "base/vector.h"

// `scope` is the file that declares the name.
typedef struct {
  uint32_t scope;
  pv_str name;
  const void *value;
  uint64_t hash;
} pv_symbol;

typedef struct {
  PV_VECTOR(pv_symbol) items; // in the order in which they came
  uint32_t *table;            // index of an item plus one, 0 where free
  size_t slots;
} pv_symbols;

// The symbol, or NULL.
const pv_symbol *pv_symbol_find(const pv_symbols *symbols, uint32_t scope, pv_str name);

// `name` is not yet there in that scope and outlives the table.
void pv_symbol_add(pv_arena *arena, pv_symbols *symbols, uint32_t scope, pv_str name,
                   const void *value);

#endif
