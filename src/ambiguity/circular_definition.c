// DEF005: "Products" means the Goods; "Goods" means the Products.
#include "ambiguity/checks.h"
#include "base/str.h"

enum { LONGEST_CYCLE = 8 };

// The terms of the cycle that the definition leads into, in their order; 0 where there is none.
static size_t read_cycle(const pv_checking *checking, uint32_t start,
                         uint32_t cycle[LONGEST_CYCLE]) {
  size_t count = 0;
  for (uint32_t at = start; at != PV_NO_DEFINITION; at = checking->graph->nodes[at].next) {
    for (size_t i = 0; i < count; i++)
      if (cycle[i] == at) {
        memmove(cycle, cycle + i, (count - i) * sizeof *cycle);
        return count - i;
      }
    if (count == LONGEST_CYCLE) return 0;
    cycle[count++] = at;
  }
  return 0;
}

// The use of the next term of the cycle within the words that define this one.
static const pv_annotation *link_of(const pv_checking *checking, uint32_t from, uint32_t to) {
  const pv_terms *terms = checking->findings->terms;
  uint32_t first, end;
  pv_checking_tokens(checking, terms->definitions[from].definition, &first, &end);
  pv_annotations all = checking->findings->annotations;
  for (size_t i = pv_annotations_from(all, first); i < all.count && all.items[i].first < end; i++)
    if (all.items[i].type == PV_TYPE_TERM && all.items[i].value == &terms->definitions[to])
      return &all.items[i];
  return NULL;
}

// A cycle says nothing new if each term stands near the head of the other's definition, where the
// words say what it is, and no reference there leads out of it.
static bool is_empty_cycle(const pv_checking *checking, const uint32_t *cycle, size_t count) {
  enum { HEAD = 12 }; // tokens
  const pv_text *text = checking->findings->text;
  for (size_t i = 0; i < count; i++) {
    const pv_annotation *use = link_of(checking, cycle[i], cycle[(i + 1) % count]);
    pv_span words = checking->findings->terms->definitions[cycle[i]].definition;
    uint32_t first, end;
    pv_checking_tokens(checking, words, &first, &end);
    if (!use || use->first > first + HEAD) return false;
    pv_span rest = {text->tokens.items[use->first].start, words.end};
    if (pv_checking_has_mark(checking, "explained_elsewhere", rest)) return false;
  }
  return true;
}

static pv_str describe(const pv_checking *checking, const uint32_t *cycle, size_t count) {
  const pv_terms *terms = checking->findings->terms;
  pv_str path = terms->definitions[cycle[0]].term;
  for (size_t i = 1; i <= count; i++)
    path = pv_str_printf(checking->scratch, PV_STR_FMT " -> " PV_STR_FMT, PV_STR_ARG(path),
                         PV_STR_ARG(terms->definitions[cycle[i % count]].term));
  return path;
}

void pv_check_circular_definition(pv_checking *checking) {
  const pv_terms *terms = checking->findings->terms;
  for (uint32_t i = 0; i < terms->definition_count; i++) {
    uint32_t cycle[LONGEST_CYCLE];
    size_t count = read_cycle(checking, i, cycle);
    bool is_first = count > 0;
    for (size_t k = 0; k < count; k++) is_first &= i <= cycle[k];
    if (!is_first || cycle[0] != i || !is_empty_cycle(checking, cycle, count)) continue;
    pv_str path = describe(checking, cycle, count);
    pv_checking_add(checking, (pv_finding){
                                  .severity = PV_SEVERITY_MEDIUM,
                                  .span = terms->definitions[i].span,
                                  .message = pv_str_printf(
                                      checking->arena,
                                      "the definition of \"" PV_STR_FMT "\" leads back "
                                      "to itself (" PV_STR_FMT "), so it may mean "
                                      "anything",
                                      PV_STR_ARG(terms->definitions[i].term), PV_STR_ARG(path)),
                              });
  }
}
