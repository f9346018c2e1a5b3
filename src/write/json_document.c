#include "write/json_document.h"

#include <stdio.h>

#include "base/str.h"

#define SCHEMA_VERSION "1.0"

void pv_json_member(pv_printer *printer, pv_str name, pv_str value) {
  pv_printer_name(printer, name);
  pv_printer_string(printer, value);
}

void pv_json_member_or_null(pv_printer *printer, pv_str name, pv_str value) {
  pv_printer_name(printer, name);
  pv_printer_string_or_null(printer, value);
}

void pv_json_member_list(pv_printer *printer, pv_str name, const pv_str *items, size_t count) {
  pv_printer_name(printer, name);
  pv_printer_begin_flat(printer, '[');
  for (size_t i = 0; i < count; i++) pv_printer_string(printer, items[i]);
  pv_printer_end(printer, ']');
}

static void member_span(pv_json_printing *printing, pv_str name, pv_span span) {
  pv_printer_name(printing->printer, name);
  pv_json_print_span(printing, span);
}

static void member_number(pv_printer *printer, const char *name, int64_t number) {
  pv_printer_name(printer, pv_str_from(name));
  pv_printer_number(printer, number);
}

static void print_box(pv_printer *printer, const int16_t box[4]) {
  pv_printer_name(printer, PV_STR("box"));
  pv_printer_begin_flat(printer, '[');
  for (size_t i = 0; i < 4; i++) pv_printer_number(printer, box[i]);
  pv_printer_end(printer, ']');
}

// Where in the file: nothing for a text whose offsets are those of the file.
static void print_source(pv_printer *printer, const pv_document *document, uint32_t offset) {
  pv_origin source = pv_document_locate(document, offset);
  if (source.kind == PV_ORIGIN_BYTE && source.number == offset) return;
  if (source.kind == PV_ORIGIN_PAGE) member_number(printer, "page", source.number);
  pv_printer_name(printer, PV_STR("source"));
  pv_printer_begin_flat(printer, '{');
  switch (source.kind) {
  case PV_ORIGIN_BYTE: member_number(printer, "byte", source.number); break;
  case PV_ORIGIN_PARAGRAPH:
    pv_json_member(printer, PV_STR("part"), source.name);
    member_number(printer, "paragraph", source.number);
    break;
  case PV_ORIGIN_ELEMENT:
    pv_json_member(printer, PV_STR("element"), source.name);
    member_number(printer, "line", source.number);
    break;
  case PV_ORIGIN_PAGE: print_box(printer, source.box); break;
  }
  pv_printer_end(printer, '}');
}

void pv_json_print_span(pv_json_printing *printing, pv_span span) {
  pv_printer *printer = printing->printer;
  if (span.start >= span.end) {
    pv_printer_null(printer);
    return;
  }
  uint32_t line, column;
  pv_placer_find(&printing->placer, span.start, &line, &column);
  pv_printer_begin_flat(printer, '{');
  pv_printer_name(printer, PV_STR("start"));
  pv_printer_number(printer, span.start);
  pv_printer_name(printer, PV_STR("end"));
  pv_printer_number(printer, span.end);
  pv_printer_name(printer, PV_STR("line"));
  pv_printer_number(printer, line);
  pv_printer_name(printer, PV_STR("column"));
  pv_printer_number(printer, column);
  if (printing->report->document) print_source(printer, printing->report->document, span.start);
  pv_printer_end(printer, '}');
}

static void print_grammar(pv_printer *printer, const pv_grammar *grammar) {
  pv_printer_name(printer, PV_STR("grammar"));
  if (!grammar) {
    pv_printer_null(printer);
    return;
  }
  pv_printer_begin_flat(printer, '{');
  pv_json_member(printer, PV_STR("id"), grammar->id);
  pv_json_member(printer, PV_STR("version"), grammar->version);
  pv_json_member(printer, PV_STR("sha256"), grammar->sha256);
  pv_printer_end(printer, '}');
}

void pv_json_print_tool(pv_printer *printer, const pv_run *run) {
  pv_json_member(printer, PV_STR("schema_version"), PV_STR(SCHEMA_VERSION));
  pv_printer_name(printer, PV_STR("tool"));
  pv_printer_begin(printer, '{');
  pv_json_member(printer, PV_STR("name"), PV_STR("proviso"));
  pv_json_member(printer, PV_STR("version"), pv_str_from(pv_version()));
  print_grammar(printer, run->grammar);
  pv_printer_name(printer, PV_STR("options"));
  pv_printer_begin_flat(printer, '{');
  for (size_t i = 0; i < run->option_count; i++) {
    pv_printer_name(printer, run->options[i].name);
    pv_printer_value(printer, &run->options[i].value);
  }
  pv_printer_end(printer, '}');
  pv_printer_end(printer, '}');
}

void pv_json_print_failure(pv_printer *printer, pv_str uri, const pv_error *why) {
  pv_printer_begin(printer, '{');
  pv_json_member(printer, PV_STR("uri"), uri);
  pv_printer_name(printer, PV_STR("error"));
  pv_printer_begin_flat(printer, '{');
  pv_json_member(printer, PV_STR("code"), pv_str_from(pv_error_code_name(why->code)));
  pv_json_member(printer, PV_STR("message"), pv_str_from(why->message));
  pv_printer_end(printer, '}');
  pv_printer_end(printer, '}');
}

static void print_fact(pv_json_printing *printing, pv_str name, const pv_fact *fact) {
  pv_printer *printer = printing->printer;
  pv_printer_name(printer, name);
  pv_printer_begin(printer, '{');
  pv_json_member_or_null(printer, PV_STR("text"), fact->text);
  pv_json_member_or_null(printer, PV_STR("value"), fact->value);
  pv_status status = fact->text.size ? fact->status : PV_STATUS_MISSING;
  pv_json_member(printer, PV_STR("status"), pv_str_from(pv_status_name(status)));
  member_span(printing, PV_STR("span"), fact->span);
  pv_printer_end(printer, '}');
}

// The facts with their places.
static void print_placed_facts(pv_json_printing *printing) {
  const pv_document_facts *facts = &printing->report->facts;
  pv_printer_name(printing->printer, PV_STR("facts"));
  pv_printer_begin(printing->printer, '{');
  print_fact(printing, PV_STR("title"), &facts->title);
  print_fact(printing, PV_STR("agreement_date"), &facts->agreement_date);
  print_fact(printing, PV_STR("effective_date"), &facts->effective_date);
  print_fact(printing, PV_STR("expiration_date"), &facts->expiration_date);
  print_fact(printing, PV_STR("governing_law"), &facts->governing_law);
  pv_printer_end(printing->printer, '}');
}

static void print_amends(pv_json_printing *printing, const pv_amends *amends) {
  pv_printer *printer = printing->printer;
  pv_printer_name(printer, PV_STR("amends"));
  if (!amends->text.size) {
    pv_printer_null(printer);
    return;
  }
  pv_printer_begin(printer, '{');
  pv_json_member(printer, PV_STR("text"), amends->text);
  pv_json_member_or_null(printer, PV_STR("title"), amends->title);
  pv_json_member_or_null(printer, PV_STR("date"), amends->date);
  pv_json_member_list(printer, PV_STR("parties"), amends->parties, amends->party_count);
  member_span(printing, PV_STR("span"), amends->span);
  pv_printer_end(printer, '}');
}

static void print_binding(pv_json_printing *printing, const pv_document_facts *facts) {
  pv_printer *printer = printing->printer;
  pv_printer_name(printer, PV_STR("binding"));
  pv_printer_begin_flat(printer, '{');
  pv_printer_name(printer, PV_STR("value"));
  if (facts->binding_known)
    pv_printer_bool(printer, facts->binding);
  else
    pv_printer_null(printer);
  member_span(printing, PV_STR("evidence"), facts->binding_evidence);
  if (facts->binding_part_count) {
    pv_printer_name(printer, PV_STR("binding_parts"));
    pv_printer_begin(printer, '[');
    for (size_t i = 0; i < facts->binding_part_count; i++)
      pv_json_print_span(printing, facts->binding_parts[i]);
    pv_printer_end(printer, ']');
  }
  pv_printer_end(printer, '}');
}

// A date of the calendar, or null: "perpetual" is told by the fact with its place.
static void print_date(pv_printer *printer, pv_str name, pv_str value) {
  bool is_date = value.size && value.data[0] >= '0' && value.data[0] <= '9';
  pv_json_member_or_null(printer, name, is_date ? value : PV_STR(""));
}

static void print_facts(pv_json_printing *printing) {
  pv_printer *printer = printing->printer;
  const pv_document_facts *facts = &printing->report->facts;
  pv_json_member_or_null(printer, PV_STR("language"), facts->language);
  pv_json_member_or_null(printer, PV_STR("title"), facts->title.value);
  pv_json_member_or_null(printer, PV_STR("kind"), facts->kind);
  print_binding(printing, facts);
  pv_printer_name(printer, PV_STR("dates"));
  pv_printer_begin_flat(printer, '{');
  print_date(printer, PV_STR("agreement"), facts->agreement_date.value);
  print_date(printer, PV_STR("effective"), facts->effective_date.value);
  print_date(printer, PV_STR("expiration"), facts->expiration_date.value);
  pv_printer_end(printer, '}');
  pv_json_member_or_null(printer, PV_STR("governing_law"), facts->governing_law.value);
  print_placed_facts(printing);
  print_amends(printing, &facts->amends);
}

static void print_party(pv_json_printing *printing, const pv_party *party) {
  pv_printer *printer = printing->printer;
  pv_printer_begin(printer, '{');
  pv_json_member(printer, PV_STR("id"), party->id);
  pv_json_member(printer, PV_STR("name"), party->name);
  pv_json_member_list(printer, PV_STR("aliases"), party->aliases, party->alias_count);
  pv_json_member_list(printer, PV_STR("roles"), party->roles, party->role_count);
  member_span(printing, PV_STR("span"), party->span);
  pv_printer_end(printer, '}');
}

static void print_term(pv_json_printing *printing, const pv_defined_term *term) {
  pv_printer *printer = printing->printer;
  pv_printer_begin(printer, '{');
  pv_json_member(printer, PV_STR("term"), term->term);
  pv_json_member(printer, PV_STR("kind"), term->kind);
  member_span(printing, PV_STR("span"), term->span);
  member_span(printing, PV_STR("definition_span"), term->definition_span);
  pv_printer_name(printer, PV_STR("uses"));
  pv_printer_number(printer, term->uses);
  if (term->exhibit.size) pv_json_member(printer, PV_STR("exhibit"), term->exhibit);
  pv_printer_end(printer, '}');
}

static void print_related(pv_json_printing *printing, const pv_related *related) {
  pv_printer *printer = printing->printer;
  pv_printer_begin_flat(printer, '{');
  member_span(printing, PV_STR("span"), related->span);
  pv_json_member_or_null(printer, PV_STR("clause"), related->clause);
  pv_json_member(printer, PV_STR("note"), related->note);
  pv_printer_end(printer, '}');
}

void pv_json_print_ambiguity(pv_json_printing *printing, const pv_ambiguity *ambiguity) {
  pv_printer *printer = printing->printer;
  pv_printer_begin(printer, '{');
  pv_json_member(printer, PV_STR("id"), ambiguity->id);
  pv_json_member(printer, PV_STR("code"), ambiguity->code);
  pv_json_member(printer, PV_STR("category"), ambiguity->category);
  pv_json_member(printer, PV_STR("severity"), pv_str_from(pv_severity_name(ambiguity->severity)));
  pv_json_member_or_null(printer, PV_STR("clause"), ambiguity->clause);
  pv_json_member_or_null(printer, PV_STR("slot"), ambiguity->slot);
  member_span(printing, PV_STR("span"), ambiguity->span);
  pv_json_member(printer, PV_STR("message"), ambiguity->message);
  pv_printer_name(printer, PV_STR("related"));
  pv_printer_begin(printer, '[');
  for (size_t i = 0; i < ambiguity->related_count; i++)
    print_related(printing, &ambiguity->related[i]);
  pv_printer_end(printer, ']');
  pv_json_member_or_null(printer, PV_STR("suggestion"), ambiguity->suggestion);
  pv_json_member(printer, PV_STR("fingerprint"), pv_str_from(ambiguity->fingerprint));
  pv_printer_end(printer, '}');
}

static void print_diagnostic(pv_json_printing *printing, const pv_report_diagnostic *diagnostic) {
  pv_printer *printer = printing->printer;
  pv_printer_begin_flat(printer, '{');
  pv_json_member(printer, PV_STR("id"), diagnostic->id);
  pv_json_member(printer, PV_STR("severity"), diagnostic->severity);
  member_span(printing, PV_STR("span"), diagnostic->span);
  pv_json_member(printer, PV_STR("message"), diagnostic->message);
  pv_printer_end(printer, '}');
}

// A list of the report under its name.
#define PRINT_LIST(printing, name, items, count, print)                                            \
  do {                                                                                             \
    pv_printer_name((printing)->printer, PV_STR(name));                                            \
    pv_printer_begin((printing)->printer, '[');                                                    \
    for (size_t i = 0; i < (count); i++) print(printing, &(items)[i]);                             \
    pv_printer_end((printing)->printer, ']');                                                      \
  } while (0)

static void print_file(pv_printer *printer, const pv_report *report, size_t number) {
  char id[24];
  snprintf(id, sizeof id, "d%zu", number);
  pv_json_member(printer, PV_STR("id"), pv_str_from(id));
  pv_json_member(printer, PV_STR("uri"), report->uri);
  pv_json_member(printer, PV_STR("media_type"), report->media_type);
  pv_json_member(printer, PV_STR("sha256"), report->sha256);
  pv_printer_name(printer, PV_STR("bytes"));
  pv_printer_number(printer, (int64_t)report->bytes);
  pv_json_member(printer, PV_STR("encoding"), report->encoding);
}

void pv_json_print_document(pv_printer *printer, const pv_report *report, size_t number) {
  pv_json_printing printing = {printer, report, {.text = report->text}};
  print_file(printer, report, number);
  print_facts(&printing);
  PRINT_LIST(&printing, "parties", report->parties, report->party_count, print_party);
  PRINT_LIST(&printing, "defined_terms", report->terms, report->term_count, print_term);
  PRINT_LIST(&printing, "clauses", report->clauses, report->clause_count, pv_json_print_clause);
  PRINT_LIST(&printing, "ambiguities", report->ambiguities, report->ambiguity_count,
             pv_json_print_ambiguity);
  PRINT_LIST(&printing, "diagnostics", report->diagnostics, report->diagnostic_count,
             print_diagnostic);
}
