// Atoms: sets of words and annotation types of which a program needs one token each, so that most
// scopes are told apart by a mask without running the program.
//
// From the tree follows a list of sets that all have to be there: a sequence needs those of its
// items, a choice one set that holds a set of each of its ways, an optional item none. The few that
// are rarest are kept. Leaving one out is never wrong, only slower.
#include <stdlib.h>

#include "grammar/loader.h"
#include "grammar/node.h"

enum { MOST_OF_MATCH = 3, MOST_OF_OTHERS = 1, MAX_WORDS_OF_ATOM = 400 };

// Of 10,000 sentences, how many hold an annotation, roughly; words have a table.
enum { COMMON_TYPE = 2500, OTHER_TYPE = 500 };

typedef struct {
  pv_word_set words;
  uint64_t types;
  uint32_t weight;
} atom;

typedef PV_VECTOR(atom) atoms;

typedef struct {
  pv_loader *loader;
  const uint16_t *frequencies;
  atoms list; // by number
} atom_table;

static uint32_t weight_of(const atom_table *table, const atom *a) {
  uint64_t weight = 0;
  for (uint32_t i = 0; i < a->words.count; i++) weight += table->frequencies[a->words.ids[i]];
  for (uint32_t type = 0; type < PV_MAX_TYPES; type++)
    if (a->types >> type & 1)
      weight += type == PV_TYPE_PARTY || type == PV_TYPE_TERM || type == PV_TYPE_NUMBER
                    ? COMMON_TYPE
                    : OTHER_TYPE;
  return weight > UINT32_MAX ? UINT32_MAX : (uint32_t)weight;
}

static void add(const atom_table *table, atoms *list, atom a) {
  if (a.words.count > MAX_WORDS_OF_ATOM) return;
  a.weight = weight_of(table, &a);
  PV_PUSH(table->loader->scratch, list, a);
}

static void need(const atom_table *table, const pv_node *node, atoms *list);

static const atom *rarest(const atoms *list) {
  const atom *best = NULL;
  for (size_t i = 0; i < list->count; i++)
    if (!best || list->items[i].weight < best->weight) best = &list->items[i];
  return best;
}

static void need_choice(const atom_table *table, const pv_node *node, atoms *list) {
  atom joined = {0};
  for (size_t i = 0; i < node->count; i++) {
    atoms way = {0};
    need(table, node->items[i], &way);
    const atom *best = rarest(&way);
    if (!best) return;
    joined.words = pv_word_set_or(table->loader->scratch, joined.words, best->words);
    joined.types |= best->types;
  }
  add(table, list, joined);
}

// Recursion: the depth of nodes has a limit.
static void need(const atom_table *table, const pv_node *node, atoms *list) {
  pv_word_set words;
  switch (node->kind) {
  case PV_NODE_TOKEN:
    if (pv_predicate_superset(table->loader->predicates, node->x, &words))
      add(table, list, (atom){.words = words});
    break;
  case PV_NODE_ANNOTATION: add(table, list, (atom){.types = UINT64_C(1) << node->x}); break;
  case PV_NODE_CHOICE: need_choice(table, node, list); break;
  case PV_NODE_REPEAT:
    if (node->min > 0) need(table, node->items[0], list);
    break;
  case PV_NODE_SEQUENCE:
  case PV_NODE_CAPTURE:
  case PV_NODE_MACRO:
    for (size_t i = 0; i < node->count; i++) need(table, node->items[i], list);
    break;
  default: break;
  }
}

static int by_weight(const void *a, const void *b) {
  const atom *x = a, *y = b;
  return (x->weight > y->weight) - (x->weight < y->weight);
}

static bool same(const atom *a, const atom *b) {
  return a->types == b->types && pv_word_set_equal(a->words, b->words);
}

// The number of the atom, given when it first comes; PV_MAX_ATOMS where there is no room.
static uint32_t number_of(atom_table *table, const atom *a, pv_symbols *known) {
  pv_str key = {(const char *)a->words.ids, a->words.count * sizeof *a->words.ids};
  for (uint32_t scope = 0;; scope++) {
    uint32_t spread = scope * 64 + (uint32_t)(a->types ^ a->types >> 32) * 2654435761u;
    const pv_symbol *found = pv_symbol_find(known, spread, key);
    if (found) {
      uint32_t number = (uint32_t)(uintptr_t)found->value - 1;
      if (same(&table->list.items[number], a)) return number;
      continue;
    }
    if (table->list.count == PV_MAX_ATOMS) return PV_MAX_ATOMS;
    PV_PUSH(table->loader->scratch, &table->list, *a);
    pv_symbol_add(table->loader->scratch, known, spread, key,
                  (const void *)(uintptr_t)table->list.count);
    return (uint32_t)table->list.count - 1;
  }
}

static void require(atom_table *table, const pv_compiled *compiled, pv_symbols *known) {
  atoms list = {0};
  need(table, compiled->node, &list);
  if (list.count > 1) qsort(list.items, list.count, sizeof *list.items, by_weight);
  size_t most = compiled->is_match ? MOST_OF_MATCH : MOST_OF_OTHERS;
  for (size_t i = 0; i < list.count && i < most; i++) {
    uint32_t number = number_of(table, &list.items[i], known);
    if (number < PV_MAX_ATOMS)
      compiled->program->required.bits[number / 64] |= UINT64_C(1) << number % 64;
  }
}

static void fill_masks(const atom_table *table, pv_grammar *grammar) {
  pv_atom_mask *words =
      PV_NEW_ARRAY(grammar->arena, pv_atom_mask, pv_vocabulary_size(grammar->vocabulary));
  pv_atom_mask *types = PV_NEW_ARRAY(grammar->arena, pv_atom_mask, PV_MAX_TYPES);
  for (size_t k = 0; k < table->list.count; k++) {
    const atom *a = &table->list.items[k];
    uint64_t bit = UINT64_C(1) << k % 64;
    for (uint32_t i = 0; i < a->words.count; i++) words[a->words.ids[i]].bits[k / 64] |= bit;
    for (uint32_t type = 0; type < PV_MAX_TYPES; type++)
      if (a->types >> type & 1) types[type].bits[k / 64] |= bit;
  }
  grammar->word_atoms = words;
  grammar->type_atoms = types;
}

// Matches first: where there are too many atoms, satellites go without.
void pv_load_atoms(pv_loader *loader) {
  atom_table table = {.loader = loader, .frequencies = loader->grammar->frequencies};
  pv_symbols known = {0};
  for (int others = 0; others < 2; others++)
    for (size_t i = 0; i < loader->compiled.count; i++)
      if (loader->compiled.items[i].is_match == !others)
        require(&table, &loader->compiled.items[i], &known);
  fill_masks(&table, loader->grammar);
}
