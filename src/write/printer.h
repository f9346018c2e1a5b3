// printer.h - JSON as it is written: no tree, no allocation, valid whatever the strings hold.
#ifndef PV_WRITE_PRINTER_H
#define PV_WRITE_PRINTER_H

#include "report/report.h"
#include "write/output.h"

typedef struct {
  pv_output *output;
  bool indented;   // a line for each item, two spaces a level; else all on one line
  bool needs_name; // a name was printed, its value comes next
  bool needs_comma;
  uint32_t depth;
  uint32_t flat; // levels that are kept on one line
} pv_printer;

// `open` is '{' or '['; what a flat one holds stays on its line.
void pv_printer_begin(pv_printer *printer, char open);
void pv_printer_begin_flat(pv_printer *printer, char open);
void pv_printer_end(pv_printer *printer, char close);

// The name of the value that comes next; printed as it is.
void pv_printer_name(pv_printer *printer, pv_str name);

void pv_printer_null(pv_printer *printer);
void pv_printer_bool(pv_printer *printer, bool value);
void pv_printer_number(pv_printer *printer, int64_t number);
void pv_printer_hundredths(pv_printer *printer, uint32_t hundredths); // 93 is 0.93
// Escapes what RFC 8259 wants escaped; bytes that are no UTF-8 become U+FFFD.
void pv_printer_string(pv_printer *printer, pv_str text);
void pv_printer_string_or_null(pv_printer *printer, pv_str text); // an empty one is null
void pv_printer_value(pv_printer *printer, const pv_json *value);

#endif
