// write.h - printing reports.
#ifndef PROVISO_WRITE_H
#define PROVISO_WRITE_H

#include <stdio.h>

#include <proviso/analyze.h>

#ifdef __cplusplus
extern "C" {
#endif

// Where the bytes of a report go. `write` returns false where they are not taken.
typedef struct {
  bool (*write)(void *to, const char *bytes, size_t size);
  void *to;
} pv_sink;

pv_sink pv_sink_file(FILE *file);

// Prints one report in `format` (text, json, jsonl). Fills `err` for an unknown format, or if the
// sink does not take it.
bool pv_write(const pv_report *report, const char *format, pv_sink sink, pv_error *err);

#ifdef __cplusplus
}
#endif

#endif
