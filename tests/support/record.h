// record.h - what comes out of a container, as text: "a.zip!b.txt = Text", diagnostics below it.
#ifndef PV_TEST_RECORD_H
#define PV_TEST_RECORD_H

#include <proviso/document.h>

enum { PV_RECORD_ROOM = 4096 };

typedef struct {
  char log[PV_RECORD_ROOM];
  size_t stop_after; // 0: never
  size_t count;
} pv_record;

// A pv_document_take with a pv_record as its context.
bool pv_record_take(void *context, const char *uri, pv_document *document, const pv_error *why);

// Reads `bytes` as if they were the file `uri`, and fails the test unless that leaves `expected`.
void pv_check_record(pv_str bytes, const char *uri, const char *expected);

#endif
