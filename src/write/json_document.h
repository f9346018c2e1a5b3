// json_document.h - the parts of a JSON report that all its forms share.
#ifndef PV_WRITE_JSON_DOCUMENT_H
#define PV_WRITE_JSON_DOCUMENT_H

#include "write/place.h"
#include "write/printer.h"
#include "write/writer.h"

// A report on its way to the printer.
typedef struct {
  pv_printer *printer;
  const pv_report *report;
  pv_placer placer;
} pv_json_printing;

// "schema_version" and "tool".
void pv_json_print_tool(pv_printer *printer, const pv_run *run);

// The members of the document object; `number` makes its id.
void pv_json_print_document(pv_printer *printer, const pv_report *report, size_t number);

// {"uri", "error"}
void pv_json_print_failure(pv_printer *printer, pv_str uri, const pv_error *why);

// The next value is a span, or null if it is empty.
void pv_json_print_span(pv_json_printing *printing, pv_span span);

// The next value is that of the slot: an object, or a list of them.
void pv_json_print_slot(pv_json_printing *printing, const pv_slot *slot);

// The next value is the finding.
void pv_json_print_ambiguity(pv_json_printing *printing, const pv_ambiguity *ambiguity);

// The next value is the clause.
void pv_json_print_clause(pv_json_printing *printing, const pv_clause *clause);

// The next value is the conflict.
void pv_json_print_conflict(pv_printer *printer, const pv_conflict *conflict);

// The next value is what a clause leaves to another document.
void pv_json_print_resolved(pv_printer *printer, const pv_resolved *resolved);

// A name and its value.
void pv_json_member(pv_printer *printer, pv_str name, pv_str value);
void pv_json_member_or_null(pv_printer *printer, pv_str name, pv_str value);
void pv_json_member_list(pv_printer *printer, pv_str name, const pv_str *items, size_t count);

#endif
