// inputs.h - from the arguments to the list of documents.
//
//   in:  files, folders, "-" for standard input, and the lists of --files-from
//   out: documents in the order of the arguments, those of a folder in the byte order of their
//   paths
#ifndef PV_CLI_INPUTS_H
#define PV_CLI_INPUTS_H

#include "analyze/batch.h"
#include "cli/options.h"

typedef PV_VECTOR(pv_batch_input) pv_inputs;

// What is named is taken, whatever it is; in folders, those files whose name says that they can be
// read here, without hidden ones. A folder without documents is an input with an error. Returns
// false where a list of --files-from cannot be read.
bool pv_inputs_collect(const pv_settings *settings, pv_inputs *inputs, pv_error *err);

#endif
