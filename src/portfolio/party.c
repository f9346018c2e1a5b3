// party.c - one person under several names: a union-find over the names of all documents.
//
// A node is a name in a document. Names with the same key are one person; so are a party and its
// brand, or an alias that is made of its name. Two aliases alone say nothing: there is more than
// one "Dolphin". A parent ties two persons to one group of companies.
#include <stdlib.h>

#include "base/str.h"
#include "portfolio/portfolio.h"

typedef struct {
  pv_str key;
  size_t index; // in `groups` and `families`
  bool is_alias;
} node;

typedef struct {
  pv_arena *arena;
  PV_VECTOR(node) nodes;
  size_t *groups; // the node that each node was joined with, itself at the root
  size_t *families;
} resolution;

static size_t root_of(size_t *joined, size_t i) {
  while (joined[i] != i) i = joined[i] = joined[joined[i]];
  return i;
}

static void join(size_t *joined, size_t a, size_t b) {
  size_t left = root_of(joined, a), right = root_of(joined, b);
  if (left < right)
    joined[right] = left;
  else
    joined[left] = right;
}

static int by_key(const void *left, const void *right) {
  const node *a = left, *b = right;
  int order = pv_str_compare(a->key, b->key);
  if (!order) order = (int)a->is_alias - (int)b->is_alias;
  return order ? order : (a->index > b->index) - (a->index < b->index);
}

static void add_node(resolution *all, pv_str key, bool is_alias) {
  node added = {key, all->nodes.count, is_alias};
  PV_PUSH(all->arena, &all->nodes, added);
}

// The nodes of a party stand behind each other: its name, then its other names.
static void add_nodes(resolution *all, const pv_portfolio *portfolio) {
  for (size_t d = 0; d < portfolio->documents.count; d++)
    for (size_t p = 0; p < portfolio->documents.items[d].party_count; p++) {
      const pv_portfolio_party *party = &portfolio->documents.items[d].parties[p];
      add_node(all, party->key, false);
      for (size_t i = 0; i < party->other_count; i++)
        add_node(all, party->others[i].key, party->others[i].kind == PV_NAME_ALIAS);
    }
}

static void join_equal_keys(resolution *all) {
  node *sorted = PV_NEW_ARRAY(all->arena, node, all->nodes.count);
  for (size_t i = 0; i < all->nodes.count; i++) sorted[i] = all->nodes.items[i];
  if (all->nodes.count) qsort(sorted, all->nodes.count, sizeof *sorted, by_key);
  for (size_t first = 0, i = 1; i < all->nodes.count; i++) {
    if (!pv_str_equal(sorted[i].key, sorted[first].key)) first = i;
    if (first == i || !sorted[i].key.size || sorted[first].is_alias) continue;
    join(all->groups, sorted[first].index, sorted[i].index);
    join(all->families, sorted[first].index, sorted[i].index);
  }
}

static void join_other_names(resolution *all, const pv_portfolio *portfolio) {
  size_t at = 0;
  for (size_t d = 0; d < portfolio->documents.count; d++)
    for (size_t p = 0; p < portfolio->documents.items[d].party_count; p++) {
      const pv_portfolio_party *party = &portfolio->documents.items[d].parties[p];
      size_t first = at++;
      for (size_t i = 0; i < party->other_count; i++, at++) {
        join(all->families, first, at);
        if (party->others[i].kind != PV_NAME_PARENT) join(all->groups, first, at);
      }
    }
}

static void number_parties(const resolution *all, pv_portfolio *portfolio) {
  size_t at = 0;
  for (size_t d = 0; d < portfolio->documents.count; d++)
    for (size_t p = 0; p < portfolio->documents.items[d].party_count; p++) {
      pv_portfolio_party *party = &portfolio->documents.items[d].parties[p];
      party->group = root_of(all->groups, at);
      party->family = root_of(all->families, at);
      at += 1 + party->other_count;
    }
}

static int by_group(const void *left, const void *right) {
  const pv_portfolio_member *a = left, *b = right;
  if (a->group != b->group) return a->group < b->group ? -1 : 1;
  return (a->document > b->document) - (a->document < b->document);
}

static void list_members(pv_portfolio *portfolio) {
  PV_VECTOR(pv_portfolio_member) members = {0};
  for (size_t d = 0; d < portfolio->documents.count; d++)
    for (size_t p = 0; p < portfolio->documents.items[d].party_count; p++) {
      pv_portfolio_member member = {portfolio->documents.items[d].parties[p].group, d};
      PV_PUSH(portfolio->arena, &members, member);
    }
  if (members.count) qsort(members.items, members.count, sizeof *members.items, by_group);
  portfolio->members = members.items;
  portfolio->member_count = members.count;
}

void pv_portfolio_resolve_parties(pv_portfolio *portfolio) {
  resolution all = {.arena = portfolio->arena};
  add_nodes(&all, portfolio);
  all.groups = PV_NEW_ARRAY(all.arena, size_t, all.nodes.count);
  all.families = PV_NEW_ARRAY(all.arena, size_t, all.nodes.count);
  for (size_t i = 0; i < all.nodes.count; i++) all.groups[i] = all.families[i] = i;
  join_equal_keys(&all);
  join_other_names(&all, portfolio);
  number_parties(&all, portfolio);
  list_members(portfolio);
}

const pv_portfolio_party *pv_portfolio_find_party(const pv_portfolio_document *document,
                                                  pv_str name) {
  for (size_t i = 0; i < document->party_count; i++)
    if (pv_str_equal(document->parties[i].name, name)) return &document->parties[i];
  return NULL;
}

static bool have_two_in_common(const pv_portfolio_document *a, const pv_portfolio_document *b) {
  size_t shared = 0;
  for (size_t i = 0; i < a->party_count; i++)
    for (size_t k = 0; k < b->party_count; k++)
      if (a->parties[i].group == b->parties[k].group) {
        shared++;
        break;
      }
  return shared >= 2;
}

// The members of the group: the first one, and how many.
static size_t find_members(const pv_portfolio *portfolio, size_t group, size_t *count) {
  size_t low = 0;
  for (size_t high = portfolio->member_count; low < high;) {
    size_t middle = low + (high - low) / 2;
    if (portfolio->members[middle].group < group)
      low = middle + 1;
    else
      high = middle;
  }
  size_t end = low;
  while (end < portfolio->member_count && portfolio->members[end].group == group) end++;
  *count = end - low;
  return low;
}

// The party with the most documents. Who shares two parties shares one that is not this one.
static size_t find_busiest(const pv_portfolio *portfolio, const pv_portfolio_document *document) {
  size_t busiest = 0, most = 0;
  for (size_t i = 0; i < document->party_count; i++) {
    size_t count;
    find_members(portfolio, document->parties[i].group, &count);
    if (count <= most) continue;
    busiest = i;
    most = count;
  }
  return busiest;
}

static int by_number(const void *left, const void *right) {
  const size_t *a = left, *b = right;
  return (*a > *b) - (*a < *b);
}

pv_portfolio_neighbours pv_portfolio_same_parties(const pv_portfolio *portfolio, size_t document) {
  const pv_portfolio_document *own = &portfolio->documents.items[document];
  size_t busiest = find_busiest(portfolio, own);
  PV_VECTOR(size_t) found = {0};
  for (size_t i = 0; i < own->party_count; i++) {
    size_t count, first = find_members(portfolio, own->parties[i].group, &count);
    for (size_t k = first; i != busiest && k < first + count; k++) {
      size_t other = portfolio->members[k].document;
      if (other != document && have_two_in_common(own, &portfolio->documents.items[other]))
        PV_PUSH(portfolio->arena, &found, other);
    }
  }
  if (found.count) qsort(found.items, found.count, sizeof *found.items, by_number);
  size_t kept = 0;
  for (size_t i = 0; i < found.count; i++)
    if (!kept || found.items[kept - 1] != found.items[i]) found.items[kept++] = found.items[i];
  return (pv_portfolio_neighbours){found.items, kept};
}
