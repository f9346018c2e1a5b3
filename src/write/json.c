// json and jsonl: the same documents, as members of one object or as a line each.
#include "base/str.h"
#include "write/formats.h"
#include "write/json_document.h"

static pv_printer *printer_new(pv_writer *writer, bool indented) {
  pv_printer *printer = PV_NEW(writer->arena, pv_printer);
  *printer = (pv_printer){.output = &writer->output, .indented = indented};
  writer->state = printer;
  return printer;
}

void pv_json_begin(pv_writer *writer) {
  pv_printer *printer = printer_new(writer, true);
  pv_printer_begin(printer, '{');
  pv_json_print_tool(printer, &writer->run);
  pv_printer_name(printer, PV_STR("documents"));
  pv_printer_begin(printer, '[');
}

void pv_json_document(pv_writer *writer, const pv_report *report) {
  pv_printer *printer = writer->state;
  pv_printer_begin(printer, '{');
  pv_json_print_document(printer, report, writer->summary.documents);
  pv_printer_end(printer, '}');
}

void pv_json_failure(pv_writer *writer, pv_str uri, const pv_error *why) {
  pv_json_print_failure(writer->state, uri, why);
}

static void member_number(pv_printer *printer, pv_str name, size_t number) {
  pv_printer_name(printer, name);
  pv_printer_number(printer, (int64_t)number);
}

static void print_conflicts(pv_printer *printer, const pv_portfolio *portfolio) {
  pv_printer_name(printer, PV_STR("conflicts"));
  pv_printer_begin(printer, '[');
  for (size_t i = 0; portfolio && i < pv_portfolio_conflict_count(portfolio); i++)
    pv_json_print_conflict(printer, pv_portfolio_conflict(portfolio, i));
  pv_printer_end(printer, ']');
}

static void print_resolved(pv_printer *printer, const pv_portfolio *portfolio) {
  pv_printer_name(printer, PV_STR("resolved"));
  pv_printer_begin(printer, '[');
  for (size_t i = 0; i < pv_portfolio_resolved_count(portfolio); i++)
    pv_json_print_resolved(printer, pv_portfolio_resolved(portfolio, i));
  pv_printer_end(printer, ']');
}

// By verdict.
static void print_verdicts(pv_printer *printer, const pv_portfolio *portfolio) {
  size_t counts[PV_VERDICT_OVERLAP + 1] = {0};
  for (size_t i = 0; i < pv_portfolio_conflict_count(portfolio); i++)
    counts[pv_portfolio_conflict(portfolio, i)->verdict]++;
  counts[PV_VERDICT_DISJOINT] = pv_portfolio_disjoint_count(portfolio);
  pv_printer_name(printer, PV_STR("conflicts"));
  pv_printer_begin_flat(printer, '{');
  for (size_t i = PV_VERDICT_OVERLAP + 1; i-- > 0;)
    member_number(printer, pv_str_from(pv_verdict_name((pv_verdict)i)), counts[i]);
  pv_printer_end(printer, '}');
}

static void print_summary(pv_printer *printer, const pv_summary *summary,
                          const pv_portfolio *portfolio) {
  pv_printer_name(printer, PV_STR("summary"));
  pv_printer_begin(printer, '{');
  member_number(printer, PV_STR("documents"), summary->documents);
  member_number(printer, PV_STR("failures"), summary->failures);
  pv_printer_name(printer, PV_STR("clauses"));
  pv_printer_begin_flat(printer, '{');
  for (size_t i = 0; i < summary->family_count; i++)
    member_number(printer, summary->families[i], summary->clauses[i]);
  pv_printer_end(printer, '}');
  pv_printer_name(printer, PV_STR("ambiguities"));
  pv_printer_begin_flat(printer, '{');
  for (size_t i = PV_SEVERITY_COUNT; i-- > 0;)
    member_number(printer, pv_str_from(pv_severity_name((pv_severity)i)), summary->ambiguities[i]);
  pv_printer_end(printer, '}');
  if (portfolio) print_verdicts(printer, portfolio);
  pv_printer_end(printer, '}');
}

void pv_json_end(pv_writer *writer) {
  pv_printer *printer = writer->state;
  pv_printer_end(printer, ']');
  print_conflicts(printer, writer->run.portfolio);
  if (writer->run.portfolio) print_resolved(printer, writer->run.portfolio);
  print_summary(printer, &writer->summary, writer->run.portfolio);
  pv_printer_end(printer, '}');
  pv_output_add_char(&writer->output, '\n');
}

void pv_jsonl_begin(pv_writer *writer) { printer_new(writer, false); }

static void end_line(pv_writer *writer) {
  pv_printer *printer = writer->state;
  pv_output_add_char(&writer->output, '\n');
  printer->needs_comma = false;
}

void pv_jsonl_document(pv_writer *writer, const pv_report *report) {
  pv_printer *printer = writer->state;
  pv_printer_begin(printer, '{');
  pv_json_print_tool(printer, &writer->run);
  pv_json_print_document(printer, report, writer->summary.documents);
  pv_printer_end(printer, '}');
  end_line(writer);
}

void pv_jsonl_failure(pv_writer *writer, pv_str uri, const pv_error *why) {
  pv_json_print_failure(writer->state, uri, why);
  end_line(writer);
}

// A line of its own: the tool, and under `name` what comes next.
static void begin_line(pv_writer *writer, pv_str name) {
  pv_printer *printer = writer->state;
  pv_printer_begin(printer, '{');
  pv_json_print_tool(printer, &writer->run);
  pv_printer_name(printer, name);
}

static void finish_line(pv_writer *writer) {
  pv_printer_end(writer->state, '}');
  end_line(writer);
}

// A line for each conflict, and for each thing that another document says.
void pv_jsonl_end(pv_writer *writer) {
  const pv_portfolio *portfolio = writer->run.portfolio;
  for (size_t i = 0; portfolio && i < pv_portfolio_conflict_count(portfolio); i++) {
    begin_line(writer, PV_STR("conflict"));
    pv_json_print_conflict(writer->state, pv_portfolio_conflict(portfolio, i));
    finish_line(writer);
  }
  for (size_t i = 0; portfolio && i < pv_portfolio_resolved_count(portfolio); i++) {
    begin_line(writer, PV_STR("resolved"));
    pv_json_print_resolved(writer->state, pv_portfolio_resolved(portfolio, i));
    finish_line(writer);
  }
}
