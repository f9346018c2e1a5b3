// writer.h - printing the reports of a run as they come: one file a format, one row each in the
// table of writer.c.
//
//   pv_writer *writer = pv_writer_new("jsonl", &run, &options, pv_sink_file(stdout), &err);
//   pv_writer_document(writer, report, &err);             // as often as there are documents
//   pv_writer_failure(writer, "broken.txt", &why, &err);  // those that could not be read
//   pv_writer_end(writer, -1, &err);
//   pv_writer_free(writer);
#ifndef PV_WRITE_WRITER_H
#define PV_WRITE_WRITER_H

#include <proviso/portfolio.h>
#include <proviso/write.h>

#include "report/report.h"
#include "write/output.h"

// What the whole run shares. `grammar` may be NULL where none was loaded.
typedef struct {
  pv_str name;
  pv_json value;
} pv_run_option;

typedef struct {
  const pv_grammar *grammar;
  const pv_run_option *options; // those that change what is found, as the user gave them
  size_t option_count;
  const pv_portfolio *portfolio; // compared before the end; NULL: the documents are on their own
} pv_run;

// For the text format; zero means default.
typedef struct {
  int width;                // of the terminal; 0: 80. At least 72 and at most 100 are used
  bool color;               // with ANSI escapes
  bool findings_only;       // just the lines `path:line:column: severity CODE message`
  pv_severity min_severity; // findings below it are counted, but not shown
} pv_write_options;

enum { PV_MAX_FAMILIES = 16, PV_SEVERITY_COUNT = PV_SEVERITY_HIGH + 1 };

// The families of the grammar first, so that those without a clause are counted too.
typedef struct {
  size_t documents; // those that were read
  size_t failures;
  pv_str families[PV_MAX_FAMILIES];
  size_t clauses[PV_MAX_FAMILIES];
  size_t family_count;
  size_t ambiguities[PV_SEVERITY_COUNT];
} pv_summary;

typedef struct pv_writer pv_writer;

// One row of the table.
typedef struct {
  const char *name;
  const char *media_type;
  const char *title; // one line for people
  void (*begin)(pv_writer *writer);
  void (*document)(pv_writer *writer, const pv_report *report);
  void (*failure)(pv_writer *writer, pv_str uri, const pv_error *why);
  void (*end)(pv_writer *writer);
} pv_format;

struct pv_writer {
  const pv_format *format;
  pv_run run;
  pv_write_options options;
  pv_output output;
  pv_summary summary;
  int64_t milliseconds; // how long the run took, -1: not to be told
  pv_arena *arena;      // lives as long as the writer
  pv_arena *scratch;    // reset for every document
  void *state;          // of the format, in `arena`
};

// All formats, in the order in which help lists them.
const pv_format *pv_formats(size_t *count);

// Begins the output. `run` and `options` may be NULL; what `run` points at is borrowed until the
// writer is freed. NULL and `err` for an unknown format, or without memory.
pv_writer *pv_writer_new(const char *format, const pv_run *run, const pv_write_options *options,
                         pv_sink sink, pv_error *err);

// False and `err` as soon as the sink takes no more bytes; what comes after that does nothing.
bool pv_writer_document(pv_writer *writer, const pv_report *report, pv_error *err);
bool pv_writer_failure(pv_writer *writer, const char *uri, const pv_error *why, pv_error *err);

// Ends and flushes the output. `milliseconds` is how long the run took, -1 to leave it out.
bool pv_writer_end(pv_writer *writer, int64_t milliseconds, pv_error *err);

// Frees the writer, also one that was not ended.
void pv_writer_free(pv_writer *writer);

#endif
