// graph.c - how the definitions of a document hang together.
//
// Names are found in the index of the term stage; cycles are the strongly
// connected components of "the words of X use Y" (Tarjan's algorithm, with a stack of its own).
#include "term/graph.h"

#include "base/str.h"
#include "term/stage.h"

enum { LONGEST_NAME = 12 }; // tokens

// Which words names start with.
struct pv_term_words {
  uint32_t *lengths; // by the hash of the first word: a bit for each number of words
  uint32_t mask;
};

typedef struct pv_term_words word_table;

// One definition: the definitions that its words use.
typedef struct {
  uint32_t first; // in the list of edges
  uint32_t count;
} edge_range;

typedef struct {
  pv_arena *arena;
  const pv_text *text;
  const pv_terms *terms;
  pv_annotations annotations;
  pv_term_node *nodes;
  edge_range *ranges;
  PV_VECTOR(uint32_t) edges;
} maker;

static uint32_t token_from(const pv_text *text, uint32_t offset) {
  uint32_t low = 0, high = (uint32_t)text->tokens.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (text->tokens.items[middle].start < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static pv_str token_bytes(const pv_text *text, uint32_t at) {
  return pv_str_slice(text->bytes, pv_token_span(&text->tokens.items[at]));
}

static word_table *make_words(pv_arena *arena, const pv_text *text, const pv_terms *terms) {
  word_table *table = PV_NEW(arena, word_table);
  uint32_t size = 16;
  while (size < 2 * terms->definition_count) size *= 2;
  table->mask = size - 1;
  table->lengths = PV_NEW_ARRAY(arena, uint32_t, size);
  for (size_t i = 0; i < terms->definition_count; i++) {
    pv_span span = terms->definitions[i].span;
    uint32_t first = 0, count = 0;
    for (uint32_t at = token_from(text, span.start);
         at < text->tokens.count && text->tokens.items[at].end <= span.end; at++)
      if (text->tokens.items[at].kind != PV_TOKEN_PUNCT && ++count == 1) first = at;
    if (count && count <= LONGEST_NAME)
      table->lengths[pv_term_hash(token_bytes(text, first)) & table->mask] |= 1u << count;
  }
  return table;
}

// The names stand together in a chain, so only the start of it is looked at.
static void find_twins(maker *in) {
  enum { MOST_COMPARED = 32 };
  const pv_terms *terms = in->terms;
  for (uint32_t i = 0; i < terms->definition_count; i++) {
    const pv_term_definition *own = &terms->definitions[i];
    pv_term_node *node = &in->nodes[i];
    node->twin = i;
    size_t compared = 0;
    for (size_t k = pv_name_index_first(&terms->definition_names, own->term);
         k < i && compared++ < MOST_COMPARED; k = pv_name_index_next(&terms->definition_names, k)) {
      const pv_term_definition *other = &terms->definitions[k];
      if (other->section == own->section && node->twin == i) node->twin = (uint32_t)k;
      if (other->section != own->section && other->section == 0) node->outer = (uint32_t)k;
    }
  }
}

// The uses within the words that say what a term means. They end where the next definition starts.
static void find_edges(maker *in) {
  const pv_term_definition *all = in->terms->definitions;
  for (uint32_t i = 0; i < in->terms->definition_count; i++) {
    in->ranges[i].first = (uint32_t)in->edges.count;
    if (all[i].kind > PV_DEFINITION_TABLE) continue;
    uint32_t limit = all[i].definition.end;
    if (i + 1 < in->terms->definition_count && all[i + 1].span.start > all[i].definition.start &&
        all[i + 1].span.start < limit)
      limit = all[i + 1].span.start;
    uint32_t at = token_from(in->text, all[i].definition.start);
    for (size_t k = pv_annotations_from(in->annotations, at); k < in->annotations.count; k++) {
      const pv_annotation *use = &in->annotations.items[k];
      if (in->text->tokens.items[use->first].start >= limit) break;
      if (use->type == PV_TYPE_TERM && use->value)
        PV_PUSH(in->arena, &in->edges, (uint32_t)((const pv_term_definition *)use->value - all));
    }
    in->ranges[i].count = (uint32_t)in->edges.count - in->ranges[i].first;
  }
}

static void find_first_uses(maker *in) {
  for (size_t k = 0; k < in->annotations.count; k++) {
    const pv_annotation *use = &in->annotations.items[k];
    if (use->type != PV_TYPE_TERM || !use->value) continue;
    size_t i = (size_t)((const pv_term_definition *)use->value - in->terms->definitions);
    if (in->nodes[i].first_use == PV_NO_USE) in->nodes[i].first_use = use->first;
  }
}

// Tarjan's algorithm. `order` 0: not seen; a node is on `open` until its component is complete.
typedef struct {
  uint32_t *order;
  uint32_t *low;
  uint32_t *edge; // the next edge to follow
  uint32_t *path;
  uint32_t *open;
  uint32_t *component; // plus one
  uint32_t path_count, open_count, seen, components;
} search;

static void enter(search *s, uint32_t node) {
  s->order[node] = s->low[node] = ++s->seen;
  s->path[s->path_count++] = node;
  s->open[s->open_count++] = node;
}

static void leave(search *s) {
  uint32_t node = s->path[--s->path_count];
  if (s->path_count) {
    uint32_t *low = &s->low[s->path[s->path_count - 1]];
    if (s->low[node] < *low) *low = s->low[node];
  }
  if (s->low[node] != s->order[node]) return;
  s->components++;
  uint32_t member;
  do {
    member = s->open[--s->open_count];
    s->component[member] = s->components;
  } while (member != node);
}

static void visit(const maker *in, search *s, uint32_t start) {
  enter(s, start);
  while (s->path_count) {
    uint32_t node = s->path[s->path_count - 1];
    if (s->edge[node] == in->ranges[node].count) {
      leave(s);
      continue;
    }
    uint32_t to = in->edges.items[in->ranges[node].first + s->edge[node]++];
    if (!s->order[to])
      enter(s, to);
    else if (!s->component[to] && s->order[to] < s->low[node])
      s->low[node] = s->order[to];
  }
}

static void find_cycles(maker *in) {
  size_t count = in->terms->definition_count;
  search s = {.order = PV_NEW_ARRAY(in->arena, uint32_t, count),
              .low = PV_NEW_ARRAY(in->arena, uint32_t, count),
              .edge = PV_NEW_ARRAY(in->arena, uint32_t, count),
              .path = PV_NEW_ARRAY(in->arena, uint32_t, count),
              .open = PV_NEW_ARRAY(in->arena, uint32_t, count),
              .component = PV_NEW_ARRAY(in->arena, uint32_t, count)};
  for (uint32_t i = 0; i < count; i++)
    if (!s.order[i]) visit(in, &s, i);
  for (uint32_t i = 0; i < count; i++)
    for (uint32_t e = 0; e < in->ranges[i].count; e++) {
      uint32_t to = in->edges.items[in->ranges[i].first + e];
      if (s.component[to] != s.component[i]) continue;
      if (in->nodes[i].next == PV_NO_DEFINITION || in->nodes[i].next == i) in->nodes[i].next = to;
    }
}

const pv_term_graph *pv_term_graph_make(pv_arena *arena, const pv_text *text, const pv_terms *terms,
                                        pv_annotations annotations) {
  size_t count = terms->definition_count;
  maker in = {.arena = arena,
              .text = text,
              .terms = terms,
              .annotations = annotations,
              .nodes = PV_NEW_ARRAY(arena, pv_term_node, count),
              .ranges = PV_NEW_ARRAY(arena, edge_range, count)};
  for (uint32_t i = 0; i < count; i++)
    in.nodes[i] = (pv_term_node){PV_NO_USE, i, PV_NO_DEFINITION, PV_NO_DEFINITION};
  find_twins(&in);
  find_first_uses(&in);
  find_edges(&in);
  find_cycles(&in);
  pv_term_graph *graph = PV_NEW(arena, pv_term_graph);
  *graph = (pv_term_graph){text, terms, in.nodes, make_words(arena, text, terms)};
  return graph;
}

const pv_term_definition *pv_term_graph_find(const pv_term_graph *graph, pv_span span) {
  const pv_terms *terms = graph->terms;
  size_t at = pv_name_index_first(&terms->definition_names, pv_str_slice(graph->text->bytes, span));
  return at < terms->definition_count ? &terms->definitions[at] : NULL;
}

static bool is_lower(const pv_text *text, uint32_t at) {
  return text->tokens.items[at].kind == PV_TOKEN_WORD &&
         text->tokens.items[at].letters == PV_CASE_LOWER;
}

const pv_term_definition *pv_term_graph_lower(const pv_term_graph *graph, uint32_t at,
                                              uint32_t limit, uint32_t *end) {
  const word_table *table = graph->words;
  const pv_text *text = graph->text;
  if (!graph->terms->definition_count || !is_lower(text, at)) return NULL;
  uint32_t lengths = table->lengths[pv_term_hash(token_bytes(text, at)) & table->mask];
  uint32_t longest = at;
  for (uint32_t words = 0; longest < limit && words < LONGEST_NAME && lengths >> (words + 1);
       longest++)
    words += text->tokens.items[longest].kind != PV_TOKEN_PUNCT;
  for (*end = longest; lengths && *end > at; --*end) {
    if (text->tokens.items[*end - 1].kind == PV_TOKEN_PUNCT) continue;
    const pv_term_definition *found = pv_term_graph_find(graph, pv_text_span(text, at, *end));
    if (found && found->term.data[0] >= 'A' && found->term.data[0] <= 'Z') return found;
  }
  return NULL;
}
