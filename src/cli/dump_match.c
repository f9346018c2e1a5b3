// The grammar, the matches, the clauses and what is ambiguous in them.
#include "base/str.h"
#include "cli/dump.h"

static bool wants(const pv_dump *dump, const pv_rule *rule) {
  return !dump->rule || (rule && pv_str_equal(pv_str_from(dump->rule), rule->id));
}

static void print_program(const pv_dump *dump, const pv_rule *rule, const char *part, size_t number,
                          const pv_program *program) {
  fprintf(dump->to, PV_STR_FMT "\t%s %zu\t", PV_STR_ARG(rule->id), part, number);
  pv_dump_text(dump, pv_str_trim(program->source));
  pv_str code =
      pv_program_print(dump->arena, dump->grammar, program, rule->captures, rule->capture_count);
  fprintf(dump->to, "\n" PV_STR_FMT "\n", PV_STR_ARG(pv_str_trim(code)));
}

static void print_programs(const pv_dump *dump, const pv_rule *rule, const char *part,
                           const pv_program *programs, size_t count, size_t *number) {
  for (size_t i = 0; i < count; i++) print_program(dump, rule, part, (*number)++, &programs[i]);
}

static void print_rule(const pv_dump *dump, const pv_rule *rule) {
  size_t number = 0;
  print_programs(dump, rule, "match", rule->matches, rule->match_count, &number);
  number = 0;
  for (size_t i = 0; i < rule->condition_count; i++)
    print_programs(dump, rule, rule->conditions[i].negative ? "unless" : "require",
                   rule->conditions[i].programs, rule->conditions[i].program_count, &number);
  number = 0;
  for (size_t i = 0; i < rule->slot_count; i++)
    print_programs(dump, rule, "slot", rule->slots[i].programs, rule->slots[i].program_count,
                   &number);
  number = 0;
  for (size_t i = 0; i < rule->field_count; i++)
    for (size_t k = 0; k < rule->fields[i].value_count; k++)
      print_programs(dump, rule, "field", rule->fields[i].values[k].programs,
                     rule->fields[i].values[k].program_count, &number);
  number = 0;
  for (size_t i = 0; i < rule->boost_count; i++)
    print_programs(dump, rule, "boost", rule->boosts[i].programs, rule->boosts[i].program_count,
                   &number);
}

void pv_dump_program(const pv_dump *dump) {
  for (size_t i = 0; i < dump->grammar->rule_count; i++)
    if (wants(dump, &dump->grammar->rules[i])) print_rule(dump, &dump->grammar->rules[i]);
}

void pv_dump_annotations(const pv_dump *dump) {
  pv_annotations annotations = dump->findings.annotations;
  for (size_t i = 0; i < annotations.count; i++) {
    const pv_annotation *annotation = &annotations.items[i];
    if (!wants(dump, annotation->rule)) continue;
    pv_span at = pv_dump_tokens_span(dump, annotation->first, annotation->end);
    pv_str rule = annotation->rule ? annotation->rule->id : PV_STR("-");
    pv_dump_span(dump, at);
    fprintf(dump->to, "@" PV_STR_FMT "\t" PV_STR_FMT "\t",
            PV_STR_ARG(dump->grammar->type_names[annotation->type]), PV_STR_ARG(rule));
    pv_dump_text_at(dump, at);
    fputc('\n', dump->to);
  }
}

static void print_matches(const pv_dump *dump, const char *phase, pv_matches matches) {
  for (size_t i = 0; i < matches.count; i++) {
    const pv_match *match = &matches.items[i];
    if (!wants(dump, match->rule)) continue;
    pv_dump_span(dump, pv_dump_tokens_span(dump, match->first, match->end));
    fprintf(dump->to, "%s\t" PV_STR_FMT "\t%u\t%d\t", phase, PV_STR_ARG(match->rule->id),
            match->match, match->points);
    for (size_t k = 0; k < match->filler_count; k++) {
      const pv_filler *filler = &match->fillers[k];
      fprintf(dump->to, "%s" PV_STR_FMT, k ? "; " : "", PV_STR_ARG(filler->name));
      if (filler->value.size) fprintf(dump->to, "=" PV_STR_FMT, PV_STR_ARG(filler->value));
      if (filler->first >= filler->end) continue;
      fputs(": ", dump->to);
      pv_dump_text_at(dump, pv_dump_tokens_span(dump, filler->first, filler->end));
    }
    fputc('\n', dump->to);
  }
}

void pv_dump_matches(const pv_dump *dump) {
  print_matches(dump, "entity", dump->findings.entity_matches);
  print_matches(dump, "cue", dump->findings.cue_matches);
  print_matches(dump, "clause", dump->findings.clause_matches);
  print_matches(dump, "style", dump->findings.style_matches);
}

static void print_slot(const pv_dump *dump, const pv_slot *slot, const char *before) {
  fprintf(dump->to, "%s" PV_STR_FMT "=", before, PV_STR_ARG(slot->name));
  if (!slot->count) fputs("missing", dump->to);
  for (size_t i = 0; i < slot->count; i++) {
    const pv_slot_value *value = &slot->values[i];
    fputs(i ? " | " : "", dump->to);
    if (value->status != PV_STATUS_STATED || !value->value.string.size)
      fputs(pv_status_name(value->status), dump->to);
    if (value->value.string.size) {
      fputs(value->status == PV_STATUS_STATED ? "" : " ", dump->to);
      pv_dump_text(dump, value->value.string);
    }
    if (!value->text.size) continue;
    fputs(" (", dump->to);
    pv_dump_text(dump, value->text);
    fputc(')', dump->to);
  }
}

void pv_dump_clauses(const pv_dump *dump) {
  for (size_t i = 0; i < dump->report->clause_count; i++) {
    const pv_clause *clause = &dump->report->clauses[i];
    pv_dump_span(dump, clause->span);
    fprintf(dump->to, PV_STR_FMT "\t" PV_STR_FMT "\t" PV_STR_FMT "\t%d\t",
            PV_STR_ARG(clause->family), PV_STR_ARG(clause->kind), PV_STR_ARG(clause->polarity),
            clause->points);
    for (size_t k = 0; k < clause->slot_count; k++)
      print_slot(dump, &clause->slots[k], k ? "; " : "");
    fputc('\n', dump->to);
  }
}

void pv_dump_ambiguities(const pv_dump *dump) {
  for (size_t i = 0; i < dump->report->ambiguity_count; i++) {
    const pv_ambiguity *found = &dump->report->ambiguities[i];
    pv_dump_span(dump, found->span);
    fprintf(dump->to, PV_STR_FMT "\t%s\t" PV_STR_FMT "\t" PV_STR_FMT "\t", PV_STR_ARG(found->code),
            pv_severity_name(found->severity), PV_STR_ARG(found->clause), PV_STR_ARG(found->slot));
    pv_dump_text(dump, found->message);
    fputc('\n', dump->to);
  }
}
