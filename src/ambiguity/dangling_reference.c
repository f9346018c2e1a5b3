// REF001: "as provided in Section 9.4" in a document that ends with Section 8.
#include "ambiguity/checks.h"
#include "base/str.h"

// The number of the last numbered section at the top of the document, for the message.
static pv_str last_section(const pv_text *text) {
  pv_str last = {"", 0};
  for (size_t i = 0; i < text->sections.count; i++) {
    const pv_section *section = &text->sections.items[i];
    if (section->kind == PV_SECTION_EXHIBIT) break;
    bool numbered = section->kind == PV_SECTION_ARTICLE || section->kind == PV_SECTION_SECTION;
    if (numbered && section->depth == 1) last = pv_str_slice(text->bytes, section->number);
  }
  return last;
}

void pv_check_dangling_reference(pv_checking *checking) {
  const pv_text *text = checking->findings->text;
  const pv_terms *terms = checking->findings->terms;
  pv_str last = last_section(text);
  if (!last.size) return; // no numbers to compare with
  for (size_t i = 0; i < terms->reference_count; i++) {
    const pv_term_reference *reference = &terms->references[i];
    if (reference->exhibit || reference->external || reference->target != PV_NO_SECTION) continue;
    pv_span at = pv_text_span(text, reference->first, reference->end);
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = clause ? PV_SEVERITY_HIGH : PV_SEVERITY_MEDIUM,
            .clause = clause,
            .slot = pv_checking_slot_at(clause, at),
            .span = at,
            .message = pv_str_printf(
                checking->arena,
                "refers to " PV_STR_FMT " " PV_STR_FMT
                ", which this document does not have; its last section is " PV_STR_FMT,
                PV_STR_ARG(reference->label), PV_STR_ARG(reference->number), PV_STR_ARG(last)),
            .suggestion = PV_STR("Correct the reference, or name the document it points into."),
        });
  }
}
