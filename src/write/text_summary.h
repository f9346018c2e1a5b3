// text_summary.h - what the text format keeps of each document for the end of the run.
#ifndef PV_WRITE_TEXT_SUMMARY_H
#define PV_WRITE_TEXT_SUMMARY_H

#include "base/vector.h"
#include "write/page.h"
#include "write/writer.h"

typedef struct {
  pv_str uri; // fit for a terminal
  size_t clauses;
  size_t found[PV_SEVERITY_COUNT];
} pv_text_row;

typedef struct {
  pv_str uri;
  pv_str message;
} pv_text_failed;

// The state of the writer.
typedef struct {
  pv_page page;
  bool after_line; // the last document was one line, with no blank line behind it
  PV_VECTOR(pv_text_row) rows;
  PV_VECTOR(pv_text_failed) failures;
} pv_text_state;

// What could not be read, a table of several documents, and a line of counts.
void pv_text_summarise(pv_writer *writer);

#endif
