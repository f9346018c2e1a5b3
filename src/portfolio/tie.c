// tie.c - which documents tie two names together: the shortest way from one to the other, where
// each step is a name that a document gives a party.
#include <stdlib.h>

#include "base/str.h"
#include "portfolio/portfolio.h"

// A party and one of its other names, from one side. `other` is NULL for a party by its own name.
typedef struct {
  pv_str key; // from here
  pv_str to;
  const pv_portfolio_party *party;
  const pv_other_name *other;
  size_t document;
} step;

typedef PV_VECTOR(step) steps;

typedef struct {
  pv_str key;
  const step *by; // NULL at the start
  size_t before;
} visit;

typedef PV_VECTOR(visit) visits;

static int by_key(const void *left, const void *right) {
  const step *a = left, *b = right;
  int order = pv_str_compare(a->key, b->key);
  if (!order) order = pv_str_compare(a->to, b->to);
  if (!order) order = (a->document > b->document) - (a->document < b->document);
  return order ? order : (a->other > b->other) - (a->other < b->other);
}

// The steps between the names of one family, in both directions.
static steps list_steps(const pv_portfolio *portfolio, size_t family) {
  pv_arena *arena = portfolio->arena;
  steps list = {0};
  for (size_t d = 0; d < portfolio->documents.count; d++)
    for (size_t p = 0; p < portfolio->documents.items[d].party_count; p++) {
      const pv_portfolio_party *party = &portfolio->documents.items[d].parties[p];
      if (party->family != family) continue;
      for (size_t i = 0; i < party->other_count; i++) {
        const pv_other_name *other = &party->others[i];
        PV_PUSH(arena, &list, ((step){party->key, other->key, party, other, d}));
        PV_PUSH(arena, &list, ((step){other->key, party->key, party, other, d}));
      }
    }
  if (list.count) qsort(list.items, list.count, sizeof *list.items, by_key);
  return list;
}

static bool is_visited(const visits *seen, pv_str key) {
  for (size_t i = 0; i < seen->count; i++)
    if (pv_str_equal(seen->items[i].key, key)) return true;
  return false;
}

// The first step that leaves `key`, or the number of steps.
static size_t first_from(const steps *list, pv_str key) {
  size_t low = 0, high = list->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (pv_str_compare(list->items[middle].key, key) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// Breadth first. The index of the visit that reaches `to`, or the number of visits.
static size_t search(pv_arena *arena, const steps *list, visits *seen, pv_str from, pv_str to) {
  enum { MOST_NAMES = 512 }; // of one group of companies; whoever has more is not explained
  PV_PUSH(arena, seen, ((visit){.key = from}));
  for (size_t at = 0; at < seen->count && seen->count < MOST_NAMES; at++) {
    pv_str key = seen->items[at].key;
    if (pv_str_equal(key, to)) return at;
    for (size_t i = first_from(list, key); i < list->count && pv_str_equal(list->items[i].key, key);
         i++)
      if (!is_visited(seen, list->items[i].to))
        PV_PUSH(arena, seen, ((visit){list->items[i].to, &list->items[i], at}));
  }
  return seen->count;
}

static pv_tie tie_of(const pv_portfolio *portfolio, const step *by) {
  static const char *const kinds[] = {[PV_NAME_ALIAS] = "alias",
                                      [PV_NAME_BRAND] = "brand",
                                      [PV_NAME_FORMER] = "former",
                                      [PV_NAME_PARENT] = "parent"};
  const pv_portfolio_document *document = &portfolio->documents.items[by->document];
  return (pv_tie){
      .kind = pv_str_from(kinds[by->other->kind]),
      .name = by->party->name,
      .other = by->other->words,
      .document = by->document,
      .document_id = document->id,
      .uri = document->uri,
      .line = by->other->line,
      .column = by->other->column,
  };
}

const pv_tie *pv_portfolio_ties(const pv_portfolio *portfolio, const pv_portfolio_party *from,
                                const pv_portfolio_party *to, size_t *count) {
  pv_arena *arena = portfolio->arena;
  *count = 0;
  if (!from || !to || pv_str_equal(from->key, to->key)) return NULL;
  steps list = list_steps(portfolio, from->family);
  visits seen = {0};
  size_t found = search(arena, &list, &seen, from->key, to->key);
  if (found >= seen.count || !pv_str_equal(seen.items[found].key, to->key)) return NULL;
  for (size_t at = found; seen.items[at].by; at = seen.items[at].before) ++*count;
  pv_tie *ties = PV_NEW_ARRAY(arena, pv_tie, *count);
  size_t left = *count;
  for (size_t at = found; seen.items[at].by; at = seen.items[at].before)
    ties[--left] = tie_of(portfolio, seen.items[at].by);
  return ties;
}
