// batch.h - documents in, reports out in the order of the documents, on several threads.
//
//   in:  paths, a grammar
//   out: a call of `take` for each document, in the order of the paths and, where one of them holds
//   several documents, of those in it; by the thread that called pv_batch_run
//
// Reports wait for those before them, but only so many (a few for each thread), so that memory
// does not grow with the number of documents. What `take` sees does not depend on the threads.
#ifndef PV_ANALYZE_BATCH_H
#define PV_ANALYZE_BATCH_H

#include <proviso/analyze.h>

typedef struct {
  const char *path;
  const pv_error *error; // why there is nothing to read here, where that is known already; or NULL
} pv_batch_input;

typedef struct {
  const pv_grammar *grammar;
  const pv_read_options *read;       // may be NULL
  const pv_analyze_options *analyze; // may be NULL
  size_t threads;                    // 0 or 1: only the caller's
} pv_batch_options;

// What became of one document. `uri` is the path of its input, or that and its path in there.
typedef struct {
  size_t input; // index
  const char *uri;
  pv_report *report;   // NULL: see `err`
  const pv_error *err; // why there is none
} pv_batch_result;

// Receives a result, whose parts are freed after the call. Returns false to end the run.
typedef bool pv_batch_take(void *context, const pv_batch_result *result);

// Returns false where `take` ended the run, or, with `err` filled in, where there is no memory.
bool pv_batch_run(const pv_batch_input *inputs, size_t count, const pv_batch_options *options,
                  pv_batch_take *take, void *context, pv_error *err);

#endif
