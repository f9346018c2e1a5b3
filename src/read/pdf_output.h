// pdf_output.h - the lines of pages, as the programs that read PDF write them.
#ifndef PV_READ_PDF_OUTPUT_H
#define PV_READ_PDF_OUTPUT_H

#include "read/layout.h"

// What pdftotext -bbox-layout writes. Control characters in `output` become blanks. Damage ends the
// lines; false and `err` where there are none before it.
bool pv_pdf_parse_boxes(pv_layout *layout, pv_str output, pv_error *err);

// The same for what mutool draw -F stext writes.
bool pv_pdf_parse_characters(pv_layout *layout, pv_str output, pv_error *err);

#endif
