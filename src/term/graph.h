// graph.h - how the definitions of a document hang together.
//
//   in:  the text, its terms, and where they are used
//   out: for each definition its first use, the definitions of the same name, and the cycle it is
//   in
#ifndef PV_TERM_GRAPH_H
#define PV_TERM_GRAPH_H

#include "term/term.h"

#define PV_NO_DEFINITION UINT32_MAX

// What belongs to one definition, by its index in pv_terms.
typedef struct {
  uint32_t first_use; // token of the first use outside of its own definition; PV_NO_USE: none
  uint32_t twin;      // the first definition of the name in the same sub-document, itself maybe
  uint32_t outer;     // the definition of the name in the main document that this one, in an
                      // exhibit, stands before; or PV_NO_DEFINITION
  uint32_t next;      // where it leads: a definition that its words use and that is in the same
                      // cycle, itself maybe; PV_NO_DEFINITION: it is in none
} pv_term_node;

#define PV_NO_USE UINT32_MAX

typedef struct {
  const pv_text *text;
  const pv_terms *terms;
  const pv_term_node *nodes; // one for each definition
  const struct pv_term_words *words;
} pv_term_graph;

// Linear in the definitions and their words. The graph lies in `arena`.
const pv_term_graph *pv_term_graph_make(pv_arena *arena, const pv_text *text, const pv_terms *terms,
                                        pv_annotations annotations);

// The first definition of the words at `span`, whatever their case, plural and possessive; or NULL.
const pv_term_definition *pv_term_graph_find(const pv_term_graph *graph, pv_span span);

// The definition whose words stand at token `at` in small letters ("the products" of "Products"),
// or NULL. `*end` is set behind them.
const pv_term_definition *pv_term_graph_lower(const pv_term_graph *graph, uint32_t at,
                                              uint32_t limit, uint32_t *end);

#endif
