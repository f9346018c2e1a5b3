// DEF002: a clause whose scope hangs on a term that is explained only later, in another section.
#include "ambiguity/checks.h"
#include "base/str.h"

// The section at the top of the document, or of its exhibit, that the offset stands in.
static uint32_t top_section(const pv_text *text, uint32_t offset) {
  uint32_t sentence = pv_text_sentence_at(text, pv_token_at(text, offset));
  if (sentence == PV_NO_SENTENCE) return 0;
  uint32_t section = text->sentences.items[sentence].section;
  const pv_section *items = text->sections.items;
  while (section < text->sections.count && items[section].kind != PV_SECTION_EXHIBIT) {
    uint32_t parent = items[section].parent;
    if (parent == PV_NO_SECTION || items[parent].kind <= PV_SECTION_EXHIBIT) break;
    section = parent;
  }
  return section;
}

static void check_use(pv_checking *checking, const pv_clause *clause, const pv_slot *slot,
                      const pv_annotation *use) {
  const pv_text *text = checking->findings->text;
  const pv_term_definition *definition = use->value;
  pv_span at = pv_text_span(text, use->first, use->end);
  if (!definition || definition->span.start < clause->span.end) return;
  uint32_t own = top_section(text, at.start), other = top_section(text, definition->span.start);
  if (other <= own + 1) return;
  pv_checking_add(
      checking,
      (pv_finding){
          .severity = PV_SEVERITY_INFO,
          .clause = clause,
          .slot = slot->name,
          .span = at,
          .message = pv_str_printf(checking->arena,
                                   "\"" PV_STR_FMT "\" is defined only later in the "
                                   "document; a reader may take it in its usual sense",
                                   PV_STR_ARG(definition->term)),
          .related = pv_checking_related(checking, definition->span, PV_STR(""), "defined here"),
          .related_count = 1,
      });
}

// Each term that the value names.
static void check_value(pv_checking *checking, const pv_clause *clause, const pv_slot *slot,
                        const pv_slot_value *value) {
  uint32_t first, end;
  pv_checking_tokens(checking, value->span, &first, &end);
  pv_annotations all = checking->findings->annotations;
  for (size_t i = pv_annotations_from(all, first); i < all.count; i++) {
    if (all.items[i].first >= end) break;
    if (all.items[i].type == PV_TYPE_TERM) check_use(checking, clause, slot, &all.items[i]);
  }
}

void pv_check_late_definition(pv_checking *checking) {
  const pv_report *report = checking->report;
  for (size_t i = 0; i < report->clause_count; i++)
    for (size_t k = 0; k < report->clauses[i].slot_count; k++) {
      const pv_slot *slot = &report->clauses[i].slots[k];
      for (size_t v = 0; v < slot->count; v++)
        if (slot->values[v].status == PV_STATUS_STATED)
          check_value(checking, &report->clauses[i], slot, &slot->values[v]);
    }
}
