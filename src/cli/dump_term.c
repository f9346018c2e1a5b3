// The term stage.
#include "base/str.h"
#include "cli/dump.h"

void pv_dump_terms(const pv_dump *dump) {
  static const char *const kinds[] = {
      [PV_DEFINITION_MEANS] = "means",
      [PV_DEFINITION_TABLE] = "table",
      [PV_DEFINITION_INLINE] = "inline",
      [PV_DEFINITION_BY_REFERENCE] = "by_reference",
  };
  const pv_terms *terms = dump->findings.terms;
  for (size_t i = 0; i < terms->definition_count; i++) {
    const pv_term_definition *definition = &terms->definitions[i];
    pv_dump_span(dump, definition->span);
    fprintf(dump->to, "%s\t%u\t", kinds[definition->kind], definition->uses);
    pv_dump_text(dump, definition->term);
    fputc('\t', dump->to);
    pv_dump_text_at(dump, definition->definition);
    fputc('\n', dump->to);
  }
}

void pv_dump_parties(const pv_dump *dump) {
  const pv_terms *terms = dump->findings.terms;
  for (size_t i = 0; i < terms->party_count; i++) {
    const pv_term_party *party = &terms->parties[i];
    pv_dump_span(dump, party->span);
    pv_dump_text(dump, party->name);
    for (size_t k = 0; k < party->alias_count; k++) {
      fputs(k ? ", " : "\t", dump->to);
      pv_dump_text(dump, party->aliases[k]);
    }
    fputc('\n', dump->to);
  }
}

void pv_dump_references(const pv_dump *dump) {
  const pv_terms *terms = dump->findings.terms;
  for (size_t i = 0; i < terms->reference_count; i++) {
    const pv_term_reference *reference = &terms->references[i];
    pv_span at = pv_dump_tokens_span(dump, reference->first, reference->end);
    pv_dump_span(dump, at);
    pv_dump_text(dump, reference->label);
    fputc('\t', dump->to);
    pv_dump_text(dump, reference->number);
    if (reference->external)
      fputs("\texternal\t", dump->to);
    else if (reference->target == PV_NO_SECTION)
      fputs("\tnone\t", dump->to);
    else
      fprintf(dump->to, "\t%u\t", reference->target);
    pv_dump_text_at(dump, at);
    fputc('\n', dump->to);
  }
}
