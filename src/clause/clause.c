// A group of matches is one clause. The strongest match gives kind and span.
#include "clause/clause.h"

#include "base/str.h"
#include "clause/confidence.h"
#include "clause/group.h"
#include "clause/inherit.h"
#include "clause/narrow.h"
#include "clause/other_party.h"
#include "clause/slot.h"

uint32_t pv_token_at(const pv_text *text, uint32_t offset) {
  size_t low = 0, high = text->tokens.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (text->tokens.items[middle].start < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return (uint32_t)low;
}

static const pv_sentence *sentence_of(const pv_findings *findings, const pv_match *match) {
  return &findings->text->sentences.items[match->sentence];
}

// A value that a rule gives without words of its own stands on those of the match.
static pv_filler on_words(const pv_filler *filler, const pv_match *match) {
  pv_filler placed = *filler;
  if (placed.first < placed.end) return placed;
  placed.first = match->first;
  placed.end = match->end;
  return placed;
}

static pv_slot fill_slot(const pv_slot_context *context, const pv_frame *frame, uint32_t index,
                         const pv_match_group *matches) {
  const pv_frame_slot *slot = &frame->slots[index];
  pv_slot_values values = {0};
  for (size_t i = 0; i < matches->count; i++) {
    const pv_match *match = matches->items[i];
    for (size_t k = 0; k < match->filler_count; k++) {
      if (match->fillers[k].slot != index) continue;
      pv_filler filler = on_words(&match->fillers[k], match);
      pv_slot_fill(context, slot, &filler, &values);
    }
    if (values.count && !slot->list) break; // the strongest match that says something
  }
  // Parties, and values that contradict one another, may be several in a slot that is no list.
  bool several = slot->list || slot->type == PV_SLOT_PARTY ||
                 (values.count && values.items[0].status == PV_STATUS_CONFLICTING);
  if (!several && values.count > 1) values.count = 1;
  return (pv_slot){.name = slot->name,
                   .is_list = slot->list || values.count > 1,
                   .values = values.items,
                   .count = values.count};
}

static void add_slots(pv_report *report, pv_clause *clause, const pv_findings *findings,
                      const pv_match_group *matches) {
  const pv_frame *frame = matches->items[0]->rule->frame;
  pv_slot_context context = {report->arena, findings, report->grammar,
                             sentence_of(findings, matches->items[0])};
  pv_slot *slots = PV_NEW_ARRAY(report->arena, pv_slot, frame->slot_count);
  for (uint32_t i = 0; i < frame->slot_count; i++)
    slots[i] = fill_slot(&context, frame, i, matches);
  pv_clause_fill_other_party(report, frame, slots);
  pv_slots_narrow(frame, slots);
  clause->slots = slots;
  clause->slot_count = frame->slot_count;
}

// Leaves out the empty slots that need not be filled.
static void drop_empty_slots(pv_clause *clause, const pv_frame *frame) {
  pv_slot *slots = (pv_slot *)(uintptr_t)clause->slots;
  clause->slot_count = 0;
  for (uint32_t i = 0; i < frame->slot_count; i++)
    if (slots[i].count || frame->slots[i].required) slots[clause->slot_count++] = slots[i];
}

pv_str pv_section_name(const pv_text *text, const pv_section *section) {
  pv_span at = section->number.end > section->number.start ? section->number : section->heading;
  if (section->kind == PV_SECTION_EXHIBIT && section->first < text->tokens.count &&
      text->tokens.items[section->first].start < at.end)
    at.start = text->tokens.items[section->first].start;
  return pv_str_slice(text->bytes, at);
}

static void add_section(pv_report *report, pv_clause *clause, const pv_text *text, uint32_t at) {
  PV_VECTOR(pv_str) names = {0}; // from the innermost section out
  for (uint32_t s = at; s != PV_NO_SECTION; s = text->sections.items[s].parent) {
    const pv_section *section = &text->sections.items[s];
    pv_str name = pv_section_name(text, section);
    if (section->kind != PV_SECTION_DOCUMENT && name.size) PV_PUSH(report->arena, &names, name);
    if (!clause->heading.size) clause->heading = pv_str_slice(text->bytes, section->heading);
  }
  for (size_t i = 0; i < names.count / 2; i++) {
    pv_str outer = names.items[names.count - 1 - i];
    names.items[names.count - 1 - i] = names.items[i];
    names.items[i] = outer;
  }
  clause->section_path = names.items;
  clause->section_count = names.count;
}

// What is left of the sentence without the page furniture in it.
static void add_pieces(pv_report *report, pv_clause *clause, const pv_text *text,
                       const pv_sentence *sentence) {
  PV_VECTOR(pv_span) pieces = {0};
  uint32_t first = sentence->first;
  for (uint32_t i = sentence->first + 1; i <= sentence->end; i++) {
    if (i < sentence->end && !(text->tokens.items[i].flags & PV_TOKEN_BREAK)) continue;
    PV_PUSH(report->arena, &pieces, pv_text_span(text, first, i));
    first = i;
  }
  clause->pieces = pieces.items;
  clause->piece_count = pieces.count;
}

// What a clause is known by: the sentence, or the hit where a sentence may have several.
static pv_str words_of(const pv_clause *clause, const pv_text *text, const pv_match *match) {
  if (match->rule->frame->conflict == PV_CONFLICT_ONE) return clause->quote;
  return pv_str_slice(text->bytes, pv_text_span(text, match->first, match->end));
}

// False where it has fewer points than `least`: then it is not whole.
static bool make_clause(pv_report *report, const pv_findings *findings,
                        const pv_match_group *matches, int least, pv_clause *made) {
  const pv_rule *rule = matches->items[0]->rule;
  const pv_sentence *sentence = sentence_of(findings, matches->items[0]);
  const pv_text *text = findings->text;
  pv_clause clause = {
      .family = rule->frame->family,
      .kind = rule->kind,
      .polarity = rule->polarity.size ? rule->polarity : PV_STR("grant"),
      .span = pv_text_span(text, sentence->first, sentence->end),
  };
  clause.quote = pv_str_slice(text->bytes, clause.span);
  if (!pv_clause_add_evidence(report, &clause, findings, matches, least)) return false;
  add_slots(report, &clause, findings, matches);
  add_section(report, &clause, text, sentence->section);
  add_pieces(report, &clause, text, sentence);
  pv_fingerprint(clause.kind, words_of(&clause, text, matches->items[0]), clause.section_path,
                 clause.section_count, clause.fingerprint);
  *made = clause;
  return true;
}

// The section right below the root, so that one article is told from the next.
static uint32_t article_of(const pv_text *text, uint32_t section) {
  while (section != PV_NO_SECTION && text->sections.items[section].depth > 1)
    section = text->sections.items[section].parent;
  return section;
}

// Adds an id to a list that grows by doubling.
static void add_link(pv_arena *arena, const pv_str **ids, size_t *count, pv_str id) {
  bool is_full = (*count & (*count - 1)) == 0; // at 0, 1, 2, 4, …
  if (is_full) {
    pv_str *grown = PV_NEW_ARRAY(arena, pv_str, *count ? *count * 2 : 1);
    if (*count) memcpy(grown, *ids, *count * sizeof **ids);
    *ids = grown;
  }
  pv_str *items = (pv_str *)(uintptr_t)*ids;
  items[(*count)++] = id;
}

static bool cuts_into_another(const pv_clause *clause) {
  return pv_str_equal(clause->polarity, PV_STR("carve_out")) ||
         pv_str_equal(clause->polarity, PV_STR("lapse"));
}

// The last clause of a family that others can cut into, and the article it stands in.
typedef struct {
  pv_clause *clause;
  uint32_t article;
  const pv_frame *frame;
} open_clause;

// Where a clause stands: its article, its sentence, and the clause whose words it is part of, or
// NULL.
typedef struct {
  uint32_t article;
  uint32_t sentence;
  const pv_frame *frame;
  pv_clause *shelter;
} site;

// The place of the family in `open`, which has room for all, a free one where it is new.
static open_clause *open_of(open_clause *open, const pv_clause *clause) {
  while (open->clause && !pv_str_equal(open->clause->family, clause->family)) open++;
  return open;
}

static pv_framed_slots framed(const pv_clause *clause, const pv_frame *frame) {
  return (pv_framed_slots){frame, (pv_slot *)(uintptr_t)clause->slots};
}

static void link_clause(pv_report *report, pv_clause *clause, pv_clause *target) {
  add_link(report->arena, &clause->modifies, &clause->modifies_count, target->id);
  add_link(report->arena, &target->modified_by, &target->modified_by_count, clause->id);
}

// A clause modifies the one whose words it is part of. Else a carve-out or a lapse modifies the
// nearest clause of its family that it does not stand before: in its own sentence, or earlier in
// the same article.
static void link_clauses(pv_report *report, const site *sites) {
  open_clause *open = PV_NEW_ARRAY(report->arena, open_clause, report->grammar->frame_count + 1);
  for (size_t i = 0; i < report->clause_count; i++) {
    pv_clause *clause = &report->clauses[i];
    open_clause *last = open_of(open, clause);
    if (sites[i].shelter)
      link_clause(report, clause, sites[i].shelter);
    else if (!cuts_into_another(clause))
      *last = (open_clause){clause, sites[i].article, sites[i].frame};
    else if (last->clause && last->article == sites[i].article) {
      link_clause(report, clause, last->clause);
      pv_slots_inherit_scope(report->arena, framed(clause, sites[i].frame),
                             framed(last->clause, last->frame));
    }
  }
}

// A clause that names nobody goes on from the clause of its frame in the sentence before.
static void inherit_parties(pv_report *report, const site *sites) {
  enum { FARTHEST = 2 };
  for (size_t i = 1; i < report->clause_count; i++)
    for (size_t k = i; k-- > 0 && sites[k].sentence + FARTHEST >= sites[i].sentence;) {
      if (sites[k].frame != sites[i].frame || sites[k].sentence == sites[i].sentence) continue;
      if (sites[k].article != sites[i].article) break;
      pv_slots_inherit_parties(report->arena, framed(&report->clauses[i], sites[i].frame),
                               framed(&report->clauses[k], sites[k].frame));
      break;
    }
}

// The clause of the group in whose matches it stands, or NULL.
static pv_clause *shelter_of(const pv_match_group *group) {
  return group->parent ? group->parent->clause : NULL;
}

void pv_clauses_assemble(pv_report *report, const pv_findings *findings, int min_points) {
  pv_arena *arena = report->arena;
  pv_match_groups groups = pv_match_groups_make(arena, findings->clause_matches);
  report->clauses = PV_NEW_ARRAY(arena, pv_clause, groups.count);
  site *sites = PV_NEW_ARRAY(arena, site, groups.count);
  for (size_t i = 0; i < groups.count; i++) {
    pv_match_group *group = &groups.items[i];
    pv_clause clause;
    if (!make_clause(report, findings, group, min_points, &clause)) continue;
    const pv_match *first = group->items[0];
    uint32_t section = sentence_of(findings, first)->section;
    sites[report->clause_count] = (site){article_of(findings->text, section), first->sentence,
                                         first->rule->frame, shelter_of(group)};
    clause.id = pv_str_printf(arena, "c%zu", report->clause_count + 1);
    group->clause = &report->clauses[report->clause_count++];
    *group->clause = clause;
  }
  link_clauses(report, sites);
  inherit_parties(report, sites);
  for (size_t i = 0; i < report->clause_count; i++)
    drop_empty_slots(&report->clauses[i], sites[i].frame);
}
