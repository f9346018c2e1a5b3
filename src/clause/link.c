#include "clause/link.h"

#include <stdlib.h>

#include "base/str.h"
#include "base/vector.h"
#include "clause/fact.h"

static bool kind_of(const pv_rule *rule, pv_link_kind *kind) {
  static const struct {
    const char *name;
    pv_link_kind kind;
  } kinds[] = {
      {"brand", PV_LINK_BRAND},         {"parent", PV_LINK_PARENT},
      {"exclusion", PV_LINK_EXCLUSION}, {"elsewhere", PV_LINK_ELSEWHERE},
      {"deletion", PV_LINK_DELETION},   {"former", PV_LINK_FORMER},
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

typedef PV_VECTOR(pv_link) links;

typedef struct {
  pv_report *report;
  const pv_findings *findings;
  links found;
} finding;

static void add_fillers(finding *in, const pv_match *match, pv_link_kind kind) {
  const pv_text *text = in->findings->text;
  for (size_t i = 0; i < match->filler_count; i++) {
    const pv_filler *filler = &match->fillers[i];
    pv_span span = pv_text_span(text, filler->first, filler->end);
    if (!pv_str_equal(filler->name, PV_STR("words")) || span.start == span.end) continue;
    PV_PUSH(in->report->arena, &in->found,
            ((pv_link){.kind = kind, .span = span, .words = pv_str_slice(text->bytes, span)}));
  }
}

// The number of a section without sections in it, or 0.
static uint32_t whole_number(pv_str number) {
  uint32_t whole = 0;
  for (size_t i = 0; i < number.size; i++) {
    if (number.data[i] < '0' || number.data[i] > '9' || i == 4) return 0;
    whole = whole * 10 + (uint32_t)(number.data[i] - '0');
  }
  return whole;
}

// "Exhibit A", as a clause of it is cited; of a section its number.
static pv_str cited_as(const pv_text *text, const pv_term_reference *reference) {
  return reference->exhibit
             ? pv_str_slice(text->bytes, pv_text_span(text, reference->first, reference->end))
             : reference->number;
}

// The sections between the two ends of "Sections 5 to 7".
static void add_between(finding *in, const pv_term_reference *last, pv_link link) {
  enum { MOST = 50 };
  uint32_t from = whole_number(last[-1].number), to = whole_number(last->number);
  if (!from || to <= from || to - from > MOST) return;
  for (uint32_t number = from + 1; number < to; number++) {
    link.words = pv_str_printf(in->report->arena, "%u", (unsigned)number);
    PV_PUSH(in->report->arena, &in->found, link);
  }
}

// The sections and exhibits that are named in the tokens [first, end).
static void add_sections(finding *in, uint32_t first, uint32_t end, pv_link_kind kind,
                         pv_span reach) {
  const pv_text *text = in->findings->text;
  const pv_terms *terms = in->findings->terms;
  for (size_t i = pv_terms_reference_from(terms, first);
       i < terms->reference_count && terms->references[i].first < end; i++) {
    const pv_term_reference *reference = &terms->references[i];
    pv_link link = {.kind = kind,
                    .span = pv_text_span(text, reference->first, reference->end),
                    .words = cited_as(text, reference),
                    .reach = reach};
    if (reference->ends_range && i) add_between(in, reference, link);
    PV_PUSH(in->report->arena, &in->found, link);
  }
}

static const pv_sentence *sentence_of(const finding *in, const pv_match *match) {
  return &in->findings->text->sentences.items[match->sentence];
}

// Of a deletion: the section that it stands in.
static pv_span reach_of(const finding *in, const pv_match *match) {
  const pv_text *text = in->findings->text;
  uint32_t section = sentence_of(in, match)->section;
  if (section >= text->sections.count) return (pv_span){0, 0};
  return pv_text_span(text, text->sections.items[section].first, text->sections.items[section].end);
}

static void add_binding_parts(finding *in) {
  for (size_t i = 0; i < in->findings->entity_matches.count; i++) {
    const pv_match *match = &in->findings->entity_matches.items[i];
    if (pv_fact_is(match, "binding_part"))
      add_sections(in, match->first, sentence_of(in, match)->end, PV_LINK_BINDING, (pv_span){0, 0});
  }
}

void pv_links_find(pv_report *report, const pv_findings *findings) {
  finding in = {.report = report, .findings = findings};
  for (size_t i = 0; i < findings->cue_matches.count; i++) {
    const pv_match *match = &findings->cue_matches.items[i];
    pv_link_kind kind;
    if (!kind_of(match->rule, &kind)) continue;
    if (kind == PV_LINK_DELETION)
      add_sections(&in, match->first, match->end, kind, reach_of(&in, match));
    else
      add_fillers(&in, match, kind);
  }
  if (report->facts.binding_part_count) add_binding_parts(&in);
  if (in.found.count) qsort(in.found.items, in.found.count, sizeof *in.found.items, by_place);
  report->links = in.found.items;
  report->link_count = in.found.count;
}
