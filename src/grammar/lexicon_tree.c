// The entries of a lexicon as one tree of nodes: entries that start alike share the test.
#include <stdlib.h>

#include "grammar/lexicon.h"

static int by_items(const void *a, const void *b) {
  const pv_entry *x = a, *y = b;
  for (uint32_t i = 0; i < x->count && i < y->count; i++)
    if (x->items[i] != y->items[i]) return x->items[i] < y->items[i] ? -1 : 1;
  return (x->count > y->count) - (x->count < y->count);
}

static const pv_node *token(pv_loader *loader, uint32_t test) {
  return pv_node_leaf(loader->scratch, PV_NODE_TOKEN, 0, test);
}

// What follows a first word, beside its test.
typedef struct {
  uint32_t test;
  const pv_node *rest;
} branch;

// The longest first; else in a fixed order.
static int by_length(const void *a, const void *b) {
  const branch *x = a, *y = b;
  if (x->rest->longest != y->rest->longest) return x->rest->longest < y->rest->longest ? 1 : -1;
  return (x->test > y->test) - (x->test < y->test);
}

static bool same_token(const pv_node *a, const pv_node *b) {
  return a->kind == PV_NODE_TOKEN && b->kind == PV_NODE_TOKEN && a->x == b->x;
}

// Branches that go on with the same one word become one: "net sales", "gross sales".
static size_t join_branches(pv_loader *loader, branch *branches, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    size_t same = 0;
    while (same < kept && !same_token(branches[same].rest, branches[i].rest)) same++;
    if (same == kept)
      branches[kept++] = branches[i];
    else
      branches[same].test =
          pv_predicate_or(loader->predicates, branches[same].test, branches[i].test);
  }
  return kept;
}

static const pv_node *choice_of(pv_loader *loader, branch *branches, size_t count,
                                const uint32_t *leaves, size_t leaf_count) {
  pv_arena *scratch = loader->scratch;
  pv_nodes choices = {0};
  count = join_branches(loader, branches, count);
  if (count > 1) qsort(branches, count, sizeof *branches, by_length);
  for (size_t i = 0; i < count; i++) {
    pv_nodes steps = {0};
    PV_PUSH(scratch, &steps, token(loader, branches[i].test));
    PV_PUSH(scratch, &steps, branches[i].rest);
    PV_PUSH(scratch, &choices, pv_node_sequence(scratch, 0, steps));
  }
  if (leaf_count)
    PV_PUSH(scratch, &choices,
            token(loader, pv_predicate_or_all(loader->predicates, leaves, leaf_count)));
  return pv_node_choice(scratch, 0, 0, choices);
}

// The sorted entries from `depth` words on. Recursion: an entry has PV_MAX_ENTRY parts at most.
static const pv_node *build(pv_loader *loader, const pv_entry *entries, size_t count,
                            uint32_t depth) {
  PV_VECTOR(branch) branches = {0};
  PV_VECTOR(uint32_t) leaves = {0};
  bool ends_here = false;
  for (size_t i = 0; i < count;) {
    if (entries[i].count == depth) {
      ends_here = true;
      i++;
      continue;
    }
    uint32_t test = entries[i].items[depth];
    size_t end = i;
    while (end < count && entries[end].count > depth && entries[end].items[depth] == test) end++;
    const pv_node *rest = build(loader, entries + i, end - i, depth + 1);
    if (rest)
      PV_PUSH(loader->scratch, &branches, ((branch){test, rest}));
    else
      PV_PUSH(loader->scratch, &leaves, test);
    i = end;
  }
  if (branches.count + leaves.count == 0) return NULL;
  const pv_node *node =
      choice_of(loader, branches.items, branches.count, leaves.items, leaves.count);
  return ends_here ? pv_node_repeat(loader->scratch, node, 0, 1) : node;
}

const pv_node *pv_lexicon_tree(pv_loader *loader, pv_lexicon *lexicon) {
  PV_VECTOR(uint32_t) single = {0};
  for (size_t i = 0; i < lexicon->entries.count; i++)
    if (lexicon->entries.items[i].count == 1)
      PV_PUSH(loader->scratch, &single, lexicon->entries.items[i].items[0]);
  lexicon->one_word = single.count
                          ? pv_predicate_or_all(loader->predicates, single.items, single.count)
                          : PV_NO_PREDICATE;
  qsort(lexicon->entries.items, lexicon->entries.count, sizeof *lexicon->entries.items, by_items);
  return build(loader, lexicon->entries.items, lexicon->entries.count, 0);
}
