// node.h - the tree of an expression. Nodes do not change once made, so macros share them.
#ifndef PV_GRAMMAR_NODE_H
#define PV_GRAMMAR_NODE_H

#include "base/str.h"
#include "base/vector.h"

typedef enum {
  PV_NODE_EMPTY,
  PV_NODE_TOKEN,      // `x`: a draft predicate
  PV_NODE_ANNOTATION, // `x`: a type
  PV_NODE_SEQUENCE,
  PV_NODE_CHOICE,   // `x`: the byte of its first bar
  PV_NODE_REPEAT,   // one item, `min` to `max` times
  PV_NODE_GAP,      // up to `x` tokens, none of draft predicate `y`
  PV_NODE_LOOK,     // one item; `x`: PV_LOOK_ bits
  PV_NODE_CAPTURE,  // one item, captured as `name`
  PV_NODE_START,    // #bos
  PV_NODE_END,      // #eos
  PV_NODE_MACRO,    // one item, expanded from a macro: what is wrong in it is wrong at `at`
  PV_NODE_ARGUMENT, // the argument, in the body of a macro
} pv_node_kind;

#define PV_UNLIMITED UINT32_MAX
enum { PV_MAX_NODE_DEPTH = 100, PV_MAX_NODE_COST = 20000 };

// What follows from the items is worked out when a node is made: how many tokens it takes, how many
// instructions it costs, how deep it is, and the gap it starts or ends with, if any.
typedef struct pv_node pv_node;
struct pv_node {
  pv_node_kind kind;
  size_t at; // byte of the expression
  uint32_t x;
  uint32_t y;
  uint32_t min;
  uint32_t max; // PV_UNLIMITED for * and +
  pv_str name;
  const pv_node *const *items;
  size_t count;

  uint32_t shortest; // tokens; 0: it may match nothing
  uint32_t longest;  // PV_UNLIMITED
  uint32_t cost;     // stops growing a little above PV_MAX_NODE_COST
  uint32_t depth;
  const pv_node *first_gap;
  const pv_node *last_gap;
  bool has_argument;
  bool has_look;
  bool has_capture;
  bool has_edge; // #bos or #eos
};

typedef PV_VECTOR(const pv_node *) pv_nodes;

const pv_node *pv_node_leaf(pv_arena *arena, pv_node_kind kind, size_t at, uint32_t x);
const pv_node *pv_node_gap(pv_arena *arena, size_t at, uint32_t most, uint32_t barrier);

// One item alone is returned as it is.
const pv_node *pv_node_sequence(pv_arena *arena, size_t at, pv_nodes items);
const pv_node *pv_node_choice(pv_arena *arena, size_t at, size_t bar, pv_nodes items);

const pv_node *pv_node_repeat(pv_arena *arena, const pv_node *item, uint32_t min, uint32_t max);
const pv_node *pv_node_look(pv_arena *arena, size_t at, const pv_node *item, uint32_t bits);
const pv_node *pv_node_macro(pv_arena *arena, size_t at, const pv_node *item);

// Captures what `item` takes; of `x?` and `x*` only where it takes something.
const pv_node *pv_node_capture(pv_arena *arena, size_t at, const pv_node *item, pv_str name);

// The body of a macro with `argument` in its place.
const pv_node *pv_node_fill(pv_arena *arena, const pv_node *body, const pv_node *argument);

#endif
