#include "clause/link.h"

#include <stdlib.h>

#include "base/str.h"
#include "base/vector.h"

static bool kind_of(const pv_rule *rule, pv_link_kind *kind) {
  static const struct {
    const char *name;
    pv_link_kind kind;
  } kinds[] = {
      {"brand", PV_LINK_BRAND},         {"parent", PV_LINK_PARENT},
      {"exclusion", PV_LINK_EXCLUSION}, {"elsewhere", PV_LINK_ELSEWHERE},
      {"deletion", PV_LINK_DELETION},
  };
  if (!rule->frame || !pv_str_equal(rule->frame->id, PV_STR("Link"))) return false;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (!pv_str_equal(rule->kind, pv_str_from(kinds[i].name))) continue;
    *kind = kinds[i].kind;
    return true;
  }
  return false;
}

static int by_place(const void *left, const void *right) {
  const pv_link *a = left, *b = right;
  if (a->span.start != b->span.start) return a->span.start < b->span.start ? -1 : 1;
  if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
  return (int)a->kind - (int)b->kind;
}

void pv_links_find(pv_report *report, const pv_findings *findings) {
  const pv_text *text = findings->text;
  PV_VECTOR(pv_link) found = {0};
  for (size_t i = 0; i < findings->cue_matches.count; i++) {
    const pv_match *match = &findings->cue_matches.items[i];
    pv_link_kind kind;
    if (!kind_of(match->rule, &kind)) continue;
    for (size_t k = 0; k < match->filler_count; k++) {
      const pv_filler *filler = &match->fillers[k];
      pv_span span = pv_text_span(text, filler->first, filler->end);
      if (!pv_str_equal(filler->name, PV_STR("words")) || span.start == span.end) continue;
      pv_link link = {kind, span, pv_str_slice(text->bytes, span)};
      PV_PUSH(report->arena, &found, link);
    }
  }
  if (found.count) qsort(found.items, found.count, sizeof *found.items, by_place);
  report->links = found.items;
  report->link_count = found.count;
}
